import { describe, expect, test } from 'vitest'
import type { Unit } from '../../../src/core/unit-tree.ts'
import { recordKey } from '../../../src/db/stores/record-key.ts'
import type { CatalogRecords } from '../../../src/db/stores/catalog.ts'
import { databases } from './databases.ts'

const unit: Unit = {
  code: 'U1',
  name: 'Sở Y tế',
  shortName: 'Sở Y tế',
  kind: 'department',
  parent: null,
  aliases: ['SYT'],
  activeFrom: '2020-01-01',
  activeTo: null,
  mergedInto: null,
}

const indicator: CatalogRecords['indicators'] = {
  code: 'x',
  name: 'Tỷ lệ X',
  shortName: 'X',
  numeratorLabel: 'a',
  denominatorLabel: 'b',
  accumulation: 'latest',
  points: 12.5,
  aliases: [],
  unit: 'points',
  max: 20,
  better: 'lower',
}

const phase: CatalogRecords['campaigns'] = {
  campaign: 'C',
  campaignName: 'Chiến dịch',
  phase: '1',
  phaseName: 'Giai đoạn 1',
  from: '2024-03-22',
  to: '2024-05-01',
  document: '629/KH-UBND',
}

const targets: CatalogRecords['targets'][] = [
  {
    campaign: 'C',
    phase: '1',
    year: null,
    unit: 'U1',
    kind: null,
    indicator: 'x',
    target: 50,
    document: 'd',
    except: [],
  },
  {
    campaign: null,
    phase: null,
    year: 2024,
    unit: null,
    kind: 'department',
    indicator: 'x',
    target: null,
    document: 'd',
    except: ['U1'],
  },
]

const member: CatalogRecords['members'] = { member: 'gd', name: 'Giám đốc', role: 'leader', unit: 'U1' }

const holiday: CatalogRecords['holidays'] = { date: '2026-08-22', name: 'Làm bù', kind: 'work' }

describe.each(databases)('the catalog of $name', ({ empty }) => {
  async function filled() {
    const opened = await empty()
    await opened.db.write(async ({ catalog }) => {
      // Members before the units that they belong to: references are checked when the write ends.
      await catalog.put('members', new Map([['gd', member]]))
      await catalog.put('targets', new Map(targets.map(target => [recordKey.targets(target), target])))
      await catalog.put('units', new Map([['U1', unit]]))
      await catalog.put('indicators', new Map([['x', indicator]]))
      await catalog.put('campaigns', new Map([['C/1', phase]]))
      await catalog.put('holidays', new Map([[holiday.date, holiday]]))
    })
    return opened
  }

  describe('the catalog', () => {
    test('gives back every kind as it was put, and the same object while nothing changes', async () => {
      const { db } = await filled()
      const catalog = await db.read.catalog.get()
      expect(catalog).toEqual({
        revision: 6,
        units: [unit],
        indicators: [indicator],
        phases: [phase],
        targets,
        members: [member],
        holidays: [holiday],
      })
      expect(await db.read.catalog.get()).toBe(catalog)
      await db.write(async stores => {
        expect(await stores.catalog.get()).toBe(catalog)
        await stores.settings.set('a', '1')
      })
      expect(await db.read.catalog.get()).toBe(catalog)
    })

    test('keys name what a record is about', () => {
      expect(targets.map(recordKey.targets)).toEqual(['C/1|U1|x', '2024|kind:department|x'])
      expect(recordKey.campaigns(phase)).toBe('C/1')
    })

    test('a change is seen inside its write at once, by readers when it is committed, and not when it is not', async () => {
      const { db } = await filled()
      const renamed = new Map([['U1', { ...unit, name: 'Sở Y tế tỉnh' }]])
      const before = await db.read.catalog.get()
      const failing = db.write(async stores => {
        await stores.catalog.put('units', renamed)
        expect((await stores.catalog.get()).units[0]?.name).toBe('Sở Y tế tỉnh')
        expect(await db.read.catalog.get()).toBe(before)
        throw new Error('changed my mind')
      })
      await expect(failing).rejects.toThrow('changed my mind')
      expect(await db.read.catalog.get()).toBe(before)
      await db.write(async stores => {
        await stores.catalog.put('units', new Map([['U1', { ...unit, name: 'Khác' }]]))
        // The revision of the write that failed is used again, for other content.
        expect((await stores.catalog.get()).units[0]?.name).toBe('Khác')
      })
      expect((await db.read.catalog.get()).units[0]?.name).toBe('Khác')
    })

    test('a record keeps its place when it is replaced, and null removes it', async () => {
      const { db } = await filled()
      const second = { ...unit, code: 'U2' }
      await db.write(({ catalog }) => catalog.put('units', new Map([['U2', second]])))
      await db.write(({ catalog }) => catalog.put('units', new Map([['U1', { ...unit, aliases: [] }]])))
      expect([...(await db.read.catalog.records('units')).keys()]).toEqual(['U1', 'U2'])
      await db.write(({ catalog }) => catalog.put('units', new Map([['U2', null]])))
      expect((await db.read.catalog.get()).units.map(each => each.code)).toEqual(['U1'])
    })

    test('what is referred to cannot be removed', async () => {
      const { db, dump } = await filled()
      const before = dump()
      for (const kind of ['units', 'indicators'] as const) {
        const key = kind === 'units' ? 'U1' : 'x'
        const removal = db.write(({ catalog }) => catalog.put(kind, new Map([[key, null]])))
        await expect(removal).rejects.toThrow('FOREIGN KEY')
      }
      expect(dump()).toEqual(before)
    })

    test('is empty until anything was ever stored', async () => {
      const { db } = await empty()
      expect(await db.read.catalog.isEmpty()).toBe(true)
      await db.write(({ settings }) => settings.set('sample', '1'))
      expect(await db.read.catalog.isEmpty()).toBe(true)
      await db.write(({ catalog }) => catalog.put('indicators', new Map([['x', indicator]])))
      expect(await db.read.catalog.isEmpty()).toBe(false)
      await db.write(async ({ catalog, imports }) => {
        await catalog.put('indicators', new Map([['x', null]]))
        const counts = { rows: 1, added: 1, changed: 0, unchanged: 0 }
        await imports.markUndone(
          await imports.add({ kind: 'indicators', file: 'f', hash: 'h', at: 1, ...counts }),
          2,
        )
      })
      expect(await db.read.catalog.isEmpty()).toBe(false)
    })
  })

  describe('an added alias', () => {
    test('counts with the imported ones, and importing the unit again keeps it', async () => {
      const { db } = await filled()
      const add = (alias: string) => db.write(({ catalog }) => catalog.addAlias('unit', 'U1', alias))
      expect(await add('  y tế   tỉnh ')).toBe(true)
      expect(await add('Y TẾ tỉnh')).toBe(false)
      expect(await add('syt')).toBe(false)
      expect(await add('sở y tế')).toBe(false)
      expect(await add(' ')).toBe(false)
      expect(await db.write(({ catalog }) => catalog.addAlias('indicator', 'x', 'ích'))).toBe(true)
      await db.write(({ catalog }) => catalog.put('units', new Map([['U1', unit]])))
      const { units, indicators } = await db.read.catalog.get()
      expect(units[0]?.aliases).toEqual(['SYT', 'y tế tỉnh'])
      expect(indicators[0]?.aliases).toEqual(['ích'])
      expect((await db.read.catalog.records('units')).get('U1')).toEqual(unit)
    })

    test('of nobody is a mistake of the caller', async () => {
      const { db } = await filled()
      const nobody = db.write(({ catalog }) => catalog.addAlias('unit', 'nobody', 'x'))
      await expect(nobody).rejects.toThrow('nobody')
    })
  })
})
