import { assert, asyncProperty, shuffledSubarray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Database } from '../../src/db/stores/database.ts'
import type { Problem } from '../../src/imports/problem.ts'
import { listImports, undoImport } from '../../src/imports/undo-import.ts'
import { dump } from '../db/temp-database.ts'
import { accept, AT, expectSayable, figures, province } from './small-province.ts'

const HEADER = 'unit,indicator,period,numerator,denominator\n'
const week = (...rows: string[]) =>
  HEADER + rows.map(row => row.replace('@', 'online_rate,2024-W20')).join('\n')

/** Imports figures and gives the import's id. */
async function observe(db: Database, text: string, at: number): Promise<number> {
  return (await accept(db, 'observations', text, { at })).importId ?? 0
}

async function refusal(opened: { db: Database; path: string }, id: number): Promise<Problem> {
  const before = dump(opened.path)
  const outcome = await undoImport(opened.db, id, AT)
  expect(dump(opened.path)).toEqual(before)
  if (outcome.ok) throw new Error('undone, though it must be refused')
  const [problem, ...others] = outcome.problems
  expect(others).toEqual([])
  if (problem === undefined) throw new Error('refused without a reason')
  expectSayable(problem)
  return problem
}

async function undo(db: Database, id: number): Promise<number> {
  const outcome = await undoImport(db, id, AT + 100)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.rows
}

/** Everything but the imports themselves, who made them, and what counts changes. */
function content(path: string) {
  const {
    import: _,
    import_change: __,
    revision: ___,
    sqlite_sequence: ____,
    audit: _____,
    ...rest
  } = dump(path)
  return rest
}

describe('figures', () => {
  test('that were replaced come back', async () => {
    const { db } = await province()
    await observe(db, week('S1,@,1,4', 'S2,@,1,4'), AT)
    const second = await observe(db, week('S1,@,2,4', 'X1,@,1,1'), AT + 1)
    expect(await undo(db, second)).toBe(2)
    expect(await figures(db)).toEqual([
      'S1 online_rate 2024-05-13/2024-05-19 1/4',
      'S2 online_rate 2024-05-13/2024-05-19 1/4',
    ])
  })

  test('of three imports, undone in any order, leave those of the others', async () => {
    await assert(
      asyncProperty(shuffledSubarray([0, 1, 2]), async order => {
        const { db } = await province()
        const ids = [
          await observe(db, week('S1,@,1,9'), AT),
          await observe(db, week('S1,@,2,9'), AT + 1),
          await observe(db, week('S1,@,3,9'), AT + 2),
        ]
        const standing = new Set([0, 1, 2])
        for (const index of order) {
          await undo(db, ids[index] ?? 0)
          standing.delete(index)
          const newest = standing.size === 0 ? [] : [`${Math.max(...standing) + 1}/9`]
          expect((await figures(db)).map(line => line.split(' ').at(-1))).toEqual(newest)
        }
      }),
      { numRuns: 12 },
    )
  })

  test('can be imported again after they were undone', async () => {
    const { db } = await province()
    const id = await observe(db, week('S1,@,1,4'), AT)
    await undo(db, id)
    const again = await accept(db, 'observations', week('S1,@,1,4'))
    expect(again).toMatchObject({ added: 1, importId: id + 1 })
  })
})

describe('the catalog', () => {
  const MEMBERS = 'member,name,role,unit\n'

  test('what was added goes, what was changed becomes what it was', async () => {
    const { db, path } = await province()
    await accept(db, 'members', `${MEMBERS}a,An,leader,S1\n`)
    const before = content(path)
    const { importId } = await accept(db, 'members', `${MEMBERS}a,An,officer,S2\nb,Bình,data,P\n`)
    expect(await undo(db, importId ?? 0)).toBe(2)
    expect(content(path)).toEqual(before)
  })

  test('what a later import changed again is refused, naming it; in order it works', async () => {
    const opened = await province()
    const { db, path } = opened
    const before = content(path)
    const ids: number[] = []
    for (const role of ['leader', 'officer', 'data']) {
      ids.push((await accept(db, 'members', `${MEMBERS}a,An,${role},S1\n`)).importId ?? 0)
    }
    const [first = 0, second = 0, third = 0] = ids
    expect(await refusal(opened, first)).toMatchObject({
      code: 'changed_later',
      value: 'a',
      params: { imports: `${second}, ${third}` },
    })
    expect(await refusal(opened, second)).toMatchObject({ params: { imports: `${third}` } })
    for (const id of [third, second, first]) expect(await undo(db, id)).toBe(1)
    expect(content(path)).toEqual(before)
  })

  test('units, indicators and campaigns that are used are refused, naming by what', async () => {
    const opened = await province()
    const { db } = opened
    const target = 'campaign,phase,year,unit,indicator,target,document\n'
    const targets = await accept(
      db,
      'targets',
      `${target}C,1,,S1,online_rate,50,d\n,,2024,S2,services,50,d\n`,
    )
    const members = await accept(db, 'members', `${MEMBERS}a,An,leader,X1\n`)
    const figuresId = await observe(db, week('S2,@,1,4'), AT)
    const [units, indicators, campaigns] = [1, 2, 3]
    expect(await refusal(opened, units)).toMatchObject({
      file: 'units.csv',
      code: 'still_used',
      params: { imports: `${targets.importId}, ${members.importId}, ${figuresId}` },
    })
    expect(await refusal(opened, indicators)).toMatchObject({
      code: 'still_used',
      params: { imports: `${targets.importId}, ${figuresId}` },
    })
    expect(await refusal(opened, campaigns)).toMatchObject({
      code: 'still_used',
      value: 'C/1',
      params: { imports: `${targets.importId}` },
    })
    for (const { id } of await listImports(db)) await undo(db, id)
    const {
      units: left,
      indicators: none,
      phases,
      targets: rest,
      members: people,
    } = await db.read.catalog.get()
    expect([left, none, phases, rest, people]).toEqual([[], [], [], [], []])
  })

  test('units below units of an earlier file keep that file from being undone', async () => {
    const opened = await province()
    const header = 'code,name,short_name,kind,parent,aliases,merged_into\n'
    const { importId } = await accept(
      opened.db,
      'units',
      `${header}X9,Xã Mới,,commune,H1,,\nX8,Xã Cũ,,commune,,,X2\n`,
    )
    expect(await refusal(opened, 1)).toMatchObject({
      code: 'still_used',
      value: 'H1',
      params: { imports: `${importId}` },
    })
    await undo(opened.db, importId ?? 0)
    await undo(opened.db, 1)
    expect((await opened.db.read.catalog.get()).units).toEqual([])
  })

  test('an exception of a rule uses its unit', async () => {
    const opened = await province()
    const header = 'code,name,short_name,kind,parent,aliases\n'
    const units = await accept(opened.db, 'units', `${header}S9,Thanh tra tỉnh,,department,P,\n`)
    const rule = 'year,kind,indicator,target,document,except\n2024,department,online_rate,60,d,S9\n'
    const targets = await accept(opened.db, 'targets', rule)
    expect(await refusal(opened, units.importId ?? 0)).toMatchObject({
      code: 'still_used',
      params: { imports: `${targets.importId}` },
    })
  })

  test('what would close a circle is refused', async () => {
    const opened = await province()
    const { db } = opened
    const header = 'code,name,short_name,kind,parent,aliases\n'
    // S1 goes from below S2 to the top; then S2 goes below S1.
    await accept(db, 'units', `${header}S1,Sở Y tế,Sở Y tế,department,S2,SYT|Y tế\n`)
    const up = await accept(db, 'units', `${header}S1,Sở Y tế,Sở Y tế,department,P,SYT|Y tế\n`)
    const below = await accept(db, 'units', `${header}S2,Sở Tư pháp,Sở Tư pháp,department,S1,STP\n`)
    expect(await refusal(opened, up.importId ?? 0)).toMatchObject({
      code: 'changed_later',
      params: { imports: `${below.importId}` },
    })
    await undo(db, below.importId ?? 0)
    await undo(db, up.importId ?? 0)
    expect((await db.read.catalog.get()).units.find(unit => unit.code === 'S1')?.parent).toBe('S2')
  })

  test('phases that would overlap again are refused', async () => {
    const opened = await province()
    const { db } = opened
    const header = 'campaign,name,phase,phase_name,start,end,document\n'
    const name = 'C,Chiến dịch 100 ngày'
    const shorter = await accept(db, 'campaigns', `${header}${name},1,Giai đoạn 1,2024-03-22,2024-04-15,d\n`)
    const earlier = await accept(db, 'campaigns', `${header}${name},2,Giai đoạn 2,2024-04-16,2024-06-30,d\n`)
    expect(await refusal(opened, shorter.importId ?? 0)).toMatchObject({
      code: 'changed_later',
      params: { imports: `${earlier.importId}` },
    })
  })

  test('an alias that an operator added is no obstacle', async () => {
    const { db } = await province()
    await db.write(({ catalog }) => catalog.addAlias('unit', 'S1', 'y tế tỉnh'))
    for (const id of [3, 2, 1]) await undo(db, id)
    expect((await db.read.catalog.get()).units).toEqual([])
  })

  test('a record that was changed by other ways than an import is left alone', async () => {
    const opened = await province()
    const { importId } = await accept(opened.db, 'members', `${MEMBERS}a,An,leader,S1\n`)
    const other = { member: 'a', name: 'An', role: 'admin', unit: 'S1' } as const
    await opened.db.write(({ catalog }) => catalog.put('members', new Map([['a', other]])))
    expect(await refusal(opened, importId ?? 0)).toMatchObject({ code: 'changed_otherwise', value: 'a' })
  })
})

describe('the list', () => {
  test('has every import, newest first, and when it was undone', async () => {
    const { db } = await province()
    await undo(db, await observe(db, week('S1,@,1,4'), AT + 5))
    const list = await listImports(db)
    expect(list.map(({ id, kind, undoneAt }) => [id, kind, undoneAt])).toEqual([
      [4, 'observations', AT + 100],
      [3, 'campaigns', null],
      [2, 'indicators', null],
      [1, 'units', null],
    ])
    expect(list[0]).toMatchObject({ file: 'observations.csv', at: AT + 5, rows: 1, added: 1, changed: 0 })
    expect(list[0]?.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each([99, -1, 0, 1.5, Number.NaN])('has no import %d', async id => {
    expect(await refusal(await province(), id)).toMatchObject({ code: 'no_such_import', value: String(id) })
  })

  test('an import is undone once', async () => {
    const opened = await province()
    const id = await observe(opened.db, week('S1,@,1,4'), AT)
    await undo(opened.db, id)
    expect(await refusal(opened, id)).toMatchObject({ code: 'already_undone', file: 'observations.csv' })
  })
})
