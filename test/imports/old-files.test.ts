import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importFile } from '../../src/imports/import-file.ts'
import { dump } from '../db/temp-database.ts'
import { AT, figures, province } from './small-province.ts'

const WEEK = '2024-05-13/2024-05-19'
const READ = [
  `S1 online_rate ${WEEK} 1240/2000`,
  `S2 online_rate ${WEEK} 45/60`,
  `X2 online_rate ${WEEK} 30/40`,
]

/** Written by SheetJS in the format of Excel 97: a title over merged cells, grouped numbers, a sheet of notes. */
const XLS = readFileSync(new URL('tuan-20.xls', import.meta.url))

test('a real .xls is read like any other table', async () => {
  const { db } = await province()
  const outcome = await importFile(db, { file: 'tuan-20.xls', bytes: XLS, at: AT })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  expect(outcome.notes).toContainEqual(
    expect.objectContaining({ code: 'note_sheet', params: { sheet: 'Tuần 20', read: 1, all: 2 } }),
  )
  expect(await figures(db)).toEqual(READ)
})

test.each([1, 2, 3])('a .xls that ends after %i of 4 parts is refused, and no row is left', async parts => {
  const { db, path } = await province()
  const before = dump(path)
  const bytes = XLS.subarray(0, Math.floor((XLS.length * parts) / 4))
  const outcome = await importFile(db, { file: 'tuan-20.xls', bytes, at: AT })
  expect(outcome.ok).toBe(false)
  expect(dump(path)).toEqual(before)
})

/** Letters that stand elsewhere than in Latin-1, and the tones, which follow their letter. */
const LETTERS: Record<string, number> = {
  Ă: 0xc3,
  ă: 0xe3,
  Đ: 0xd0,
  đ: 0xf0,
  Ơ: 0xd5,
  ơ: 0xf5,
  Ư: 0xdd,
  ư: 0xfd,
}
const TONES: Record<string, number> = {
  '\u0300': 0xcc,
  '\u0309': 0xd2,
  '\u0303': 0xde,
  '\u0301': 0xec,
  '\u0323': 0xf2,
}

/** A text as Excel saves it on an old Vietnamese Windows. */
function windows1258(text: string): Uint8Array {
  const parts = Array.from(text.normalize('NFC')).flatMap(letter => {
    const decomposed = letter.normalize('NFD')
    const tone = Array.from(decomposed).find(mark => mark in TONES)
    const base = decomposed.replace(tone ?? '', '').normalize('NFC')
    return tone === undefined ? [base] : [base, tone]
  })
  return Uint8Array.from(parts.map(part => TONES[part] ?? LETTERS[part] ?? part.codePointAt(0) ?? 0))
}

test('a CSV in windows-1258 is read letter by letter, and that is said', async () => {
  const { db } = await province()
  const text =
    'Đơn vị;Chỉ số;Kỳ;Tử số;Mẫu số;Ghi chú\r\n' +
    'Sở Y tế;Tỷ lệ hồ sơ trực tuyến;Tuần 20/2024;1.240;2.000;Đã rà soát, ưỡng ẹo\r\n' +
    'Sở Tư pháp;Tỷ lệ hồ sơ trực tuyến;Tuần 20/2024;45;60;\r\n' +
    'UBND xã Ia Pal;Tỷ lệ hồ sơ trực tuyến;Tuần 20/2024;30;40;\r\n'
  const outcome = await importFile(db, { file: 'tuan-20.csv', bytes: windows1258(text), at: AT })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  expect(outcome.notes).toContainEqual(
    expect.objectContaining({ code: 'note_encoding', params: { encoding: 'windows-1258' } }),
  )
  expect(await figures(db)).toEqual(READ)
  const [row] = await db.read.observations.history('S1', 'online_rate')
  expect(row?.note).toBe('Đã rà soát, ưỡng ẹo')
})
