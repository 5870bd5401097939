import { array, assert, asyncProperty, integer, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentAt } from '../../../src/core/moment.ts'
import { middleOf, parsePeriod } from '../../../src/core/period.ts'
import type { Indicator } from '../../../src/core/indicator.ts'
import type { Unit } from '../../../src/core/unit-tree.ts'
import type { Database } from '../../../src/db/stores/database.ts'
import type { NewObservation } from '../../../src/db/stores/observations.ts'
import { databases } from './databases.ts'

const ZONE = 'Asia/Ho_Chi_Minh'

const at = (iso: string) => Date.parse(iso)

const moment = (iso: string) => momentAt(at(iso), ZONE)

function unit(code: string): Unit {
  const names = { name: `Đơn vị ${code}`, shortName: code, kind: 'commune' as const, parent: null }
  return { code, ...names, aliases: [], activeFrom: null, activeTo: null, mergedInto: null }
}

function indicator(code: string): Indicator {
  const labels = { name: code, shortName: code, numeratorLabel: 'a', denominatorLabel: 'b' }
  const rest = { points: null, aliases: [], unit: 'percent', max: 100, better: 'higher' } as const
  return { code, ...labels, accumulation: 'sum', ...rest }
}

function row(code: string, of: string, period: string, figures: [number, number] | number): NewObservation {
  const { from, to } = parsePeriod(period)!
  const [numerator, denominator] = typeof figures === 'number' ? [null, null] : figures
  const value = typeof figures === 'number' ? figures : null
  const middle = middleOf({ from, to })
  return { unit: code, indicator: of, from, to, middle, numerator, denominator, value, note: '' }
}

/** Records as an import does: compares, stores what differs. Returns the import's id. */
async function record(db: Database, rows: NewObservation[], recordedAt: number): Promise<number> {
  return db.write(async stores => {
    const { added, changed } = await stores.observations.compare(rows)
    const counts = { rows: rows.length, added: added.length, changed: changed.length, unchanged: 0 }
    const id = await stores.imports.add({
      kind: 'observations',
      file: 'f',
      hash: 'h',
      at: recordedAt,
      ...counts,
    })
    await stores.observations.add(id, [...added, ...changed], recordedAt)
    return id
  })
}

const MAY = { from: '2024-05-01', to: '2024-05-31' }

describe.each(databases)('observations of $name', ({ empty }) => {
  async function prepare(): Promise<Database> {
    const { db } = await empty()
    const codes = Array.from({ length: 60 }, (_, index) => `U${index}`)
    await db.write(async stores => {
      await stores.catalog.put('units', new Map(codes.map(code => [code, unit(code)])))
      await stores.catalog.put('indicators', new Map(['x', 'y'].map(code => [code, indicator(code)])))
    })
    return db
  }

  describe('figures in a window', () => {
    test('are those whose middle day lies in it, every revision of them', async () => {
      const db = await prepare()
      await record(db, [row('U1', 'x', '2024-W18', [1, 2]), row('U1', 'x', '2024-W22', [3, 4])], 1)
      await record(db, [row('U1', 'x', '2024-W18', [2, 2]), row('U1', 'x', '2024-05', [9, 9])], 2)
      const found = await db.read.observations.inWindow({ indicators: ['x'], units: ['U1'], window: MAY })
      // Week 18 has its Thursday on 2 May, week 22 on 30 May; the month's middle is 16 May.
      expect(found.map(({ from, numerator, recordedAt }) => [from, numerator, recordedAt])).toEqual([
        ['2024-04-29', 1, 1],
        ['2024-04-29', 2, 2],
        ['2024-05-01', 9, 2],
        ['2024-05-27', 3, 1],
      ])
      const april = { from: '2024-04-01', to: '2024-05-01' }
      expect(await db.read.observations.inWindow({ indicators: ['x'], window: april })).toEqual([])
    })

    test('are found alike for few units, for many, and for all', async () => {
      const db = await prepare()
      const codes = Array.from({ length: 60 }, (_, index) => `U${index}`)
      const rows = codes.flatMap(code => [row(code, 'x', '2024-W19', [1, 2]), row(code, 'y', '2024-W19', 50)])
      await record(db, rows, 1)
      const read = (indicators: string[], units?: string[]) =>
        db.read.observations.inWindow({ indicators, window: MAY, ...(units && { units }) })
      expect(await read(['x'])).toHaveLength(60)
      expect(await read(['x', 'y'])).toHaveLength(120)
      expect(new Set((await read(['y'], codes.slice(0, 50))).map(found => found.unit))).toEqual(
        new Set(codes.slice(0, 50)),
      )
      expect((await read(['y', 'x'], ['U3', 'U2'])).map(found => [found.unit, found.indicator])).toEqual([
        ['U3', 'y'],
        ['U2', 'y'],
        ['U3', 'x'],
        ['U2', 'x'],
      ])
      expect(await read(['x'], [])).toEqual([])
      expect(await read([], ['U1'])).toEqual([])
      expect(await read(['z'], ['nobody'])).toEqual([])
    })

    test('come back as they were stored', async () => {
      const db = await prepare()
      const importId = await record(
        db,
        [row('U1', 'x', '2024-W19', [245, 400]), row('U1', 'y', '2023', 7.25)],
        77,
      )
      const [counts] = await db.read.observations.inWindow({ indicators: ['x'], window: MAY })
      expect(counts).toEqual({
        id: counts?.id,
        unit: 'U1',
        indicator: 'x',
        from: '2024-05-06',
        to: '2024-05-12',
        numerator: 245,
        denominator: 400,
        value: null,
        recordedAt: 77,
      })
      const ids = [counts?.id ?? 0, 999]
      expect(await db.read.observations.byId(ids)).toEqual([{ ...counts, importId }])
    })
  })

  describe('recording', () => {
    test('stores a revision only where the newest one says something else', async () => {
      const db = await prepare()
      const first = [row('U1', 'x', '2024-W19', [1, 2]), row('U2', 'x', '2024-W19', [1, 2])]
      await record(db, first, 1)
      const compare = (rows: NewObservation[]) => db.read.observations.compare(rows)
      expect(await compare(first)).toEqual({ added: [], changed: [] })
      const [changed, added] = [row('U1', 'x', '2024-W19', [2, 2]), row('U2', 'x', '2024-05', [1, 2])]
      expect(await compare([changed, added])).toEqual({ added: [added], changed: [changed] })
      await record(db, [changed], 2)
      // Going back to the first figures is a change again.
      expect(await compare(first)).toEqual({ added: [], changed: [first[0]] })
    })

    test('removing an import brings back what stood before it, and ids are not used again', async () => {
      const db = await prepare()
      await record(db, [row('U1', 'x', '2024-W19', [1, 2])], 1)
      const later = await record(db, [row('U1', 'x', '2024-W19', [2, 2])], 2)
      const all = { indicators: ['x'], window: MAY }
      const [, newest] = await db.read.observations.inWindow(all)
      const before = await db.read.observations.revision()
      expect(await db.write(stores => stores.observations.removeOfImport(later))).toBe(1)
      expect((await db.read.observations.inWindow(all)).map(found => found.numerator)).toEqual([1])
      expect(await db.read.observations.revision()).toBeGreaterThan(before)
      await record(db, [row('U1', 'x', '2024-W19', [2, 2])], 3)
      const [, again] = await db.read.observations.inWindow(all)
      expect(again?.id).toBeGreaterThan(newest?.id ?? 0)
      expect(await db.read.observations.importsOf('unit', ['U1', 'U2'])).toEqual([1, 3])
      expect(await db.read.observations.importsOf('indicator', ['y'])).toEqual([])
    })

    test('the same figures in any order of imports: the newest stands last', async () => {
      await assert(
        asyncProperty(
          array(tuple(integer({ min: 0, max: 3 }), integer({ min: 1, max: 5 })), { maxLength: 12 }),
          async changes => {
            const db = await prepare()
            const newest = new Map<number, number>()
            for (const [index, [week, numerator]] of changes.entries()) {
              await record(db, [row('U1', 'x', `2024-W${19 + week}`, [numerator, 9])], index)
              newest.set(week, numerator)
            }
            const found = await db.read.observations.inWindow({
              indicators: ['x'],
              window: { from: '2024-01-01', to: '2024-12-31' },
            })
            const read = new Map(
              found.toSorted((a, b) => a.recordedAt - b.recordedAt).map(each => [each.from, each.numerator]),
            )
            const weekly = Array.from(newest, ([week, numerator]) => [
              parsePeriod(`2024-W${19 + week}`)?.from,
              numerator,
            ])
            expect(Object.fromEntries(read)).toEqual(Object.fromEntries(weekly))
          },
        ),
        { numRuns: 15 },
      )
    })
  })

  describe('how far figures reach', () => {
    test('counts of its own has whose period has ended or was recorded; a published value is none', async () => {
      const db = await prepare()
      const counted = async (day: string) => {
        const query = { units: ['U1', 'U2'], indicators: ['x', 'y'], day }
        return [...(await db.read.observations.withCounts(query))]
      }
      expect(await counted('2024-12-31')).toEqual([])
      const early = at('2024-05-08T09:00+07:00')
      await record(
        db,
        [row('U1', 'x', '2023', 50), row('U1', 'x', '2024-W20', [1, 1]), row('U1', 'x', '2024-W19', [1, 1])],
        early,
      )
      expect(await counted('2024-05-07')).toEqual([])
      expect(await counted('2024-05-08')).toEqual(['U1|x'])
      await record(db, [row('U2', 'y', '2024-W01', [1, 1])], at('2024-06-01T09:00+07:00'))
      expect(await counted('2024-01-06')).toEqual([])
      expect(await counted('2024-01-07')).toEqual(['U2|y'])
      expect(await counted('2024-05-08')).toEqual(['U1|x', 'U2|y'])
    })

    test('a period counts once it has ended or was recorded, never before it starts, and covers up to today', async () => {
      const db = await prepare()
      const recorded = at('2024-07-08T09:00+07:00')
      await record(db, [row('U1', 'x', '2024-W19', [1, 1]), row('U2', 'x', '2024-W27', [1, 1])], recorded)
      await record(db, [row('U2', 'y', '2024-07', [1, 1])], recorded)
      const dataTo = (iso: string) => db.read.observations.dataTo(moment(iso))
      expect(await dataTo('2024-05-01T12:00+07:00')).toBeNull()
      expect(await dataTo('2024-05-08T12:00+07:00')).toBeNull()
      expect(await dataTo('2024-05-19T12:00+07:00')).toBe('2024-05-12')
      expect(await dataTo('2024-07-08T08:59+07:00')).toBe('2024-07-07')
      expect(await dataTo('2024-07-08T09:00+07:00')).toBe('2024-07-08')
      expect(await dataTo('2024-09-01T00:00+07:00')).toBe('2024-07-31')
      const byUnit = (iso: string) => db.read.observations.dataToByUnit(moment(iso))
      expect(await byUnit('2024-05-19T12:00+07:00')).toEqual(new Map([['U1', '2024-05-12']]))
      expect(await byUnit('2024-07-08T08:59+07:00')).toEqual(
        new Map([
          ['U1', '2024-05-12'],
          ['U2', '2024-07-07'],
        ]),
      )
      expect((await byUnit('2024-07-08T09:00+07:00')).get('U2')).toBe('2024-07-08')
    })

    test('names the last record up to a moment, so that two moments between two records are known to see the same', async () => {
      const db = await prepare()
      const last = async (by: number) => await db.read.observations.lastRecordedAt(by)
      expect(await last(Infinity)).toBeNull()
      await record(db, [row('U1', 'x', '2024-W19', [1, 1])], 100)
      await record(db, [row('U1', 'x', '2024-W19', [2, 2]), row('U2', 'x', '2024-W20', [1, 1])], 200)
      expect(await Promise.all([99, 100, 199, 200, Infinity].map(last))).toEqual([null, 100, 100, 200, 200])
    })

    test('a write that is open sees its own figures, readers do not', async () => {
      const db = await prepare()
      const today = moment('2024-06-01T00:00+07:00')
      await record(db, [row('U1', 'x', '2024-W19', [1, 1])], 1)
      expect(await db.read.observations.dataTo(today)).toBe('2024-05-12')
      await db.write(async stores => {
        const counts = { rows: 1, added: 1, changed: 0, unchanged: 0 }
        const id = await stores.imports.add({ kind: 'observations', file: 'f', hash: 'h', at: 2, ...counts })
        await stores.observations.add(id, [row('U2', 'x', '2024-W20', [1, 1])], 2)
        expect(await stores.observations.dataTo(today)).toBe('2024-05-19')
        expect((await stores.observations.dataToByUnit(today)).size).toBe(2)
        expect(await db.read.observations.dataTo(today)).toBe('2024-05-12')
        expect((await db.read.observations.dataToByUnit(today)).size).toBe(1)
      })
      expect((await db.read.observations.dataToByUnit(today)).get('U2')).toBe('2024-05-19')
    })
  })
})
