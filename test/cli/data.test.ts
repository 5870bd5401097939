import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { fingerprint, tempFolder } from '../db/temp-database.ts'
import { copyReferenceFolder, REFERENCE_FOLDER as PROVINCE } from '../db/reference-database.ts'
import { loadedProvince, programOn } from './program.ts'

const province = loadedProvince()
const HEAD = 'unit,indicator,period,numerator,denominator,value,note'

/** A file of the running test. */
function write(name: string, text: string): string {
  const path = join(tempFolder(), name)
  writeFileSync(path, text)
  return path
}

function observations(lines: readonly string[]): string {
  return write('bao-cao.csv', [HEAD, ...lines].join('\n'))
}

interface Imported {
  ok: boolean
  importId: number | null
  kind: string
  rows: number
  added: number
  changed: number
}

interface Listed {
  id: number
  kind: string
  file: string
  undoneAt: number | null
}

interface Asked {
  answers: { value: number | null }[]
}

test('a folder is loaded whole, in the order in which its files need each other', async () => {
  const program = programOn(join(tempFolder(), 'province.db'))
  const folder = join(tempFolder(), 'province')
  const weeklyRows = copyReferenceFolder(folder)
  const { status, out, err } = await program.start('load', folder, '--json')
  expect([status, err]).toEqual([0, ''])
  const outcomes: Imported[] = JSON.parse(out)
  expect(outcomes.map(({ kind, rows, added }) => [kind, rows, added])).toEqual([
    ['units', 258, 258],
    ['indicators', 8, 8],
    ['campaigns', 2, 2],
    ['targets', 3072, 3072],
    ['members', 6, 6],
    ['observations', 2062, 2062],
    ['observations', weeklyRows, weeklyRows],
  ])
})

test('the same folder again changes nothing; imports are listed, newest first', async () => {
  const { run, json, path } = province.copy()
  const before = fingerprint(path)
  const folder = join(tempFolder(), 'province')
  const weeklyRows = copyReferenceFolder(folder)
  const again = await run('load', folder)
  expect([again.status, again.err]).toEqual([0, ''])
  // Seven files; two communes of one name but for a mark, and five columns with less than one percent, said each time.
  expect(again.out.trim().split('\n')).toHaveLength(14)
  expect(again.out).toContain(`${weeklyRows.toLocaleString('vi')} dòng, không có gì mới`)
  expect(fingerprint(path)).toEqual(before)
  const listed = await json<Listed[]>(['imports'])
  expect(listed.map(one => one.id)).toEqual([7, 6, 5, 4, 3, 2, 1])
  expect(listed[0]).toMatchObject({ kind: 'observations', file: 'observations-weekly.csv', undoneAt: null })
})

test('a revised figure stands until its import is undone', async () => {
  const { run, json } = province.copy()
  const file = observations(['GL-S01,online_rate,2024-W20,150,154,,sửa'])
  const value = async () => {
    const ask = ['ask', 'trực tuyến tuần này', '--as', 'gd-sgtvt', '--at', '2024-05-19T20:00:00+07:00']
    return (await json<Asked>(ask)).answers[0]?.value
  }
  const trial = await json<Imported>(['import', 'observations', file, '--dry-run'])
  expect(trial).toMatchObject({ ok: true, importId: null, rows: 1, added: 0, changed: 1 })
  expect(await value()).toBe(74.68)
  const { importId } = await json<Imported>(['import', 'observations', file])
  expect(importId).toBe(8)
  expect(await value()).toBe(97.4)
  expect(await json(['undo', '8'])).toEqual({ undone: 8 })
  expect(await value()).toBe(74.68)
  const [twice, unknown, word] = await Promise.all([run('undo', '8'), run('undo', '99'), run('undo', 'tám')])
  expect(twice).toMatchObject({ status: 1, out: '', err: expect.stringContaining('đã được hoàn tác') })
  expect(unknown).toEqual({ status: 1, out: '', err: '99: không có lần nhập nào mang số này.\n' })
  expect(word).toMatchObject({ status: 2, out: '', err: expect.stringContaining('chitieu imports') })
})

test('a file with mistakes is refused with each line, column, value and what would be right; nothing is kept', async () => {
  const { run, start, path } = province.copy()
  const file = observations([
    'GL-S01,online_rate,2024-W30,10,20,,đúng',
    'GL-S99,online_rate,2024-W30,10,20,,',
    'GL-S01,online,2024-W30,10,20,,',
    'GL-S01,online_rate,tuần 30,10,20,,',
    'GL-S02,online_rate,2024-W30,30,20,,',
    'GL-S03,online_rate,2024-W30,-1,20,,',
    'GL-S04,online_rate,2024-W30,,,140,',
    'GL-S01,online_rate,2024-W30,11,20,,',
  ])
  const before = fingerprint(path)
  const [said, machine] = await Promise.all([
    start('import', 'observations', file),
    run('import', 'observations', file, '--json'),
  ])
  expect([said.status, said.out]).toEqual([1, ''])
  const lines = said.err.trim().split('\n')
  expect(lines).toHaveLength(7)
  expect(lines[0]).toMatch(
    /^bao-cao\.csv, dòng 3, cột “unit”, “GL-S99”: không có đơn vị này\. Gần nhất: GL-S09 \(Sở .+\)/,
  )
  const problems: { line: number; column: string; value: string; code: string }[] = JSON.parse(
    machine.out,
  ).problems
  expect(problems.map(({ line, column, value, code }) => [line, column, value, code])).toEqual([
    [3, 'unit', 'GL-S99', 'unknown_unit'],
    [4, 'indicator', 'online', 'unknown_indicator'],
    [5, 'period', 'tuần 30', 'period_without_year'],
    [6, 'numerator', '30', 'numerator_above'],
    [7, 'numerator', '-1', 'not_whole'],
    [8, 'value', '140', 'value_out_of_range'],
    [9, 'unit', 'GL-S01', 'conflicting_figures'],
  ])
  for (const { line, value } of problems) {
    expect(said.err).toContain(`dòng ${line}, `)
    expect(said.err).toContain(`“${value}”`)
  }
  expect(machine.status).toBe(1)
  expect(fingerprint(path)).toEqual(before)
})

test('what is not there, and what is no kind of file, is said in a sentence', async () => {
  const { run, path } = province.copy()
  const before = fingerprint(path)
  const [noFile, noFolder, noKind, noProfile, empty] = await Promise.all([
    run('import', 'units', '/khong/co.csv'),
    run('load', '/khong/co'),
    run('import', 'figures', join(PROVINCE, 'units.csv')),
    run('import', 'observations', join(PROVINCE, 'units.csv'), '--profile', 'khong-co'),
    run('load', tempFolder()),
  ])
  expect(noFile).toEqual({ status: 1, out: '', err: 'Không đọc được tệp /khong/co.csv.\n' })
  expect(noFolder).toEqual({ status: 1, out: '', err: 'Không có thư mục /khong/co.\n' })
  expect(noKind).toMatchObject({ status: 2, out: '', err: expect.stringContaining('observations') })
  expect(noProfile).toMatchObject({ status: 1, out: '', err: expect.stringContaining('qd766-cong-dvcqg') })
  expect(empty).toMatchObject({ status: 1, out: '', err: expect.stringContaining('units.csv') })
  expect(fingerprint(path)).toEqual(before)
})

interface Target {
  campaign: string
  phase: string
  unit: string
  indicator: string
  target: number
}

function targetName(row: Record<string, unknown>): string {
  return [row['campaign'], row['phase'], row['unit'], row['indicator'], Number(row['target'])].join(' ')
}

test('rules and the results of last year give exactly the targets of the decision', async () => {
  const { json, run, path } = province.copy()
  const rules = join(PROVINCE, 'target-rules.json')
  const before = fingerprint(path)
  const { targets, added, changed } = await json<{ targets: Target[]; added: number; changed: number }>([
    'targets',
    'assign',
    rules,
    '--dry-run',
  ])
  expect([targets.length, added, changed]).toEqual([3072, 0, 0])
  const rows: Record<string, string>[] = parse(readFileSync(join(PROVINCE, 'targets.csv')), { columns: true })
  expect(targets.map(row => targetName({ ...row })).toSorted()).toEqual(rows.map(targetName).toSorted())
  expect(fingerprint(path)).toEqual(before)
  expect((await run('undo', '4')).status).toBe(0)
  expect(await json(['targets', 'assign', rules])).toMatchObject({ added: 3072, changed: 0, import: 8 })
  expect(await json(['targets', 'assign', rules])).toMatchObject({ added: 0, changed: 0, import: null })
})

test('rules for a year, and what is within them, are shown with why each unit gets it, and stored with their decision', async () => {
  const { json, run } = province.copy()
  const rules = {
    document: '55/KH-UBND',
    rules: [
      {
        indicator: 'online_rate',
        kinds: ['district'],
        years: { 2025: { central: 50, below: 0, above: 5 } },
        within: [{ indicator: 'full_process_rate', years: { 2025: { share: 40 } } }],
      },
    ],
  }
  const file = write('nam.json', JSON.stringify(rules))
  const { out } = await run('targets', 'assign', file, '--dry-run')
  expect(out).toMatch(
    /^Huyện Ia Grai – .+, năm 2025: [\d,]+% \(55\/KH-UBND\) – 40% của hồ sơ trực tuyến \([\d,]+\)$/m,
  )
  const { targets, added } = await json<{ targets: Target[]; added: number }>(['targets', 'assign', file])
  expect(added).toBe(targets.length)
  expect(targets[0]).toMatchObject({ campaign: null, phase: null, year: 2025, document: '55/KH-UBND' })
  const unnamed = write('khong.json', JSON.stringify({ rules: rules.rules }))
  expect(await run('targets', 'assign', unnamed)).toMatchObject({ status: 1, out: '' })
})

test('a file of rules with a mistake is refused and named', async () => {
  const { run, path } = province.copy()
  const before = fingerprint(path)
  const rule = { indicator: 'online_rate', kinds: ['department'], phases: { 1: { fixed: 50 } } }
  const [broken, unknownUnit, noFile] = await Promise.all([
    run('targets', 'assign', write('hong.json', '{"rules": [')),
    run(
      'targets',
      'assign',
      write('la.json', JSON.stringify({ rules: [{ ...rule, except: ['Sở Không Có'] }] })),
    ),
    run('targets', 'assign', '/khong/co.json'),
  ])
  expect(broken).toMatchObject({ status: 1, out: '', err: expect.stringContaining('hong.json') })
  expect(unknownUnit).toMatchObject({ status: 1, out: '', err: expect.stringContaining('Sở Không Có') })
  expect(noFile).toMatchObject({ status: 1, out: '', err: expect.stringContaining('/khong/co.json') })
  expect(fingerprint(path)).toEqual(before)
})

test('a cell that is refused is shown without what a terminal would obey', async () => {
  const { err, status } = await province
    .copy()
    .run('import', 'observations', observations(['GL\u202E-S01,online_rate,2024-05,1,2,,']))
  expect(status).toBe(1)
  expect(err).toContain('“GL[U+202E]-S01”')
})
