import { purposePersons, purposeWord } from '../../../locales/vi/ask/fillers.ts'
import { isGroupUse } from '../phrases/entities.ts'
import { gatherEvidence } from '../intents/evidence.ts'
import type { Evidence } from '../intents/evidence.ts'
import { factsOf } from '../intents/facts.ts'
import { foldWord } from '../words/fold.ts'
import { holds } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import type { Intent } from '../question.ts'
import type { Feature } from '../intents/intent-rules.ts'
import type { Lexicon } from '../lexicon.ts'
import { kindMentions } from '../intents/read-groups.ts'
import { refersBack } from '../conversation/said-before.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import type { AskContext } from '../reading.ts'
import type { Token } from '../words/tokens.ts'

/**
 * Of a long message ("anh đang họp giao ban, em xem giúp …, để anh còn phát biểu") only the clauses that ask: what is
 * told around them would be taken for a wish.
 */

/** From so many tokens on people tell why they ask. */
const LONG = 14
const BREAK = /[?!\n]|[,.;:]\s/
/** Nobody tells more before he asks. */
const MOST_CLAUSES = 6
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
  if (tokens.length < LONG || whole.strength.has('change_data')) return whole
  const parts = clausesOf(whole)
  if (parts.length < 2 || parts.length > MOST_CLAUSES) return whole
  const clauses = parts.map(part => ({ tokens: part, evidence: gatherEvidence(part, lexicon, context) }))
  const asking = askingOf(clauses)
  if (asking.length === 0 || asking.length === clauses.length) return whole
  const subject = asking.some(hasSubject) ? null : (clauses.find(hasOwn) ?? clauses.find(hasUnit) ?? null)
  const kept = clauses.flatMap(clause => {
    if (asking.includes(clause)) return clause.tokens
    if (clause === subject) return subjectTokens(clause, !asking.some(hasPeriod))
    return !asking.some(hasPeriod) && isPeriodAlone(clause) ? clause.tokens : []
  })
  return gatherEvidence(kept, lexicon, context)
}

/** The clauses that ask; where none does by itself, the only one that says what is measured. */
function askingOf(clauses: readonly Clause[]): Clause[] {
  const asking = clauses.filter(
    (clause, at) =>
      isQuestion(clause) ||
      goesOn(clause, clauses.slice(0, at)) ||
      (/\?/.test(clauses[at + 1]?.tokens[0]?.gap ?? '') && wishOf(clause.evidence) !== null),
  )
  if (asking.some(isQuestion)) return asking
  const measured = clauses.filter(({ evidence }) => evidence.strength.has('indicator'))
  return measured.length === 1 ? measured : []
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

/** Within "công khai, minh bạch", between two that are listed ("Sở Y tế, Sở Tư pháp"), or before the place of a name. */
function isWithin(at: number, { chosen }: ReadTokens): boolean {
  const listed = chosen.filter(({ meaning }) => meaning.is === 'unit' || meaning.is === 'kind')
  return (
    chosen.some(span => span.from < at && at < span.to) ||
    chosen.some(span => span.from === at && span.meaning.is === 'unit' && span.meaning.span.kind !== null) ||
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

function wishOf({ intents }: Evidence): Intent | null {
  const best = intents.find(one => one.intent !== 'unknown')
  return best && best.score >= WISH && factsOf(best.intent).asksClause ? best.intent : null
}

function hasSubject(clause: Clause): boolean {
  return hasUnit(clause) || hasOwn(clause) || hasGroup(clause)
}

/** A group that is asked about: not one among which a rank is wanted, nor one named before. */
function hasGroup({ evidence }: Clause): boolean {
  if (wishOf(evidence) === 'rank') return false
  return kindMentions(evidence).some(
    ({ use, from, to }) => isGroupUse(use) && !refersBack({ from, to }, evidence.read),
  )
}

function hasOwn({ evidence }: Clause): boolean {
  return ownRun(evidence) !== null
}

/** "Xã mình"; "em", "tôi" alone are said of the person. */
function ownRun({ read }: Evidence): Run | null {
  return (
    read.chosen.find(
      ({ meaning, from, to }) =>
        to - from > 1 && (meaning.is === 'own' || (meaning.is === 'kind' && meaning.use === 'own')),
    ) ?? null
  )
}

/** The unit, and the days named with it; nothing else that is told. */
function subjectTokens({ evidence }: Clause, withDays: boolean): Token[] {
  const { read, mentions, periods } = evidence
  const own = ownRun(evidence)
  const runs: Run[] = [...(own ? [own] : mentions), ...(withDays ? periods : [])]
  return read.tokens.filter((_, at) => runs.some(run => holds(run, at)))
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
