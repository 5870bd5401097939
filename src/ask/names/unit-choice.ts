import { successorsOf } from '../../core/unit-tree.ts'
import type { Unit, UnitKind } from '../../core/unit-tree.ts'
import { ownOfKind } from './asker.ts'
import type { Lexicon } from '../lexicon.ts'
import { isBare } from '../words/fold.ts'
import type { NameForm } from './name-words.ts'
import { keyOf } from './name-words.ts'
import type { AskContext } from '../reading.ts'
import type { Token } from '../words/tokens.ts'
import { nearNames } from './unit-index.ts'
import { isUncertain, matchOf } from './unit-match.ts'
import type { NameMatch, UnitSpan } from './unit-match.ts'

/** The unit that a name means, or those between which the asker must choose. */
export interface ChosenUnits {
  /** Codes of present units: one is certain, several are to be asked for, none is a name that fits nothing. */
  units: string[]
  /** False when even a single unit must be confirmed first. */
  certain: boolean
  /** For a unit found by a name of before: that name (or the code of the former unit), and the unit now. */
  renamed: { named: string; now: string } | null
  /** What decided, for an operator. */
  why: string
}

export interface ChoiceWorld {
  lexicon: Lexicon
  context: AskContext
  tokens: readonly Token[]
  /** The message has diacritics, so that a word without them has none. */
  marked: boolean
}

const MOST_CHOICES = 24

/** Decides which unit a stretch of the message means. `parents` are units named beside it that may contain it. */
export function chooseUnits(
  span: UnitSpan,
  world: ChoiceWorld,
  parents: readonly string[] = [],
): ChosenUnits {
  const within = (code: string): boolean =>
    parents.length === 0 || parents.some(parent => isBelow(world, code, parent))
  const ofKind = byKind(span)
  const inPlace = ofKind.matches.filter(match => within(match.form.unit))
  if (inPlace.length === 0) return nothingInPlace(span, world, parents)
  if (!ofKind.exact) return otherKind(span, inPlace, world)
  const typed = world.tokens.slice(span.nameFrom, span.nameTo)
  const fitting = byMarks(inPlace, typed, isMarked(span, world))
  const best = bySource(fitting)
  if (best.every(match => match.marks === 'other' && isPlace(match.form.kind)))
    return ask([...best, ...similarNames(span, world, 1)], world, 'other diacritics')
  if (best.every(match => isUncertain(match, typed, span.kind !== null))) {
    const similar = similarNames(span, world, 1).filter(match => within(match.form.unit))
    if (similar.some(match => match.distance > 0)) return ask([...best, ...similar], world, 'similar names')
  }
  const nearer = parents.length > 0 ? [] : nearerNames(best, span, world)
  if (nearer.length > 0) return ask([...nearer, ...best], world, 'a similar name is nearer')
  return settle(best, span, world, parents.length > 0)
}

/** Names with one slip in the asker's province, where the exact name is only in others. */
function nearerNames(exact: readonly NameMatch[], span: UnitSpan, world: ChoiceWorld): NameMatch[] {
  const province = ownOfKind('province', world.lexicon, world.context)
  if (province === null) return []
  const isNear = (match: NameMatch): boolean =>
    match.form.unit === province || isBelow(world, match.form.unit, province)
  if (exact.some(isNear)) return []
  return similarNames(span, world, 1).filter(match => match.distance > 0 && isNear(match))
}

function byKind({ kind, matches }: UnitSpan): { matches: NameMatch[]; exact: boolean } {
  if (kind === null) return { matches, exact: true }
  const same = matches.filter(match => match.form.kindWord === kind.word)
  return same.length > 0 ? { matches: same, exact: true } : { matches, exact: false }
}

/** Whether the kind beside the name was typed with diacritics ("xã Ia Bang"): then so was the name. */
function isMarked({ from, nameFrom }: UnitSpan, { tokens, marked }: ChoiceWorld): boolean {
  return marked && tokens.slice(from, nameFrom).some(token => !isBare(token))
}

/**
 * Diacritics that were typed decide between names that differ in nothing else. A name typed without any, and without a
 * kind that has some, may be each of them, whatever the rest of the message looks like.
 */
function byMarks(matches: readonly NameMatch[], typed: readonly Token[], marked: boolean): NameMatch[] {
  const same = matches.filter(match => match.marks === 'same')
  const bare = typed.every(isBare)
  if (same.length > 0 && (!bare || marked)) return same
  const possible = matches.filter(match => match.marks !== 'other')
  return possible.length > 0 ? possible : [...matches]
}

const SOURCE_ORDER: Record<NameForm['source'], number> = {
  code: 0,
  name: 1,
  alias: 1,
  short: 2,
  former: 3,
  weak: 4,
}

/** Official names go before abbreviations of others, and these before names of the past. */
function bySource(matches: readonly NameMatch[]): NameMatch[] {
  const best = Math.min(...matches.map(match => SOURCE_ORDER[match.form.source]))
  return matches.filter(match => SOURCE_ORDER[match.form.source] === best)
}

/** The name exists, but as another kind of unit: certain only when nothing else can have been meant. */
function otherKind(span: UnitSpan, matches: NameMatch[], world: ChoiceWorld): ChosenUnits {
  const tier = tierOf(span.kind!.kind)
  const near = matches.filter(match => tierOf(match.form.kind) === tier)
  const similar = similarNames(span, world, 1).filter(match => match.distance > 0)
  if (near.length === 0 || similar.length > 0)
    return ask([...similar, ...near, ...matches], world, 'another kind')
  const typed = world.tokens.slice(span.nameFrom, span.nameTo)
  return settle(bySource(byMarks(near, typed, isMarked(span, world))), span, world, true)
}

function tierOf(kind: UnitKind): UnitKind {
  return kind === 'ministry' ? 'department' : kind
}

/** The name exists, but not below the unit that was named beside it. */
function nothingInPlace(span: UnitSpan, world: ChoiceWorld, parents: readonly string[]): ChosenUnits {
  const similar = similarNames(span, world, 1).filter(match =>
    parents.some(parent => isBelow(world, match.form.unit, parent)),
  )
  return ask([...similar, ...span.matches], world, 'not in the place named')
}

/** A place has neighbours that differ by a mark; an office has its name to itself. */
export function isPlace(kind: UnitKind): boolean {
  return kind === 'commune' || kind === 'district' || kind === 'province'
}

/** Units of the typed kind (of any, when none was typed) whose names are within `limit` edits. */
function similarNames(span: UnitSpan, world: ChoiceWorld, limit: number): NameMatch[] {
  const typed = world.tokens.slice(span.nameFrom, span.nameTo)
  return similarTo(keyOf(typed), world, limit).filter(
    match => span.kind === null || match.form.kindWord === span.kind.word,
  )
}

/** Sources that are too short or too weak to be looked for with slips. */
const LOOSE: ReadonlySet<NameForm['source']> = new Set(['weak', 'code', 'short'])

/** "SYT": the initials of an office in one word. */
function isInitials({ kind, words, key }: NameForm): boolean {
  const office = kind === 'department' || kind === 'ministry' || kind === 'other'
  return office && words.length === 1 && key.length <= LONGEST_INITIALS
}

const LONGEST_INITIALS = 6

/** Names within `limit` edits of the letters, nearest first. */
export function similarTo(key: string, world: ChoiceWorld, limit: number): NameMatch[] {
  const { unitIndex } = world.lexicon
  return nearNames(unitIndex, key, limit).flatMap(({ key: name, distance }) =>
    (unitIndex.byKey.get(name) ?? [])
      .filter(form => !LOOSE.has(form.source) && !isInitials(form))
      .map(form => ({ ...matchOf(form, [], 1), distance })),
  )
}

/** Present units behind the names, the wider of two that share a name, then the asker's own. */
function settle(
  matches: readonly NameMatch[],
  span: UnitSpan,
  world: ChoiceWorld,
  placed: boolean,
): ChosenUnits {
  const forms = new Map(matches.map(({ form }) => [form.unit, form]))
  const present = presentUnits([...forms.keys()], world)
  const wide = span.kind === null && !placed ? widest(present, world) : present
  const own = wide.length > 1 ? nearest(wide, world) : wide
  const why =
    own.length < wide.length ? 'own units first' : wide.length < present.length ? 'the wider unit' : 'name'
  if (own.length !== 1)
    return { units: own.slice(0, MOST_CHOICES), certain: true, renamed: null, why: 'several units' }
  return { units: own, certain: true, renamed: renaming(own[0]!, forms, world), why }
}

/** The units that exist today, each former one replaced by its successor. */
function presentUnits(codes: readonly string[], world: ChoiceWorld): string[] {
  const { tree } = world.lexicon
  const active = codes.filter(code => tree.isActive(tree.byCode.get(code)!, world.context.today))
  const rest = active.length > 0 ? active : codes.flatMap(code => presentOf(code, world))
  return [...new Set(rest)]
}

/** What a unit is today: itself while it exists, else the units that took it over; a place that was split has several. */
function presentOf(code: string, world: ChoiceWorld, passed: readonly string[] = []): string[] {
  const { tree } = world.lexicon
  const unit = tree.byCode.get(code)
  if (!unit || passed.includes(code)) return []
  if (!isPast(unit, world)) return [code]
  return successorsOf(unit).flatMap(next => presentOf(next, world, [...passed, code]))
}

/** Was taken over by others, and that day has come. */
function isPast(unit: Unit, { lexicon: { tree }, context }: ChoiceWorld): boolean {
  if (unit.mergedInto === null || tree.isActive(unit, context.today)) return false
  return unit.activeFrom === null || unit.activeFrom <= context.today
}

function renaming(
  now: string,
  forms: ReadonlyMap<string, NameForm>,
  world: ChoiceWorld,
): ChosenUnits['renamed'] {
  const form = forms.get(now)
  if (form && form.former !== null) return { named: form.former, now }
  const before = [...forms.keys()].find(code => code !== now && presentOf(code, world).includes(now))
  if (before !== undefined && !form) return { named: before, now }
  // A living unit of that name is meant; where another one had it, and went elsewhere, that is said.
  for (const named of forms.keys()) {
    if (named === now || !isPast(unitOf(named, world), world)) continue
    const [elsewhere, ...others] = presentOf(named, world)
    if (elsewhere !== undefined && elsewhere !== now && others.length === 0) return { named, now: elsewhere }
  }
  return null
}

/** Of units that share a name, those that no other of them contains. */
function widest(codes: readonly string[], world: ChoiceWorld): string[] {
  return codes.filter(code => !codes.some(other => other !== code && isBelow(world, code, other)))
}

/**
 * Those in the smallest surroundings of the asker (own subtree, then the unit above …) in which there are any. A whole
 * province is no surroundings: of two communes of one name in two provinces, nobody's is meant without asking.
 */
function nearest(codes: readonly string[], world: ChoiceWorld): string[] {
  const { tree } = world.lexicon
  const { scope, unit } = world.context
  const around = [scope, unit, ...(tree.byCode.has(unit) ? tree.ancestors(unit).map(one => one.code) : [])]
  for (const top of around.filter(code => tree.byCode.get(code)?.kind !== 'province')) {
    const inside = codes.filter(code => code === top || isBelow(world, code, top))
    if (inside.length > 0) return inside
  }
  return [...codes]
}

function unitOf(code: string, { lexicon: { tree } }: ChoiceWorld): Unit {
  return tree.byCode.get(code)!
}

/** Whether a unit lies below another, or in the area of one that is no more ("thành phố Pleiku" of before). */
export function isBelow(world: ChoiceWorld, code: string, top: string): boolean {
  const { tree } = world.lexicon
  if (!tree.byCode.has(code)) return false
  if (tree.ancestors(code).some(unit => unit.code === top)) return true
  const past = tree.byCode.get(top)
  return past !== undefined && successorsOf(past).includes(code) && isPast(past, world)
}

/** Several units to choose from, the nearest names and the asker's own first. */
export function ask(matches: readonly NameMatch[], world: ChoiceWorld, why: string): ChosenUnits {
  const distance = new Map<string, number>()
  for (const match of matches) {
    const [code] = presentUnits([match.form.unit], world)
    if (code !== undefined) distance.set(code, Math.min(distance.get(code) ?? Infinity, match.distance))
  }
  const own = new Set(nearest([...distance.keys()], world))
  const order = (code: string): number => distance.get(code)! * 2 + (own.has(code) ? 0 : 1)
  const units = [...distance.keys()].toSorted((a, b) => order(a) - order(b))
  return { units: units.slice(0, MOST_CHOICES), certain: false, renamed: null, why }
}
