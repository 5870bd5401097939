import type { Intent } from '../ask/question.ts'
import type { Asking } from './asking.ts'
import { inOrderOfCounts } from './counts.ts'
import type { Answer, Figure } from './answer.ts'
import { meetingConditions, replacesTarget } from './conditions.ts'
import { everyTargetMet } from './every-target.ts'
import { asSeen, type Group, groupOf, placedFigures, shownGroup } from './group-figures.ts'
import { reportingOf } from './reporting.ts'

/** How many a "top" or "bottom" shows when the question names no number. */
const DEFAULT_LIMIT = 5

/** What an answer about a group holds; where nobody has a value, what was looked at and how far its figures reach. */
export type GroupFigures = Pick<
  Answer,
  'figures' | 'leftOut' | 'groupSize' | 'matched' | 'assigned' | 'window'
> &
  Partial<Pick<Answer, 'dataTo'>>

const NOBODY: GroupFigures = { figures: [], leftOut: 0, groupSize: 0, matched: 0, assigned: 0 }

/**
 * Units of a group that have (`met`) or have not (`below`) reached their target, or the number named in the question:
 * `below 50` is under 50; `below 0` is "none at all"; with two numbers, between them; or that meet the conditions named.
 * In the order of what was asked: of targets the widest gap first, of a number the values.
 */
export async function answerBelowOrMet(asking: Asking, intent: 'below' | 'met'): Promise<GroupFigures> {
  const { question } = asking
  const group = shown(asking, await groupOf(asking), 'figures')
  if (!group || group.refused) return refusedOr(group)
  const all = await valued(asking, group)
  if (question.every) return await ofEveryTarget(asking, group, { all, intent })
  const byNumber =
    question.threshold !== null || question.conditions.some(one => replacesTarget(one, group.indicator))
  const matching = all.figures.filter(figure => matches(figure, asking, intent, byNumber))
  const meeting = await meetingConditions(asking, group, matching)
  const byMargin = question.conditions.length > 0 && question.conditions.every(one => one.measure === 'gap')
  const ordered =
    question.order !== null || (byNumber && !byMargin) || intent === 'met'
      ? inOrder(asking, meeting, question.order ?? (intent === 'met' ? 'best' : 'worst'))
      : byGap(meeting)
  return cut(asking, all, ordered)
}

/** Of all targets together: who has met each, or misses any. */
async function ofEveryTarget(
  asking: Asking,
  group: Group,
  { all, intent }: { all: GroupFigures; intent: 'below' | 'met' },
): Promise<GroupFigures> {
  const met = await everyTargetMet(asking, group, all.figures)
  const found = all.figures.filter(({ unit }) => met.get(unit) === (intent === 'met'))
  const order = asking.question.order ?? (intent === 'met' ? 'best' : 'worst')
  return cut(asking, { ...all, assigned: met.size }, inOrder(asking, found, order))
}

/** A group in order of value: the best, the worst, or the whole table; the rank is the place within the group. */
export async function answerRanking(
  asking: Asking,
  intent: 'top' | 'bottom' | 'ranking',
): Promise<GroupFigures> {
  const { question } = asking
  const what = question.count !== null ? 'counts' : question.conditions.length > 0 ? 'figures' : 'places'
  const group = shown(asking, await groupOf(asking), what)
  if (!group || group.refused) return refusedOr(group)
  if (what === 'counts') return await answerCounts(asking, group, intent)
  const all = await valued(asking, group)
  const meeting = await meetingConditions(asking, group, all.figures)
  const table = inOrder(asking, meeting, question.order ?? 'best')
  const ordered = intent === 'bottom' && question.order === null ? table.toReversed() : table
  return cut(asking, all, ordered, intent === 'ranking' ? undefined : DEFAULT_LIMIT)
}

/** "Huyện nào nhiều hồ sơ quá hạn nhất": a group in order of a count. */
async function answerCounts(asking: Asking, group: Group, intent: Intent): Promise<GroupFigures> {
  const all = await placedFigures(asking, group)
  const ordered = inOrderOfCounts(asking.question, all)
  const known = { figures: ordered, leftOut: all.length - ordered.length, groupSize: all.length, assigned: 0 }
  return cut(
    asking,
    { ...known, matched: ordered.length },
    ordered,
    intent === 'ranking' ? undefined : DEFAULT_LIMIT,
  )
}

function shown(asking: Asking, group: Group | null, what: 'counts' | 'figures' | 'places'): Group | null {
  return group && shownGroup(asking, group, what)
}

function refusedOr(group: Group | null): GroupFigures {
  return group?.refused ? { ...NOBODY, figures: [group.refused], groupSize: 1 } : NOBODY
}

/** The figures of a group that have a value, and how many have none. */
async function valued(asking: Asking, group: Group): Promise<GroupFigures> {
  const all = await placedFigures(asking, group)
  const figures = all.filter(figure => figure.value !== null)
  return {
    figures,
    leftOut: all.length - figures.length,
    groupSize: all.length,
    matched: figures.length,
    assigned: figures.filter(figure => figure.target !== null).length,
    ...(figures.length === 0 ? { window: group.window, dataTo: await lastDayOf(asking, group) } : {}),
  }
}

async function lastDayOf(asking: Asking, { indicator }: Group): Promise<string | null> {
  return (await reportingOf(asking, indicator)).lastDay
}

/** The part of a list that was asked for, as far as the asker may see it. */
function cut(asking: Asking, all: GroupFigures, ordered: Figure[], usual?: number): GroupFigures {
  const { limit, offset } = asking.question
  const [from, length] = [offset ?? 0, limit ?? usual]
  const figures = ordered.slice(from, length === undefined ? undefined : from + length)
  return { ...all, figures: asSeen(asking, figures), matched: ordered.length }
}

function matches(figure: Figure, { question }: Asking, intent: 'below' | 'met', byNumber: boolean): boolean {
  const { threshold, thresholdTo } = question
  const value = figure.value ?? 0
  if (threshold === null) return byNumber || figure.met === (intent === 'met')
  if (thresholdTo !== null) return value >= threshold && value <= thresholdTo
  if (intent === 'met') return value >= threshold
  return threshold === 0 ? value === 0 : value < threshold
}

function byGap(figures: Figure[]): Figure[] {
  return figures.toSorted(
    (a, b) => (b.gap ?? 0) - (a.gap ?? 0) || (a.value ?? 0) - (b.value ?? 0) || byCode(a, b),
  )
}

/** By value: `best` and `worst` mind whether lower is better, `highest` and `lowest` do not. */
function inOrder(
  { scene }: Pick<Asking, 'scene'>,
  figures: readonly Figure[],
  order: 'best' | 'worst' | 'highest' | 'lowest',
): Figure[] {
  const lower = scene.indicators.get(figures[0]?.indicator ?? '')?.better === 'lower'
  const descending = order === 'highest' || (order === 'best' && !lower) || (order === 'worst' && lower)
  const sign = descending ? -1 : 1
  return figures.toSorted((a, b) => sign * ((a.value ?? 0) - (b.value ?? 0)) || byCode(a, b))
}

function byCode(a: Figure, b: Figure): number {
  return a.unit < b.unit ? -1 : 1
}
