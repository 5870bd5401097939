import { type Days, dayOf, monthDays, quarterDays, textOf } from '../reference/civil-days.ts'
import { Random } from '../reference/random.ts'

/** A world of values that were published without counts: a score, a place of which less is better; and its rules again. */

export interface PublishedRow extends Days {
  unit: string
  indicator: string
  value: number
}

export interface PublishedWorld {
  units: { code: string; kind: 'province' | 'department' | 'commune' }[]
  rows: PublishedRow[]
  /** By phase, kind and indicator. */
  targets: Map<string, number>
  months: Days[]
  texts: { units: string; indicators: string; campaigns: string; targets: string; observations: string }
}

const PHASES = [
  { name: '1', from: dayOf('2024-02-05'), to: dayOf('2024-04-28') },
  { name: '2', from: dayOf('2024-04-29'), to: dayOf('2024-08-31') },
]
export const PUBLISHED = ['score', 'place'] as const
const KINDS = ['department', 'commune'] as const

/** Months for all, one in fifteen missing; the quarter's own value for half of the units. */
export function publishedWorld(seed: number): PublishedWorld {
  const random = new Random(seed)
  const units: PublishedWorld['units'] = [
    { code: 'P', kind: 'province' },
    ...numbers(9).map(i => ({ code: `S${i}`, kind: 'department' as const })),
    ...numbers(9).map(i => ({ code: `X${i}`, kind: 'commune' as const })),
  ]
  const months = numbers(8).map(month => monthDays(2024, month))
  const rows = units.flatMap(({ code, kind }) =>
    PUBLISHED.filter(indicator => kind !== 'province' || indicator === 'score').flatMap(indicator => {
      const value = () => (indicator === 'place' ? random.whole(1, 30) : random.whole(6000, 9000) / 100)
      const own = months.filter(() => !random.chance(1 / 15))
      const quarters = random.chance(0.5) ? [quarterDays(2024, 1), quarterDays(2024, 2)] : []
      return [...own, ...quarters].map(days => ({ unit: code, indicator, ...days, value: value() }))
    }),
  )
  const targets = new Map(
    PHASES.flatMap(({ name }) =>
      KINDS.flatMap(kind => [
        [`${name}|${kind}|score`, random.whole(70, 80)] as const,
        [`${name}|${kind}|place`, random.whole(8, 20)] as const,
      ]),
    ),
  )
  return { units, rows, targets, months, texts: textsOf(units, rows, targets) }
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1)
}

function lines(head: string, all: string[]): string {
  return [head, ...all, ''].join('\n')
}

function length({ from, to }: Days): number {
  return to - from
}

function textsOf(
  units: PublishedWorld['units'],
  rows: readonly PublishedRow[],
  targets: PublishedWorld['targets'],
): PublishedWorld['texts'] {
  return {
    units: lines(
      'code,name,short_name,kind,parent,aliases',
      units.map(({ code, kind }) => `${code},Đơn vị ${code},${code},${kind},${code === 'P' ? '' : 'P'},`),
    ),
    indicators: lines(
      'code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases,unit,max,better',
      ['score,Điểm,Điểm,,,published,,,points,100,higher', 'place,Hạng,Hạng,,,published,,,place,30,lower'],
    ),
    campaigns: lines(
      'campaign,name,phase,phase_name,start,end,document',
      PHASES.map(
        ({ name, from, to }) => `C,Chiến dịch,${name},Giai đoạn ${name},${textOf(from)},${textOf(to)},1/KH`,
      ),
    ),
    targets: lines(
      'campaign,phase,year,unit,kind,indicator,target,document,except',
      [...targets].map(([key, target]) => {
        const [phase = '', kind = '', indicator = ''] = key.split('|')
        return `C,${phase},,,${kind},${indicator},${target},1/KH,`
      }),
    ),
    observations: lines(
      'unit,indicator,period,numerator,denominator,value,note',
      rows.map(row => `${row.unit},${row.indicator},${textOf(row.from)}/${textOf(row.to)},,,${row.value},`),
    ),
  }
}

/** The row whose period is the window, else of those inside it the one that ends last (of two such the shorter). */
export function standing(
  world: PublishedWorld,
  of: { unit: string; indicator: string },
  { window, today }: { window: Days; today: number },
): PublishedRow | null {
  const inside = world.rows.filter(row => {
    const middle = Math.floor((row.from + row.to + 1) / 2)
    const isOf = row.unit === of.unit && row.indicator === of.indicator
    return isOf && row.to <= today && window.from <= middle && middle <= window.to
  })
  const same = inside.find(row => row.from === window.from && row.to === window.to)
  const short = inside.filter(row => length(row) <= Math.min(window.to, today) - window.from)
  const [newest = null] = (short.length > 0 ? short : inside).toSorted(
    (a, b) => b.to - a.to || length(a) - length(b),
  )
  return same ?? newest
}

/** The value of one month: what was published of a longer stretch is none of it. */
export function ofMonth(
  world: PublishedWorld,
  of: { unit: string; indicator: string },
  month: Days,
  today: number,
): number | null {
  const row = standing(world, of, { window: month, today })
  return row && row.to - row.from <= month.to - month.from ? row.value : null
}

export function phaseOn(today: number) {
  const phase = PHASES.find(({ from, to }) => from <= today && today <= to)
  if (!phase) throw new Error('a day without a phase')
  return phase
}
