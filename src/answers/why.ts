import { changeOf } from '../core/growth.ts'
import { dragsOf, driversOf, type Part, partsOfChange } from '../core/why.ts'
import type { Window } from '../core/window.ts'
import type { Asking } from './asking.ts'
import type { Figure } from './answer.ts'
import { mainIndicator, unitsAsked } from './chosen.ts'
import { emptyFigure, readFigures } from './figures.ts'
import { maySee } from './scope.ts'
import { spansOf } from './spans.ts'
import { windowFor } from './windows.ts'

/**
 * What moved a value, or where an end of the order is asked about holds it down (DOMAIN.md §7, "Why"): of a unit with units below, what each of these did; of one
 * without, what its numerator and its denominator did.
 */
export async function answerWhy(asking: Asking): Promise<Figure[]> {
  const { question } = asking
  const main = mainIndicator(asking)
  const indicators = question.indicators.length > 0 ? question.indicators : main === null ? [] : [main]
  const figures: Figure[] = []
  for (const unit of unitsAsked(asking))
    for (const indicator of indicators) figures.push(await explained(asking, unit, indicator))
  return figures
}

async function explained(asking: Asking, unit: string, indicator: string): Promise<Figure> {
  const { scene, member, question } = asking
  if (!maySee(scene, member, unit))
    return emptyFigure(unit, indicator, windowFor(scene, [unit], question.period), 'not_allowed')
  const hasBelow = scene.tree.byCode.has(unit) && scene.tree.children(unit).length > 0
  if (hasBelow && question.order !== null) return await heldDown(asking, unit, indicator)
  const { after, before } = await spansOf(asking, indicator, [unit])
  const [now] = await readFigures(asking, { units: [unit], indicators: [indicator], window: after })
  const [then] = await readFigures(asking, { units: [unit], indicators: [indicator], window: before })
  if (!now || !then) return emptyFigure(unit, indicator, after, 'no_data')
  const change = changeOf(then.value, now.value)
  const figure = { ...now, change, earlier: { window: before, value: then.value, change } }
  return { ...figure, ...(await causes(asking, figure, before)) }
}

async function causes(asking: Asking, now: Figure, before: Window): Promise<Partial<Figure>> {
  const { unit, indicator, window: after } = now
  const children = asking.scene.tree.byCode.has(unit) ? asking.scene.tree.children(unit) : []
  const below = children.map(child => child.code)
  const [parts0, parts1] = [
    await partsIn(asking, below, indicator, before),
    await partsIn(asking, below, indicator, after),
  ]
  const drivers = now.rolledUpFrom === null ? null : driversOf(parts0, parts1)
  if (drivers && drivers.length > 0)
    return { drivers: drivers.map(({ unit: code, effect }) => ({ unit: code, effect })) }
  const [then] = await partsIn(asking, [unit], indicator, before)
  const own = countsOf(now)
  const parts = then && own ? partsOfChange(then, own) : null
  return parts ? { parts } : {}
}

/** What holds the level of the phase so far down: the units below that miss their own target. */
async function heldDown(asking: Asking, unit: string, indicator: string): Promise<Figure> {
  const { scene, question } = asking
  const window = windowFor(scene, [unit], question.period)
  const [figure] = await readFigures(asking, { units: [unit], indicators: [indicator], window })
  if (!figure) return emptyFigure(unit, indicator, window, 'no_data')
  const below = scene.tree.children(unit).map(child => child.code)
  const figures = await readFigures(asking, { units: below, indicators: [indicator], window })
  const parts = figures.flatMap(one => {
    const counts = countsOf(one)
    return counts ? [{ ...counts, target: one.target }] : []
  })
  const better = scene.indicators.get(indicator)?.better ?? 'higher'
  return {
    ...figure,
    drivers: dragsOf(parts, better).map(({ unit: code, effect }) => ({ unit: code, effect })),
  }
}

async function partsIn(
  asking: Asking,
  units: readonly string[],
  indicator: string,
  window: Window,
): Promise<Part[]> {
  const figures = await readFigures(asking, { units, indicators: [indicator], window })
  return figures.flatMap(figure => countsOf(figure) ?? [])
}

function countsOf({ unit, numerator, denominator }: Figure): Part | null {
  return numerator === null || denominator === null ? null : { unit, numerator, denominator }
}
