import type { AskedPeriod, Question } from '../ask/question.ts'
import { contains, daysIn, granularityOf, middleOf, monthOf, quarterOf } from '../core/period.ts'
import { periodAt, periodBefore, reportingMonthOf, type Rhythm, windowBefore } from '../core/rhythm.ts'
import type { Window } from '../core/window.ts'
import { mainIndicator } from './chosen.ts'
import { type Reporting, reportingOf } from './reporting.ts'
import type { Asking } from './asking.ts'

/** So many periods back at most an earlier one answers. */
const BACK = 12

/** The question as it is answered: where the running period has not come, of the one before (the rules, "Late data"). */
export interface Answered {
  question: Question
  /** The window asked for, where another one answers. */
  insteadOf: Window | null
}

/**
 * Which days answer a question. "Tháng 10" is the month of the province's reports; a running day, week, month or quarter
 * that has not come is answered by the newest of its kind that has, and by the newest period of the province's rhythm
 * where days or weeks are asked of a province that reports more rarely.
 */
export async function answeredQuestion(asking: Asking): Promise<Answered> {
  const { question } = asking
  const { period } = question
  if (period === null) return { question, insteadOf: null }
  const named = inReportingMonths(asking, period)
  const indicator = mainIndicator(asking)
  const running = contains(named, asking.scene.moment.today)
  if (!running || indicator === null || !isLatePossible(question, named)) return as(question, named, null)
  const reporting = await reportingOf(asking, indicator)
  if (reporting.hasCome(named)) return as(question, named, null)
  const found = newestOf(named, reporting)
  return found === null ? as(question, named, null) : as(question, found, named)
}

function as(question: Question, period: AskedPeriod, insteadOf: Window | null): Answered {
  const window = insteadOf && { from: insteadOf.from, to: insteadOf.to }
  return { question: { ...question, period }, insteadOf: window }
}

/** Whole running days, weeks, months and quarters can be late; so far, or to the end of a phase, is not a period. */
function isLatePossible({ intent }: Question, period: AskedPeriod): boolean {
  if (intent === 'report' || intent === 'progress') return false
  if (period.shape === 'to_date' || period.shape === 'rolling') return false
  const kind = granularityOf(period)
  if (period.shape === 'week' || period.shape === 'month') return true
  return kind === 'day' || kind === 'week' || kind === 'month' || kind === 'quarter'
}

/** "Tháng 10" of a province whose month begins on another day: from 21/9 to 20/10. */
function inReportingMonths({ scene }: Asking, period: AskedPeriod): AskedPeriod {
  const { reportMonth } = scene.settings
  if (reportMonth === 1 || granularityOf(period) !== 'month') return period
  return { ...period, ...reportingMonthOf(middleOf(monthOf(period.from)), reportMonth) }
}

/** The newest period that has come: of the kind asked for, or of the rhythm where that is rarer, and then of its shape. */
function newestOf(period: AskedPeriod, { rhythm, hasCome }: Reporting): AskedPeriod | null {
  const rarer = daysIn(period) < daysIn(periodAt(rhythm, period.from))
  const shape = rarer && rhythm.every !== 'day' ? rhythm.every : period.shape
  let found: Window = rarer ? periodAt(rhythm, period.to) : before(period, rhythm)
  for (let i = 0; i < BACK; i++) {
    if (hasCome(found)) return { from: found.from, to: found.to, shape }
    found = rarer ? periodBefore(rhythm, found) : before(found, rhythm)
  }
  return null
}

function before(window: Window, rhythm: Rhythm): Window {
  return granularityOf(window) === 'quarter'
    ? quarterOf(windowBefore(window, rhythm, []).from)
    : windowBefore(window, rhythm, [])
}
