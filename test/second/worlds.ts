import { type Days, dayOf, monthDays, textOf } from '../reference/civil-days.ts'
import { Random } from '../reference/random.ts'

/** Small made worlds with everything that the rules tell apart, as texts to load and as plain rows to count by hand. */

export interface Row extends Days {
  unit: string
  indicator: string
  n: number
  d: number
}

export interface WorldUnit {
  code: string
  kind: string
  parent: string | null
  activeFrom: number | null
  activeTo: number | null
  mergedInto: string | null
}

export interface Phase extends Days {
  name: string
}

export interface MadeWorld {
  name: string
  units: WorldUnit[]
  indicators: { code: string; accumulation: 'sum' | 'latest'; better: 'higher' | 'lower' }[]
  phases: Phase[]
  /** Target by phase name, kind and indicator. */
  targets: Map<string, number>
  rows: Row[]
  periods: Days[]
  every: 'week' | 'month'
  monthStart: number
  texts: { units: string; indicators: string; campaigns: string; targets: string; observations: string }
}

const INDICATORS = [
  { code: 'online_rate', accumulation: 'sum', better: 'higher' },
  { code: 'late_rate', accumulation: 'sum', better: 'lower' },
  { code: 'active_services_rate', accumulation: 'latest', better: 'higher' },
  // The same dossiers as the first, divided by more of them.
  { code: 'online_of_all_rate', accumulation: 'sum', better: 'higher' },
] as const

const PHASES: Phase[] = [
  { name: '1', from: dayOf('2024-02-05'), to: dayOf('2024-04-28') },
  { name: '2', from: dayOf('2024-04-29'), to: dayOf('2024-06-30') },
]

/** A province by week: departments, districts with communes, a commune dissolved in the middle of a phase. */
export function weeklyProvince(seed: number): MadeWorld {
  const units: WorldUnit[] = [
    unit('P', 'province', null),
    ...numbered(6).map(i => unit(`S${i}`, 'department', 'P')),
    ...numbered(3).map(i => unit(`H${i}`, 'district', 'P')),
    ...numbered(12).map(i => unit(`X${i}`, 'commune', `H${1 + (i % 3)}`)),
    { ...unit('XCU', 'commune', 'H1'), activeTo: dayOf('2024-04-14'), mergedInto: 'X1' },
  ]
  return made({ name: 'weekly', units, kinds: ['department', 'commune'], every: 'week', monthStart: 1, seed })
}

/** A province that reports from the 21st to the 20th. */
export function monthlyProvince(seed: number): MadeWorld {
  const units: WorldUnit[] = [
    unit('P', 'province', null),
    ...numbered(8).map(i => unit(`S${i}`, 'department', 'P')),
    ...numbered(10).map(i => unit(`X${i}`, 'commune', 'P')),
  ]
  return made({
    name: 'monthly',
    units,
    kinds: ['department', 'commune'],
    every: 'month',
    monthStart: 21,
    seed,
  })
}

/**
 * A province whose communes were merged in the middle of the second phase: four ended on a Sunday, two of them in a new
 * one, the others in one that was there before.
 */
export function mergedProvince(seed: number): MadeWorld {
  const last = dayOf('2024-05-19')
  const ended = (i: number, into: string) => ({
    ...unit(`Y${i}`, 'commune', 'P'),
    activeTo: last,
    mergedInto: into,
  })
  const units: WorldUnit[] = [
    unit('P', 'province', null),
    ...numbered(4).map(i => unit(`S${i}`, 'department', 'P')),
    ...numbered(7).map(i => unit(`X${i}`, 'commune', 'P')),
    ended(1, 'XN'),
    ended(2, 'XN'),
    ended(3, 'X1'),
    ended(4, 'X2'),
    { ...unit('XN', 'commune', 'P'), activeFrom: last + 1 },
  ]
  return made({ name: 'merged', units, kinds: ['department', 'commune'], every: 'week', monthStart: 1, seed })
}

/** The country: regions with provinces, and ministries, by calendar month. */
export function country(seed: number): MadeWorld {
  const units: WorldUnit[] = [
    unit('VN', 'country', null),
    ...numbered(3).map(i => unit(`V${i}`, 'region', 'VN')),
    ...numbered(12).map(i => unit(`T${i}`, 'province', `V${1 + (i % 3)}`)),
    ...numbered(7).map(i => unit(`B${i}`, 'ministry', 'VN')),
  ]
  return made({
    name: 'country',
    units,
    kinds: ['province', 'ministry'],
    every: 'month',
    monthStart: 1,
    seed,
  })
}

function numbered(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1)
}

function unit(code: string, kind: string, parent: string | null): WorldUnit {
  return { code, kind, parent, activeFrom: null, activeTo: null, mergedInto: null }
}

interface Plan extends Pick<MadeWorld, 'name' | 'units' | 'every' | 'monthStart'> {
  kinds: readonly string[]
  seed: number
}

function made(plan: Plan): MadeWorld {
  const random = new Random(plan.seed)
  const periods = periodsOf(plan)
  const targets = new Map(
    PHASES.flatMap(({ name }) =>
      plan.kinds.flatMap(kind =>
        INDICATORS.map(({ code, better }) => {
          const target = better === 'lower' ? random.whole(5, 15) : random.whole(40, 80)
          return [`${name}|${kind}|${code}`, target] as const
        }),
      ),
    ),
  )
  const rows = plan.units.flatMap(one =>
    plan.kinds.includes(one.kind)
      ? INDICATORS.filter(({ code }) => code !== OF_ALL).flatMap(({ code }) =>
          rowsOf(random, one, code, periods),
        )
      : [],
  )
  rows.push(...rows.filter(({ indicator }) => indicator === 'online_rate').map(row => ofAll(random, row)))
  const world = { ...plan, indicators: [...INDICATORS], phases: PHASES, targets, rows, periods }
  return { ...world, texts: textsOf(world, plan.kinds) }
}

const OF_ALL = 'online_of_all_rate'

/** The same numerator by another denominator. */
function ofAll(random: Random, row: Row): Row {
  return { ...row, indicator: OF_ALL, d: row.d === 0 ? 0 : row.d + random.whole(0, 30) }
}

function periodsOf({ every, monthStart }: Plan): Days[] {
  if (every === 'week') {
    const monday = dayOf('2024-01-08')
    return numbered(25).map(i => ({ from: monday + 7 * (i - 1), to: monday + 7 * i - 1 }))
  }
  return numbered(6).map(month =>
    monthStart === 1
      ? monthDays(2024, month)
      : {
          from: monthDays(2024, month - 1).from + monthStart - 1,
          to: monthDays(2024, month).from + monthStart - 2,
        },
  )
}

/** One in twenty periods is missing, one in thirty has no dossiers; rates differ, so that ties and turns happen. */
function rowsOf(
  random: Random,
  { code, activeFrom, activeTo }: WorldUnit,
  indicator: string,
  periods: Days[],
): Row[] {
  const level = random.whole(20, 80)
  return periods.flatMap(({ from, to }) => {
    if (random.chance(0.05) || (activeTo !== null && to > activeTo)) return []
    if (activeFrom !== null && from < activeFrom) return []
    const d = random.chance(0.03) ? 0 : random.whole(10, 60)
    const rate =
      indicator === 'late_rate' ? random.whole(0, 25) : Math.min(100, level + random.whole(-15, 20))
    return [{ unit: code, indicator, from, to, n: Math.floor((d * rate) / 100), d }]
  })
}

function textsOf(world: Omit<MadeWorld, 'texts'>, kinds: readonly string[]): MadeWorld['texts'] {
  return {
    units: lines(
      'code,name,short_name,kind,parent,aliases,active_from,active_to,merged_into',
      world.units.map(({ code, kind, parent, activeFrom, activeTo, mergedInto }) => {
        const [began, ended] = [activeFrom, activeTo].map(day => (day === null ? '' : textOf(day)))
        return `${code},Đơn vị ${code},${code},${kind},${parent ?? ''},,${began},${ended},${mergedInto ?? ''}`
      }),
    ),
    indicators: lines(
      'code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases,unit,max,better',
      world.indicators.map(
        ({ code, accumulation, better }) =>
          `${code},${code},${code},đạt,tổng,${accumulation},,,percent,100,${better}`,
      ),
    ),
    campaigns: lines(
      'campaign,name,phase,phase_name,start,end,document',
      world.phases.map(
        ({ name, from, to }) => `C,Chiến dịch,${name},Giai đoạn ${name},${textOf(from)},${textOf(to)},1/KH`,
      ),
    ),
    targets: lines(
      'campaign,phase,year,unit,kind,indicator,target,document,except',
      world.phases.flatMap(({ name }) =>
        kinds.flatMap(kind =>
          world.indicators.map(
            ({ code }) => `C,${name},,,${kind},${code},${world.targets.get(`${name}|${kind}|${code}`)},1/KH,`,
          ),
        ),
      ),
    ),
    observations: lines(
      'unit,indicator,period,numerator,denominator,value,note',
      world.rows.map(
        ({ unit: code, indicator, from, to, n, d }) =>
          `${code},${indicator},${textOf(from)}/${textOf(to)},${n},${d},,`,
      ),
    ),
  }
}

function lines(head: string, rows: string[]): string {
  return [head, ...rows, ''].join('\n')
}
