import { expect, test } from 'vitest'
import type { TargetRow } from '../../src/core/target.ts'
import { builtInIndicators, ensureIndicators } from '../../src/imports/built-in.ts'
import { storeTargets } from '../../src/imports/store-targets.ts'
import { listImports, undoImport } from '../../src/imports/undo-import.ts'
import { dump, tempDatabase } from '../db/temp-database.ts'
import { accept, AT, INDICATORS, province, UNITS } from './small-province.ts'

function target(unit: string, percent: number): TargetRow {
  const term = { campaign: 'C', phase: '1', year: null, kind: null }
  return { ...term, unit, indicator: 'online_rate', target: percent, document: '629/KH-UBND', except: [] }
}

test('targets that were computed are stored like an import of them, once, and undone', async () => {
  const { db, path } = await province()
  const rows = [target('S1', 50), target('S2', 72.37)]
  const request = { file: 'rules.json', at: AT }
  const before = dump(path)
  expect(await storeTargets(db, rows, { ...request, dryRun: true })).toMatchObject({
    added: 2,
    importId: null,
  })
  expect(dump(path)).toEqual(before)
  expect(await storeTargets(db, rows, request)).toMatchObject({
    kind: 'targets',
    rows: 2,
    added: 2,
    importId: 4,
  })
  expect((await db.read.catalog.get()).targets).toEqual(rows)
  expect(await storeTargets(db, rows, request)).toMatchObject({ unchanged: 2, importId: null })
  const second = await storeTargets(db, [target('S1', 60)], request)
  expect(second).toMatchObject({ changed: 1, importId: 5 })
  expect((await listImports(db))[0]).toMatchObject({ kind: 'targets', file: 'rules.json', changed: 1 })
  expect(await undoImport(db, 4, AT)).toMatchObject({ ok: false, problems: [{ params: { imports: '5' } }] })
  expect(await undoImport(db, 5, AT)).toMatchObject({ ok: true })
  expect((await db.read.catalog.get()).targets).toEqual(rows)
})

test('a file of the same targets says nothing new', async () => {
  const { db } = await province()
  await storeTargets(db, [target('S1', 50)], { file: 'rules.json', at: AT })
  const file = 'campaign,phase,unit,indicator,target,document\nC,1,S1,online_rate,50,629/KH-UBND\n'
  expect(await accept(db, 'targets', file)).toMatchObject({ unchanged: 1, importId: null })
})

test('the built-in indicators are those of the rules', () => {
  const indicators = [...builtInIndicators().values()]
  expect(
    indicators.map(({ code, accumulation, points, max }) => `${code} ${accumulation} ${points} ${max}`),
  ).toEqual([
    'online_rate sum 12 100',
    'full_process_rate sum null 100',
    'active_services_rate latest null 100',
    'online_payment_rate sum 10 100',
    'on_time_rate sum 20 100',
    'digitization_rate sum 22 100',
    'satisfaction_rate sum 18 100',
    'transparency_rate sum 18 100',
    'service_score published null 100',
    'score_on_time published 20 20',
    'score_satisfaction published 18 18',
    'score_digitization published 22 22',
    'score_payment published 10 10',
    'score_online published 12 12',
    'score_transparency published 18 18',
  ])
})

test('missing ones are added, those that a province has its own way stay', async () => {
  const { db } = tempDatabase()
  await accept(db, 'indicators', INDICATORS)
  expect(await ensureIndicators(db, AT)).toBe(14)
  expect(await ensureIndicators(db, AT)).toBe(0)
  const { indicators } = await db.read.catalog.get()
  expect(indicators).toHaveLength(18)
  expect(indicators.find(each => each.code === 'online_rate')?.name).toBe('Tỷ lệ hồ sơ trực tuyến')
})

test('they come by themselves with figures or targets for a database that has none', async () => {
  const figures = 'unit,indicator,period,numerator,denominator\nS1,online_rate,2024-W20,1,2\n'
  const targets = 'year,unit,indicator,target,document\n2024,S1,service_score,90,d\n'
  for (const [kind, text] of [
    ['observations', figures],
    ['targets', targets],
  ] as const) {
    const { db } = tempDatabase()
    await accept(db, 'units', UNITS)
    expect(await accept(db, kind, text, { dryRun: true })).toMatchObject({ added: 1, importId: null })
    expect((await db.read.catalog.get()).indicators).toEqual([])
    await accept(db, kind, text)
    expect((await db.read.catalog.get()).indicators).toHaveLength(15)
    expect((await listImports(db)).map(each => each.kind)).toEqual([kind, 'indicators', 'units'])
  }
})
