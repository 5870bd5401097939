import { Temporal } from 'temporal-polyfill'
import type { Moment } from './moment.ts'

const DAY_MS = 86_400_000

/** What an alert knows of itself (DOMAIN.md §8): one for each unit, indicator and term. Times are milliseconds. */
export interface AlertLife {
  state: 'below' | 'recovered'
  /** Null once recovered. */
  pace: 'on_track' | 'behind' | null
  value: number
  expected: number | null
  target: number
  /** Counts how often it fell below. */
  episode: number
  openedAt: number
  /** When the state or the pace last changed. */
  changedAt: number
  /** When leaders were last told anything of it. */
  toldAt: number | null
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
  /** No evaluation of this term was made before. */
  firstOfTerm: boolean
  now: number
}

/**
 * - `opened_first`: below at the first evaluation of the term (told in one summary)
 * - `fell_below`: below, and was not at the evaluation before
 * - `turned_behind`: was below but on track
 * - `recovered`: was below, has met
 * - `still_below`: nothing new but figures
 * - `none`: met, as before
 */
export type AlertEvent =
  | 'opened_first'
  | 'fell_below'
  | 'turned_behind'
  | 'recovered'
  | 'still_below'
  | 'none'

/**
 * The alert after an evaluation and what happened; null as long as the unit never was below. Running the same evaluation
 * again says `still_below` or `none`, so that nothing is told twice. Events that are told at once set `toldAt`. A new
 * episode, and a turn to behind, are new facts: an earlier acknowledgement or snooze does not cover them.
 */
export function nextAlert(
  previous: AlertLife | null,
  found: Evaluation,
): { alert: AlertLife | null; event: AlertEvent; episode: number } {
  const after = (alert: AlertLife | null, event: AlertEvent) => ({
    alert,
    event,
    episode: alert?.episode ?? 0,
  })
  const { value, target, expected, now, pace } = found
  const wasBelow = previous?.state === 'below'
  if (pace === 'met') {
    if (!previous) return after(null, 'none')
    const figures = { ...previous, value, target, expected }
    if (!wasBelow) return after(figures, 'none')
    return after(
      { ...figures, state: 'recovered', pace: null, changedAt: now, toldAt: now, snoozedUntil: null },
      'recovered',
    )
  }
  if (!wasBelow) {
    const event = !previous && found.firstOfTerm ? 'opened_first' : 'fell_below'
    return after(opened(found, pace, (previous?.episode ?? 0) + 1), event)
  }
  const alert = { ...previous, value, target, expected, pace }
  if (pace === previous.pace) return after(alert, 'still_below')
  if (pace === 'on_track') return after({ ...alert, changedAt: now }, 'still_below')
  return after({ ...alert, ...UNTOUCHED, changedAt: now, toldAt: now }, 'turned_behind')
}

const UNTOUCHED = { acknowledgedAt: null, acknowledgedBy: null, snoozedUntil: null, escalatedAt: null }

function opened(found: Evaluation, pace: 'on_track' | 'behind', episode: number): AlertLife {
  const { value, target, expected, now } = found
  const times = { openedAt: now, changedAt: now, toldAt: now }
  return { state: 'below', pace, value, expected, target, episode, ...times, ...UNTOUCHED, explanation: null }
}

/** Whether leaders should be reminded: below, not told for `everyDays`, and not snoozed. */
export function reminderDue(
  alert: Pick<AlertLife, 'state' | 'openedAt' | 'toldAt' | 'snoozedUntil'>,
  now: number,
  everyDays = 7,
): boolean {
  if (alert.state !== 'below' || (alert.snoozedUntil ?? now) > now) return false
  return now - (alert.toldAt ?? alert.openedAt) >= everyDays * DAY_MS
}

/** Whether the leaders of the unit above should be told: behind for `days`, not acknowledged, and not told before. */
export function escalationDue(
  alert: Pick<AlertLife, 'state' | 'pace' | 'changedAt' | 'acknowledgedAt' | 'escalatedAt'>,
  now: number,
  days = 7,
): boolean {
  if (alert.state !== 'below' || alert.pace !== 'behind') return false
  return alert.acknowledgedAt === null && alert.escalatedAt === null && now - alert.changedAt >= days * DAY_MS
}

/**
 * When quiet hours end, in milliseconds, if it is quiet at the moment; null otherwise. `from` and `to` are `HH:MM` on the
 * wall; the hours may run over midnight; the same time twice means never quiet. At `to` itself it is no longer quiet.
 */
export function quietUntil(
  moment: Moment,
  hours: { from: string; to: string },
  timeZone: string,
): number | null {
  const [from, to] = [minuteOf(hours.from), minuteOf(hours.to)]
  const overnight = from > to
  const evening = moment.minute >= from
  const morning = moment.minute < to
  const quiet = overnight ? evening || morning : evening && morning
  if (!quiet) return null
  const today = Temporal.PlainDate.from(moment.today)
  return (overnight && evening ? today.add({ days: 1 }) : today).toZonedDateTime({
    timeZone,
    plainTime: Temporal.PlainTime.from(hours.to),
  }).epochMilliseconds
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
