import { isUnder } from '../core/unit-tree.ts'
import { closedWords, closingWords, helloWords } from '../../locales/vi/ask/clauses.ts'
import { chosenText } from './conversation/chosen-text.ts'
import { askingTokens } from './clauses/asking-tokens.ts'
import { isOfOurs, readClauses } from './clauses/clauses.ts'
import { decide } from './intents/decide.ts'
import { factsOf } from './intents/facts.ts'
import { asksEachState } from './intents/asked-fills.ts'
import { folds } from './intents/asked-world.ts'
import { exceptedOf, readExcepted } from './intents/except.ts'
import type { Excepted } from './intents/except.ts'
import type { Decision } from './intents/decide.ts'
import { evidenceOf, gatherEvidence } from './intents/evidence.ts'
import type { Evidence } from './intents/evidence.ts'
import { emptyQuestion } from './intents/assemble.ts'
import { namesAll } from './intents/read-groups.ts'
import { explain, understood } from './explain.ts'
import { continueQuestion, decisionOf } from './conversation/follow-up.ts'
import { fresh } from './conversation/shown-list.ts'
import type { Feature } from './intents/intent-rules.ts'
import type { Lexicon } from './lexicon.ts'
import { readCues } from './lattice/read-cues.ts'
import { readEntities } from './lattice/read-entities.ts'
import type { ReadTokens } from './lattice/read-entities.ts'
import type { AskContext, ExplainedClause, Reading } from './reading.ts'
import { eachApart } from './clauses/each-apart.ts'
import { askTwo, asksSameOf, isOutside, mayAskTwo, partTokens, possibleCuts, share } from './clauses/split.ts'
import type { Named } from './clauses/split.ts'
import type { Intent, NotAnswered, Question } from './question.ts'
import { foldSet } from './words/fold.ts'
import { undoVni } from './words/spelling.ts'
import { withSpokenNumbers } from './words/spoken-numbers.ts'
import { normaliseText, tokenise, wordsOf } from './words/tokens.ts'
import type { Token } from './words/tokens.ts'

/**
 * Reads one message: what it asks, for whom and of which days, in the words of `Question`. Pure, and never throws: any
 * string gives at least one question, if only `unknown`.
 */
export function readQuestion(text: string, lexicon: Lexicon, context: AskContext): Reading {
  const taken = chosenText(text, lexicon, context)
  const plain = undoVni(normaliseText(taken ?? text))
  const heard = hear(withSpokenNumbers(tokenise(plain)), lexicon)
  const polite = politeReading(plain, heard, lexicon, context)
  if (polite) return polite
  const whole = heard.whole
    ? evidenceOf(heard.whole, lexicon, context)
    : gatherEvidence(heard.tokens, lexicon, context)
  const excepted = readExcepted(whole, lexicon, context)
  const evidence = excepted?.evidence ?? whole
  const decided = excepted
    ? withoutExcepted(excepted, lexicon, context)
    : decisionsOf(evidence, lexicon, context)
  return readingOf(plain, evidence, decided, { taken: taken !== null, lexicon, heard })
}

const CLOSED = foldSet(closedWords)
const CLOSING = foldSet([...closedWords, ...closingWords])
const HELLO = foldSet(helloWords)

/** Thanks, and a word that ends what was talked about, are not answered as a hello. */
function withThanks(question: Question, text: string): Question {
  if (question.intent !== 'greeting' || tokenise(text).some(({ fold }) => HELLO.has(fold))) return question
  return { ...question, parts: [{ part: 'thanks', text }] }
}

/** Nothing but courtesies: "số liệu kịp thời lắm, cảm ơn em". */
function politeReading(plain: string, heard: Heard, lexicon: Lexicon, context: AskContext): Reading | null {
  const folded = heard.tokens.map(({ fold }) => fold)
  const closes = folded.every(word => CLOSING.has(word)) && folded.some(word => CLOSED.has(word))
  if (!closes && (heard.told.length === 0 || heard.told.some(({ does }) => does !== 'polite'))) return null
  const evidence = gatherEvidence(heard.tokens, lexicon, context)
  if (evidence.periods.some(({ period }) => period === null || period.from !== period.to)) return null
  const decided = decisionOf(emptyQuestion('greeting'), 'courtesies alone')
  return readingOf(plain, evidence, [decided], { taken: false, lexicon, heard })
}

/** What is asked but for the units that are left out; said alone, of the list before: "trừ các phường ra". */
function withoutExcepted(excepted: Excepted, lexicon: Lexicon, context: AskContext): Decision[] {
  const { evidence, units, part } = excepted
  const { previous } = context
  const alone = speaksOfList(evidence)
  if (alone && previous?.group) {
    const group = { ...previous.group, except: [...new Set([...(previous.group.except ?? []), ...units])] }
    return [decisionOf({ ...fresh(previous), group, parts: [part] }, 'the same without some')]
  }
  const left = previous?.units.filter(code => !units.includes(code)) ?? []
  if (alone && previous && left.length > 0 && left.length < previous.units.length) {
    const intent = left.length === 1 && previous.intent === 'compare' ? 'value' : previous.intent
    return [decisionOf({ ...fresh(previous), intent, units: left }, 'the same without some')]
  }
  return decisionsOf(evidence, lexicon, context).map(one => {
    const { question } = one
    const parts = [...question.parts, part]
    if (question.group === null) {
      const rankExcept = question.intent === 'rank' ? peersAmong(units, question, lexicon) : []
      return rankExcept.length > 0
        ? { ...one, question: { ...question, rankExcept, parts } }
        : {
            ...one,
            question: {
              ...question,
              notAnswered: [...question.notAnswered, { ...part, reason: 'unsupported' }],
            },
          }
    }
    const group = { ...question.group, except: exceptedOf(units, question.group, lexicon, context) }
    return { ...one, question: { ...question, group, parts } }
  })
}

/** "Trừ Pleiku, huyện mình hạng mấy": those that are left out, where the place would be counted among them. */
function peersAmong(except: readonly string[], { units }: Question, { tree }: Lexicon): readonly string[] {
  const isPeer = units.every(
    code =>
      tree.byCode.has(code) &&
      !isUnder(tree, code, except) &&
      tree.peers(code).some(peer => isUnder(tree, peer.code, except)),
  )
  return isPeer ? except : []
}

/** "Vẫn bảng đó mà …", "… ra": nothing is said beside what is left out but that the list is meant. */
function speaksOfList({ leftover, intents, operators, strength }: Evidence): boolean {
  if (strength.has('indicator') || strength.has('unit') || strength.has('own') || strength.has('period'))
    return false
  const isList = operators.some(({ operator }) => operator === 'this_list')
  return isList ? intents.every(({ intent }) => OF_LISTS.has(intent)) : leftover.length + intents.length === 0
}

const OF_LISTS: ReadonlySet<Intent> = new Set(['ranking', 'greeting', 'value', 'help'])

interface Heard {
  tokens: readonly Token[]
  /** What was recognised, where all of the message is read. */
  whole: ReadTokens | null
  /** The clauses as typed, with what each does. */
  told: ExplainedClause[]
}

/** The tokens of the clauses that ask; all of them where nothing of ours is left ("chào buổi sáng"). */
function hear(tokens: readonly Token[], lexicon: Lexicon): Heard {
  const read = readEntities(lexicon, tokens)
  const cues = readCues(lexicon, read)
  const clauses = readClauses(read, cues, lexicon)
  const kept = clauses.some(one => isOfOurs(one, read, cues, lexicon)) ? askingTokens(clauses, read) : tokens
  const whole = kept.length === tokens.length ? read : null
  return { tokens: kept, whole, told: clauses.map(one => ({ typed: wordsOf(one, read), does: one.does })) }
}

function decisionsOf(evidence: Evidence, lexicon: Lexicon, context: AskContext): Decision[] {
  const continued = continueQuestion(evidence, lexicon, context)
  if (continued) return [continued]
  return amongBoth(evidence, lexicon, context) ?? questionsAsked(evidence, lexicon, context)
}

/** "Đứng thứ mấy trong huyện và trong tỉnh", "trong vùng và cả nước": one place among the nearer, one among all. */
function amongBoth(evidence: Evidence, lexicon: Lexicon, context: AskContext): Decision[] | null {
  if (evidence.intents[0]?.intent !== 'rank' || !namesAll(evidence, lexicon)) return null
  const nearer = decide(evidence, lexicon, context)
  const { question } = nearer
  if (!question.rankWithinParent) return null
  return [nearer, { ...nearer, question: { ...question, rankWithinParent: false } }]
}

/** One message is answered with so many answers at most. */
const MOST_QUESTIONS = 4
/** Longer messages, in words, are read as one question. */
const LONGEST_OF_SEVERAL = 80

/** One of the things that a message asks. */
interface AskedPart {
  evidence: Evidence
  decision: Decision
  named: Named
}

/** The questions of a message; what one of several leaves out is as in the one before. */
function questionsAsked(evidence: Evidence, lexicon: Lexicon, context: AskContext): Decision[] {
  const splitting = { lexicon, context, most: MOST_QUESTIONS, gather: gatheredOnce(lexicon, context) }
  const parts = partsAsked(evidence, splitting) ?? partsOf(evidence, splitting)
  const [only] = parts
  if (only && parts.length === 1) return [only.decision]
  const shared: Decision[] = []
  for (const { decision, evidence: part, named } of parts) {
    const before = shared.at(-1)
    const goesOn = before ? goesOnFrom(before.question, decision, part, { lexicon, context }) : null
    const other = before ?? parts[1]!.decision
    const { intent, base } = decision.question
    const alone = factsOf(intent).act || (!before && base !== null)
    const question = alone ? decision.question : share(decision.question, other.question, named)
    shared.push(goesOn ?? { ...decision, question })
  }
  return shared
}

/** "Các sở: ai cao nhất? trung bình bao nhiêu?": what a part cannot ask by itself it asks of the part before. */
function goesOnFrom(
  previous: Question,
  { question: { notAnswered } }: Decision,
  part: Evidence,
  m: Pick<Splitting, 'lexicon' | 'context'>,
): Decision | null {
  if (notAnswered.length === 0) return null
  const { lexicon, context } = m
  const goesOn = continueQuestion(part, lexicon, { ...context, previous, shown: [], pendingChoices: [] })
  return goesOn?.question.notAnswered.length === 0 ? goesOn : null
}

const NAMES_UNITS: readonly Feature[] = ['unit', 'own', 'bare_kind', 'surroundings']

interface Splitting {
  lexicon: Lexicon
  context: AskContext
  /** Parts at most. */
  most: number
  gather: (tokens: readonly Token[]) => Evidence
}

/** The evidence of parts of one message: the ways to cut it have parts in common, and each is read but once. */
function gatheredOnce(lexicon: Lexicon, context: AskContext): Splitting['gather'] {
  const known = new Map<string, Evidence>()
  return tokens => {
    const words = tokens.map(({ start, fold }) => `${start}${fold}`).join(' ')
    const evidence = known.get(words) ?? gatherEvidence(tokens, lexicon, context)
    known.set(words, evidence)
    return evidence
  }
}

function partsAsked(evidence: Evidence, m: Splitting): AskedPart[] | null {
  const { lexicon, most } = m
  if (most < 2 || evidence.read.tokens.length > LONGEST_OF_SEVERAL) return null
  const many = mayAskTwo(evidence)
  if (!many && (!evidence.strength.has('follow_up') || evidence.strength.has('units'))) return null
  if (asksEachState(folds({ from: 0, to: evidence.read.tokens.length }, evidence.read).join(' '))) return null
  for (const cut of possibleCuts(evidence, lexicon)) {
    const [left, right] = partTokens(evidence.read.tokens, cut).map(m.gather)
    if (!left || !right) continue
    const besides = cut.sentence ? besideOutside([left, right], m) : null
    if (besides) return besides
    const isSame = asksSameOf(right)
    if (!isSame && !(many && askTwo(left, right, cut.weak))) continue
    const first = (cut.sentence ? partsAsked(left, { ...m, most: most - 1 }) : null) ?? partsOf(left, m)
    const rest = isSame
      ? [partOf(right, m, first.at(-1)?.decision.question.intent)]
      : (partsAsked(right, { ...m, most: most - first.length }) ?? partsOf(right, m))
    const all = [...first, ...rest]
    const intents = all.map(({ decision: { question } }) => question.intent)
    if (intents.includes('unknown') || intents.filter(one => factsOf(one).act).length > 1) continue
    return all
  }
  return null
}

/** "… tuần này ra sao? Ai phụ trách?": what one sentence asks is answered, and the other is said to be not understood. */
function besideOutside(parts: readonly Evidence[], m: Splitting): AskedPart[] | null {
  const [other, ...more] = parts.filter(isOutside)
  const ours = parts.find(part => part !== other)
  if (!other || more.length > 0 || !ours) return null
  const asked = partsAsked(ours, { ...m, most: m.most - 1 }) ?? partsOf(ours, m)
  if (asked.some(({ decision: { question } }) => NO_ANSWERS.has(question.intent))) return null
  const text = wordsOf({ from: 0, to: other.read.tokens.length }, other.read)
  return asked.map((one, at) => (at < asked.length - 1 ? one : withUnanswered(one, text)))
}

const NO_ANSWERS: ReadonlySet<Intent> = new Set(['unknown', 'greeting', 'help'])

function withUnanswered(part: AskedPart, text: string): AskedPart {
  const { question } = part.decision
  const notAnswered: NotAnswered[] = [...question.notAnswered, { text, reason: 'not_understood', part: null }]
  return { ...part, decision: { ...part.decision, question: { ...question, notAnswered } } }
}

/** What is asked without a cut: one thing, or the same of each of several. */
function partsOf(evidence: Evidence, m: Splitting): AskedPart[] {
  const whole = partOf(evidence, m)
  const apart = evidence.periods.length === 0 ? null : eachApart(evidence, whole.decision.question)
  if (apart === null) return [whole]
  return apart.map(tokens => partOf(m.gather(tokens), m))
}

function partOf(evidence: Evidence, { lexicon, context }: Splitting, before?: Intent): AskedPart {
  const { strength } = evidence
  const same = before && factsOf(before).about === 'units' ? before : undefined
  const decision = decide(evidence, lexicon, context, same)
  const names = decision.question.wholeSubtree || NAMES_UNITS.some(one => strength.has(one))
  const group = strength.has('group') && !strength.has('pronoun')
  return { evidence, decision, named: { units: names, group, allIndicators: strength.has('all_indicators') } }
}

function readingOf(
  plain: string,
  evidence: Evidence,
  decisions: Decision[],
  m: { taken: boolean; lexicon: Lexicon; heard: Heard },
): Reading {
  const [first] = decisions
  const recognised = understood(evidence, first?.intent ?? null)
  const open = first?.question.intent === 'unknown' || recognised.leftover.length > 0
  const notes = decisions.flatMap(one => one.decisions)
  return {
    questions: decisions.map(one => withThanks(one.question, plain)),
    confidence: Math.min(...decisions.map(one => one.confidence)),
    understood: recognised,
    halfUnderstood: open && (recognised.indicators.length > 0 || recognised.units.length > 0),
    get explain() {
      const all = m.taken ? ['an offered choice was taken', ...notes] : notes
      return explain(plain, evidence, { decisions: all, clauses: m.heard.told, lexicon: m.lexicon })
    },
  }
}
