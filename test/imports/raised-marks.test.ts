import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { raisedTexts } from '../../src/imports/files/xls-texts.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { AT, figures, province } from './small-province.ts'

test('marks that are raised in a real .xls are no digits of numbers and no part of names', async () => {
  const { db } = await province()
  const bytes = readFileSync(new URL('so-mu.xls', import.meta.url))
  const outcome = await importFile(db, { file: 'so-mu.xls', bytes, at: AT })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  const may = '2024-05-01/2024-05-31'
  expect(await figures(db)).toEqual([`S1 online_rate ${may} 6/9`, `S2 online_rate ${may} 4/8`])
  const marked = outcome.notes.find(({ code }) => code === 'note_comments')
  expect(marked?.params).toEqual({ count: 3, cells: 'B3, D3, C4' })
})

const u16 = (...numbers: number[]) => numbers.flatMap(each => [each & 255, each >> 8])
const letters = (text: string) => Array.from(text, each => each.charCodeAt(0))
const wide = (text: string) => Array.from(text, each => u16(each.charCodeAt(0))).flat()
const view = (...bytes: number[]) => new DataView(Uint8Array.from(bytes).buffer)
const isRaised = (font: number) => font === 7
const head = (count: number) => [...u16(count, 0), ...u16(count, 0)]

test('a table of texts that goes on in other records is read over their edges', () => {
  // "40" and a raised "3"; a plain text; one whose letters become wide at the edge, raised from the second on.
  const first = [...u16(3), 8, ...u16(1), ...letters('403'), ...u16(2, 7)]
  const parts = [
    view(...head(3), ...first, ...u16(2), 0, ...letters('a')),
    view(0, ...letters('b'), ...u16(4), 8, ...u16(2), ...letters('x')),
    view(1, ...wide('ế12'), ...u16(1, 0)),
    view(...u16(2, 7)),
  ]
  expect(raisedTexts(parts, isRaised)).toEqual(
    new Map([
      [
        0,
        [
          { text: '40', isRaised: false },
          { text: '3', isRaised: true },
        ],
      ],
      [
        2,
        [
          { text: 'x', isRaised: false },
          { text: 'ế', isRaised: false },
          { text: '12', isRaised: true },
        ],
      ],
    ]),
  )
})

test('a table that promises more than it holds ends where it ends', () => {
  const cut = view(...head(60_000), ...u16(9_000), 8, ...u16(40_000), ...letters('40'))
  expect(raisedTexts([cut], isRaised)).toEqual(new Map())
  expect(raisedTexts([], isRaised)).toEqual(new Map())
})
