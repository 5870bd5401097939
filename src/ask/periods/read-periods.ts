import { weekdayWord } from '../../../locales/vi/ask/numbers.ts'
import { bareRangeWords } from '../../../locales/vi/ask/periods.ts'
import { addDays, addMonths } from '../../core/period.ts'
import type { EntitySpan } from '../phrases/entities.ts'
import type { Lexicon } from '../lexicon.ts'
import { foldSet, foldWord } from '../words/fold.ts'
import { isTypedDate } from '../words/numbers.ts'
import type { FoundPeriod } from './found-period.ts'
import { withListed } from './listed-periods.ts'
import { MONTH_AHEAD, resolvePeriod } from './period-sense.ts'
import type { PeriodSense, PeriodWorld } from './period-sense.ts'
import { matchPhrases } from '../phrases/phrase-match.ts'
import type { AskedPeriod } from '../question.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import type { RangeWord } from '../phrases/vocabulary.ts'
import { overlapOf } from '../words/run.ts'
import type { Run } from '../words/run.ts'

const DASH = /^\s*[-–—]\s*$/

/** The stretches named in a message, with "từ … đến …" and "tính đến …" put together. */
export function readPeriods(lexicon: Lexicon, read: ReadTokens, today: string): FoundPeriod[] {
  const world: PeriodWorld = { today, phases: lexicon.phases }
  const spans = read.chosen.filter(span => span.meaning.is === 'period')
  const found: FoundPeriod[] = []
  for (let at = 0; at < spans.length; at++) {
    const [first, second] = [spans[at]!, spans[at + 1]]
    const ofYear = second && yearOf(first, second)
    if (ofYear) {
      found.push(single(lexicon, read, ofYear, world))
      at++
    } else if (second && joins(lexicon, read, first, second)) {
      found.push(range(first, second, world))
      at++
    } else found.push(single(lexicon, read, first, world))
  }
  return withListed(apart(found), read, world)
}

/** "Cộng dồn … từ đầu năm": the same days said twice are one stretch. */
function apart(found: readonly FoundPeriod[]): FoundPeriod[] {
  return found.filter((one, at) => !found.slice(0, at).some(other => isSame(one, other)))
}

function isSame(one: FoundPeriod, other: FoundPeriod): boolean {
  return (
    (isToDate(one) || isToDate(other)) &&
    one.period !== null &&
    one.period.from === other.period?.from &&
    one.period.to === other.period.to
  )
}

function isToDate({ sense }: FoundPeriod): boolean {
  return sense.is === 'to_date'
}

/** "Tháng giêng năm nay", "năm ngoái quý I": a month, quarter or week and the year beside it. */
function yearOf(first: EntitySpan, second: EntitySpan): EntitySpan | null {
  if (second.from !== first.to) return null
  const [sense, year] = senseOf(second).is === 'relative' ? [first, second] : [second, first]
  const [named, relative] = [senseOf(sense), senseOf(year)]
  if (named.is !== 'numbered' || named.yearShift !== undefined || named.unit === 'year') return null
  if (relative.is !== 'relative' || relative.unit !== 'year') return null
  const meaning = { is: 'period' as const, sense: { ...named, yearShift: relative.shift } }
  return { ...sense, from: first.from, to: second.to, meaning }
}

function senseOf(span: EntitySpan): PeriodSense {
  if (span.meaning.is !== 'period') throw new Error('not a period')
  return span.meaning.sense
}

function joins(lexicon: Lexicon, read: ReadTokens, first: EntitySpan, second: EntitySpan): boolean {
  if (second.from === first.to)
    return isCumulative(first) || isCumulative(second) || DASH.test(read.tokens[second.from]!.gap)
  if (isRangeWord(lexicon, read, { from: first.to, to: second.from }, 'to')) return true
  return second.from === first.to + 1 && BARE_TO.has(read.tokens[first.to]!.typed.toLowerCase())
}

const BARE_TO = foldSet(bareRangeWords)

function isCumulative(span: EntitySpan): boolean {
  const sense = senseOf(span)
  return sense.is === 'to_date' && sense.of === 'year'
}

function isRangeWord(lexicon: Lexicon, read: ReadTokens, { from, to }: Run, role: RangeWord): boolean {
  return matchPhrases(lexicon.vocabulary.rangeWords, read.items, from).some(
    found => found.to === to && found.meaning === role,
  )
}

function endsWith(lexicon: Lexicon, read: ReadTokens, to: number, role: RangeWord): number | null {
  for (let from = Math.max(0, to - 4); from < to; from++)
    if (
      !isOwn({ from, to }, read) &&
      isRangeWord(lexicon, read, { from, to }, role) &&
      read.tokens[from - 1]?.fold !== WEEKDAY
    )
      return from
  return null
}

/** "Thu tu ngay 15/5" is a Wednesday, or an order. */
const WEEKDAY = foldWord(weekdayWord)

/** "Chung toi thang 4" is no "tới tháng 4", "Xã Kông Lơng Khơng tháng 4" no "khoảng tháng 4". */
function isOwn(run: Run, { chosen }: ReadTokens): boolean {
  return chosen.some(
    span =>
      (span.meaning.is === 'own' || span.meaning.is === 'kind' || span.meaning.is === 'unit') &&
      span.to - span.from > 1 &&
      overlapOf(span, run) > 0,
  )
}

function range(first: EntitySpan, second: EntitySpan, world: PeriodWorld): FoundPeriod {
  const ends = { from: first.from, to: second.to, sense: senseOf(first), values: [], deadline: false }
  const since = [first, second].find(span => senseOf(span).is === 'to_date' && !isCumulative(span))
  if (since && [first, second].some(isCumulative))
    return { ...ends, sense: senseOf(since), period: resolvePeriod(senseOf(since), since.values, world) }
  const start = startBefore(first, second, world)
  const end = start && endAfter(second, start.from, world)
  if (!start || !end || end.to < start.from) return { ...ends, period: null }
  if (!isCumulative(first)) {
    const period: AskedPeriod = { from: start.from, to: end.to, shape: 'fixed' }
    const whole = [first, second].every(span => senseOf(span).is === 'numbered') && start.to < end.from
    return { ...ends, period, ...(whole && { between: [start, end] as const }) }
  }
  const day = end.to > world.today && end.from <= world.today ? world.today : end.to
  return { ...ends, period: { from: `${day.slice(0, 4)}-01-01`, to: day, shape: 'fixed' } }
}

/** "Dự báo cuối tháng 6", asked in April: the one that is still to come, when no year was named and it is of this year. */
export function coming({ sense, values, period }: FoundPeriod, world: PeriodWorld): AskedPeriod | null {
  const ofMonth = sense.is === 'part_of_month' && sense.part === 'end'
  const isNumbered = sense.is === 'numbered' && sense.yearShift === undefined && sense.unit !== 'year'
  if ((!ofMonth && !isNumbered) || period === null || period.to >= world.today) return null
  const named: PeriodSense = ofMonth ? { is: 'numbered', unit: 'month' } : sense
  const next = resolvePeriod(named, values, { ...world, today: addDays(world.today, YEAR_AHEAD) })
  const ofYear = next?.from.slice(0, 4) === world.today.slice(0, 4)
  return next && ofYear && next.from > world.today ? next : null
}

/** The end of a range: a day or month without a year is the next one after its start. */
function endAfter(span: EntitySpan, start: string, world: PeriodWorld): AskedPeriod | null {
  const end = resolvePeriod(senseOf(span), span.values, world)
  const next = addMonths(start, 12)
  if (end && end.to >= start && (end.from <= next || !isStart(senseOf(span)))) return end
  return resolvePeriod(senseOf(span), span.values, { ...world, today: addDays(next, -MONTH_AHEAD) })
}

/** "Từ tuần 20 đến tuần 18": an end that would still be to come is the last one, and the start lies before it. */
function startBefore(first: EntitySpan, second: EntitySpan, world: PeriodWorld): AskedPeriod | null {
  const sense = senseOf(first)
  const start = resolvePeriod(sense, first.values, world)
  if (start === null || (sense.is !== 'numbered' && sense.is !== 'date' && sense.is !== 'day_month'))
    return start
  const end = resolvePeriod(senseOf(second), second.values, world)
  if (end === null || end.to >= start.from) return start
  const next = resolvePeriod(senseOf(second), second.values, { ...world, today: addMonths(start.from, 12) })
  if (sense.is !== 'numbered' && next !== null && isSoon(next, world)) return start
  return resolvePeriod(sense, first.values, { ...world, today: addDays(end.from, -MONTH_AHEAD - 1) }) ?? start
}

function single(lexicon: Lexicon, read: ReadTokens, span: EntitySpan, world: PeriodWorld): FoundPeriod {
  const sense = senseOf(span)
  const plain = resolvePeriod(sense, span.values, world)
  const { values } = span
  const found = { from: span.from, to: span.to, period: plain, sense, values, deadline: false }
  if (plain === null) return found
  const since = endsWith(lexicon, read, span.from, 'from')
  const now = nextEnd(lexicon, read, span.to)
  if (sense.is !== 'to_date' && (now !== null || (since !== null && isStart(sense)))) {
    const to = plain.from > world.today ? plain.to : world.today
    return {
      ...found,
      from: since ?? span.from,
      to: now ?? span.to,
      period: { from: plain.from, to, shape: 'to_date' },
    }
  }
  const until = endsWith(lexicon, read, span.from, 'until')
  if (until !== null && isStart(sense)) return upTo(found, until, span, world)
  return found
}

function nextEnd(lexicon: Lexicon, read: ReadTokens, from: number): number | null {
  const found = matchPhrases(lexicon.vocabulary.rangeWords, read.items, from).filter(
    one => one.meaning === 'untilNow',
  )
  return found.length === 0 ? null : Math.max(...found.map(one => one.to))
}

/** A stretch that can begin or end another: a named day, week, month or quarter. */
function isStart(sense: PeriodSense): boolean {
  return (
    sense.is === 'date' || sense.is === 'day_month' || sense.is === 'numbered' || sense.is === 'day_of_month'
  )
}

/** "Tính đến 18/5": from the start of that year; a day still to come is an end to reach. */
function upTo(found: FoundPeriod, from: number, span: EntitySpan, world: PeriodWorld): FoundPeriod {
  const next = nextDay(span, world)
  if (next !== null && isSoon(next, world)) return { ...found, from, period: next, deadline: true }
  const { from: begins, to: day } = found.period!
  if (begins > world.today) return { ...found, from }
  return { ...found, from, period: { from: `${day.slice(0, 4)}-01-01`, to: day, shape: 'fixed' } }
}

function nextDay(span: EntitySpan, world: PeriodWorld): AskedPeriod | null {
  const typed = span.values.find(isTypedDate)
  if (senseOf(span).is !== 'date' || typed === undefined) return null
  const later = typed.year === null ? { ...world, today: addDays(world.today, YEAR_AHEAD) } : world
  const day = resolvePeriod(senseOf(span), span.values, later)
  return day && day.from > world.today ? day : null
}

/** So far on, a day without a year is the next one. */
const YEAR_AHEAD = 365 - MONTH_AHEAD

/** Only a day within a campaign or the year is waited for. */
function isSoon(day: AskedPeriod, { today, phases }: PeriodWorld): boolean {
  return (
    day.from.slice(0, 4) === today.slice(0, 4) ||
    phases.some(phase => phase.from <= day.from && day.from <= phase.to)
  )
}
