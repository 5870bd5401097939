import type { Scene } from '../answers/scene.ts'
import { nextAlert } from '../core/alert.ts'
import type { Evaluation } from '../core/alert.ts'
import { termKey } from '../core/campaign.ts'
import type { Moment } from '../core/moment.ts'
import { expectedAt, paceOf } from '../core/progress.ts'
import type { AlertRow, AlertStore } from '../db/stores/alerts.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import { queueNotices } from './alert-notices.ts'
import type { Change } from './change.ts'
import { haveFiguresChanged } from './corrections.ts'
import { judge, judgedBy, seenBy } from './judge.ts'
import type { Judged, Judgement, TermJudgement } from './judge.ts'
import { passDrafts } from './pass-drafts.ts'
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

/**
 * Compares every unit with its targets in every running phase and in this year, moves the alerts on, and queues what
 * must be told: all in one transaction, so that a fact and its message are kept together or not at all. Evaluating
 * the same figures again changes nothing and queues nothing (DOMAIN.md §8).
 */
export async function evaluate(db: Database, moment: Moment): Promise<EvaluationResult> {
  const judged = await judge(db.read, moment)
  return await db.write(async stores => await evaluateWithin(stores, moment, judged))
}

/**
 * The same within a transaction that is open already. `before` is what was judged before it began, so that others write
 * meanwhile; where something has changed since, all is judged again.
 */
export async function evaluateWithin(
  stores: Stores,
  moment: Moment,
  before?: Judgement,
): Promise<EvaluationResult> {
  const watch = await startWatch(stores, moment)
  const isTrue = before !== undefined && before.seen === (await seenBy(watch))
  const { terms } = isTrue ? before : await judgedBy(watch)
  const corrected = await haveFiguresChanged(stores, watch)
  const all: Change[] = []
  let total = 0
  for (const term of terms) {
    const { evaluated, changes } = await evaluateTerm(watch, term)
    total += evaluated
    all.push(...changes)
  }
  return {
    evaluated: total,
    opened: all.filter(({ event }) => event === 'opened_first' || event === 'fell_below'),
    recovered: all.filter(({ event }) => event === 'recovered'),
    queued:
      (await queueNotices(watch, all, corrected)) + (await remindRequests(watch)) + (await passDrafts(watch)),
  }
}

async function evaluateTerm(
  watch: Watch,
  judgement: TermJudgement,
): Promise<{ evaluated: number; changes: Change[] }> {
  const { term, figures } = judgement
  const { scene, alerts } = watch
  const known = new Map(
    (await alerts.ofTerm(termKey(term))).map(row => [`${row.unit}|${row.indicator}`, row]),
  )
  await closeUnjudged(alerts, [...known.values()], figures, scene.moment.at)
  if (figures.length === 0) return { evaluated: 0, changes: [] }
  const firstOfTerm = (await alerts.lastEvaluation(termKey(term))) === null
  const judging = { ...judgement, scene, firstOfTerm }
  const changes: Change[] = []
  for (const figure of figures) {
    const { unit, indicator } = figure
    const before = known.get(`${unit}|${indicator}`) ?? null
    const { alert, event } = nextAlert(before, evaluationOf(judging, figure, before))
    const row = await store(alerts, before, { ...alert, unit, indicator, term: termKey(term) })
    changes.push({ unit, indicator, term, event, to: figure.dataTo, alert: row, before })
  }
  await alerts.recordEvaluation(termKey(term), scene.moment.at)
  return { evaluated: figures.length, changes }
}

/** What all figures of a term are judged by. */
interface Judging extends TermJudgement {
  scene: Scene
  firstOfTerm: boolean
}

function evaluationOf(
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
  figures: readonly Judged[],
  now: number,
): Promise<void> {
  const judged = new Set(figures.map(({ unit, indicator }) => `${unit}|${indicator}`))
  for (const row of known) {
    if (row.state !== 'below' || judged.has(`${row.unit}|${row.indicator}`)) continue
    const ended = { state: 'recovered', pace: null, toldState: null, snoozedUntil: null } as const
    await alerts.update(row.id, { ...ended, changedAt: now })
  }
}
