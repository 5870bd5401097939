import { wholeWords } from '../../../locales/vi/ask/units.ts'
import { ownOfKind } from './asker.ts'
import { unitSpans } from '../phrases/entities.ts'
import { foldSet } from '../words/fold.ts'
import { isPlaceWord } from '../lattice/free-words.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import { chooseUnits, isBelow } from './unit-choice.ts'
import type { ChoiceWorld, ChosenUnits } from './unit-choice.ts'
import type { UnitSpan } from './unit-match.ts'
import type { Run } from '../words/run.ts'

/** A unit that was named, with what it was taken for. */
export interface UnitMention extends Run {
  choice: ChosenUnits
  /** "toàn huyện Đức Cơ": the sum over all below it. */
  whole: boolean
}

const WHOLE = foldSet(wholeWords)

/** The units named in a message, each decided together with the unit above it that stands beside it. */
export function readUnits(read: ReadTokens, world: ChoiceWorld): UnitMention[] {
  const spans = unitSpans(read.chosen)
  const mentions: UnitMention[] = []
  for (let at = 0; at < spans.length;) {
    const chain = chainFrom(spans, at, read, world)
    mentions.push(chain.mention)
    at = chain.next
  }
  return mentions
}

/** Names in one address at most, one of them said twice: no unit has more above it. */
const LONGEST_CHAIN = 5

/** A unit and the units above it that follow ("xã A, huyện B, tỉnh C") or precede it. */
function chainFrom(
  spans: readonly UnitSpan[],
  at: number,
  read: ReadTokens,
  world: ChoiceWorld,
): { mention: UnitMention; next: number } {
  const first = spans[at]!
  let next = at + 1
  const end = Math.min(spans.length, at + LONGEST_CHAIN)
  while (next < end && isBeside(spans[next - 1]!, spans[next]!, read, world)) next++
  const group = spans.slice(at, next)
  for (let size = group.length; size > 1; size--) {
    const members = group.slice(0, size)
    const lowest = lowestOf(members, world)
    if (lowest === null) continue
    const parents = members.filter(span => span !== lowest)
    const choice = chooseUnits(lowest, world, parentCodes(parents, lowest, world))
    const mention = {
      from: first.from,
      to: members.at(-1)!.to,
      choice,
      whole: isWholeBefore(first.from, read),
    }
    return { mention, next: at + size }
  }
  const mention = {
    from: first.from,
    to: first.to,
    choice: chooseUnits(first, world),
    whole: isWholeBefore(first.from, read),
  }
  return { mention, next: at + 1 }
}

function isBeside(before: UnitSpan, after: UnitSpan, read: ReadTokens, world: ChoiceWorld): boolean {
  const between = read.tokens.slice(before.to, after.from)
  const gap = gaps(read, before.to, after.from)
  return (
    between.length <= 2 &&
    !isWide(before) &&
    !isWide(after) &&
    between.every(isPlaceWord) &&
    !/[;?!\n]/.test(gap) &&
    !(gap.includes(',') && isListed(before, after, world))
  )
}

/** The country and its regions stand in no address. */
function isWide({ matches }: UnitSpan): boolean {
  return matches.every(({ form }) => form.kind === 'country' || form.kind === 'region')
}

/**
 * "Pleiku, Diên Hồng": where only a unit of before is above the one that follows, and one that lives bears its name, a
 * comma lists two units; addresses go from small to large.
 */
function isListed(place: UnitSpan, one: UnitSpan, world: ChoiceWorld): boolean {
  const { lexicon, context } = world
  if (place.kind !== null) return false
  const isAlive = (code: string) => {
    const unit = lexicon.tree.byCode.get(code)
    return unit !== undefined && lexicon.tree.isActive(unit, context.today)
  }
  const named = codes(place)
  const above = named.filter(top => one.matches.some(match => isBelow(world, match.form.unit, top)))
  return above.length > 0 && !above.some(isAlive) && named.some(isAlive)
}

function gaps(read: ReadTokens, from: number, to: number): string {
  let text = ''
  for (let at = from; at <= to; at++) text += read.tokens[at]?.gap ?? ''
  return text
}

function codes(span: UnitSpan): string[] {
  const exact =
    span.kind === null ? [] : span.matches.filter(match => match.form.kindWord === span.kind!.word)
  return [...new Set((exact.length > 0 ? exact : span.matches).map(match => match.form.unit))]
}

/** The first member that has a candidate below candidates of all others, or null when they do not belong together. */
function lowestOf(members: readonly UnitSpan[], world: ChoiceWorld): UnitSpan | null {
  for (const one of [members[0]!, members.at(-1)!]) {
    const others = members.filter(other => other !== one)
    if (others.every(other => isPlaceOf(one, other, world))) return one
  }
  return null
}

function isPlaceOf(one: UnitSpan, other: UnitSpan, world: ChoiceWorld): boolean {
  if (isOfPast(other, world)) return true
  const tops = codes(other)
  if (one.matches.some(match => tops.some(top => isBelow(world, match.form.unit, top)))) return true
  return isWiderKind(one, other)
}

/** "xã Tân An tỉnh Tây Ninh": by its kind the second contains the first, even where no such unit is known. */
function isWiderKind(one: UnitSpan, other: UnitSpan): boolean {
  const order = {
    country: -2,
    region: -1,
    province: 0,
    ministry: 0,
    district: 1,
    department: 2,
    other: 2,
    commune: 2,
  }
  if (one.kind === null || other.kind === null) return false
  const widest = Math.min(...other.matches.map(match => order[match.form.kind]))
  return (
    other.kind.kind !== 'department' &&
    order[other.kind.kind] < order[one.kind.kind] &&
    widest < order[one.kind.kind]
  )
}

/** A kind of unit that is no more: "thành phố Pleiku" beside a ward, where there are no districts. */
function isOfPast({ kind, matches }: UnitSpan, { lexicon: { tree }, context }: ChoiceWorld): boolean {
  if (kind === null || kind.kind !== 'district') return false
  if (matches.some(({ form }) => form.kindWord === kind.word && form.source !== 'former')) return false
  for (const unit of tree.byCode.values())
    if (unit.kind === 'district' && tree.isActive(unit, context.today)) return false
  return true
}

function parentCodes(parents: readonly UnitSpan[], lowest: UnitSpan, world: ChoiceWorld): string[] {
  let tops: string[] = []
  for (const parent of parents.filter(one => !isOfPast(one, world))) {
    const own = codes(parent).filter(
      top =>
        tops.length === 0 || tops.some(other => isBelow(world, top, other) || isBelow(world, other, top)),
    )
    const useful = own.filter(top => lowest.matches.some(match => isBelow(world, match.form.unit, top)))
    const narrower = useful.length > 0 ? useful : own
    const deeper = tops.length === 0 || narrower.some(top => tops.some(other => isBelow(world, top, other)))
    if (narrower.length > 0 && deeper) tops = narrower
  }
  return tops
}

/** A word for a kind that so many units have says which is meant, or lets it be asked. */
const FEW = 5

/**
 * "Đặc khu", "thành phố": the only unit of the asker's province that is called so, where the asker's own is not; the
 * choice between a few.
 */
export function unitsOfKindWord(read: ReadTokens, world: ChoiceWorld): UnitMention[] {
  const { lexicon, context } = world
  const province = ownOfKind('province', lexicon, context)
  if (
    read.chosen.filter(
      ({ meaning }) => meaning.is === 'kind' && meaning.use === 'bare' && meaning.kind !== null,
    ).length !== 1
  )
    return []
  return read.chosen.flatMap(({ from, to, meaning }) => {
    const word = read.kinds.find(kind => kind.from === from && kind.to === to)?.word
    if (meaning.is !== 'kind' || meaning.use !== 'bare' || word === undefined) return []
    const own = ownOfKind(meaning.kind, lexicon, context)
    const most = own === null ? FEW : 1
    const units: string[] = []
    for (const code of lexicon.unitIndex.byKindWord.get(word) ?? []) {
      if (units.length > most) return []
      if (!lexicon.tree.isActive(lexicon.tree.byCode.get(code)!, context.today)) continue
      if (province === null || code === province || isBelow(world, code, province)) units.push(code)
    }
    if (units.length === 0 || units.length > most || units.includes(own ?? '')) return []
    const choice = { units, certain: true, renamed: null, why: 'the only ones called so' }
    return [{ from, to, choice, whole: isWholeBefore(from, read) }]
  })
}

function isWholeBefore(from: number, read: ReadTokens): boolean {
  return WHOLE.has(read.tokens[from - 1]?.fold ?? '')
}
