import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import type { Evidence } from '../intents/evidence.ts'
import type { Feature } from '../intents/intent-rules.ts'
import type { Intent, Question } from '../question.ts'
import { foldSet } from '../words/fold.ts'
import { endsInPercent } from '../words/numbers.ts'
import { holds } from '../words/run.ts'

/** What a message may say anew of a question that was answered, without asking another one. */
interface Changes {
  /** What may be named in place of what was named before. */
  names: readonly Feature[]
  /** Words that such a question has itself; they must fill a slot of it. */
  words: readonly Feature[]
  /** What they and a number fill in; nothing where they are not of this question. */
  fills: (said: Evidence, previous: Question) => Partial<Question>
}

const DAYS: readonly Feature[] = ['period', 'periods', 'named_phase']
const MEASURES: readonly Feature[] = ['indicator', 'indicators']
const UNITS: readonly Feature[] = ['unit', 'units', 'own', 'bare_kind', 'surroundings']
const GROUPS: readonly Feature[] = ['group', 'which_group', 'group_of_place', 'surroundings']
/** How one speaks. */
const LIGHT: ReadonlySet<Feature> = new Set<Feature>(['follow_up', 'how', 'continues', 'greeting'])
const NOTHING = (): Partial<Question> => ({})

/**
 * What may change in a question of which the message itself would not make one again: "còn giảm", "hạng 1 thì sao",
 * "200 thì sao", "còn sở nào". An intent that is not here is gone on from by what its words speak for.
 */
const MAY_CHANGE: Partial<Record<Intent, Changes>> = {
  movers: {
    names: [...GROUPS, ...MEASURES, ...DAYS],
    words: ['change', 'rank_change', 'highest', 'lowest', 'why_change', 'how_many'],
    fills: directionOf,
  },
  goal: {
    names: [...UNITS, ...MEASURES],
    words: ['rank', 'highest', 'limit', 'how_many', 'need_dossiers'],
    fills: placeOf,
  },
  what_if: {
    names: [...UNITS, ...MEASURES],
    words: ['per_day', 'zero', 'over', 'limit'],
    fills: assumptionOf,
  },
  since: { names: [...UNITS, ...GROUPS, ...MEASURES], words: [], fills: NOTHING },
  responses: { names: [...UNITS, ...GROUPS], words: [], fills: NOTHING },
  total: { names: [...GROUPS, ...MEASURES, ...DAYS], words: [], fills: NOTHING },
  verify: {
    names: [...UNITS, ...MEASURES, ...DAYS],
    words: ['over', 'under', 'aimed_at', 'how_many', 'figures', 'help'],
    fills: claimOf,
  },
  report: {
    names: DAYS,
    words: ['digest', 'digest_daily', 'digest_weekly', 'digest_monthly', 'digest_phase', 'file', 'send'],
    fills: outputOf,
  },
}

/**
 * What the message puts in the place of what was asked before, where all that it says belongs to the same question; null
 * where it asks something of its own.
 */
export function changesOf(said: Evidence, previous: Question): Partial<Question> | null {
  const row = MAY_CHANGE[previous.intent]
  const { strength, leftover, asked, unused } = said
  if (row === undefined || unused.length > 0 || leftover.length > 0) return null
  if (asked !== null && asked.intent !== previous.intent) return null
  const features = [...strength.keys()].filter(feature => !LIGHT.has(feature))
  if (features.some(one => !row.names.includes(one) && !row.words.includes(one))) return null
  const fills = row.fills(said, previous)
  if (Object.keys(fills).length > 0) return fills
  const isUnfilled = loneNumber(said) !== null || features.some(one => row.words.includes(one))
  return isUnfilled || features.length === 0 ? null : fills
}

/** The only number of the message that is no part of a name, a kind or a stretch of days: its value, and where. */
function loneNumber({ read, periods, mentions }: Evidence): { value: number; at: number } | null {
  const taken = [...read.chosen, ...periods, ...mentions]
  const isTaken = (at: number): boolean => taken.some(run => holds(run, at))
  const [at, ...others] = read.tokens.flatMap(({ number }, place) =>
    number === null || isTaken(place) ? [] : [place],
  )
  if (at === undefined || others.length > 1) return null
  const value = read.items[at]!.slots.find(({ slot }) => NUMBERS.has(slot))?.value
  const isOne = others.length === 0 || value !== read.tokens[at]!.number
  return typeof value === 'number' && isOne ? { value, at } : null
}

/** A number, as it stands or before the word for percent; "85,5" is one of two tokens. */
const NUMBERS: ReadonlySet<string> = new Set(['num', 'pct', 'n'])

/** "Còn giảm": the other way. */
function directionOf({ read }: Evidence, { by }: Question): Partial<Question> {
  if (by === 'status') return {}
  const words = read.tokens.map(({ fold }) => fold)
  if (words.some(word => FALLING.has(word))) return { direction: 'down' }
  return words.some(word => RISING.has(word)) ? { direction: 'up' } : {}
}

/** "Hạng 1 thì sao", "đứng đầu". */
function placeOf(said: Evidence): Partial<Question> {
  const number = loneNumber(said)
  if (number !== null) return { place: number.value }
  return said.strength.has('highest') && said.read.tokens.some(({ fold }) => FIRST.has(fold))
    ? { place: 1 }
    : {}
}

/** "Thế còn hai mươi": of what was supposed, that many. */
function assumptionOf(said: Evidence, { assume }: Question): Partial<Question> {
  const number = loneNumber(said)
  if (number === null || assume === null) return {}
  const { value, at } = number
  if (endsInPercent(said.read.tokens, at + 1)) return { assume: { rate: value } }
  if (said.strength.has('per_day') || assume.perDay !== undefined) return { assume: { perDay: value } }
  return { assume: assume.rate === undefined ? { add: value } : { rate: value } }
}

/** "Còn Sở Xây dựng 55%"; "thế bao nhiêu mới đúng" asks for the figure itself. */
function claimOf(said: Evidence): Partial<Question> {
  const number = loneNumber(said)
  if (number !== null) return { claimed: number.value }
  return said.strength.has('how_many') ? { claimed: null } : {}
}

/** "Gửi file luôn". */
function outputOf({ strength }: Evidence): Partial<Question> {
  return strength.has('file') ? { output: 'file' } : {}
}

const FALLING = foldSet(ruleWords.falling)
const RISING = foldSet(ruleWords.rising)
const FIRST = foldSet(ruleWords.first)
