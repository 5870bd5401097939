import type { Figure } from '../answers/answer.ts'
import { baselines } from '../answers/baseline.ts'
import { readFigures } from '../answers/figures.ts'
import { reportingOf } from '../answers/reporting.ts'
import type { Scene } from '../answers/scene.ts'
import { termToDate } from '../answers/windows.ts'
import { nextAlert } from '../core/alert.ts'
import type { Evaluation } from '../core/alert.ts'
import { termKey } from '../core/campaign.ts'
import type { Term } from '../core/campaign.ts'
import type { Moment } from '../core/moment.ts'
import { expectedAt, paceOf } from '../core/progress.ts'
import { phaseTerm, runningPhases, yearTerm } from '../core/term.ts'
import type { AlertRow, AlertStore } from '../db/stores/alerts.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import { queueNotices } from './alert-notices.ts'
import type { Change } from './change.ts'
import { isNewestPartial } from './feed.ts'
import { remindRequests } from './requests.ts'
import { startWatch } from './watch.ts'
import type { Watch } from './watch.ts'

export interface EvaluationResult {
  /** Pairs of unit and indicator with a target and a value. */
  evaluated: number
  opened: Change[]
  recovered: Change[]
  /** Notices added to the outbox. */
  queued: number
}

/** A figure with both a value and a target. */
type Judged = Figure & { value: number; target: number }

/**
 * Compares every unit with its targets in every running phase and in this year, moves the alerts on, and queues what
 * must be told: all in one transaction, so that a fact and its message are kept together or not at all. Evaluating
 * the same figures again changes nothing and queues nothing (DOMAIN.md §8).
 */
export async function evaluate(db: Database, moment: Moment): Promise<EvaluationResult> {
  return await db.write(async stores => await evaluateWithin(stores, moment))
}

/** The same within a transaction that is open already. */
export async function evaluateWithin(stores: Stores, moment: Moment): Promise<EvaluationResult> {
  const watch = await startWatch(stores, moment)
  const all: Change[] = []
  let total = 0
  for (const term of termsNow(watch.scene)) {
    const { evaluated, changes } = await evaluateTerm(watch, term)
    total += evaluated
    all.push(...changes)
  }
  return {
    evaluated: total,
    opened: all.filter(({ event }) => event === 'opened_first' || event === 'fell_below'),
    recovered: all.filter(({ event }) => event === 'recovered'),
    queued: (await queueNotices(watch, all)) + (await remindRequests(watch)),
  }
}

/** The terms that are watched at the moment: running phases, and this year where it has targets. */
export function termsNow({ catalog, targets, moment: { today } }: Scene): Term[] {
  const year = yearTerm(Number(today.slice(0, 4)), '')
  const phases = runningPhases(catalog.phases, today).map(phaseTerm)
  return [...phases, year].filter(term => targets.indicatorsIn(term).length > 0)
}

async function evaluateTerm(watch: Watch, term: Term): Promise<{ evaluated: number; changes: Change[] }> {
  const { scene, alerts } = watch
  const figures = await judgedFigures(watch, term)
  const known = new Map(
    (await alerts.ofTerm(termKey(term))).map(row => [`${row.unit}|${row.indicator}`, row]),
  )
  await closeUnjudged(alerts, [...known.values()], figures, scene.moment.at)
  if (figures.length === 0) return { evaluated: 0, changes: [] }
  const judging = await judgingOf(watch, figures, term)
  const changes: Change[] = []
  for (const figure of figures) {
    const { unit, indicator } = figure
    const before = known.get(`${unit}|${indicator}`) ?? null
    const { alert, event } = nextAlert(before, judge(judging, figure, before))
    const row = await store(alerts, before, { ...alert, unit, indicator, term: termKey(term) })
    changes.push({ unit, indicator, term, event, alert: row, before })
  }
  await alerts.recordEvaluation(termKey(term), scene.moment.at)
  return { evaluated: figures.length, changes }
}

/** Figures of the term so far that have both a value and a target, of units that there still are. */
async function judgedFigures(watch: Watch, term: Term): Promise<Judged[]> {
  const { targets, tree, moment } = watch.scene
  const indicators = targets.indicatorsIn(term)
  const units = new Set(indicators.flatMap(indicator => targets.unitsWith(indicator, term)))
  const living = [...units].filter(code => {
    const unit = tree.byCode.get(code)
    return unit !== undefined && tree.isActive(unit, moment.today)
  })
  const window = termToDate(term, moment.today)
  const figures = await readFigures(watch, { units: living, indicators, window, term })
  return figures.filter((figure): figure is Judged => figure.value !== null && figure.target !== null)
}

/** What all figures of a term are judged by. */
interface Judging {
  scene: Scene
  term: Term
  /** v₀ by unit and indicator. */
  start: ReadonlyMap<string, number>
  /** By indicator the day at which the pace is read, and whether the newest period has come from a few units only. */
  newest: ReadonlyMap<string, { day: string; isPartial: boolean }>
  firstOfTerm: boolean
}

async function judgingOf(watch: Watch, figures: readonly Judged[], term: Term): Promise<Judging> {
  const { scene, alerts } = watch
  const units = [...new Set(figures.map(figure => figure.unit))]
  const indicators = [...new Set(figures.map(figure => figure.indicator))]
  const newest = new Map<string, { day: string; isPartial: boolean }>()
  for (const indicator of indicators) {
    const { lastDay } = await reportingOf(watch, indicator)
    const isPartial = await isNewestPartial(watch, indicator)
    newest.set(indicator, { day: lastDay ?? scene.moment.today, isPartial })
  }
  return {
    scene,
    term,
    start: await baselines(watch, { units, indicators, term }),
    newest,
    firstOfTerm: (await alerts.lastEvaluation(termKey(term))) === null,
  }
}

function judge(
  { scene, term, start, newest, firstOfTerm }: Judging,
  { unit, indicator, value, target, sources }: Judged,
  before: AlertRow | null,
): Evaluation {
  const better = scene.indicators.get(indicator)?.better ?? 'higher'
  const { day, isPartial } = newest.get(indicator) ?? { day: scene.moment.today, isPartial: false }
  const v0 = start.get(`${unit}|${indicator}`) ?? null
  const expected = expectedAt({ v0, target, term, day, better })
  const newestRow = Math.max(0, ...sources)
  return {
    value,
    target,
    expected,
    better,
    pace: paceOf(value, expected, target, better),
    newestRow,
    firstOfTerm,
    hysteresis: scene.settings.hysteresis,
    onOldFigures: isPartial && before?.newestRow === newestRow,
    now: scene.moment.at,
  }
}

async function store(
  alerts: AlertStore,
  previous: AlertRow | null,
  row: Omit<AlertRow, 'id'>,
): Promise<AlertRow> {
  if (!previous) return { ...row, id: await alerts.insert(row) }
  const before: Record<string, unknown> = { ...previous }
  const changed = Object.entries(row).filter(([name, value]) => before[name] !== value)
  if (changed.length > 0) await alerts.update(previous.id, Object.fromEntries(changed))
  return { ...row, id: previous.id }
}

/** Ends alerts whose target or figures were taken back: no value, no alert, and no word of a recovery. */
async function closeUnjudged(
  alerts: AlertStore,
  known: readonly AlertRow[],
  figures: readonly Figure[],
  now: number,
): Promise<void> {
  const judged = new Set(figures.map(({ unit, indicator }) => `${unit}|${indicator}`))
  for (const row of known) {
    if (row.state !== 'below' || judged.has(`${row.unit}|${row.indicator}`)) continue
    const ended = { state: 'recovered', pace: null, toldState: null, snoozedUntil: null } as const
    await alerts.update(row.id, { ...ended, changedAt: now })
  }
}
