import type { Figure } from '../answers/answer.ts'
import { baselines } from '../answers/baseline.ts'
import { readFigures } from '../answers/figures.ts'
import { termToDate } from '../answers/windows.ts'
import { readWorld } from '../answers/world.ts'
import type { World } from '../answers/world.ts'
import { nextAlert } from '../core/alert.ts'
import type { AlertLife, Evaluation } from '../core/alert.ts'
import { termKey } from '../core/campaign.ts'
import type { Term } from '../core/campaign.ts'
import type { Moment } from '../core/moment.ts'
import { expectedAt, paceOf } from '../core/progress.ts'
import { phaseTerm, runningPhases, yearTerm } from '../core/term.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import { readSettings } from '../settings/settings.ts'
import { queueNotices } from './alert-notices.ts'
import type { Change } from './change.ts'

export interface EvaluationResult {
  /** Pairs of unit and indicator with a target and a value. */
  evaluated: number
  opened: Change[]
  recovered: Change[]
  /** Notices added to the outbox. */
  queued: number
}

/**
 * Compares every unit with its targets in every running phase and in this year, moves the alerts on, and queues what
 * must be told: all in one transaction, so that a fact and its message are kept together or not at all. Evaluating
 * the same figures again changes nothing and queues nothing (DOMAIN.md §8).
 */
export async function evaluate(db: Database, moment: Moment, timeZone: string): Promise<EvaluationResult> {
  return await db.write(async stores => {
    const world = await readWorld(stores)
    const result: EvaluationResult = { evaluated: 0, opened: [], recovered: [], queued: 0 }
    for (const term of termsNow(world, moment.today)) {
      const { evaluated, changes } = await evaluateTerm(stores, world, term, moment)
      result.evaluated += evaluated
      result.opened.push(...changes.filter(({ event }) => event === 'opened_first' || event === 'fell_below'))
      result.recovered.push(...changes.filter(({ event }) => event === 'recovered'))
      result.queued += await queueNotices(stores, world, term, changes, moment, timeZone)
    }
    return result
  })
}

/** The terms that are watched on a day: running phases, and this year where it has targets. */
export function termsNow(world: World, today: string): Term[] {
  const year = yearTerm(Number(today.slice(0, 4)), '')
  const phases = runningPhases(world.catalog.phases, today).map(phaseTerm)
  return [...phases, year].filter(term => world.targets.indicatorsIn(term).length > 0)
}

async function evaluateTerm(
  stores: Stores,
  world: World,
  term: Term,
  moment: Moment,
): Promise<{ evaluated: number; changes: Change[] }> {
  const figures = await judgedFigures(stores, world, term, moment)
  const known = new Map(
    (await stores.alerts.ofTerm(termKey(term))).map(row => [`${row.unit}|${row.indicator}`, row]),
  )
  await closeUnjudged(stores, [...known.values()], figures, moment.at)
  if (figures.length === 0) return { evaluated: 0, changes: [] }
  const units = [...new Set(figures.map(figure => figure.unit))]
  const indicators = [...new Set(figures.map(figure => figure.indicator))]
  const start = await baselines({ stores, world }, units, indicators, term, moment)
  const firstOfTerm = (await stores.alerts.lastEvaluation(termKey(term))) === null
  const { hysteresis } = await readSettings(stores.settings)
  const changes: Change[] = []
  for (const figure of figures) {
    const key = `${figure.unit}|${figure.indicator}`
    const previous = known.get(key) ?? null
    const found = judge(world, figure, start.get(key) ?? null, term, moment)
    const { alert, event } = nextAlert(previous, { ...found, firstOfTerm, hysteresis, now: moment.at })
    const row = await store(stores, previous, alert, figure, term)
    changes.push({ unit: figure.unit, indicator: figure.indicator, term, event, alert: row })
  }
  await stores.alerts.recordEvaluation(termKey(term), moment.at)
  return { evaluated: figures.length, changes }
}

/** Figures of the term so far that have both a value and a target. */
async function judgedFigures(
  stores: Stores,
  world: World,
  term: Term,
  moment: Moment,
): Promise<(Figure & { value: number; target: number })[]> {
  const indicators = world.targets.indicatorsIn(term)
  const units = new Set(indicators.flatMap(indicator => world.targets.unitsWith(indicator, term)))
  const window = termToDate(term, moment.today)
  const figures = await readFigures(stores, world, { units: [...units], indicators, window, moment, term })
  return figures.filter(
    (figure): figure is Figure & { value: number; target: number } =>
      figure.value !== null && figure.target !== null,
  )
}

function judge(
  world: World,
  figure: Figure & { value: number; target: number },
  start: number | null,
  term: Term,
  moment: Moment,
): Omit<Evaluation, 'firstOfTerm' | 'hysteresis' | 'now'> {
  const { value, target } = figure
  const better = world.indicators.get(figure.indicator)?.better ?? 'higher'
  const expected = expectedAt(start, target, term, moment.today, better)
  const pace = paceOf(value, expected, target, better)
  return { value, target, expected, better, pace, newestRow: Math.max(0, ...figure.sources) }
}

async function store(
  stores: Stores,
  previous: AlertRow | null,
  alert: AlertLife,
  figure: Figure,
  term: Term,
): Promise<AlertRow> {
  const row = { ...alert, unit: figure.unit, indicator: figure.indicator, term: termKey(term) }
  if (!previous) return { ...row, id: await stores.alerts.insert(row) }
  const before: Record<string, unknown> = { ...previous }
  const changed = Object.entries(alert).filter(([name, value]) => before[name] !== value)
  if (changed.length > 0) await stores.alerts.update(previous.id, Object.fromEntries(changed))
  return { ...row, id: previous.id }
}

/** Ends alerts whose target or figures were taken back: no value, no alert, and no word of a recovery. */
async function closeUnjudged(
  stores: Stores,
  known: readonly AlertRow[],
  figures: readonly Figure[],
  now: number,
): Promise<void> {
  const judged = new Set(figures.map(({ unit, indicator }) => `${unit}|${indicator}`))
  for (const row of known) {
    if (row.state !== 'below' || judged.has(`${row.unit}|${row.indicator}`)) continue
    const ended = { state: 'recovered', pace: null, toldState: null, snoozedUntil: null } as const
    await stores.alerts.update(row.id, { ...ended, changedAt: now })
  }
}
