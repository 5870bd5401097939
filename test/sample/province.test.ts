import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sampleProvince } from '../../src/sample/province.ts'
import { lastSunday, read, sundayOf, target } from './reading.ts'

const TODAY = '2026-11-18'
const files = sampleProvince(TODAY)
const sample = read(files)
const codes = new Set(sample.units.map(row => row['code'] ?? ''))
const old = new Set(sample.units.filter(row => row['active_to'] !== '').map(row => row['code'] ?? ''))

/** Name of today's unit that took over the one of this name. */
function successor(name: string): string | undefined {
  const merged = sample.units.find(row => row['name'] === name)?.['merged_into']
  return sample.units.find(row => row['code'] === merged && row['active_to'] === '')?.['name']
}

/** The counts of one unit's weeks, oldest first. */
function weeklyCounts(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .filter(line => line.startsWith('23575,online_rate') && line.includes('-W'))
    .map(line => line.split(',').slice(3).join())
}

/** Middle of the dossiers that the departments received in a week. */
function middleVolume(rows: readonly string[][], departments: string): number {
  const dossiers = rows
    .filter(
      ([unit = '', indicator, , n]) =>
        indicator === 'online_rate' && n !== '' && unit.startsWith(departments),
    )
    .map(row => Number(row[4]))
    .toSorted((a, b) => a - b)
  return dossiers[Math.floor(dossiers.length / 2)] ?? 0
}

describe('the units', () => {
  it('are the province, its 135 communes and 16 departments of today, and those that they took over', () => {
    const today = sample.units.filter(row => row['active_to'] === '')
    const kinds = (kind: string): number => today.filter(row => row['kind'] === kind).length
    expect([kinds('province'), kinds('commune'), kinds('department')]).toEqual([1, 135, 16])
    const before = Map.groupBy(
      sample.units.filter(row => old.has(row['code'] ?? '')),
      row => row['kind'],
    )
    expect(['department', 'district', 'commune'].map(kind => before.get(kind)?.length)).toEqual([7, 28, 378])
    expect(codes.size).toBe(sample.units.length)
  })

  it('form a tree of two tiers, but for the communes of former districts', () => {
    const parents = Map.groupBy(sample.units, row => row['parent'] ?? '')
    expect(parents.get('')).toHaveLength(1)
    for (const { code = '', active_to } of sample.units)
      for (const below of parents.get(code) ?? [])
        expect(code === '52' || (active_to === '2025-06-30' && below['active_to'] === active_to)).toBe(true)
  })

  it('lead from each former commune and district to communes that exist', () => {
    const living = new Set(sample.units.filter(row => row['active_to'] === '').map(row => row['code'] ?? ''))
    const former = sample.units.filter(row => row['active_to'] === '2025-06-30')
    expect(former).toHaveLength(406)
    for (const row of former)
      expect((row['merged_into'] ?? '').split('|').every(code => living.has(code))).toBe(true)
  })

  it('lead from each old department to one that exists', () => {
    expect(successor('Sở Giao thông vận tải')).toBe('Sở Xây dựng')
    expect(successor('Sở Tài nguyên và Môi trường')).toBe('Sở Nông nghiệp và Môi trường')
    expect(successor('Sở Nông nghiệp và Phát triển nông thôn')).toBe('Sở Nông nghiệp và Môi trường')
    expect(successor('Sở Kế hoạch và Đầu tư')).toBe('Sở Tài chính')
    expect(successor('Sở Lao động - Thương binh và Xã hội')).toBe('Sở Nội vụ')
    expect(successor('Sở Thông tin và Truyền thông')).toBe('Sở Khoa học và Công nghệ')
    expect(successor('Ban Dân tộc')).toBe('Sở Dân tộc và Tôn giáo')
  })

  it('share no name, short name or alias among departments', () => {
    const names = sample.units
      .filter(row => row['kind'] === 'department')
      .flatMap(row => [
        ...new Set(
          [row['name'], row['short_name'], ...(row['aliases'] ?? '').split('|')].map(name =>
            (name ?? '').toLowerCase(),
          ),
        ),
      ])
      .filter(name => name !== '')
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})

describe('the figures', () => {
  const isCount = /^\d+$/
  const indicators = new Set(sample.indicators.map(row => row['code']))

  it('are those of known units that still exist, each period once, and are marked', () => {
    const strangers = sample.observations.filter(
      ([unit = '', indicator]) => !codes.has(unit) || old.has(unit) || !indicators.has(indicator),
    )
    expect(strangers).toEqual([])
    expect(new Set(sample.observations.map(row => row.slice(0, 3).join())).size).toBe(
      sample.observations.length,
    )
    expect(new Set(sample.observations.map(row => row[6]))).toEqual(new Set(['dữ liệu mẫu']))
  })

  it('are whole counts that hold for the weeks up to the last Sunday', () => {
    const weekly = sample.observations.filter(([, , period]) => period !== '2025')
    const wrong = weekly.filter(
      ([, , period = '', n = '', d = '', value]) =>
        !isCount.test(n) ||
        !isCount.test(d) ||
        Number(n) > Number(d) ||
        value !== '' ||
        sundayOf(period) > lastSunday(TODAY),
    )
    expect(wrong).toEqual([])
    expect(weekly.length).toBe(150 * 8 * 46 - 3 * 8)
  })

  it('are only a percent for last year', () => {
    const yearly = sample.observations.filter(([, , period]) => period === '2025')
    const wrong = yearly.filter(
      ([, , , n, d, value]) => n !== '' || d !== '' || !(Number(value) > 0 && Number(value) < 100),
    )
    expect(wrong).toEqual([])
    expect(yearly.length).toBe(151 * 8 - 1)
  })

  it('are the same for the same day, and under other dates for another', () => {
    expect(sampleProvince(TODAY)).toEqual(files)
    const later = weeklyCounts(sampleProvince('2027-06-30').observations)
    expect(later.length).toBe(40)
    expect(weeklyCounts(files.observations).slice(-40)).toEqual(later)
  })

  it('never have more fully online dossiers than online ones', () => {
    const online = new Map<string, number>()
    for (const [unit, indicator, period, n] of sample.observations)
      if (indicator === 'online_rate') online.set(`${unit}|${period}`, Number(n))
    const full = sample.observations.filter(row => row[1] === 'full_process_rate' && row[5] === '')
    expect(full.length).toBeGreaterThan(6000)
    for (const [unit, , period, n] of full)
      expect(Number(n)).toBeLessThanOrEqual(online.get(`${unit}|${period}`) ?? -1)
  })

  it('are of the size of the reference province: the middle of its weeks within a factor of two', () => {
    const reference = readFileSync('test/fixtures/gia-lai-2024/observations-weekly.csv', 'utf8')
    const theirs = middleVolume(
      reference.split('\n').map(line => line.split(',')),
      'GL-S',
    )
    const times = middleVolume(sample.observations, '52-S') / theirs
    expect(times).toBeGreaterThan(0.5)
    expect(times).toBeLessThan(2)
  })
})

describe('the targets', () => {
  it.each([
    ['online_rate', 50],
    ['online_payment_rate', 45],
  ])(
    'of %s: under %d, that and ten more; else the own result and five, then ten more',
    (indicator, central) => {
      const results = sample.observations.filter(
        ([unit, of, period]) => of === indicator && period === '2025' && unit !== '52' && unit !== '52-S13',
      )
      expect(
        results.some(row => Number(row[5]) < central) && results.some(row => Number(row[5]) >= central),
      ).toBe(true)
      for (const [unit = '', , , , , value] of results) {
        const own = Number(value) >= central ? Number(value) : null
        expect(target(sample, unit, indicator, '1')).toBeCloseTo(own === null ? central : own + 5, 6)
        expect(target(sample, unit, indicator, '2')).toBeCloseTo(own === null ? central + 10 : own + 10, 6)
      }
    },
  )

  it('stay within 100, name a plan that says it is a sample, and leave Thanh tra tỉnh out', () => {
    for (const row of sample.targets) {
      expect(Number(row['target'])).toBeGreaterThan(0)
      expect(Number(row['target'])).toBeLessThanOrEqual(100)
      expect(row['document']).toContain('mẫu')
    }
    const kindless = sample.targets.filter(row => row['kind'] === '' && row['unit'] === '52-S13')
    const forgetful = sample.targets.filter(row => row['kind'] !== '' && row['except'] !== '52-S13')
    expect([kindless, forgetful]).toEqual([[], []])
  })
})

describe('the members', () => {
  it('are seven people named by their office, each in a unit that exists', () => {
    expect(sample.members.map(row => row['role'])).toEqual([
      'leader',
      'leader',
      'leader',
      'officer',
      'committee',
      'data',
      'admin',
    ])
    for (const { unit = '' } of sample.members) expect(codes.has(unit) && !old.has(unit)).toBe(true)
  })
})
