import { droppedPeriods, droppedUnits, passedOver, unknownRegions } from './accounts.ts'
import { rateWords } from '../../../locales/vi/ask/indicators.ts'
import { alreadyWord } from '../../../locales/vi/ask/periods.ts'
import { hasKindBelow } from '../names/asker.ts'
import { assembleQuestion, emptyQuestion } from './assemble.ts'
import type { Evidence } from './evidence.ts'
import { factsOf, isAboutUnits } from './facts.ts'
import type { Lexicon } from '../lexicon.ts'
import { foldWord, foldWords } from '../words/fold.ts'
import { percentEnd } from '../words/numbers.ts'
import type { Feature } from './intent-rules.ts'
import type { FoundOperator } from '../lattice/operators.ts'
import type { Intent, Question } from '../question.ts'
import { homelessKind, lostName } from '../names/lost-names.ts'
import { isWider } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import { partOf } from './asked-world.ts'
import { wordsOf } from '../words/tokens.ts'
import { countedWithin, kindMentions } from './read-groups.ts'
import type { AskContext } from '../reading.ts'

/** What one sentence asks, and how sure that is. */
export interface Decision {
  question: Question
  /** The intent that the words speak for, before anything had to be asked back. */
  intent: Intent | null
  score: number
  confidence: number
  decisions: string[]
}

const LEAST_SCORE = 0.75
/** "15%" or "qua" alone asks nothing of ours. */
const LEAST_JUDGEMENT = 3
/** Decides what the evidence asks; a question back where a name means several things. */
export function decide(evidence: Evidence, lexicon: Lexicon, context: AskContext, intent?: Intent): Decision {
  if (speaksOfNoList(evidence, context)) return refuse(evidence, 'nothing_shown', 0, 0)
  const best = evidence.intents.find(one => one.intent !== 'unknown')
  const against = doubt(evidence)
  const chosen = intent ?? best?.intent
  const score = best?.score ?? 0
  if (chosen === undefined || (intent === undefined && (score < LEAST_SCORE || against.score >= score)))
    return refuse(evidence, against.reason, score, against.score)
  if (
    intent === undefined &&
    chosen === 'gap' &&
    score < LEAST_JUDGEMENT &&
    !hasAnySubject(evidence.strength)
  )
    return refuse(evidence, 'not_understood', score, against.score)
  const decisions = [`intent: ${chosen} (${score.toFixed(1)}) over ${runnerUp(evidence, chosen)}`]
  const missing = evidence.periods.find(({ period }) => period === null)
  if (missing && (isAboutUnits(chosen) || chosen === 'progress')) return noSuchPeriod(missing, evidence)
  const lost = lostName(evidence, lexicon, context)
  if (lost && (isAboutUnits(chosen) || chosen === 'define'))
    return lostDecision(lost, assembleQuestion(evidence, chosen, lexicon, context), evidence)
  const turned = turnedTo(evidence, chosen, context)
  const wanted = turned?.intent ?? homeless(evidence, chosen, lexicon, context)
  if (wanted === 'unknown') return refuse(evidence, 'not_understood', score, against.score)
  if (wanted !== chosen)
    decisions.push(`intent: ${wanted}: ${turned?.why ?? "no unit of that kind is the asker's"}`)
  const each = ofEach(evidence, wanted)
  const question = assembleQuestion(evidence, each?.intent ?? wanted, lexicon, context)
  if (each && wanted !== 'gap') question.parts.push(partOf('per_group', each, evidence.read))
  if (!each) question.notAnswered.push(...passedOver(evidence, question))
  question.notAnswered.push(
    ...droppedUnits(evidence, question, lexicon),
    ...droppedPeriods(evidence, question),
    ...unknownRegions(evidence, lexicon),
  )
  const asks = isAboutUnits(question.intent) || hasGuess(question.intent, evidence)
  const asked = asks ? clarified(question, evidence) : question
  for (const mention of evidence.mentions)
    decisions.push(`unit: ${mention.choice.units.join(' ')}: ${mention.choice.why}`)
  return {
    question: asked,
    intent: chosen,
    score,
    confidence: confidenceOf(evidence, score, against.score),
    decisions,
  }
}

const OTHERWISE_PLACED: readonly Feature[] = ['need_dossiers', 'period', 'group', 'lowest', 'highest']
/** Longer messages may count places of something else. */
const SHORT = 5

/** "Gửi file danh sách này", "cái thứ 2", "bỏ 3 đơn vị đầu", where no list was shown. */
function speaksOfNoList({ operators, strength, read }: Evidence, { shown = [] }: AskContext): boolean {
  if (shown.length > 0 || strength.has('indicator') || strength.has('unit')) return false
  const speaks = (wanted: FoundOperator['operator']): boolean =>
    // "Tiếp" of "đã tiếp thu" asks for no more.
    operators.some(one => one.operator === wanted && !operators.some(other => isWider(other, one)))
  const other = OTHERWISE_PLACED.some(feature => strength.has(feature))
  const wholly = read.tokens.length <= SHORT && !other
  if (speaks('drop') || ((speaks('item') || speaks('next')) && wholly)) return true
  return speaks('this_list') && (strength.has('file') || strength.has('send') || wholly)
}

/** "Vĩnh huỷ con thieu …": nothing is stopped or started by a word beside which a name with a slip may stand. */
function hasGuess(intent: Intent, { mentions }: Evidence): boolean {
  return (
    (intent === 'unsubscribe' || intent === 'subscribe') && mentions.some(({ choice }) => !choice.certain)
  )
}

/** What is asked instead by what stands beside the words that speak for the intent. */
function turnedTo(
  evidence: Evidence,
  intent: Intent,
  context: AskContext,
): { intent: Intent; why: string } | null {
  if (asksWhichBeside(evidence, intent)) return { intent: 'ranking', why: 'all of the kind, in order' }
  if ((intent === 'top' || intent === 'bottom') && countsJudged(evidence))
    return {
      intent: evidence.strength.has('not_reached') ? 'below' : 'met',
      why: 'counted by where they are',
    }
  if (intent === 'gap' && isHeldAgainstOne(evidence)) return { intent: 'compare', why: 'one against another' }
  if (intent === 'need' && countsPoints(evidence)) return { intent: 'gap', why: 'points, and no dossiers' }
  if (asksOfThePast(evidence, intent, context)) return { intent: 'report', why: 'of days that are over' }
  if (intent === 'value' && tellsOfOneself(evidence)) return { intent: 'greeting', why: 'told of oneself' }
  return null
}

/** "So với phường Quy Nhơn thì mình kém mấy điểm": the distance of two, and none to a target. */
function isHeldAgainstOne({ strength, mentions }: Evidence): boolean {
  return strength.has('versus') && strength.has('own') && !strength.has('target') && mentions.length === 1
}

/** "Cần thêm bao nhiêu điểm": what is lacking in points, and not in dossiers. */
function countsPoints({ cues, read: { tokens } }: Evidence): boolean {
  const needs = cues.filter(({ cue }) => cue === 'need_dossiers')
  return needs.length > 0 && needs.every(({ to }) => percentEnd(tokens, to) !== null)
}

/** "Huyện nào có xã chưa đạt nhiều nhất": not the highest of them, but how many there are in each. */
function countsJudged(evidence: Evidence): boolean {
  const { strength } = evidence
  if (!strength.has('not_reached') && !strength.has('reach')) return false
  return countedWithin(kindMentions(evidence), evidence) !== null
}

/** "Tôi nhận được rồi", "vậy là tui yên tâm rồi", "tôi đang họp": a person does something, and nothing is asked. */
function tellsOfOneself({ cues, strength, read }: Evidence): boolean {
  const [own, ...others] = read.chosen
  const asks = [...strength.keys()].some(feature => !TELLING.has(feature))
  if (asks || others.length > 0 || own?.meaning.is !== 'own' || own.to - own.from !== 1) return false
  const behind = cues.filter(({ from }) => from >= own.to)
  const done = behind.every(({ from, to }) => to - from === 1 && read.tokens[from]!.fold === ALREADY)
  return done && own.to < read.tokens.length
}

const TELLING: ReadonlySet<Feature> = new Set(['own', 'follow_up', 'greeting'])
const ALREADY = foldWord(alreadyWord)

/** "Thêm báo cáo tháng 4 nữa": of days that are over one report is wanted, and none from now on. */
function asksOfThePast({ periods }: Evidence, intent: Intent, { today }: AskContext): boolean {
  return (
    intent === 'subscribe' &&
    periods.length > 0 &&
    periods.every(({ period }) => period && period.to <= today)
  )
}

/** "Sở nào thấp hơn Sở Y tế": all of the kind, in order, and not the unit beside the asker's own. */
function asksWhichBeside(evidence: Evidence, intent: Intent): boolean {
  const { strength, mentions } = evidence
  if (intent !== 'compare' || mentions.length !== 1 || strength.has('own') || strength.has('bare_kind'))
    return false
  return (
    strength.has('which_is_more') &&
    kindMentions(evidence).some(({ use, kind }) => use === 'which' && kind !== null)
  )
}

/** What is asked of one unit only, and what is shown of a group instead. */
const INSTEAD: Partial<Record<Intent, Intent>> = {
  gap: 'below',
  need: 'below',
  trend: 'ranking',
  what_if: 'ranking',
  verify: 'ranking',
  why: 'ranking',
}

/** "Các sở còn thiếu bao nhiêu hồ sơ": asked of each of a kind, and of no unit that the message or the asker names. */
function ofEach(evidence: Evidence, intent: Intent): (Run & { intent: Intent }) | null {
  const other = INSTEAD[intent]
  const { mentions, strength } = evidence
  if (other === undefined || mentions.length > 0 || strength.has('own') || strength.has('surroundings'))
    return null
  const kinds = kindMentions(evidence).filter(({ kind }) => kind !== null)
  const [only] = kinds.filter(({ use }) => use === 'many')
  if (!only || (intent === 'why' && kinds.length > 1)) return null
  return { from: only.from, to: only.to, intent: other }
}

/** "Tỷ lệ của xã", asked by who has no commune of their own: all communes are meant. */
function homeless(evidence: Evidence, intent: Intent, lexicon: Lexicon, context: AskContext): Intent {
  const other = factsOf(intent).withoutUnit
  if (other === undefined) return intent
  if (isGroupOfPlace(evidence, lexicon)) return other === 'unknown' ? intent : other
  return evidence.mentions.length === 0 && homelessKind(evidence, lexicon, context) ? other : intent
}

/** "Xã phường thành phố Pleiku", "xã huyện Đức Cơ": a kind and right behind it a place that has units of that kind. */
function isGroupOfPlace(evidence: Evidence, lexicon: Lexicon): boolean {
  return kindMentions(evidence).some(
    ({ use, kind, to }) =>
      use === 'bare' &&
      kind !== null &&
      evidence.mentions.some(
        ({ from, choice }) =>
          from === to &&
          choice.units.length > 0 &&
          choice.units.every(
            code => lexicon.units.get(code)?.kind !== kind && hasKindBelow(code, kind, lexicon),
          ),
      ),
  )
}

/** The refusal of "tháng 13", "31/2", "giai đoạn 5". */
function noSuchPeriod(found: Run, evidence: Evidence): Decision {
  const name = wordsOf(found, evidence.read)
  return {
    question: { ...emptyQuestion('unknown'), unknownReason: 'no_such_period', unknownName: name },
    intent: null,
    score: 0,
    confidence: 0,
    decisions: [`unknown: there is no ${name}`],
  }
}

/** The refusal of a name that no unit has, with what else was understood. */
function lostDecision(lost: Run, question: Question, evidence: Evidence): Decision {
  const name = wordsOf(lost, evidence.read)
  return {
    question: unknownName(question, { unknownUnit: evidence.unknownUnit ?? name }),
    intent: null,
    score: 0,
    confidence: 0,
    decisions: [`unknown: no unit is named ${name}`],
  }
}

function runnerUp(evidence: Evidence, chosen: Intent): string {
  const next = evidence.intents.find(one => one.intent !== chosen)
  return next ? `${next.intent} (${next.score.toFixed(1)})` : 'nothing'
}

/** What speaks for another subject: its words, and words that found no meaning. */
function doubt(evidence: Evidence): { score: number; reason: NonNullable<Question['unknownReason']> } {
  const outside = evidence.intents.find(one => one.intent === 'unknown')?.score ?? 0
  const words = evidence.leftover.filter(at => evidence.read.tokens[at]!.fold.length > 1).length
  const { strength } = evidence
  const reason = strength.has('change_data')
    ? 'change_data'
    : strength.has('outside') || words > 0
      ? 'outside'
      : 'not_understood'
  if (namesOtherRate(evidence)) return { score: Infinity, reason }
  return { score: outside + words * weightOfWord(strength) + 0.85 * attached(evidence), reason }
}

/** How much a word without a meaning weighs: the less, the better the message says of whom or of what it asks. */
function weightOfWord(strength: Evidence['strength']): number {
  if (strength.has('indicator')) return 0.45
  if (strength.has('unit')) return 0.9
  return hasSubject(strength) ? 1.2 : 6.5
}

/** "Tỷ lệ lấp đầy khu công nghiệp": a rate that is none of ours. */
function namesOtherRate({ strength, leftover, read: { tokens } }: Evidence): boolean {
  if (strength.has('indicator')) return false
  return leftover.some(at =>
    [at, at - 1, at - 2].some(first =>
      RATES.has(`${tokens[first - 2]?.fold ?? ''} ${tokens[first - 1]?.fold ?? ''}`),
    ),
  )
}

const RATES = new Set(rateWords.map(foldWords))

/** "Tiến độ thi công đường", "minh bạch tài sản": words without a meaning, right behind an indicator. */
function attached({ leftover, read: { chosen } }: Evidence): number {
  const unexplained = new Set(leftover)
  return chosen
    .filter(({ meaning }) => meaning.is === 'indicator')
    .reduce((sum, { to }) => {
      let at = to
      while (unexplained.has(at)) at++
      return sum + (at - to > 1 ? at - to : 0)
    }, 0)
}

/** Whether the message says of whom or of what it asks, be it only by "mình", "xã" or "chỉ tiêu". */
function hasSubject(strength: Evidence['strength']): boolean {
  return SUBJECTS.some(feature => strength.has(feature))
}

function hasAnySubject(strength: Evidence['strength']): boolean {
  return strength.has('indicator') || strength.has('unit') || strength.has('period') || hasSubject(strength)
}

const SUBJECTS: readonly Feature[] = [
  'own',
  'bare_kind',
  'surroundings',
  'group',
  'target',
  'campaign',
  'phase',
  'rank',
  'digest',
  'forecast',
  'need_dossiers',
  'not_reached',
  'reached_yet',
  'time_left',
  'missing_data',
  'greeting',
  'help',
  'all_indicators',
  'which_indicator',
  'figures',
]

function refuse(
  evidence: Evidence,
  reason: NonNullable<Question['unknownReason']>,
  score: number,
  doubts: number,
): Decision {
  const question = emptyQuestion('unknown')
  question.unknownReason = reason
  return {
    question,
    intent: null,
    score,
    confidence: reason === 'not_understood' ? 0 : Math.min(1, doubts / 10),
    decisions: [`unknown: ${reason}, doubt ${doubts.toFixed(1)} against ${runnerUp(evidence, 'unknown')}`],
  }
}

function confidenceOf(evidence: Evidence, score: number, doubts: number): number {
  const second = evidence.intents.filter(one => one.intent !== 'unknown')[1]?.score ?? 0
  const margin = score <= 0 ? 0 : (score - Math.max(second, doubts)) / score
  const coverage = 1 - evidence.leftover.length / Math.max(1, evidence.read.tokens.length)
  return Math.round(Math.max(0, Math.min(1, (0.5 + 0.5 * margin) * coverage)) * 100) / 100
}

/** The question itself when all names in it are certain; else the question back. */
function clarified(question: Question, evidence: Evidence): Question {
  const indicators = evidence.read.chosen.find(
    ({ meaning }) => meaning.is === 'indicator' && meaning.codes.length !== 1,
  )
  if (indicators?.meaning.is === 'indicator')
    return indicators.meaning.codes.length === 0
      ? unknownName(question, evidence)
      : askBack(question, [...indicators.meaning.codes], 'indicators')
  const open = evidence.mentions.find(({ choice }) => choice.units.length !== 1 || !choice.certain)
  if (open === undefined) return hasUnknownName(evidence) ? unknownName(question, evidence) : question
  if (open.choice.units.length === 0) return unknownName(question, evidence)
  return askBack(question, open.choice.units, question.group ? 'group' : 'units')
}

/** A name was meant that fits no unit, and nothing else says whose figures are asked for. */
function hasUnknownName({ unknownUnit, mentions, strength }: Evidence): boolean {
  return unknownUnit !== null && mentions.length === 0 && !strength.has('own') && !strength.has('which_group')
}

function unknownName(question: Question, { unknownUnit }: Pick<Evidence, 'unknownUnit'>): Question {
  return {
    ...emptyQuestion('unknown'),
    indicators: question.indicators,
    period: question.period,
    unknownReason: 'not_understood',
    unknownName: unknownUnit,
  }
}

function askBack(question: Question, choices: string[], fills: 'units' | 'indicators' | 'group'): Question {
  const gap: Question = { ...question, renamed: [] }
  if (fills === 'units') gap.units = question.units.filter(code => !choices.includes(code))
  if (fills === 'indicators') gap.indicators = question.indicators.filter(code => !choices.includes(code))
  if (fills === 'group' && gap.group) gap.group = { ...gap.group, within: null }
  return {
    ...emptyQuestion('clarify'),
    indicators: gap.indicators,
    period: question.period,
    choices,
    pending: { question: gap, fills },
  }
}
