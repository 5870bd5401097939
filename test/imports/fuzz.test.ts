import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from '../../src/ask/words/edit-distance.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { createNearest } from '../../src/imports/names/nearest.ts'
import { IMPORT_KINDS, type ImportKind } from '../../src/imports/outcome.ts'
import { parseCsv, separatorsOf } from '../../src/imports/files/csv.ts'
import { shippedProfiles } from '../../src/imports/profile.ts'
import { dump } from '../db/temp-database.ts'
import { sized } from '../sizes.ts'
import { AT, expectSayable, province } from './small-province.ts'
import { anyCharacters } from '../any-characters.ts'

const HEADERS: Record<ImportKind, string> = {
  units: 'code,name,short_name,kind,parent,aliases,active_from,active_to,merged_into',
  indicators:
    'code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases,unit,max,better',
  campaigns: 'campaign,name,phase,phase_name,start,end,document',
  targets: 'campaign,phase,unit,indicator,target,document,except',
  members: 'member,name,role,unit',
  holidays: 'date,name,kind',
  observations: 'unit,indicator,period,numerator,denominator,value,note',
}

const DAYS = ['2024-07-01', '2024-05-19', '2024-08-31', '']
const UNIT_CODES = ['P', 'S1', 'S2', 'H1', 'X1', 'X2']
/** What a cell under the header may well hold; under any other, some text. */
const USUAL: Record<string, string[]> = {
  code: ['A', 'B1', 'S1', 'online_rate'],
  member: ['a', 'b'],
  kind: ['department', 'commune', 'other'],
  parent: ['P', 'H1', ''],
  date: DAYS,
  active_from: DAYS,
  active_to: ['', '2025-02-28'],
  merged_into: ['', 'S1'],
  accumulation: ['sum', 'published'],
  points: ['', '12'],
  unit: UNIT_CODES,
  max: ['', '100', '20'],
  better: ['', 'higher', 'lower'],
  campaign: ['C', 'D'],
  phase: ['1', '2'],
  start: DAYS,
  end: DAYS,
  role: ['leader', 'admin'],
  indicator: ['online_rate', 'services', 'late_days', 'score'],
  target: ['50', '72.37', 'exempt'],
  except: [''],
  period: ['2024', '2024-W20', '2024-05', '2024-05-19', '2024-05-02/2024-06-01'],
  numerator: ['0', '3', ''],
  denominator: ['3', '100', ''],
  value: ['', '', '3', '40.3'],
}
const TEXTS = ['a', 'b', 'Đơn vị', '629/KH-UBND', 'x|y']
const ODD = [
  '',
  '"',
  '""',
  ' ',
  '\u0000',
  '\uFEFF',
  '__proto__',
  'constructor',
  '101',
  '-1',
  '40,3',
  '1e9',
].concat(['NaN', '9007199254740993', 'Infinity', 'a|b||a', "'; DROP TABLE unit; --", '=1+1', 'x'.repeat(300)])

const usual = (kind: ImportKind, column: string) =>
  kind === 'indicators' && column === 'unit'
    ? ['', 'percent', 'points']
    : kind === 'holidays' && column === 'kind'
      ? ['off', 'work']
      : USUAL[column]

const rowOf = (kind: ImportKind) =>
  fc.tuple(
    ...HEADERS[kind]
      .split(',')
      .map(column =>
        fc.oneof(
          { weight: 40, arbitrary: fc.constantFrom(...(usual(kind, column) ?? TEXTS)) },
          { weight: 1, arbitrary: fc.constantFrom(...ODD) },
          { weight: 1, arbitrary: anyCharacters(8) },
        ),
      ),
  )

const few = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 })

const table = fc.constantFrom(...IMPORT_KINDS).chain(kind =>
  fc
    .record({
      rows: fc.array(rowOf(kind), { maxLength: 4 }),
      quoted: fc.boolean(),
      separator: fc.constantFrom(',', ';'),
      end: fc.constantFrom('\n', '\r\n'),
    })
    .map(({ rows, quoted, separator, end }) => {
      const write = (text: string) => (quoted ? `"${text.replaceAll('"', '""')}"` : text)
      const header = HEADERS[kind].replaceAll(',', separator)
      const lines = rows.map(row => row.map(write).join(separator))
      return { kind, bytes: new TextEncoder().encode([header, ...lines].join(end)) }
    }),
)
const anything = fc.record({
  kind: fc.constantFrom(...IMPORT_KINDS),
  bytes: fc.uint8Array({ maxLength: 300 }),
})

test('whatever a file holds, it is taken or refused with reasons, and a refusal changes nothing', async () => {
  const { db, path } = await province()
  const [taken, refused] = [new Set<string>(), new Set<string>()]
  const profiles = fc.oneof(
    { weight: 9, arbitrary: fc.constant(undefined) },
    few(fc.constantFrom(...shippedProfiles())),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ weight: 4, arbitrary: table }, anything),
      profiles,
      few(fc.constantFrom('2024', 'x')),
      async ({ kind, bytes }, profile, period) => {
        const before = dump(path)
        const more = { ...(profile && { profile }), ...(period && { period }) }
        const outcome = await importFile(db, { kind, file: 'f.csv', bytes, at: AT, ...more })
        const problems = outcome.ok ? outcome.warnings : outcome.problems
        for (const problem of problems) expectSayable(problem)
        expect(outcome.ok || problems.length > 0).toBe(true)
        expect(outcome.ok || isDeepStrictEqual(dump(path), before)).toBe(true)
        if (outcome.ok) taken.add(kind)
        else for (const problem of problems) refused.add(problem.code)
      },
    ),
    { numRuns: sized({ quick: 60, usual: 80, long: 600 }) },
  )
  // The generator reaches both ends: every kind was taken, and much was wrong in many ways.
  expect(taken).toEqual(new Set(IMPORT_KINDS))
  expect(refused.size).toBeGreaterThan(15)
}, 120_000)

test('rows are found as they were written, on the lines on which they begin', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'đ', ',', ';', '"', '\n', '\r\n', ' ', '😀'),
    maxLength: 6,
  })
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
      rows => {
        const written = rows.map(row => row.map(each => `"${each.replaceAll('"', '""')}"`).join(','))
        const lines: number[] = []
        let line = 1
        for (const row of written) {
          lines.push(line)
          line += row.split('\n').length
        }
        const expected = rows
          .map((cells, index) => ({ line: lines[index], cells: cells.map(cell => cell.trim()) }))
          .filter(row => row.cells.some(each => each !== ''))
        const found = parseCsv('f', written.join('\n'), ',')
        const read = 'code' in found ? found : found.map(each => ({ line: each.line, cells: each.cells }))
        expect(read).toEqual(expected)
      },
    ),
  )
})

test('the separator is the one that the header uses', () => {
  const name = fc.stringMatching(/^[a-zđ]{1,5}$/)
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 2, maxLength: 6 }),
      fc.constantFrom(',', ';'),
      (names, separator) => {
        const other = separator === ',' ? ';' : ','
        const quoted = `"${other.repeat(20)}"`
        const text = `\n${[quoted, ...names].join(separator)}\n${other.repeat(50)}`
        expect(separatorsOf(text)[0]).toBe(separator)
      },
    ),
  )
})

test('of what may have been meant, the first is as near as any', () => {
  const code = fc.stringMatching(/^[a-e0-3]{2,7}$/)
  fc.assert(
    fc.property(fc.uniqueArray(code, { minLength: 1, maxLength: 25 }), code, (codes, text) => {
      const found = createNearest(() => codes.map(each => ({ code: each, names: [] })))(text).split(', ')
      const distance = (each: string) => editDistance(text, each, 99) / Math.max(text.length, each.length)
      const best = Math.min(...codes.map(distance))
      expect(found[0] === '' ? best > 0.5 : distance(found[0] ?? '') === best).toBe(true)
      expect(found.length).toBeLessThanOrEqual(3)
    }),
  )
})
