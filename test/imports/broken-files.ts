import { readFileSync } from 'node:fs'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { makeZip } from './make-zip.ts'

const ROWS = [
  ['unit', 'indicator', 'period', 'numerator', 'denominator'],
  ['S1', 'online_rate', '2024-W20', 3, 4],
  ['S2', 'online_rate', '2024-W20', 1, 2],
]

/** Numbers from 0 to below 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** One whole file of each format, by its ending. */
export async function wholeFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const lines = (separator: string) => ROWS.map(row => row.join(separator)).join('\n')
  const cells = ROWS.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`)
  return new Map<string, Uint8Array>([
    ['csv', Buffer.from(lines(','))],
    ['tsv', Buffer.from(`\uFEFF${lines('\t')}`, 'utf16le')],
    ['html', Buffer.from(`<html><body><table>${cells.join('\n')}</table></body></html>`)],
    ['xlsx', await writeXlsx({ sheets: [{ name: 'Bảng', rows: ROWS }] })],
    ['ods', await writeOds({ sheets: [{ name: 'Bảng', rows: ROWS }] })],
    ['xls', new Uint8Array(readFileSync(new URL('tuan-20.xls', import.meta.url)))],
  ])
}

/** The file with some bytes turned, its end cut off, a part of it said twice or many times, or packed into another. */
export function broken(whole: Uint8Array, random: () => number): Uint8Array {
  const at = () => Math.floor(random() * whole.length)
  const way = random()
  if (way < 0.2) return whole.slice(0, at())
  if (way < 0.35) {
    const [from, to] = [at(), at()]
    return Buffer.concat([whole.slice(0, from), whole.slice(Math.min(from, to))])
  }
  if (way < 0.45) {
    const part = whole.slice(at(), at())
    return Buffer.concat([whole, ...Array.from({ length: Math.floor(random() * 2_000) }, () => part), whole])
  }
  if (way < 0.5) return makeZip([{ name: 'xl/workbook.xml', data: whole }])
  const copy = whole.slice()
  for (let turned = 0; turned < 1 + random() * 8; turned++) copy[at()] = Math.floor(random() * 256)
  return copy
}
