import { unitSpans } from '../phrases/entities.ts'
import type { EntitySpan } from '../phrases/entities.ts'
import {
  hasNameCapital,
  isBehindGroup,
  isDoubtful,
  isFree,
  isParticle,
  isPlaceWord,
  isWordAsTyped,
  LONGEST_NAME,
  slotEnd,
} from '../lattice/free-words.ts'
import { isBeforeName } from './before-name.ts'
import type { Seen } from '../lattice/free-words.ts'
import { covers, holds } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import type { UnitIndex } from './unit-index.ts'
import type { TypedKind } from './unit-match.ts'

/** A place where a name with slips may stand. */
export interface Probe extends Run {
  why: 'unexplained' | 'after_kind' | 'after_of' | 'capitals' | 'between' | 'whole'
  /** The stretches to try, in order of likelihood. */
  stretches: Run[]
}

/** Words typed without diacritics cost less than this. */
const ALMOST = 0.09
const WORDS_AROUND = 4
const MOST_STRETCHES = 24

/** Where names with slips may stand in the message, the likeliest first. */
export function nameProbes(seen: Seen, unexplained: readonly number[], index: UnitIndex): Probe[] {
  return [
    ...afterKind(seen),
    ...runsOf(unexplained).map(run => around(run, seen)),
    ...afterOf(seen),
    ...besideName(seen, index),
    ...between(seen),
    ...wholeMessage(seen, unexplained, index),
  ]
}

function runsOf(positions: readonly number[]): Run[] {
  const runs: Run[] = []
  for (const at of positions) {
    const last = runs.at(-1)
    if (last && last.to === at) last.to = at + 1
    else runs.push({ from: at, to: at + 1 })
  }
  return runs
}

/** Stretches that hold words without a meaning and the free words beside them, the smallest first. */
function around(run: Run, seen: Seen): Probe {
  let low = run.from
  while (low > 0 && run.from - low < WORDS_AROUND && mayBeName(low - 1, seen)) low--
  let high = run.to
  while (high < seen.read.tokens.length && high - run.to < WORDS_AROUND && mayBeName(high, seen)) high++
  const stretches: Run[] = []
  for (let from = low; from < run.to; from++)
    for (let to = Math.max(from, run.from) + 1; to <= high; to++)
      if (to - from <= LONGEST_NAME) stretches.push({ from, to })
  const size = (one: Run): number => Math.abs(one.from - run.from) + Math.abs(one.to - run.to)
  return {
    ...run,
    why: 'unexplained',
    stretches: stretches.toSorted((a, b) => size(a) - size(b)).slice(0, MOST_STRETCHES),
  }
}

/** A free word that was not typed with the diacritics of another. */
function mayBeName(at: number, seen: Seen): boolean {
  return isFree(at, seen) && !isWordAsTyped(at, seen.read)
}

/** What stands between "xã" and the next thing recognised, where no name has taken it all. */
function afterKind(seen: Seen): Probe[] {
  const { read } = seen
  return read.kinds.flatMap((kind): Probe[] => {
    if (read.kinds.some(other => other.from < kind.from && other.to === kind.to)) return []
    if (read.chosen.some(span => covers(span, kind) && isKindOfGroup(span))) return []
    const to = slotEnd(kind.to, seen)
    if (to === kind.to || read.chosen.some(span => isNameWith(span, kind, to))) return []
    const known = Math.max(
      kind.to,
      ...read.chosen.filter(span => span.meaning.is === 'unit' && covers(span, kind)).map(span => span.to),
    )
    if (isWordAsTyped(known, read) || (known > kind.to && isPlaceWord(read.tokens[known]))) return []
    return [
      {
        from: kind.to,
        to,
        why: 'after_kind',
        stretches: beginningAt(kind.to, to).filter(one => one.to > known),
      },
    ]
  })
}

function isKindOfGroup({ meaning, cost, from, to, values }: EntitySpan): boolean {
  if (meaning.is === 'unit') return false
  if (isDoubtful({ meaning, cost, from, to, values })) return false
  return !(meaning.is === 'kind' && (meaning.use === 'bare' || meaning.use === 'own' || cost > ALMOST))
}

/** A name that was recognised as a whole, with this kind. */
function isNameWith(span: EntitySpan, kind: TypedKind, to: number): boolean {
  return span.meaning.is === 'unit' && span.from < kind.to && span.to >= to
}

function beginningAt(from: number, to: number): Run[] {
  return Array.from({ length: to - from }, (_, index) => ({ from, to: to - index }))
}

/** What stands between "của" and the next thing recognised, when it is none of the usual words there. */
function afterOf(seen: Seen): Probe[] {
  return seen.read.tokens.flatMap((token, at): Probe[] => {
    if (!isBeforeName(token) || seen.read.kinds.some(kind => kind.from === at + 1)) return []
    const to = slotEnd(at + 1, seen)
    if (
      to - at < 3 ||
      seen.read.chosen.some(span => span.meaning.is === 'unit' && span.from < to && span.to > at)
    )
      return []
    return [{ from: at + 1, to, why: 'after_of', stretches: beginningAt(at + 1, to).slice(0, -1) }]
  })
}

/** A few everyday words in a row with nothing said by them ("Cao ơn xếp thứ mấy"), where no unit was named. */
function between(seen: Seen): Probe[] {
  const { tokens, chosen } = seen.read
  if (chosen.some(({ meaning }) => meaning.is === 'unit')) return []
  const probes: Probe[] = []
  for (let from = 0; from < tokens.length;) {
    const to = slotEnd(from, seen)
    const begin =
      isBeforeName(tokens[from]!) && to - from > Number(isNamed(from + 1, seen.read)) + 1 ? from + 1 : from
    const kind = begin === from ? seen.read.kinds.find(one => one.from === begin && one.to < to) : undefined
    const run = { from: kind?.to ?? begin, to }
    const capital = hasNameCapital(run, tokens) || (run.from === 0 && to > 1 && tokens[0]!.capital)
    const plain = chosen.every(span => span.to <= run.from || to <= span.from)
    const size = to - run.from
    const isSaid = isBehindGroup(run, seen.read) && isWordAsTyped(run.from, seen.read)
    if ((capital || (plain && size > 1 && !isSaid)) && size < SHORT_RUN && size < tokens.length)
      probes.push({ ...run, why: capital ? 'capitals' : 'between', stretches: [run] })
    from = Math.max(to, from + 1)
  }
  return probes
}

/** A free word beside a name that was recognised: the name may be longer ("Chu Thành" is more than "Chu"). */
function besideName(seen: Seen, index: UnitIndex): Probe[] {
  const { tokens, chosen } = seen.read
  return chosen.flatMap((span): Probe[] => {
    if (span.meaning.is !== 'unit') return []
    const { nameFrom, nameTo, kind, matches } = span.meaning.span
    const isPart = nameTo - nameFrom === 1 || matches.some(({ form }) => index.parts.has(form.key))
    if (nameTo < span.to) return []
    const belongs = (at: number, gapAt: number): boolean =>
      (isPart || tokens[at]?.capital === true) && mayBelong(at, gapAt, seen)
    const from = kind === null && belongs(nameFrom - 1, nameFrom) ? nameFrom - 1 : nameFrom
    const to = belongs(span.to, span.to) ? span.to + 1 : span.to
    const stretches = [
      { from, to },
      { from: nameFrom, to },
      { from, to: span.to },
    ]
    const longer = stretches.filter(one => one.to - one.from > span.to - nameFrom)
    return longer.length === 0 ? [] : [{ from, to, why: 'capitals', stretches: longer }]
  })
}

/** Whether something was recognised in the word, be it loosely. */
function isNamed(at: number, { chosen }: ReadTokens): boolean {
  return chosen.some(span => holds(span, at))
}

/** Whether the word at `at`, parted from the name by nothing but the space before `gapAt`, may be a part of it. */
function mayBelong(at: number, gapAt: number, seen: Seen): boolean {
  const { tokens } = seen.read
  const token = tokens[at]
  if (!token || tokens[gapAt]!.gap !== ' ') return false
  if (
    (at === gapAt && (isParticle(at, seen) || isWordAsTyped(at, seen.read))) ||
    (isPlaceWord(token) && at + 1 < tokens.length)
  )
    return false
  return isFree(at, seen) && isUnnamed(at, seen)
}

function isUnnamed(at: number, { read }: Seen): boolean {
  return !read.chosen.some(span => span.meaning.is === 'unit' && holds(span, at))
}

const SHORT_RUN = 5

/** A message that is hardly more than a name with slips: "Nam Hà Lâm à", "Nghĩa Hnàh". */
function wholeMessage(seen: Seen, unexplained: readonly number[], index: UnitIndex): Probe[] {
  const { tokens, chosen } = seen.read
  if (tokens.length > LONGEST_NAME || unexplained.length > 0) return []
  if (tokens.some((_, at) => !isFree(at, seen))) return []
  const spans = unitSpans(chosen)
  const [only] = spans
  const whole = { from: 0, to: tokens.length }
  if (!only) return tokens.length > 1 ? [{ ...whole, why: 'whole', stretches: [whole] }] : []
  if (spans.length > 1 || !index.parts.has(only.matches[0]!.form.key)) return []
  const stretches = [{ from: only.nameFrom, to: tokens.length }, { from: 0, to: only.to }, whole]
  const longer = stretches.filter(
    one =>
      one.to - one.from > only.nameTo - only.nameFrom && (only.kind === null || one.from === only.nameFrom),
  )
  return longer.length === 0 ? [] : [{ ...whole, why: 'whole', stretches: longer }]
}
