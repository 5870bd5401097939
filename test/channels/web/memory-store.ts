import {
  KEPT_MESSAGES,
  type WebFile,
  type WebRow,
  type WebSlot,
  type WebStore,
} from '../../../src/channels/web/web-store.ts'

interface Kept extends WebRow {
  address: string
  files: readonly { slot: WebSlot; file: WebFile }[]
}

/** A `WebStore` that lives as long as the test; `failing` makes every append fail, as a full disk would. */
export function memoryStore(): WebStore & { failing: boolean; all(): readonly Kept[] } {
  const rows: Kept[] = []
  let lastId = 0
  const store = {
    failing: false,
    all: () => rows,
    async append(address: string, json: string, at: number, files: Kept['files']) {
      if (store.failing) throw new RangeError('disk full')
      lastId += 1
      rows.push({ id: lastId, address, json, at, files })
      const own = rows.filter(row => row.address === address)
      for (const old of own.slice(0, -KEPT_MESSAGES)) rows.splice(rows.indexOf(old), 1)
      return lastId
    },
    async since(address: string, afterId: number, limit: number) {
      return rows.filter(row => row.address === address && row.id > afterId).slice(0, limit)
    },
    async latest(address: string, limit: number) {
      return rows.filter(row => row.address === address).slice(-limit)
    },
    async file(address: string, id: number, slot: WebSlot) {
      const row = rows.find(one => one.address === address && one.id === id)
      return row?.files.find(file => file.slot === slot)?.file ?? null
    },
  }
  return store
}
