import type { Clock } from '../../lib/clock.ts'
import type { Message } from '../../lib/message.ts'
import { parseJson } from '../../lib/parse-json.ts'
import { inTurn } from './in-turn.ts'
import type { Page } from './web-chat.ts'
import { storedLine, type WebEvent, type WebLine, type WebMessage } from './web-line.ts'
import type { WebFile, WebRow, WebSlot, WebStore } from './web-store.ts'

/** Lines told to a page that opens a chat for the first time. */
const FIRST_LINES = 100
/** Lines read at once for a page that resumes. */
const RESUMED_LINES = 200
/** Within how many of the latest lines a repeated sending is recognised. */
const REMEMBERED_LINES = 50

/** The lines of every address: kept first, then told to the open pages, each address in its own order. */
export interface LiveHistory {
  /** Keeps the line, with the attachments of the message that it shows, and tells it. Resolves with its id. */
  say(address: string, line: WebLine, message?: Message): Promise<number>
  /** The same for what a person sent, unless one of the latest lines has its `clientId`; false then. */
  sayOnce(address: string, line: WebLine): Promise<boolean>
  /** Tells the open pages something that is not kept. */
  tell(address: string, event: WebEvent): void
  /** Tells the page what it lacks, then counts it among the open ones, with nothing said in between. */
  open(address: string, afterId: number | null, page: Page): Promise<() => void>
  /** Ends every open page. */
  endAll(): void
}

export function createLiveHistory({ clock, store }: { clock: Clock; store: WebStore }): LiveHistory {
  const pages = new Map<string, Set<Page>>()
  const turn = inTurn()

  const tell = (address: string, event: WebEvent) => pages.get(address)?.forEach(page => page.tell(event))

  async function append(address: string, line: WebLine, message?: Message): Promise<number> {
    const at = clock.now()
    const id = await store.append(address, JSON.stringify(line), at, message ? filesOf(message) : [])
    tell(address, { kind: 'message', message: { ...line, id, at } })
    return id
  }

  async function appendOnce(address: string, line: WebLine): Promise<boolean> {
    const latest = await store.latest(address, REMEMBERED_LINES)
    if (messagesOf(latest).some(({ clientId }) => clientId === line.clientId)) return false
    await append(address, line)
    return true
  }

  async function linesAfter(address: string, afterId: number): Promise<WebRow[]> {
    const rows = await store.since(address, afterId, RESUMED_LINES)
    const last = rows.at(-1)
    return last && rows.length === RESUMED_LINES ? [...rows, ...(await linesAfter(address, last.id))] : rows
  }

  async function bringUp(address: string, afterId: number | null, page: Page): Promise<() => void> {
    const newest = (await store.latest(address, 1))[0]?.id ?? 0
    const reset = afterId !== null && afterId > newest
    const fresh = afterId === null || reset
    const rows = fresh ? await store.latest(address, FIRST_LINES) : await linesAfter(address, afterId)
    page.tell({ kind: 'hello', reset })
    for (const message of messagesOf(rows)) page.tell({ kind: 'message', message })
    page.tell({ kind: 'ready' })
    const open = pages.get(address) ?? new Set()
    pages.set(address, open.add(page))
    return () => {
      open.delete(page)
      if (open.size === 0 && pages.get(address) === open) pages.delete(address)
    }
  }

  return {
    say: (address, line, message) => turn(address, () => append(address, line, message)),
    sayOnce: (address, line) => turn(address, () => appendOnce(address, line)),
    tell,
    open: (address, afterId, page) => turn(address, () => bringUp(address, afterId, page)),
    endAll() {
      for (const open of pages.values()) for (const page of open) page.end()
      pages.clear()
    },
  }
}

function filesOf({ image, file }: Message): { slot: WebSlot; file: WebFile }[] {
  const files: { slot: WebSlot; file: WebFile }[] = []
  if (image) files.push({ slot: 'image', file: image })
  if (file) files.push({ slot: 'file', file })
  return files
}

/** The lines that the rows hold; a row of another release that holds none is left out, so that the others are read. */
function messagesOf(rows: readonly WebRow[]): WebMessage[] {
  return rows.flatMap(({ id, at, json }) => {
    const line = storedLine.safeParse(parseJson(json))
    return line.success ? [{ ...line.data, id, at }] : []
  })
}
