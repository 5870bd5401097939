import {
  denialWords,
  directionWords,
  lightWords,
  weightyBareWords,
  weightyWords,
} from '../../../locales/vi/ask/operators.ts'
import { percentEnds } from '../../../locales/vi/ask/numbers.ts'
import { isWithin } from '../../core/window.ts'
import { areAlike } from '../periods/listed-periods.ts'
import type { Token } from '../words/tokens.ts'
import type { FoundCue } from '../lattice/read-cues.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { isGroupUse } from '../phrases/entities.ts'
import type { EntitySpan } from '../phrases/entities.ts'
import type { Cue } from '../phrases/vocabulary.ts'
import type { Intent, NotAnswered, Part, Question } from '../question.ts'
import { foldSet, spellingKey, written } from '../words/fold.ts'
import { isSyllable } from '../words/spelling.ts'
import { covers, holds, overlapOf } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import { wordsOf } from '../words/tokens.ts'
import { USED_APART } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import { THEN } from './asked-when.ts'
import { allTargetsIn } from './every.ts'
import { isApart, kindMentions } from './read-groups.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Feature } from './intent-rules.ts'
import { isWiderKind } from '../names/asker.ts'
import { factsOf } from './facts.ts'
import type { Operator } from './operator-words.ts'

/**
 * The words of an asking clause for which the question has no slot. Everything that was recognised is taken in by the
 * intent, or says how one speaks, or stands here: a judgement beside a question that judges nothing, a group beside one
 * about a single unit, a percentage that no slot holds, a word that compares, a word that is not known.
 */
export function passedOver(evidence: Evidence, question: Question): NotAnswered[] {
  const { intent, period, every } = question
  const own = TAKES[intent]
  if (own === undefined) return []
  const takes = intent === 'ranking' && evidence.mentions.length === 1 ? [...own, ...BESIDE] : own
  const { read, leftover } = evidence
  const all = every ? allTargetsIn(read) : null
  const taken = [...takenBy(evidence, intent, takes), ...(all ? [all] : [])]
  const isTaken = (run: Run): boolean => taken.some(one => overlapOf(one, run) > 0)
  const isDays = ({ cue }: FoundCue): boolean => cue === 'phase_end' && period !== null
  const cues = evidence.cues.filter(
    one => !isDays(one) && !takes.includes(one.cue) && !LIGHT.has(one.cue) && !isTaken(one),
  )
  const isFree = (at: number): boolean =>
    !isTaken({ from: at, to: at + 1 }) && !cues.some(cue => holds(cue, at))
  const weighty = read.tokens.flatMap((_, at) => (isFree(at) && isWeighty(at, read, intent) ? [at] : []))
  const words = read.tokens.flatMap((_, at): Run[] => {
    if (!isFree(at)) return []
    const isBefore = weighty.some(other => other > at && other - at <= WORDS_BEFORE)
    const asks =
      weighty.includes(at) || (leftover.includes(at) && isUnanswered(at, evidence, question, isBefore))
    return asks || goesOnPeriod(at, read, evidence.periods) || denies(at, read)
      ? [{ from: at, to: at + 1 }]
      : []
  })
  // A cue that names a number takes it in only where the question keeps it.
  const bounds = new Set<Run>(evidence.cues.filter(({ cue }) => BOUNDS.has(cue)))
  const figures = unfilled(evidence, question).filter(
    one => !taken.some(run => overlapOf(run, one) > 0 && !bounds.has(run)),
  )
  const unknown = joined([...longest(cues), ...words, ...figures]).map((run): NotAnswered => ({
    text: wordsOf(run, read),
    reason: 'not_understood',
    part: null,
  }))
  return [
    ...withoutSlot(evidence, question),
    ...besideMean(evidence, question),
    ...becomesOfAnother(evidence, question),
    ...unknown,
  ]
}

/** Units that were named, and are neither asked about nor the place of what is: "Sở Y tế so với trung bình các sở". */
export function droppedUnits(evidence: Evidence, question: Question, { tree }: Lexicon): NotAnswered[] {
  const { units, group, intent } = question
  const others = intent === 'compare' ? kindsCompared(evidence, units, tree) : []
  if (others.length > 0) return others
  if (factsOf(intent).about !== 'group' || group === null) return []
  const used = [...units, ...(group.within === null ? [] : [group.within]), ...(group.except ?? [])]
  const above = used.flatMap(code =>
    tree.byCode.has(code) ? tree.ancestors(code).map(unit => unit.code) : [],
  )
  const kept = new Set([...used, ...above])
  const kinds = group.kinds ?? [group.kind]
  const parted = kindMentions(evidence)
    .filter(one => one.kind !== null && !kinds.includes(one.kind))
    .filter(one => isApart(one, evidence) || (one.use === 'which' && isWiderKind(one.kind, group.kind)))
    .map((one): NotAnswered => ({ text: wordsOf(one, evidence.read), reason: 'unsupported', part: 'each' }))
  const beside = evidence.mentions
    .filter(({ choice }) => choice.certain && choice.units.length === 1)
    .filter(mention => !evidence.read.kinds.some(kind => covers(kind, mention)))
    .filter(({ choice: { units: named } }) =>
      named.every(code => !kept.has(code) && tree.byCode.get(code)?.kind !== 'province'),
    )
    .map((mention): NotAnswered => ({
      text: wordsOf(mention, evidence.read),
      reason: 'unsupported',
      part: 'beside',
    }))
  return [...beside, ...parted]
}

/** "Các tỉnh phía Bắc", where no region is called so, "cả nước" in a province: nobody has its figures. */
export function unknownRegions({ read }: Evidence, { tree }: Pick<Lexicon, 'tree'>): NotAnswered[] {
  const hasCountry = [...tree.byCode.values()].some(({ kind }) => kind === 'country')
  return read.chosen
    .filter(({ meaning }) => meaning.is === 'country' && (meaning.region || !hasCountry))
    .map(one => ({ text: wordsOf(one, read), reason: 'unsupported', part: 'of_group' }))
}

/** Stretches of the same kind beside the one that is answered: "xã nào chưa đạt tuần 18 và tuần 19". */
export function droppedPeriods({ periods, read }: Evidence, question: Question): NotAnswered[] {
  const { period: answered, base, intent } = question
  if (answered === null || factsOf(intent).days !== 'past') return []
  const main = periods.find(({ period }) => period !== null && isWithin(period, answered))
  if (main === undefined) return []
  return periods
    .filter(one => one !== main && areAlike(main, one) && one.period !== null)
    .filter(({ period }) => !isWithin(period!, answered) && !(base && isWithin(period!, base)))
    .map(one => ({ text: wordsOf(one, read), reason: 'unsupported', part: 'each' }))
}

/** "So với trung bình các xã thì xã mình hơn hay kém": the mean alone is told. */
function besideMean({ cues, read }: Evidence, { intent, units }: Question): NotAnswered[] {
  if (intent !== 'total' || units.length > 0 || cues.every(({ cue }) => !AGAINST.has(cue))) return []
  const own = read.chosen.find(
    ({ meaning }) => meaning.is === 'own' || (meaning.is === 'kind' && meaning.use === 'own'),
  )
  return own ? [{ text: wordsOf(own, read), reason: 'unsupported', part: 'beside' }] : []
}

const AGAINST: ReadonlySet<Cue> = new Set(['versus', 'which_is_more'])

/** "Nếu Sở Y tế đạt 80% thì tỉnh đạt bao nhiêu": told is what becomes of whom it is supposed of, and of nobody else. */
function becomesOfAnother({ mentions, read }: Evidence, { intent }: Question): NotAnswered[] {
  const then = read.tokens.findIndex(({ fold }) => fold === THEN)
  if (intent !== 'what_if' || then < 0 || !mentions.some(({ to }) => to <= then)) return []
  const other = read.chosen.find(
    ({ meaning, from }) =>
      from > then && (meaning.is === 'unit' || (meaning.is === 'kind' && meaning.kind !== null)),
  )
  return other ? [{ text: wordsOf(other, read), reason: 'unsupported', part: 'what_if' }] : []
}

/** "Các xã của Chư Sê so với các xã của Chư Prông": compared are the places, not what lies in them. */
function kindsCompared(evidence: Evidence, units: readonly string[], tree: Lexicon['tree']): NotAnswered[] {
  const kinds = new Set(units.map(code => tree.byCode.get(code)?.kind))
  const [other] = kindMentions(evidence).filter(
    ({ use, kind }) => use === 'many' && kind !== null && !kinds.has(kind),
  )
  return other ? [{ text: wordsOf(other, evidence.read), reason: 'unsupported', part: 'of_group' }] : []
}

/** Operators that fill a slot of their own and, this time, found none: the words are understood, and not used. */
function withoutSlot({ operators, asked, read }: Evidence, question: Question): NotAnswered[] {
  return operators.flatMap((one): NotAnswered[] => {
    const slot = SLOTS[one.operator]
    if (slot === undefined || slot.filled(question)) return []
    if (asked !== null && overlapOf(asked.by, one) > 0) return []
    return [{ text: wordsOf(one, read), reason: 'unsupported', part: slot.part }]
  })
}

const SLOTS: Partial<Record<Operator, { part: Part; filled: (question: Question) => boolean }>> = {
  except: { part: 'except', filled: ({ group }) => (group?.except?.length ?? 0) > 0 },
  from_place: {
    part: 'offset',
    filled: ({ offset, threshold, conditions }) =>
      offset !== null || threshold !== null || conditions.length > 0,
  },
  over_target: { part: 'condition', filled: ({ conditions }) => conditions.length > 0 },
  under_target: {
    part: 'condition',
    filled: ({ conditions, intent }) => conditions.length > 0 || factsOf(intent).about !== 'group',
  },
  changed_by: { part: 'condition', filled: ({ conditions }) => conditions.length > 0 },
  jointly: {
    part: 'condition',
    filled: ({ conditions, indicators, intent }) =>
      conditions.length > 0 || indicators.length < 2 || factsOf(intent).about !== 'group',
  },
  beside_own: {
    part: 'beside',
    filled: ({ intent }) => factsOf(intent).about !== 'group' || intent === 'movers',
  },
  mean_bound: { part: 'average', filled: ({ intent }) => intent === 'total' },
}

/** What of the message the intent takes in. */
function takenBy(evidence: Evidence, intent: Intent, takes: readonly Cue[]): Run[] {
  const { read, cues, periods, mentions, operators, asked } = evidence
  const ofGroup = factsOf(intent).about === 'group' || BESIDE_GROUPS.has(intent)
  return [
    ...read.chosen.filter(
      ({ meaning }) => ofGroup || meaning.is !== 'kind' || !isGroupUse(meaning.use) || meaning.kind === null,
    ),
    ...cues.filter(({ cue }) => takes.includes(cue) || (LIGHT.has(cue) && cue !== 'yes_no')),
    ...periods,
    ...mentions,
    ...operators.filter(
      ({ operator }) =>
        TAKEN_APART.has(operator) ||
        operator === asked?.by.operator ||
        (intent === 'responses' && operator === 'ask_explanation') ||
        (intent === 'situation' && operator === 'situation'),
    ),
    ...(asked === null ? [] : [asked.by]),
  ]
}

/** Intents about named units that may stand among a group. */
const BESIDE_GROUPS: ReadonlySet<Intent> = new Set(['rank', 'compare', 'progress', 'situation'])

const length = ({ from, to }: Run): number => to - from

/** Of phrases within each other the longest, of equal ones the first. */
function longest(cues: readonly FoundCue[]): Run[] {
  return cues.filter((one, at) =>
    cues.every(
      (other, place) =>
        other === one ||
        overlapOf(other, one) === 0 ||
        length(other) < length(one) ||
        (length(other) === length(one) && at < place),
    ),
  )
}

/** In order, those that touch or overlap as one. */
function joined(runs: readonly Run[]): Run[] {
  return runs
    .toSorted((a, b) => a.from - b.from)
    .reduce<Run[]>((all, run) => {
      const last = all.at(-1)
      if (last === undefined || last.to < run.from) return [...all, run]
      return [...all.slice(0, -1), { from: last.from, to: Math.max(last.to, run.to) }]
    }, [])
}

const keysOf = (words: string): ReadonlySet<string> =>
  new Set(words.split(' ').map(word => spellingKey(written(word))))

const WEIGHTY = keysOf(weightyWords)
const WEIGHTY_BARE: ReadonlySet<string> = new Set(weightyBareWords.split(' '))
const DIRECTIONS = keysOf(directionWords)
const DIRECTION_FOLDS = foldSet(directionWords.split(' '))
const DENIALS = keysOf(denialWords)
const LIGHT_WORDS = keysOf(lightWords)
const LIGHT_FOLDS = foldSet(lightWords.split(' '))

/** Says how one speaks, or is misspelt; one letter says nothing, and without diacritics hardly more do three. */
function isLight(at: number, { tokens, marked }: ReadTokens, { indicators }: Question): boolean {
  const token = tokens[at]!
  if (indicators.length === 0 && isAbbreviation(token)) return false
  return (
    token.fold.length < (marked ? 2 : 4) ||
    !isSyllable(token.fold) ||
    LIGHT_WORDS.has(spellingKey(token)) ||
    (!marked && LIGHT_FOLDS.has(token.fold))
  )
}

/** "Khó đạt nhất": a word that is not known so near before one that compares is what is compared. */
const WORDS_BEFORE = 2

/** Whether a word that is not known asks something: it denies, or narrows, and says more than how one speaks. */
function isUnanswered(at: number, evidence: Evidence, question: Question, isCompared: boolean): boolean {
  const { read } = evidence
  if (mayDeny(at, evidence)) return true
  if (isLight(at, read, question) || isDirected(at, read, question.intent)) return false
  return isCompared || mayRestrict(at, evidence, question.intent)
}

/**
 * Where a word that is not known may change what is asked: where nobody is said of whom is asked, behind what it would narrow ("hồ sơ …", "của …"), before an
 * indicator, as a name, and wherever nothing but a figure is asked for, of which it may be the verb.
 */
function mayRestrict(at: number, { read, leftover, mentions, strength }: Evidence, intent: Intent): boolean {
  if (intent === 'value' || OF_WHOM.every(one => !strength.has(one))) return true
  const { tokens, chosen } = read
  if (chosen.some(({ meaning, from }) => meaning.is === 'indicator' && from === at + 1)) return true
  let from = at
  while (leftover.includes(from - 1)) from--
  const before = tokens[from - 1]
  if (before === undefined || /[^\s]/.test(tokens[from]!.gap)) return false
  const narrowed = [...chosen.filter(({ meaning }) => NARROWED.has(meaning.is)), ...mentions]
  return narrowed.some(({ to }) => to === from) || BEFORE_RESTRICTION.has(before.fold) || tokens[at]!.capital
}

const OF_WHOM: readonly Feature[] = ['unit', 'own', 'bare_kind', 'group', 'surroundings', 'country']
const NARROWED: ReadonlySet<EntitySpan['meaning']['is']> = new Set(['indicator', 'kind', 'claim'])
const BEFORE_RESTRICTION = foldSet(ruleWords.beforeRestriction)

/** "Xã nào cg đạt": consonants right before what is judged may be short for a "not". */
function mayDeny(at: number, { read, cues }: Evidence): boolean {
  return (
    /^[bcdghklmnpqrstvx]{1,3}$/.test(read.tokens[at]!.fold) &&
    cues.some(({ cue, from }) => from === at + 1 && JUDGED.includes(cue))
  )
}

/** "Tphh", "kqgq": consonants alone are short for something that was asked about. */
function isAbbreviation({ fold }: Token): boolean {
  return fold.length > 2 && fold.length < 7 && /^[bcdghklmnpqrstvx]+$/.test(fold)
}

/** "Cao thế", "thấp quá": how one finds it, and nothing that is compared. */
const EXCLAIMING = foldSet(ruleWords.exclaiming)

/** Typed with its diacritics, or without where no other word is written so. */
function isWeighty(at: number, { tokens, marked }: ReadTokens, intent: Intent): boolean {
  const token = tokens[at]!
  const key = spellingKey(token)
  if (DIRECTIONS.has(key)) return !DIRECTED.has(intent) && !EXCLAIMING.has(tokens[at + 1]?.fold ?? '')
  return WEIGHTY.has(key) || (!marked && WEIGHTY_BARE.has(token.fold))
}

/** "Vì sao chênh": which way something went, in a question that is about that. */
function isDirected(at: number, { tokens, marked }: ReadTokens, intent: Intent): boolean {
  const token = tokens[at]!
  const named = DIRECTIONS.has(spellingKey(token)) || (!marked && DIRECTION_FOLDS.has(token.fold))
  return DIRECTED.has(intent) && named
}

/** Intents that say which way something is or goes. */
const DIRECTED: ReadonlySet<Intent> = new Set([
  'trend',
  'compare',
  'movers',
  'since',
  'why',
  'total',
  'rank',
  'verify',
])

/** "42 %", "sáu lăm phần trăm": figures that stand in no slot. */
function unfilled({ read: { items, tokens } }: Evidence, question: Question): Run[] {
  const { assume, claimed, threshold, thresholdTo, conditions, late } = question
  const filled: unknown[] = [assume?.rate, assume?.add, claimed, threshold, thresholdTo]
  if (late && threshold !== null) filled.push(100 - threshold)
  for (const { value, to } of conditions) filled.push(Math.abs(value), to)
  const found = items.flatMap(({ slots }, from) =>
    slots.flatMap(({ slot, to, value }) =>
      slot === 'pct' && isPercent(to, tokens) ? [{ from, to, value }] : [],
    ),
  )
  return found.filter(
    one => !filled.includes(one.value) && !found.some(other => other !== one && covers(other, one)),
  )
}

/** "42 điểm" is no percent. */
function isPercent(to: number, tokens: readonly Token[]): boolean {
  return PERCENT_ENDS.has(tokens[to - 1]!.fold) || tokens[to - 1]!.typed === '%'
}

const PERCENT_ENDS = foldSet(percentEnds)

const BOUNDS: ReadonlySet<Cue> = new Set<Cue>([
  'over',
  'under',
  'between',
  'aimed_at',
  'reached_yet',
  'reach',
])

/** "Tuần 18, 19, 20": numbers behind a comma go on with the weeks. */
function goesOnPeriod(at: number, read: ReadTokens, periods: readonly Run[]): boolean {
  const token = read.tokens[at]
  if (token === undefined || token.number === null || !/^,\s/.test(token.gap)) return false
  return periods.some(({ to }) => to === at) || goesOnPeriod(at - 1, read, periods)
}

/** "Chưa số hóa", "không nộp qua mạng": the rest of a share, not the share. */
function denies(at: number, { tokens, chosen }: ReadTokens): boolean {
  if (!DENIALS.has(spellingKey(tokens[at]!))) return false
  return chosen.some(({ meaning, from }) => meaning.is === 'indicator' && from === at + 1)
}

/** Operators that fill a slot, or find their refusal, wherever they stand. */
const TAKEN_APART: ReadonlySet<Operator> = new Set([
  ...USED_APART,
  'half',
  'late_count',
  'from_place',
  'item',
  'jointly',
  'worst_first',
])

/** Cues that say how one speaks, or fill a slot of their own wherever they stand. */
const LIGHT: ReadonlySet<Cue> = new Set([
  'how_many',
  'how',
  'figures',
  'yes_no',
  'send',
  'follow_up',
  'help',
  'greeting',
  'digest',
  'digest_daily',
  'digest_weekly',
  'digest_monthly',
  'digest_phase',
  'target',
  'list',
  'file',
  'chart',
  'campaign',
  'phase',
  'assigned',
  'carrying_out',
  'not_that',
  'per_day',
  'all_indicators',
])

/** Judged by the assigned target, and by any number. */
const REACHED: readonly Cue[] = ['reach', 'not_reached', 'reached_yet']
const JUDGED: readonly Cue[] = [...REACHED, 'over', 'under', 'between']
const PLACED: readonly Cue[] = ['rank', 'rank_change', 'highest', 'lowest', 'limit']
const MOVED: readonly Cue[] = ['change', 'against_last', 'versus', 'course']

/** "Sở nào thấp hơn Sở Y tế": said of the unit beside the table, which is said to be unanswered. */
const BESIDE: readonly Cue[] = ['which_is_more']

/** The cues that an intent takes in, besides the light ones; an act is read by its own rules. */
const TAKES: Partial<Record<Intent, readonly Cue[]>> = {
  report: ['alerts', 'so_far', 'course'],
  value: ['need_dossiers', 'missing_data', 'which_indicator', 'highest', 'lowest', 'so_far'],
  rank: [...PLACED, 'change', 'against_last', 'versus', 'ranking_table'],
  target: ['document', 'which_indicator', 'define', 'over'],
  gap: [
    'aimed_at',
    'need_dossiers',
    'distance',
    'reached_yet',
    'not_reached',
    'reach',
    'versus',
    'which_indicator',
    'over',
    'under',
  ],
  need: [
    'aimed_at',
    ...JUDGED,
    'need_dossiers',
    'distance',
    'forecast',
    'phase_end',
    'time_left',
    'versus',
    'course',
  ],
  trend: [...MOVED, 'year_ago', 'why_change', 'distance', 'which_is_more'],
  below: [...JUDGED, 'zero', 'distance', 'alerts', 'limit'],
  met: [...JUDGED, 'limit'],
  top: ['highest', 'lowest', 'limit', 'rank'],
  bottom: ['lowest', 'highest', 'limit', 'rank', 'which_is_more'],
  ranking: ['ranking_table', 'rank', 'versus', 'highest', 'lowest', 'limit'],
  compare: [...MOVED, ...REACHED, 'which_is_more', 'distance', 'both_ends', 'add_unit', 'highest', 'lowest'],
  progress: ['time_left', 'so_far', 'phase_end', 'reach', 'course', 'forecast'],
  forecast: ['aimed_at', ...JUDGED, 'forecast', 'phase_end', 'time_left', 'course', 'distance'],
  define: [...JUDGED, 'define', 'what_is', 'which_indicator', 'document'],
  movers: [...MOVED, ...PLACED, ...JUDGED],
  since: [...JUDGED, 'course', 'change', 'highest', 'lowest', 'time_left', 'distance', 'so_far'],
  why: [
    ...MOVED,
    'rank',
    'highest',
    'lowest',
    'limit',
    ...JUDGED,
    'why_change',
    'distance',
    'which_indicator',
    'alerts',
  ],
  what_if: [
    'aimed_at',
    ...JUDGED,
    'forecast',
    'need_dossiers',
    'phase_end',
    'change',
    'rank_change',
    'zero',
    'distance',
  ],
  goal: [...PLACED, 'distance', 'need_dossiers', 'which_is_more', 'reach', 'over', 'versus'],
  total: ['versus', 'which_is_more', 'highest', 'lowest', 'distance'],
  missing: ['missing_data', 'zero', 'not_reached', 'define', 'time_left'],
  responses: ['alerts', 'not_reached', 'time_left', 'reached_yet', 'zero'],
  verify: [...JUDGED, ...PLACED, ...MOVED, 'define', 'change_data', 'distance'],
  situation: ['alerts', 'so_far', 'course', 'change', 'which_indicator', 'lowest'],
}
