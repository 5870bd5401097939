import {
  contraryWords,
  negatingWords,
  plainRateWords,
  pointTitles,
  rateTitles,
  restrictingWords,
  scoreTotalTitles,
  targetColumnWords,
  titleFillers,
} from '../../locales/vi/files.ts'
import type { Indicator } from '../core/indicator.ts'
import { type Counts, countsOfRate, givesRate, isContradicted, wholeOf } from './counts-of-rate.ts'
import { senseOf } from './column-sense.ts'
import { isContrary } from './contrary-column.ts'
import type { GuessedColumn } from './guessed-column.ts'
import type { Known } from './known.ts'
import { foldName } from './names/fold-name.ts'
import { isOfOtherDays } from './column-days.ts'
import { holdsPoints } from './points-title.ts'
import { says } from './says.ts'
import { isScaledPart } from './scaled-counts.ts'
import { wordsOf } from './names/title-words.ts'
import { type Period, readPeriod } from './values/periods.ts'

/** The column that is likeliest meant, null where that has to be asked; and those that may be meant as well. */
export interface Choice {
  column: GuessedColumn | null
  others: GuessedColumn[]
  /** Columns that are added to it. */
  plus?: GuessedColumn[]
}

export interface GuessedFigure {
  indicator: Indicator
  numerator?: Choice
  denominator?: Choice
  value?: Choice
  /** A column of rates beside the counts: compared, not taken. */
  check?: GuessedColumn
}

/** What the table says of itself. */
export interface Titled {
  /** What stands above its header. */
  text: string
  period: Period | null
  year: string | null
  /** Whether it assigns targets: results are then what is not meant. */
  assigns: boolean
  /** Words of the titles of the columns that are meant, where they were said. */
  column?: string | undefined
}

const POINTS = new RegExp(String.raw`^(?:${pointTitles.join('|')})\s+`, 'iu')
const LEAST_COUNT = 0.66
const LEAST_VALUE = 0.75

/** Which columns hold which indicator; a column is of the one whose name it says most of. */
export function figuresIn(
  columns: readonly GuessedColumn[],
  titled: Titled,
  { indicators }: Pick<Known, 'indicators'>,
): GuessedFigure[] {
  const all = [...indicators.values()]
  const counts = titled.assigns ? [] : columns.filter(each => each.holds === 'counts')
  const rated = columns.filter(
    each => each.holds === 'values' && !columns.some(whole => whole !== each && isScaledPart(each, whole)),
  )
  const values = titled.assigns ? columns : rated
  const isScored = isScoreTable(columns)
  const numeratorOf = ownersBy(all, each => [each.numeratorLabel])
  const valueOwners = new Map(values.map(column => [column, ownerOfValues(column, all, isScored)]))
  const figures = all.flatMap((indicator): GuessedFigure[] => {
    const own = counts.filter(({ path }) => numeratorOf(path) === indicator && !isContrary(path, indicator))
    const wholes = counts.filter(({ path }) => !isOtherChannel(path, namesOf(indicator)))
    const denominator = choose(wholes, [indicator.denominatorLabel], LEAST_COUNT, titled)
    const counted = choose(own, numeratorsOf(indicator, denominator !== null), LEAST_COUNT, titled)
    const numerator = isOfSome(counted, denominator, indicator) ? asked(counted) : counted
    const ofValue = values.filter(
      column => valueOwners.get(column) === indicator && !isContrary(column.path, indicator),
    )
    const value = choose(ofValue, namesOf(indicator), LEAST_VALUE, titled)
    const rates = values.filter(each => !each.isHidden && !isOfAnother(each.path, titled))
    const found = countedBy({ numerator, denominator, value }, { counts, rates })
    if (found !== null) return [{ indicator, ...found }]
    // Counts beside a rate, of which the whole is not known, are what the reader has to think of.
    return value === null ? [] : [{ indicator, value: { ...value, others: [...value.others, ...own] } }]
  })
  const whole = figures.filter(each => !isPartAlone(each))
  return whole.length > 0 ? whole : figures
}

/**
 * Whether the part that was chosen is by its title one of some dossiers alone, "hồ sơ trực tuyến của doanh nghiệp", and its whole is
 * not: which part of all it is has to be asked then.
 */
function isOfSome(part: Choice | null, whole: Choice | null, indicator: Indicator): part is Choice {
  const [path, ofWhole] = [part?.column?.path ?? [], whole?.column?.path ?? []]
  const isOwn = says([...namesOf(indicator), indicator.numeratorLabel], restrictingWords)
  return !isOwn && says(path, restrictingWords) && !says(ofWhole, restrictingWords)
}

function asked({ column, others }: Choice): Choice {
  return { column: null, others: column === null ? others : [column, ...others] }
}

/** Whether the titles of a column say the name of an indicator, or what it counts. */
export function saysIndicator(path: readonly string[], { indicators }: Pick<Known, 'indicators'>): boolean {
  return [...indicators.values()].some(indicator =>
    [...namesOf(indicator), indicator.numeratorLabel, indicator.denominatorLabel].some(
      name => likeness(path, [name]).share === 1,
    ),
  )
}

/** The indicator of whose names a column of values says most, of those that count what it holds: points or percents. */
function ownerOfValues(
  column: GuessedColumn,
  indicators: readonly Indicator[],
  isScored: boolean,
): Indicator | undefined {
  return ownersBy(countedAs(column, indicators, isScored), namesOf)(column.path)
}

/** The indicators that may be counted as a column is: points of a score are no percents, and rates are no points. */
export function countedAs(
  column: GuessedColumn,
  indicators: readonly Indicator[],
  isScored: boolean,
): Indicator[] {
  const isRate = says(column.path, rateTitles)
  const arePoints = holdsPoints(column.path.at(-1) ?? '', column.numbers) || (isScored && !isRate)
  return indicators.filter(({ unit }) => (unit === 'percent' ? !arePoints : unit !== 'points' || !isRate))
}

/** Whether one of the columns is the total of a score: the others are its parts then. */
export function isScoreTable(columns: readonly GuessedColumn[]): boolean {
  return columns.some(({ path }) => says(path, scoreTotalTitles))
}

/** A part whose whole no column is called; where other figures are whole it is likelier a part of theirs. */
function isPartAlone({ denominator }: GuessedFigure): boolean {
  return denominator?.column === null && denominator.others.length === 0
}

/**
 * The counts of a figure: those that are called so, unless the rate beside them says otherwise; else those that give the rate. A
 * part whose whole is not found is chosen, and the whole is asked for.
 */
function countedBy(
  { numerator, denominator, value }: Record<'numerator' | 'denominator' | 'value', Choice | null>,
  { counts, rates }: Record<'counts' | 'rates', readonly GuessedColumn[]>,
): Omit<GuessedFigure, 'indicator'> | null {
  const rate = value?.column ?? null
  const check = rate === null || rate.isOfTexts ? {} : { check: rate }
  const [part, whole] = [numerator?.column ?? null, denominator?.column ?? null]
  const parts = part === null && whole !== null && rate !== null ? (numerator?.others ?? []) : []
  const added = partsOfRate(parts, whole, rate)
  if (added !== null && denominator !== null) return { numerator: added, denominator, ...check }
  const isNamed = numerator !== null && denominator !== null && (part === null || part !== whole)
  const isWrong =
    part !== null &&
    whole !== null &&
    rate !== null &&
    isContradicted({ numerator: part, denominator: whole }, rate)
  if (isNamed && !isWrong) return { numerator, denominator, ...check }
  const found = rate === null ? null : countsOfRate(rate, counts)
  if (found !== null) return { ...byRate(found), ...check }
  if (isWrong || part === null || value !== null) return null
  const known = wholeOf(part, rates, counts)
  if (known !== null) return byRate(known)
  return denominator === null ? { numerator: numerator!, denominator: { column: null, others: [] } } : null
}

/** What a count may be called: in full, and where its whole stands beside it, by what the two do not have in common. */
function numeratorsOf({ numeratorLabel, denominatorLabel }: Indicator, isBesideWhole: boolean): string[] {
  const common = wordsOf(denominatorLabel)
  const own = wordsOf(numeratorLabel).filter(word => !common.includes(word))
  return isBesideWhole && own.length > 0 ? [numeratorLabel, own.join(' ')] : [numeratorLabel]
}

/** Two columns or more that give the rate together, "Trước hạn" and "Đúng hạn"; null where they do not. */
function partsOfRate(
  parts: readonly GuessedColumn[],
  whole: GuessedColumn | null,
  rate: GuessedColumn | null,
): Choice | null {
  const [column, ...plus] = parts
  if (column === undefined || plus.length === 0 || whole === null || rate === null) return null
  const numbers = column.numbers.map((_, at) => {
    const all = parts.flatMap(each => each.numbers[at] ?? [])
    return all.length < parts.length ? null : all.reduce((so, each) => so + each, 0)
  })
  const isGiven = givesRate({ numerator: { ...column, numbers }, denominator: whole }, rate)
  return isGiven ? { column, others: [], plus } : null
}

function byRate({ numerator, denominator }: Counts): Pick<GuessedFigure, 'numerator' | 'denominator'> {
  return { numerator: { column: numerator, others: [] }, denominator: { column: denominator, others: [] } }
}

/** Of a table whose columns name no indicator and whose title does: its only column of rates of its own period. */
export function figuresByTitle(
  columns: readonly GuessedColumn[],
  titled: Titled,
  { indicators }: Pick<Known, 'indicators'>,
): GuessedFigure[] {
  const own = columns.filter(
    ({ path, holds, isHidden }) => holds === 'values' && !isHidden && !isOfAnother(path, titled),
  )
  // Beside columns of a period each an average says none.
  const ofPeriod = own.filter(({ path }) => path.some(title => isPeriod(title, titled)))
  const [column, ...more] = ofPeriod.length === 1 ? ofPeriod : own
  const indicator = ownersBy([...indicators.values()], namesOf)([titled.text])
  if (column === undefined || more.length > 0 || indicator === undefined) return []
  if (likeness([titled.text], namesOf(indicator)).share < 1) return []
  if (isContrary(column.path, indicator) || isAnotherRate(column.path, titled.text)) return []
  return [{ indicator, value: { column, others: columns.filter(each => each !== column) } }]
}

/** Whether a title says the table's period, and nothing else. */
function isPeriod(title: string, { period, year }: Titled): boolean {
  const said = readPeriod(title, year)
  return said !== null && said.from === period?.from && said.to === period.to
}

/** Whether a column of rates names something that the title of its table does not: it is a rate of its own then. */
function isAnotherRate(path: readonly string[], title: string): boolean {
  const there = new Set([...wordsOf(title), ...wordsOf(plainRateWords.join(' '))])
  return wordsOf(path.join(' ')).some(word => !there.has(word) && !/^\d+$/.test(word))
}

/** Beside the total of a score its parts are called without "điểm". */
function namesOf({ name, shortName, aliases, unit }: Indicator): string[] {
  const names = [name, shortName, ...aliases]
  const parts = unit === 'points' ? names.map(each => each.replace(POINTS, '')) : []
  return [...new Set([...names, ...parts])]
}

/** The indicator of whose names a column says most: of "thanh toán trực tuyến" more than of "trực tuyến". */
function ownersBy(
  indicators: readonly Indicator[],
  names: (indicator: Indicator) => readonly string[],
): (path: readonly string[]) => Indicator | undefined {
  return path => {
    const rated = indicators.map(indicator => ({ indicator, like: likeness(path, names(indicator)) }))
    const [best] = rated.toSorted((a, b) => b.like.share - a.like.share || b.like.words - a.like.words)
    return best?.indicator
  }
}

/**
 * Of the columns that say most of a name those of this period and of results, and of these the one that says least besides.
 * Where none or several are left nothing is chosen; nor of several rates that all say something besides: "số hóa thành phần hồ
 * sơ", "số hóa kết quả".
 */
function choose(
  columns: readonly GuessedColumn[],
  names: readonly string[],
  least: number,
  titled: Titled,
): Choice | null {
  const fitting = columns.filter(({ path }) => !saysContrary(path, names))
  const rated = fitting.map(column => ({ column, like: likeness(column.path, names) }))
  const best = Math.max(least, ...rated.map(({ like }) => like.share))
  const likely = rated.filter(({ like }) => like.share === best)
  const named = columnNamed(
    likely.map(({ column }) => column),
    titled.column,
  )
  if (named !== null) return { column: named, others: [] }
  if (likely.every(({ column }) => isOfContrarySense(column.path, titled))) return null
  const isNegated = says(names, negatingWords)
  const plain = likely.filter(
    ({ column }) =>
      !column.isHidden && !isOfAnother(column.path, titled) && says(column.path, negatingWords) === isNegated,
  )
  // Beside "Kế hoạch" and "Thực hiện" a bare "Tỷ lệ" is that of the one to the other.
  const sense = titled.assigns ? 'target' : 'result'
  const said = plain.filter(({ column }) => senseOf(column.path) === sense)
  const meant = said.length > 0 ? said : plain
  const isRate = meant.every(({ column }) => column.holds === 'values')
  const fewest = Math.min(...meant.map(({ like }) => like.besides))
  const [one, ...more] = meant.filter(({ like }) => like.besides === fewest)
  const all = likely.map(({ column }) => column)
  const isOneOfSeveral = isRate && meant.length > 1 && one !== undefined && !isCalled(one.column, names)
  if (one === undefined || more.length > 0 || isOneOfSeveral) return { column: null, others: all }
  const last = foldName(one.column.path.at(-1) ?? '')
  const others = all.filter(
    each =>
      each !== one.column &&
      (foldName(each.path.at(-1) ?? '') === last ||
        isOfAnother(each.path, titled) ||
        meant.some(({ column }) => column === each)),
  )
  return { column: one.column, others }
}

/** The only one of the columns whose titles say the words; null without words, or where none or several do. */
function columnNamed(columns: readonly GuessedColumn[], words: string | undefined): GuessedColumn | null {
  const [found, ...others] = columns.filter(({ path }) => words !== undefined && says(path, [words]))
  return others.length === 0 ? (found ?? null) : null
}

/** Whether the lowest title is one of the names, and says nothing besides but that it is a rate. */
function isCalled({ path }: GuessedColumn, names: readonly string[]): boolean {
  return names.some(name => plainTitle(name) === plainTitle(path.at(-1) ?? ''))
}

function plainTitle(text: string): string {
  return foldName(text.replaceAll(/\([^()]*\)?/g, ' ')).replace(/^(?:t[yi] le|muc do) /, '')
}

/** Whether the titles say the contrary of what the names say; the lowest counts before those above it. */
function saysContrary(path: readonly string[], names: readonly string[]): boolean {
  const last = path.slice(-1)
  return contraryWords.some(
    ([word, contraries]) => says(names, [word]) && says(says(last, [word]) ? last : path, contraries),
  )
}

/** Whether the titles say what counts the contrary of the names alone: "Tiếp nhận trực tiếp" is no whole of what came online. */
function isOtherChannel(path: readonly string[], names: readonly string[]): boolean {
  return contraryWords.some(
    ([word, contraries]) => says(names, [word]) && !says(path, [word]) && says(path, contraries),
  )
}

/** Whether the titles of a column say that it is of another period than the table, cumulative, a target or a difference. */
export function isOfAnother(path: readonly string[], titled: Titled): boolean {
  return isOfContrarySense(path, titled) || isOfOtherDays(path, titled)
}

/** Whether the titles say that the column holds results in a table that assigns, or targets in one of results. */
export function isOfContrarySense(path: readonly string[], { assigns }: Pick<Titled, 'assigns'>): boolean {
  return assigns ? senseOf(path) === 'result' : says(path, targetColumnWords) || senseOf(path) === 'target'
}

interface Likeness {
  /** How many words of the nearest name stand in the titles, of 1. */
  share: number
  words: number
  /** How many other words stand there. */
  besides: number
}

function likeness(titles: readonly string[], names: readonly string[]): Likeness {
  const [total = ''] = scoreTotalTitles
  const path = says(titles, scoreTotalTitles) ? [...titles, total] : titles
  const there = new Set(wordsOf(path.join(' ')))
  const rated = names
    .filter(name => saysAnchored(path, name))
    .map(name => new Set(wordsOf(name)))
    .filter(words => words.size > 0)
    .map(words => {
      const found = [...words].filter(word => there.has(word)).length
      return { share: found / words.size, words: found, besides: there.size - found }
    })
  const [best] = rated.toSorted((a, b) => b.share - a.share || b.words - a.words)
  return best ?? { share: 0, words: 0, besides: there.size }
}

/**
 * Of a name of which one word alone says what it counts, that word beside its neighbour: "số hóa" is not in "CỘNG HÒA", nor
 * "tiến độ" in "tiên tiến".
 */
function saysAnchored(path: readonly string[], name: string): boolean {
  if (new Set(wordsOf(name)).size !== 1) return true
  const words = foldName(name).split(' ')
  const at = words.findIndex(word => !titleFillers.includes(word))
  const before = words[at - 1]
  const pair = before === undefined || before === 'le' ? words.slice(at, at + 2) : [before, words[at]]
  return says(path, [pair.join(' ')])
}
