import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { denyingWords, reachingWords } from '../../../locales/vi/ask/operators.ts'
import { isGroupUse } from '../phrases/entities.ts'
import type { EntitySpan } from '../phrases/entities.ts'
import { onceForReading } from './once-for-reading.ts'
import { isPlainSlip } from './plain-slips.ts'
import type { Lexicon } from '../lexicon.ts'
import { DOUBTFUL, matchPhrases } from '../phrases/phrase-match.ts'
import type { Item, ReadAs, Slot } from '../phrases/phrase-match.ts'
import type { ReadTokens } from './read-entities.ts'
import type { Cue } from '../phrases/vocabulary.ts'
import { unitWord } from '../../../locales/vi/ask/units.ts'
import { foldSet, foldWord } from '../words/fold.ts'
import { covers, holds } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import { endsSentence } from '../words/tokens.ts'

/** A cue in the message, at tokens `from` to `to` (not included). */
export interface FoundCue extends Run {
  cue: Cue
  cost: number
  /** Words between its own that it leaves out. */
  skipped: number
  values: readonly unknown[]
}

/** Longer phrases that say something else than the shorter ones within them. */
const HIDES: Partial<Record<Cue, readonly Cue[]>> = {
  ranking_table: ['rank', 'list', 'figures', 'highest', 'lowest'],
  rank_change: ['rank', 'change'],
  rank: ['how_many'],
  not_reached: ['reach', 'reached_yet', 'under', 'zero', 'distance'],
  reached_yet: ['reach', 'target'],
  reach: ['how'],
  figures: ['versus'],
  how_many: ['reach', 'greeting', 'rank', 'need_dossiers'],
  lowest: ['highest', 'under'],
  missing_data: ['figures', 'how', 'zero', 'against_last'],
  all_indicators: ['target', 'figures'],
  which_indicator: ['target', 'figures', 'rank', 'assigned'],
  need_dossiers: ['how_many'],
  distance: ['how_many', 'target'],
  so_far: ['figures', 'how', 'course', 'rank', 'figures'],
  time_left: ['how_many', 'distance'],
  define: ['how', 'figures', 'missing_data'],
  forecast: ['reach', 'reached_yet', 'so_far', 'how', 'figures', 'course', 'change'],
  year_ago: ['against_last'],
  against_last: ['distance', 'change', 'reach'],
  carrying_out: ['figures', 'target', 'reach', 'so_far'],
  why_change: ['change', 'missing_data', 'how'],
  stop: ['subscribe', 'send'],
  subscribe: ['send', 'help'],
  change_data: ['figures', 'target', 'under', 'over', 'how', 'change'],
  zero: ['missing_data', 'reached_yet'],
  between: ['under', 'over'],
  under: ['over', 'not_reached'],
  alerts: ['figures'],
  which_is_more: ['versus', 'forecast', 'distance'],
  campaign: ['phase'],
  phase_end: ['phase', 'campaign'],
  help: ['how', 'send'],
}

/** Finds the cues of a message around what was recognised in it. */
export function readCues(lexicon: Lexicon, read: ReadTokens): readonly FoundCue[] {
  return cuesIn(read, lexicon)
}

const cuesIn = onceForReading((read, lexicon: Lexicon): FoundCue[] => {
  const { items, positions } = joinEntities(read)
  const found = items.flatMap((_, at) =>
    matchPhrases(lexicon.vocabulary.cues, items, at).map(({ from, to, cost, skipped, meaning, values }) => ({
      cue: meaning,
      from: positions[from]!,
      to: positions[to]!,
      cost,
      skipped,
      values,
    })),
  )
  const within = found.filter(cue => !endsSentence(cue, read.tokens))
  return withoutHidden(
    within.map(cue => ({ ...cue, ...denied(cue, read) })),
    read,
  )
})

/** "Chưa chạm mốc 70 %", "không thiếu chỉ tiêu nào": a denial right before turns a judgement around. */
function denied(
  { cue, from, to }: Omit<FoundCue, 'cost'>,
  { tokens, chosen }: ReadTokens,
): Pick<FoundCue, 'cue' | 'from'> {
  const other = TURNED[cue]
  const plain = { cue, from }
  if (other === undefined || to === from || DENYING.has(tokens[from]!.fold)) return plain
  let at = from - 1
  while (from - at <= MOST_REACHING && REACHING.has(tokens[at]?.fold ?? '')) at--
  const before = tokens[at]
  if (before === undefined || !DENYING.has(before.fold) || tokens[from]!.gap.trim() !== '') return plain
  return chosen.some(span => span.meaning.is !== 'claim' && holds(span, at))
    ? plain
    : { cue: other, from: at }
}

const TURNED: Partial<Record<Cue, Cue>> = { over: 'under', not_reached: 'reach' }
const MOST_REACHING = 3
const DENYING = foldSet(denyingWords)
const REACHING = foldSet(reachingWords)

function withoutHidden(found: readonly FoundCue[], read: ReadTokens): FoundCue[] {
  const plain = new Set(found.filter(cue => isPlainSlip(cue, read)))
  return found.filter(
    cue =>
      !isWordOf(cue, plain) &&
      !(cue.cue === 'need_dossiers' && countsUnits(cue, read)) &&
      !(cue.cue === 'reach' && FULLY.has(read.tokens[cue.from - 1]?.fold ?? '')) &&
      !(cue.cue === 'change_data' && NEEDED.has(read.tokens[cue.from - 1]?.fold ?? '')) &&
      !(cue.skipped > 0 && cue.cue === 'forecast' && crossesComma(cue, read)) &&
      !(ACTIONS.has(cue.cue) && cue.cost > ACTION_COST && !isLongAndPlain(cue, plain)) &&
      !(cue.cue === 'against_last' && WITHIN.has(read.tokens[cue.from + 1]?.fold ?? '')) &&
      !(cue.cue === 'against_last' && isFigure(cue, read)) &&
      !(cue.cue === 'versus' && cue.to - cue.from === 1 && !comparesBehind(cue, read)) &&
      !found.some(
        other =>
          covers(other, cue) &&
          ((HIDES[other.cue]?.includes(cue.cue) &&
            other.to - other.from > cue.to - cue.from &&
            (other.cost <= cue.cost + MUCH_WORSE || plain.has(other))) ||
            (other.cue === cue.cue && isBetter(other, cue))),
      ),
  )
}

/** "Còn bao nhiêu đơn vị chưa đạt": units are counted, and no dossiers. */
function countsUnits({ from, to }: Run, { tokens }: ReadTokens): boolean {
  return tokens
    .slice(from + 1, to + 1)
    .some(
      ({ fold }, at) =>
        fold === UNIT && tokens[from + at]!.fold === SINGLE && COUNTED.has(tokens[from + at - 1]?.fold ?? ''),
    )
}

const COUNTED = foldSet(ruleWords.howManyEnds)
const SINGLE = 'don'
const UNIT = foldWord(unitWord)

/** "Bảng đầy đủ": the whole table, and nothing that is reached. */
const FULLY = foldSet(ruleWords.fully)

/** "Còn phải bổ sung hồ sơ" is what is lacking, and no order. */
const NEEDED = foldSet(ruleWords.needed)

/** "Sắp hết giai đoạn rồi, còn thiếu bao nhiêu" foretells nothing. */
function crossesComma({ from, to }: Run, { tokens, chosen }: ReadTokens): boolean {
  const parts = (at: number): boolean =>
    /[,;.?!]/.test(tokens[at]!.gap) && !chosen.some(span => span.from < at && at < span.to)
  return tokens.slice(from + 1, to).some((_, index) => parts(from + 1 + index))
}

/** "Tat ca chi so tuan truoc", "lay cho toi so ngay 1/1": figures of those days, and nothing held against them. */
function isFigure({ from }: Run, { tokens, marked }: ReadTokens): boolean {
  if (tokens[from]!.typed.toLowerCase() !== SO || BESIDE.has(tokens[from + 1]?.fold ?? '')) return false
  const [given, before] = [tokens[from - 2]?.fold ?? '', tokens[from - 1]?.fold ?? '']
  return FIGURES.has(before) || (!marked && (GIVING.has(before) || GIVING.has(given)))
}

const SO = 'so'
const FIGURES = foldSet(ruleWords.figureOf)
const GIVING = foldSet(ruleWords.giving)

/** "So" says nothing at the end, and is the end of "hồ sơ". */
function comparesBehind({ from, to }: Run, { tokens, chosen }: ReadTokens): boolean {
  if (to >= tokens.length || tokens[from - 1]?.fold === DOSSIER) return false
  const isOffice = chosen.some(span => span.meaning.is === 'kind' && span.from <= from && to <= span.to)
  return (
    !isOffice ||
    tokens[to]!.number !== null ||
    COUNTS.has(tokens[to]!.fold) ||
    tokens.slice(to).some(({ fold }) => BESIDE.has(fold))
  )
}

/** "So xã … với huyện": beside an "so" that may be "sở", such a word says that something is compared. */
const BESIDE = foldSet(ruleWords.besideOffice)
const COUNTS = foldSet(ruleWords.counts)

const DOSSIER = 'ho'
/** "Tốt hơn trong tháng 4", "khá hơn kể từ đầu năm": words behind which a period is no other one. */
const WITHIN = foldSet(ruleWords.within)

/** What would change something is not read into short phrases with slips. */
const ACTIONS: ReadonlySet<Cue> = new Set(['stop', 'subscribe', 'change_data'])
const LONG_ACTION = 3
const ACTION_COST = 0.3

function isLongAndPlain(cue: FoundCue, plain: ReadonlySet<FoundCue>): boolean {
  return plain.has(cue) && cue.to - cue.from - cue.skipped >= LONG_ACTION
}

/** "Tiiêu" of "chỉ tiiêu" is no "thiếu". */
function isWordOf(cue: FoundCue, plain: ReadonlySet<FoundCue>): boolean {
  if (cue.to - cue.from > 1 || cue.cost < DOUBTFUL) return false
  return [...plain].some(other => covers(other, cue))
}

function isBetter(other: FoundCue, cue: FoundCue): boolean {
  const longer = other.to - other.from > cue.to - cue.from
  const same = other.to - other.from === cue.to - cue.from
  return (longer && other.cost <= cue.cost + MUCH_WORSE) || (same && other.cost < cue.cost)
}

const MUCH_WORSE = 0.3

/** The items of the message with every indicator, period and unit as one item. */
export const joinEntities = onceForReading(joined)

interface JoinedItems {
  items: readonly Item[]
  /** The tokens at which they begin, and the end. */
  positions: readonly number[]
}

function joined(read: ReadTokens): JoinedItems {
  const starts = new Map(read.chosen.filter(isWhole).map(span => [span.from, span]))
  const positions: number[] = []
  for (let at = 0; at < read.items.length; at = starts.get(at)?.to ?? at + 1) positions.push(at)
  positions.push(read.items.length)
  const index = new Map(positions.map((position, number) => [position, number]))
  const loose = slotsOfKinds(read)
  const items = positions.slice(0, -1).map((position, number): Item => {
    const whole = starts.get(position)
    if (whole)
      return {
        words: [],
        letters: 0,
        slots: slotsOf(whole, read).map(slot => ({ slot, to: number + 1, value: whole })),
      }
    const item = { ...read.items[position]!, words: wordsBeside(read, position) }
    const slots = [...item.slots, ...(loose.get(position) ?? [])].flatMap(slot => {
      const to = index.get(slot.to)
      if (to !== undefined) return [{ ...slot, to }]
      // "40 phần trăm trực tuyến": the word of the unit went to the indicator; the number stands by itself.
      return slot.slot === 'pct' ? [{ ...slot, slot: 'num', to: number + 1 }] : []
    })
    return { ...item, slots }
  })
  return { items, positions }
}

/**
 * What the word may be beside the kind or person that was recognised in it: within "sở nào" it is nothing else, not even
 * "số nào" typed without diacritics; within "của tôi" and "bên nào", only what was typed.
 */
function wordsBeside(read: ReadTokens, position: number): readonly ReadAs[] {
  const { words } = read.items[position]!
  const span = read.chosen.find(one => holds(one, position))
  const { meaning } = span ?? {}
  if (!span || (meaning?.is !== 'kind' && meaning?.is !== 'own')) return words
  const named = meaning.is === 'kind' && meaning.kind !== null
  if (named && (isGroupUse(meaning.use) || span.to - span.from > 1)) return []
  return words.filter(({ cost }) => cost <= AS_TYPED)
}

/** Words typed with other diacritics, or with slips, cost more. */
const AS_TYPED = 0.5

function isWhole({ meaning }: EntitySpan): boolean {
  if (meaning.is === 'claim') return meaning.how === 'aside'
  return meaning.is === 'indicator' || meaning.is === 'period' || meaning.is === 'unit'
}

function slotsOf({ meaning, from }: EntitySpan, { tokens }: ReadTokens): string[] {
  if (meaning.is === 'claim') return []
  if (meaning.is !== 'indicator') return [meaning.is]
  const [first, second] = [tokens[from]!.fold, tokens[from + 1]?.fold]
  return (first === 'so' && (second === 'ho' || second === 'hs' || second === 'luong')) ||
    first === 'ho' ||
    first.startsWith('hs') ||
    first === 'don' ||
    (first === 'bo' && second === 'ho')
    ? ['indicator', 'dossiers']
    : ['indicator']
}

function slotsOfKinds(read: ReadTokens): Map<number, Slot[]> {
  const found = new Map<number, Slot[]>()
  for (const span of read.chosen) {
    const { meaning } = span
    if (meaning.is === 'own') found.set(span.from, [{ slot: 'own', to: span.to, value: span }])
    if (meaning.is !== 'kind') continue
    const group = isGroupUse(meaning.use)
    found.set(span.from, [{ slot: group ? 'group' : 'own', to: span.to, value: span }])
  }
  return found
}
