import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { foldSet } from '../words/fold.ts'
import { gatherEvidence } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import { isBelow } from '../names/unit-choice.ts'
import { kindMentions } from './read-groups.ts'
import { isGroupUse } from '../phrases/entities.ts'
import type { EntitySpan, KindUse } from '../phrases/entities.ts'
import type { Lexicon } from '../lexicon.ts'
import type { AskedPart, UnitGroup } from '../question.ts'
import type { AskContext } from '../reading.ts'
import type { FoundOperator } from '../lattice/operators.ts'
import { overlapOf } from '../words/run.ts'
import { wordsOf } from '../words/tokens.ts'
import { ownOfKind } from '../names/asker.ts'

/** What is left out, read apart from the question: "trừ Công an tỉnh", "không tính các phường". */
export interface Excepted {
  /** The message without it. */
  evidence: Evidence
  /** Codes of the units that are left out. */
  units: string[]
  part: AskedPart
}

/** Reads what a message leaves out; null where it leaves out nothing. */
export function readExcepted(whole: Evidence, lexicon: Lexicon, context: AskContext): Excepted | null {
  const found = whole.operators.find(({ operator }) => operator === 'except')
  if (!found || countsFew(found, whole)) return null
  const { tokens } = whole.read
  const run = { from: found.from, to: endOf(found.to, whole) }
  const inside = gatherEvidence(tokens.slice(run.from, run.to), lexicon, context)
  const named = namedIn(inside, context)
  const units = [...(named ?? []), ...ofKinds(inside, lexicon, context)]
  if (named === null || units.length === 0) return null
  const rest = [...tokens.slice(0, run.from), ...tokens.slice(run.to)]
  return {
    evidence: gatherEvidence(rest, lexicon, context),
    units: [...new Set(units)],
    part: { part: 'except', text: wordsOf(run, whole.read) },
  }
}

/** "Trừ 2 huyện cuối": some of a list that was shown, not all of the kind. */
function countsFew(found: FoundOperator, whole: Evidence): boolean {
  const ends = whole.operators.some(one => one.operator === 'drop' && overlapOf(one, found) > 0)
  return ends || kindMentions(whole).some(one => one.count !== null && overlapOf(one, found) > 0)
}

const JOINING = foldSet(ruleWords.joining)

/** "Không kể Pleiku, ba huyện nào …": of whom is asked, and not left out. */
const ASKING: ReadonlySet<KindUse> = new Set(['which', 'count'])

/**
 * "Trừ Pleiku, An Khê và các phường": everything listed is left out; "trừ Sở Y tế, các sở …", "trừ A và B, Sở Y tế hạng
 * mấy" ask of the others, and of Sở Y tế.
 */
function endOf(from: number, { read: { tokens, chosen } }: Evidence): number {
  const fold = (at: number): string => tokens[at]?.fold ?? ''
  const isMore = (end: number): boolean =>
    end === tokens.length || chosen.some(one => one.from >= end && isKind(one))
  let to = from
  for (let isLast = false; !isLast && fold(to) !== OUT;) {
    const joins = JOINING.has(fold(to))
    const next = chosen.find(one => one.from === (joins ? to + 1 : to))
    if (!next || (!joins && !tokens[to]!.gap.startsWith(','))) break
    const isListed = isKind(next)
      ? next.meaning.is === 'kind' && !ASKING.has(next.meaning.use) && (joins || isMore(next.to))
      : next.meaning.is === 'unit' && (joins || !PLACING.has(fold(next.to)))
    if (!isListed) break
    to = next.to
    isLast = joins
  }
  return fold(to) === OUT ? to + 1 : to
}

const OUT = 'ra'
const PLACING = foldSet(ruleWords.placing)

function isKind({ meaning }: EntitySpan): boolean {
  return meaning.is === 'kind' && meaning.kind !== null
}

/** A name that several units have is the one of them that was spoken of, or shown; null where one stays open. */
function namedIn({ mentions }: Evidence, { previous, shown = [] }: AskContext): string[] | null {
  const named = mentions.map(({ choice: { units } }) => {
    if (units.length === 1) return units
    const spoken = [previous?.units ?? [], shown].map(known => units.filter(code => known.includes(code)))
    return spoken.find(found => found.length === 1) ?? []
  })
  return named.some(found => found.length === 0) ? null : named.flat()
}

/** Of the units that are left out those of the group asked about; all where it has none of them. */
export function exceptedOf(
  units: readonly string[],
  { within }: UnitGroup,
  lexicon: Lexicon,
  context: AskContext,
): string[] {
  const inside = units.filter(code => within === null || isWithin(code, within, lexicon, context))
  return inside.length > 0 ? inside : [...units]
}

function isWithin(code: string, top: string, lexicon: Lexicon, context: AskContext): boolean {
  return isBelow({ lexicon, context, tokens: [], marked: false }, code, top)
}

/** All units of the province of a kind that is left out, whose names begin with the word that was said. */
function ofKinds(inside: Evidence, lexicon: Lexicon, context: AskContext): string[] {
  if (inside.mentions.length > 0) return []
  return kindMentions(inside).flatMap(mention => {
    if (mention.use === 'own') return ownOfKind(mention.kind, lexicon, context) ?? []
    if (!isGroupUse(mention.use) && mention.use !== 'bare') return []
    const word = inside.read.kinds.find(kind => mention.from <= kind.from && kind.to <= mention.to)?.word
    const called = word === undefined ? [] : (lexicon.unitIndex.byKindWord.get(word) ?? [])
    const { tree } = lexicon
    const top = tree.byCode.has(context.scope) ? tree.province(context.scope).code : context.scope
    return called.filter(code => code !== top && isWithin(code, top, lexicon, context))
  })
}
