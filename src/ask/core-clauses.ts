import { purposePersons, purposeWord } from '../../locales/vi/ask/fillers.ts'
import { gatherEvidence } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import { foldWord } from './fold.ts'
import type { Intent } from './question.ts'
import type { Feature } from './intent-rules.ts'
import type { Lexicon } from './lexicon.ts'
import type { ReadTokens } from './read-entities.ts'
import type { AskContext } from './reading.ts'
import type { Token } from './tokens.ts'

/**
 * Of a long message ("anh đang họp giao ban, em xem giúp …, để anh còn phát biểu") only the clauses that ask: what is
 * told around them would be taken for a wish.
 */

/** From so many tokens on people tell why they ask. */
const LONG = 14
const BREAK = /[,.;:?!\n]/
const PURPOSE = foldWord(purposeWord)
const PERSONS = new Set(purposePersons.map(foldWord))
/** Evidence for an intent of its own. */
const WISH = 3.4
/** "X. Anh Sơn", "TP. Vinh". */
const LONGEST_ABBREVIATION = 2
/** So many words beside a stretch of time, and the clause says nothing else. */
const BESIDE_PERIOD = 2

interface Clause {
  tokens: Token[]
  evidence: Evidence
}

/** The tokens of the clauses that ask; all of them when the message is short or no clause asks by itself. */
export function coreEvidence(whole: Evidence, lexicon: Lexicon, context: AskContext): Evidence {
  const { tokens } = whole.read
  if (tokens.length < LONG) return whole
  const parts = clausesOf(whole)
  if (parts.length < 2) return whole
  const clauses = parts.map(part => ({ tokens: part, evidence: gatherEvidence(part, lexicon, context) }))
  if (!clauses.some(isQuestion)) return whole
  const asking = clauses.filter((clause, at) => isQuestion(clause) || goesOn(clause, clauses.slice(0, at)))
  const kept = clauses.filter(
    clause =>
      asking.includes(clause) ||
      (!asking.some(hasUnit) && hasUnit(clause)) ||
      (!asking.some(hasPeriod) && isPeriodAlone(clause)),
  )
  if (kept.length === clauses.length) return whole
  return gatherEvidence(
    kept.flatMap(clause => clause.tokens),
    lexicon,
    context,
  )
}

function clausesOf({ read }: Evidence): Token[][] {
  const parts: Token[][] = []
  for (const [at, token] of read.tokens.entries()) {
    const last = parts.at(-1)
    if (!last || (beginsClause(read.tokens, at) && !isWithin(at, read))) parts.push([token])
    else last.push(token)
  }
  return parts
}

/** Within "công khai, minh bạch", or between two that are listed: "Sở Y tế, Sở Tư pháp". */
function isWithin(at: number, { chosen }: ReadTokens): boolean {
  const listed = chosen.filter(({ meaning }) => meaning.is === 'unit' || meaning.is === 'kind')
  return (
    chosen.some(span => span.from < at && at < span.to) ||
    (listed.some(span => span.to === at) && listed.some(span => span.from === at))
  )
}

/** Behind a comma or the end of a sentence, and at "để anh …"; not within "62,5" and "18.5". */
function beginsClause(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]]
  if (BREAK.test(token.gap)) {
    if (token.gap.trim() === '.' && before.fold.length <= LONGEST_ABBREVIATION) return false
    return token.number === null || before.number === null || /\s/.test(token.gap)
  }
  return token.fold === PURPOSE && after !== undefined && PERSONS.has(after.fold)
}

const SUBJECTS: readonly Feature[] = ['unit', 'own', 'bare_kind', 'surroundings', 'group']

/** Names what is measured and of whom, or what of it is wanted. */
function isQuestion({ evidence }: Clause): boolean {
  const { strength } = evidence
  if (!strength.has('indicator')) return false
  return (
    strength.has('how_many') || SUBJECTS.some(feature => strength.has(feature)) || wishOf(evidence) !== null
  )
}

/** "…, đứng thứ mấy", "…, với lại mức độ hài lòng nữa": asks more, once something was asked. */
function goesOn(clause: Clause, before: readonly Clause[]): boolean {
  if (!before.some(isQuestion)) return false
  if (clause.evidence.strength.has('indicator')) return true
  return wishOf(clause.evidence) !== null && clause.tokens[0]?.fold !== PURPOSE
}

const ASKING: readonly Intent[] = [
  'rank',
  'gap',
  'need',
  'trend',
  'forecast',
  'top',
  'bottom',
  'below',
  'met',
  'progress',
]

function wishOf({ intents }: Evidence): Intent | null {
  const best = intents.find(one => one.intent !== 'unknown')
  return best && best.score >= WISH && ASKING.includes(best.intent) ? best.intent : null
}

function hasUnit({ evidence }: Clause): boolean {
  return evidence.mentions.some(({ choice }) => choice.certain && choice.units.length === 1)
}

function hasPeriod({ evidence }: Clause): boolean {
  return evidence.periods.length > 0
}

function isPeriodAlone({ evidence, tokens }: Clause): boolean {
  const [only] = evidence.periods
  return only !== undefined && tokens.length - (only.to - only.from) <= BESIDE_PERIOD
}
