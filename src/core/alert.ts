import { DAY_MS, isRecent } from './durations.ts'
import type { Indicator } from './indicator.ts'
import { hundredths } from './rounding.ts'

/**
 * What an alert knows of itself (DOMAIN.md §8): one for each unit, indicator and term, kept from the first evaluation
 * that found a value. Times are milliseconds.
 */
export interface AlertLife {
  /** `met`: never was below in this term. */
  state: 'below' | 'met' | 'recovered'
  /** Null unless below. */
  pace: 'on_track' | 'behind' | null
  value: number
  expected: number | null
  target: number
  /** Counts how often it fell below, and how often its target was changed. */
  episode: number
  openedAt: number
  /** When the state or the pace last changed. */
  changedAt: number
  /** When leaders were last told anything of it. */
  toldAt: number | null
  /** What they know: below (and on track), behind, recovered; null when nothing was told. */
  toldState: 'below' | 'behind' | 'recovered' | null
  /** The newest of the observations that the value came from: another one is a new figure. */
  newestRow: number
  /** How many evaluations with new figures have found the present side of the target, one after the other. */
  steady: number
  /** A recovery was told in this episode of the target: what crosses the line again is told only when it is clear. */
  damped: boolean
  acknowledgedAt: number | null
  acknowledgedBy: string | null
  snoozedUntil: number | null
  explanation: string | null
  escalatedAt: number | null
}

/** What an evaluation found for the unit and indicator. */
export interface Evaluation {
  value: number
  target: number
  expected: number | null
  pace: 'met' | 'on_track' | 'behind'
  better: Indicator['better']
  /** No evaluation of this term was made before. */
  firstOfTerm: boolean
  /** The newest of the observations that the value comes from, by its number. */
  newestRow: number
  /** How far beyond the target a crossing is clear at once, percentage points (the setting `hysteresis`). */
  hysteresis: number
  /** Its own figures are as old as before while the province waits for the newest: what only the calendar moved is not told. */
  onOldFigures: boolean
  now: number
}

/**
 * - `opened_first`: below at the first evaluation of the term (told in one summary)
 * - `fell_below`: below, and leaders do not know it
 * - `turned_behind`: was known as below but on track
 * - `recovered`: was known as below, has met
 * - `target_changed`: another target was assigned (told once, with the old and the new one)
 * - `still_below`: nothing to tell; below
 * - `none`: nothing to tell; met
 */
export type AlertEvent =
  | 'opened_first'
  | 'fell_below'
  | 'turned_behind'
  | 'recovered'
  | 'target_changed'
  | 'still_below'
  | 'none'

/**
 * The alert after an evaluation, and what is to be told. Running the same evaluation again says `still_below` or `none`,
 * so that nothing is told twice. Events that are told set `toldAt` and `toldState`. A new episode, and a turn to behind,
 * are new facts: an earlier acknowledgement or snooze does not cover them. Hysteresis holds back telling only: the state
 * follows the target alone.
 */
export function nextAlert(
  previous: AlertLife | null,
  found: Evaluation,
): { alert: AlertLife; event: AlertEvent } {
  if (!previous) return first(found)
  if (previous.target !== found.target) return changedTarget(previous, found)
  const moved = movedOn(previous, found)
  if (moved.state === 'below') return belowEvent(previous, moved, found)
  const news = isKnownBelow(previous) && isClear(moved, found)
  if (!news) return { alert: moved, event: 'none' }
  const told = { toldAt: found.now, toldState: 'recovered', damped: true } as const
  return { alert: { ...moved, ...told }, event: 'recovered' }
}

const UNTOUCHED = { acknowledgedAt: null, acknowledgedBy: null, snoozedUntil: null, escalatedAt: null }

function toldBelow({ now, pace }: Evaluation): Pick<AlertLife, 'toldAt' | 'toldState'> {
  return { toldAt: now, toldState: pace === 'behind' ? 'behind' : 'below' }
}

function isKnownBelow({ toldState }: AlertLife): boolean {
  return toldState === 'below' || toldState === 'behind'
}

/** The alert of a unit that was not evaluated before. */
function first(found: Evaluation): { alert: AlertLife; event: AlertEvent } {
  const { value, target, expected, newestRow, now, pace } = found
  const alert: AlertLife = {
    state: 'met',
    pace: null,
    value,
    expected,
    target,
    newestRow,
    episode: 0,
    steady: 1,
    damped: false,
    openedAt: now,
    changedAt: now,
    toldAt: null,
    toldState: null,
    explanation: null,
    ...UNTOUCHED,
  }
  if (pace === 'met') return { alert, event: 'none' }
  const event = found.firstOfTerm ? 'opened_first' : 'fell_below'
  return { alert: { ...alert, state: 'below', pace, episode: 1, ...toldBelow(found) }, event }
}

/** The same alert with what was found, on whichever side of the target it now stands; nothing told yet. */
function movedOn(previous: AlertLife, found: Evaluation): AlertLife {
  const { value, target, expected, newestRow, now } = found
  const wasBelow = previous.state === 'below'
  const isBelow = found.pace !== 'met'
  const steady = wasBelow === isBelow ? previous.steady + (found.newestRow === previous.newestRow ? 0 : 1) : 1
  const alert = { ...previous, value, target, expected, newestRow, steady }
  if (found.pace === 'met') {
    return wasBelow ? { ...alert, state: 'recovered', pace: null, changedAt: now, snoozedUntil: null } : alert
  }
  const { pace } = found
  if (wasBelow) return { ...alert, pace, changedAt: pace === previous.pace ? previous.changedAt : now }
  // It was met so shortly that nobody was told: to leaders it is the fall that they know.
  if (isKnownBelow(previous)) return { ...alert, state: 'below', pace, changedAt: now }
  const fallen = { openedAt: now, changedAt: now, explanation: null, ...UNTOUCHED }
  return { ...alert, state: 'below', pace, episode: previous.episode + 1, ...fallen }
}

function belowEvent(
  previous: AlertLife,
  moved: AlertLife,
  found: Evaluation,
): { alert: AlertLife; event: AlertEvent } {
  if (!isKnownBelow(previous)) {
    if (!isClear(moved, found)) return { alert: moved, event: 'still_below' }
    return { alert: { ...moved, ...toldBelow(found) }, event: 'fell_below' }
  }
  // Known as below; it may have been met in between, so little and so shortly that nobody was told.
  if (moved.pace === 'on_track') return { alert: { ...moved, toldState: 'below' }, event: 'still_below' }
  if (previous.toldState === 'behind' || found.onOldFigures) return { alert: moved, event: 'still_below' }
  return { alert: { ...moved, ...UNTOUCHED, ...toldBelow(found) }, event: 'turned_behind' }
}

/**
 * Whether a crossing may be told: the first fall and the first recovery at once; after that only beyond the target by
 * the hysteresis, or when two evaluations with new figures found it (DOMAIN.md §8).
 */
function isClear(alert: AlertLife, { better, hysteresis }: Evaluation): boolean {
  if (!alert.damped || alert.steady >= 2) return true
  const above = hundredths(alert.value) - hundredths(alert.target)
  const beyond = (better === 'higher') === (alert.state === 'below') ? -above : above
  return beyond > hundredths(hysteresis)
}

/** Another target opens a new episode; the change alone is neither a fall nor a recovery. */
function changedTarget(previous: AlertLife, found: Evaluation): { alert: AlertLife; event: AlertEvent } {
  const { value, target, expected, newestRow, now } = found
  const below = found.pace !== 'met'
  const alert: AlertLife = {
    ...previous,
    value,
    target,
    expected,
    newestRow,
    episode: previous.episode + 1,
    steady: 1,
    damped: false,
    openedAt: now,
    changedAt: now,
    explanation: null,
    ...UNTOUCHED,
    state: below ? 'below' : previous.state === 'met' ? 'met' : 'recovered',
    pace: found.pace === 'met' ? null : found.pace,
    ...(below ? toldBelow(found) : { toldAt: now, toldState: null }),
  }
  return { alert, event: 'target_changed' }
}

/** An acknowledgement keeps an alert quiet for so many days. */
const ACKNOWLEDGED_DAYS = 14

/** Whether somebody has acknowledged it, not longer ago than an acknowledgement holds. */
export function isAcknowledged({ acknowledgedAt }: Pick<AlertLife, 'acknowledgedAt'>, now: number): boolean {
  return acknowledgedAt !== null && isRecent(acknowledgedAt, now, ACKNOWLEDGED_DAYS * DAY_MS - 1)
}

/** Whether an alert that stands is quiet: snoozed, explained, or acknowledged within the last 14 days. */
export function isQuiet(
  alert: Pick<AlertLife, 'snoozedUntil' | 'explanation' | 'acknowledgedAt'>,
  now: number,
): boolean {
  if ((alert.snoozedUntil ?? now) > now || alert.explanation !== null) return true
  return isAcknowledged(alert, now)
}

/** Whether leaders should be reminded: below, not told for `everyDays`, and not quiet. */
export function reminderDue(
  alert: Pick<AlertLife, 'state' | 'openedAt' | 'toldAt' | 'snoozedUntil' | 'explanation' | 'acknowledgedAt'>,
  now: number,
  everyDays: number,
): boolean {
  if (alert.state !== 'below' || isQuiet(alert, now)) return false
  return !isRecent(alert.toldAt ?? alert.openedAt, now, everyDays * DAY_MS - 1)
}

/**
 * Whether whoever stands above should be told: behind, neither acknowledged nor explained, not told before, for so many
 * working days. `passed`: how many there were since the state or the pace last changed.
 */
export function escalationDue(
  alert: Pick<AlertLife, 'state' | 'pace' | 'acknowledgedAt' | 'explanation' | 'escalatedAt'>,
  passed: number,
  days: number,
): boolean {
  if (alert.state !== 'below' || alert.pace !== 'behind' || alert.escalatedAt !== null) return false
  return alert.acknowledgedAt === null && alert.explanation === null && passed >= days
}
