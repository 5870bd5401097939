import { changeOf } from '../core/growth.ts'
import { isSame } from '../core/period.ts'
import { phaseTerm } from '../core/term.ts'
import type { Window } from '../core/window.ts'
import type { Figure } from './answer.ts'
import type { DigestLine } from './digest-facts.ts'
import type { Subtree } from './digest-subtree.ts'
import { readFigures } from './figures.ts'
import { withPaces } from './pace.ts'
import { withRanks } from './ranks.ts'
import { runningPhaseOf } from './windows.ts'

/**
 * The indicators of a digest: the main one first, then the worst, those without a figure last. `units`: the figures of the
 * units below in the window, by indicator.
 */
export async function digestLines(
  subtree: Subtree,
  units: ReadonlyMap<string, readonly Figure[]>,
): Promise<DigestLine[]> {
  const { top, below, indicators, main, window, before, toDate } = subtree
  const read = async (at: Window) => await readFigures(subtree, { units: [top], indicators, window: at })
  const own = await withRanks(subtree, await read(window), {
    period: { ...window, shape: 'fixed' },
    withinParent: false,
  })
  const then = await read(before)
  const soFar = isSame(window, toDate) ? null : await pacedToDate(subtree, await read(toDate))
  const lines = own.map((figure, index): DigestLine => {
    const ofUnits = units.get(figure.indicator) ?? []
    return {
      figure,
      toDate: soFar?.[index] ?? null,
      met: below.length === 0 ? null : metOf(ofUnits),
      target: below.length === 0 ? figure.target : commonTarget(ofUnits),
      change: changeOf(then[index]?.value ?? null, figure.value),
    }
  })
  return lines.toSorted((a, b) => rank(a, main) - rank(b, main))
}

/** How badly a line stands, the main one before all: by what is missing, or by the share of the units that miss it. */
function rank({ figure, met }: DigestLine, main: string | null): number {
  if (figure.indicator === main) return -Infinity
  if (figure.value === null) return Infinity
  if (met && met.of > 0) return -(met.of - met.met) / met.of
  return figure.gap === null ? 1 : -figure.gap / 100
}

function metOf(figures: readonly Figure[]): { met: number; of: number } {
  const judged = figures.filter(figure => figure.met !== null)
  return { met: judged.filter(figure => figure.met === true).length, of: judged.length }
}

function commonTarget(figures: readonly Figure[]): number | null {
  const targets = new Set(figures.flatMap(({ target }) => (target === null ? [] : [target])))
  const [only] = targets
  return targets.size === 1 && only !== undefined ? only : null
}

async function pacedToDate(subtree: Subtree, figures: readonly Figure[]): Promise<Figure[]> {
  const { scene, top, below, toDate } = subtree
  const phase = runningPhaseOf(scene, [top, ...below], toDate.to)
  return phase ? await withPaces(subtree, figures, phaseTerm(phase)) : [...figures]
}
