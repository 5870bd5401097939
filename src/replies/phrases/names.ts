import type { Question } from '../../ask/question.ts'
import type { Indicator } from '../../core/indicator.ts'
import type { Unit, UnitKind } from '../../core/unit-tree.ts'
import type { SayContext } from './context.ts'
import { homonymsOf } from './homonyms.ts'

type Names = Pick<SayContext, 'words' | 'catalog' | 'tree'>

/** Kinds whose names begin with a common noun: "huyện Ia Grai" inside a sentence, but "Sở Y tế", "Thanh tra tỉnh". */
const PLACES: readonly UnitKind[] = ['region', 'province', 'district', 'commune']

/** The indicator of a code. Throws RangeError for a code that the catalog lacks: answers only carry known ones. */
export function indicatorOf(ctx: Pick<SayContext, 'indicators'>, code: string): Indicator {
  const indicator = ctx.indicators.get(code)
  if (!indicator) throw new RangeError(`indicator ${code} is not in the catalog`)
  return indicator
}

/** Name inside a sentence: "huyện Ia Grai", "Sở GTVT"; homonyms with their parent: "xã Ia Sao (thị xã Ayun Pa)". */
export function unitName(ctx: Names, code: string): string {
  const unit = ctx.tree.byCode.get(code)
  if (!unit) return code
  const parent = hasHomonym(ctx, unit) ? ctx.tree.byCode.get(unit.parent ?? '') : undefined
  const name = plainName(unit)
  return parent ? ctx.words.say('units.withParent', { unit: name, parent: plainName(parent) }) : name
}

/** Name as the head of a message: "Huyện Ia Grai". */
export function unitTitle(ctx: Names, code: string): string {
  return ctx.words.capital(unitName(ctx, code))
}

/** Name in a list: "Pleiku", "Sở GTVT"; with the parent where two units of the kind share it. */
export function unitInList(ctx: Names, code: string): string {
  const unit = ctx.tree.byCode.get(code)
  if (!unit) return code
  return homonymsOf(ctx.catalog).shareShortName(unit) ? unitTitle(ctx, code) : unit.shortName
}

/** How units are named in one list: short where they are of one kind, with their kind where kinds are mixed. */
export function namesInList(ctx: Names, codes: readonly string[]): (code: string) => string {
  const kinds = new Set(codes.map(code => ctx.tree.byCode.get(code)?.kind))
  return code => (kinds.size > 1 ? unitTitle(ctx, code) : unitInList(ctx, code))
}

/** Text that names exactly this unit in a question: kind, name, and the parent where needed. */
export function unitInQuestion(ctx: Names, code: string): string {
  const unit = ctx.tree.byCode.get(code)
  if (!unit) return code
  const parent = hasHomonym(ctx, unit) ? ctx.tree.byCode.get(unit.parent ?? '') : undefined
  return parent ? `${plainName(unit)} ${plainName(parent)}` : plainName(unit)
}

/** Among whom a place was asked for. */
export type Among = Pick<Question, 'rankWithinParent' | 'rankWord' | 'rankExcept'>

/** Kind of the peers of a unit, "đơn vị cấp huyện", or the word that was asked for, "thị trấn"; with the parent where the rank is among its children only. */
export function peersOf(ctx: SayContext, code: string, among: Among): string {
  const unit = ctx.tree.byCode.get(code)
  const peers = among.rankWord ?? ctx.words.say(`units.peers.${unit?.kind ?? 'other'}`)
  const parent = among.rankWithinParent && unit?.parent ? unitName(ctx, unit.parent) : null
  const all = parent === null ? peers : ctx.words.say('units.peersWithin', { peers, parent })
  return withoutSome(all, among.rankExcept, ctx)
}

/** So many that are left out are named, more only counted. */
const NAMED = 2

/** "Đơn vị cấp huyện (không tính Pleiku)". */
export function withoutSome(group: string, except: readonly string[], ctx: SayContext): string {
  if (except.length === 0) return group
  const left = livingOf(except, ctx)
  if (left.length > NAMED) return ctx.words.say('units.withoutSome', { group, count: String(left.length) })
  const units = left.map(code => unitInList(ctx, code)).join(', ')
  return ctx.words.say('units.without', { group, units })
}

/** Those that exist today, where any does: of "trừ các phường" nobody counts wards that are gone. */
function livingOf(codes: readonly string[], { tree, today }: SayContext): readonly string[] {
  const living = codes.filter(code => {
    const unit = tree.byCode.get(code)
    return unit !== undefined && tree.isActive(unit, today)
  })
  return living.length > 0 ? living : codes
}

/**
 * What an indicator counts: the words with which both of its labels begin ("hồ sơ nộp trực tuyến" of "hồ sơ tiếp
 * nhận" counts "hồ sơ"), or the numerator's label when they share none.
 */
export function nounOf(indicator: Indicator): string {
  const numerator = indicator.numeratorLabel.split(' ')
  const denominator = indicator.denominatorLabel.split(' ')
  const differs = numerator.findIndex((word, place) => word !== denominator[place])
  const shared = differs < 0 ? numerator : numerator.slice(0, differs)
  return shared.length > 0 ? shared.join(' ') : indicator.numeratorLabel
}

/** "Giai đoạn 2" → "giai đoạn 2"; abbreviations ("GĐ 2", "TTHC") stay. */
export function lowerFirst(text: string): string {
  const second = text.charAt(1)
  const abbreviation = second !== '' && second === second.toUpperCase() && second !== second.toLowerCase()
  return abbreviation ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

function plainName(unit: Unit): string {
  return PLACES.includes(unit.kind) ? lowerFirst(unit.name) : unit.shortName
}

function hasHomonym(ctx: Names, unit: Unit): boolean {
  return homonymsOf(ctx.catalog).shareName(unit)
}
