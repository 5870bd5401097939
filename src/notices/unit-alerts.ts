import { z } from 'zod'
import type { Need } from '../answers/answer.ts'
import { readFigures } from '../answers/figures.ts'
import { withNeed } from '../answers/needs.ts'
import { termToDate } from '../answers/windows.ts'
import type { World } from '../answers/world.ts'
import { termKey } from '../core/campaign.ts'
import type { Term } from '../core/campaign.ts'
import { civilDay } from '../core/moment.ts'
import { phaseDays } from '../core/progress.ts'
import { round2 } from '../core/rounding.ts'
import { phaseTerm, yearTerm } from '../core/term.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import type { Telling } from './topic.ts'

const toldAlert = z.object({
  indicator: z.string(),
  episode: z.number(),
  /** The value that is told, and the one that was told before; null where none was. */
  value: z.number(),
  before: z.number().nullable(),
  /** When it turned from on track to behind, milliseconds, where this is what is told. */
  turnedAt: z.number().optional(),
})

/** Facts of what is told of one unit's alerts in a term: which, named with their episode so that a new one is news. */
export const unitAlertFacts = z.object({ unit: z.string(), term: z.string(), alerts: z.array(toldAlert) })
export type UnitAlertFacts = z.infer<typeof unitAlertFacts>
export type ToldAlert = z.infer<typeof toldAlert>

/** What is true of them at the moment of sending. */
export interface UnitAlerts {
  unit: string
  term: Term
  /** Days from today to the end of the term. */
  daysLeft: number
  lines: AlertLine[]
  /** Last civil day that the figures cover. */
  dataTo: string | null
}

/** One indicator of a notice. */
export interface AlertLine {
  indicator: string
  value: number
  target: number
  pace: 'on_track' | 'behind' | null
  /** What the line of the pace expects today. */
  expected: number | null
  /** Civil day since when it stands. */
  since: string
  /** What is still needed by the end of the term, where it is known. */
  need: Need | null
  /** Value − value when it was last told; null when that is not known. */
  changeSinceTold: number | null
  /** What the unit has written about it. */
  explanation: string | null
}

/** An alert as facts and keys name it. */
export function alertName({ indicator, episode }: Pick<ToldAlert, 'indicator' | 'episode'>): string {
  return `${indicator}.${episode}`
}

/** Names the alerts of a unit in a key: `S1:CD/1:online_rate.2+on_time_rate.1`. */
export function alertsKey({ unit, term, alerts }: UnitAlertFacts): string {
  const names = alerts.map(
    one => `${alertName(one)}${one.turnedAt === undefined ? '' : `.behind${one.turnedAt}`}`,
  )
  return `${unit}:${term}:${names.join('+')}`
}

/** Of the alerts that facts name those that are in the state now, with today's figures; null when none is. */
export async function alertsIn(
  state: 'below' | 'recovered',
  { unit, term: key, alerts: told }: UnitAlertFacts,
  telling: Telling,
): Promise<UnitAlerts | null> {
  const { scene, alerts, observations } = telling
  const term = termOf(scene, key)
  if (!term || !scene.tree.byCode.has(unit)) return null
  const rows = (await alerts.ofUnits([unit])).filter(row => row.term === key && row.state === state)
  const lines = await Promise.all(
    told.flatMap(one => {
      const row = rows.find(
        ({ indicator, episode }) => indicator === one.indicator && episode === one.episode,
      )
      return row ? [alertLine(telling, row, one, term)] : []
    }),
  )
  if (lines.length === 0) return null
  const dataTo = (await observations.dataToByUnit(scene.moment)).get(unit)
  return {
    unit,
    term,
    daysLeft: phaseDays(term, scene.moment.today).daysLeft,
    lines,
    dataTo: dataTo ?? (await observations.dataTo(scene.moment)),
  }
}

async function alertLine(telling: Telling, row: AlertRow, told: ToldAlert, term: Term): Promise<AlertLine> {
  const { moment } = telling.scene
  const window = termToDate(term, moment.today)
  const [figure] = await readFigures(telling, {
    units: [row.unit],
    indicators: [row.indicator],
    window,
    term,
  })
  const needed = figure ? (await withNeed(telling, figure, term)).need : undefined
  return {
    indicator: row.indicator,
    value: row.value,
    target: row.target,
    pace: row.pace,
    expected: row.expected,
    since: civilDay(row.openedAt, moment.zone),
    need: needed ?? null,
    changeSinceTold: told.before === null ? null : round2(row.value - told.before),
    explanation: row.explanation,
  }
}

/** The phase or year that a stored key names, or null when it is there no more. */
function termOf(world: World, key: string): Term | null {
  const phase = world.catalog.phases.map(phaseTerm).find(term => termKey(term) === key)
  return phase ?? (/^\d{4}$/.test(key) ? yearTerm(Number(key), '') : null)
}
