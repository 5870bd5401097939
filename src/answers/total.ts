import type { UnitGroup } from '../ask/question.ts'
import { changeOf, factorOf } from '../core/growth.ts'
import { UNIT_KINDS } from '../core/unit-tree.ts'
import { type Measure, rollUp } from '../core/measure.ts'
import type { Window } from '../core/window.ts'
import type { Asking } from './asking.ts'
import type { Figure } from './answer.ts'
import { mainIndicator } from './chosen.ts'
import { counted } from './counts.ts'
import { figureOf } from './figures.ts'
import { type Group, groupOf } from './group-figures.ts'
import { measureUnits } from './measures.ts'
import { maySee } from './scope.ts'

/**
 * Sums over several units or a group, pooled and never a mean of percentages; several kinds are set beside each other
 * (DOMAIN.md §7, "Groups").
 */
export async function answerTotal(asking: Asking): Promise<Figure[]> {
  const { question } = asking
  const main = mainIndicator(asking)
  const indicators = question.indicators.length > 0 ? question.indicators : main === null ? [] : [main]
  const figures: Figure[] = []
  for (const indicator of indicators)
    for (const group of groupsAsked(asking)) {
      const about = { ...asking, question: { ...question, indicators: [indicator], group } }
      const found = await groupOf(about)
      if (!found) continue
      const units = pooledUnits(about, found)
      if (units.length === 0 && found.refused) figures.push(found.refused)
      else figures.push(await pooledFigure(about, { ...found, units }, group))
    }
  return figures
}

/** Fewer units than these say what each of them has. */
const POOLED_AT_LEAST = 3

/** Any group's pooled percent may be seen (DOMAIN.md §10); of units that were named, or of very few, only those seen. */
function pooledUnits({ question }: Asking, { units, all }: Group): string[] {
  return question.group !== null && all.length >= POOLED_AT_LEAST ? all : units
}

/** Each kind named is a group of its own; units named are one. */
function groupsAsked({ question, member }: Asking): (UnitGroup | null)[] {
  const { group, units } = question
  if (group?.kinds && group.kinds.length > 1)
    return group.kinds.map(kind => ({
      ...group,
      ...ofKindOrWord(kind),
      kinds: [],
    }))
  if (group) return [group]
  if (units.length > 1) return [null]
  return [{ kind: null, within: units[0] ?? member.unit }]
}

/** A kind by its code, or the units whose names begin with a word ("phường"). */
function ofKindOrWord(kind: string): Pick<UnitGroup, 'kind' | 'word'> {
  const known = UNIT_KINDS.find(one => one === kind)
  return known === undefined ? { kind: null, word: kind } : { kind: known }
}

async function pooledFigure(asking: Asking, found: Group, group: UnitGroup | null): Promise<Figure> {
  const { question, scene } = asking
  const now = await pooledIn(asking, found, found.window)
  const before = question.base ? await pooledIn(asking, found, question.base) : null
  const term = now.term
  const targets = new Set(found.units.map(unit => targetOf(asking, unit, found.indicator, term)))
  const [same = null] = targets.size === 1 ? targets : []
  const change = before && changeOf(before.value, now.value)
  return {
    ...hiddenCounts(asking, found, now),
    group: group ?? { kind: null, within: null, among: found.units },
    target: same,
    ...(question.base && before
      ? {
          change,
          factor: factorOf(before.value, now.value),
          earlier: { window: question.base, value: before.value, change },
        }
      : {}),
    ...(same === null || now.value === null
      ? {}
      : met(scene.indicators.get(found.indicator)?.better, now.value, same)),
  }
}

function met(better: 'higher' | 'lower' | undefined, value: number, target: number) {
  const gap = changeOf(better === 'lower' ? target : value, better === 'lower' ? value : target) ?? 0
  return { gap, met: gap <= 0 }
}

function targetOf({ scene }: Asking, unit: string, indicator: string, term: Figure['term']): number | null {
  const assigned = term && scene.targets.of(unit, indicator, term)
  return assigned?.state === 'assigned' ? assigned.target : null
}

async function pooledIn(
  asking: Asking,
  { units, indicator: code, window }: Group,
  at: Window,
): Promise<Figure> {
  const indicator = asking.scene.indicators.get(code)
  if (!indicator) throw new RangeError(`indicator ${code} is not in the catalog`)
  const outer = units.filter(unit => !hasAncestorAmong(asking, unit, units))
  const measures = await measureUnits(asking, { units: outer, indicators: [code], window: at })
  const parts = outer.flatMap(unit => measures.get(`${unit}|${code}`)?.measure ?? [])
  const measure = rollUp(indicator, parts)
  const [first = asking.member.unit] = units
  const rolledUpFrom = measure.state === 'no_data' ? null : measure.units
  const figure = figureOf(
    asking.scene,
    { unit: first, indicator: code, window: at },
    { measure, rolledUpFrom },
  )
  // Values that were published without counts cannot be added up: a mean of percents is never formed.
  const apart = parts.filter(isUncounted).length
  const known = measure.state === 'no_data' && apart > 0 ? 'not_measured' : measure.state
  const reason = figure.value === null && known !== 'value' ? known : null
  return {
    ...figure,
    window: window === at ? window : at,
    target: null,
    document: null,
    gap: null,
    met: null,
    reason,
    ...(apart > 0 ? { uncounted: apart } : {}),
  }
}

/** Of which only a value is known. */
function isUncounted(measure: Measure): boolean {
  return measure.state === 'value' && measure.numerator === null && !measure.addable
}

/** A unit that is summed with one above it in the same group is not counted twice. */
function hasAncestorAmong({ scene }: Asking, unit: string, units: readonly string[]): boolean {
  return scene.tree.ancestors(unit).some(one => units.includes(one.code))
}

/** Any group's pooled percent may be seen; its counts by who sees all of its units. */
function hiddenCounts({ scene, member, question }: Asking, { units }: Group, figure: Figure): Figure {
  if (!units.every(unit => maySee(scene, member, unit)))
    return { ...figure, numerator: null, denominator: null, sources: [], hiddenCounts: true }
  return counted(question, figure)
}
