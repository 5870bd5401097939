import { isSame } from '../core/period.ts'
import { phaseTerm } from '../core/term.ts'
import type { Window } from '../core/window.ts'
import type { Figure } from './answer.ts'
import type { DigestLine } from './digest-facts.ts'
import type { Subtree } from './digest-subtree.ts'
import { changeOf } from './digest-units.ts'
import { readFigures } from './figures.ts'
import { withPaces } from './pace.ts'
import { withRanks } from './ranks.ts'
import { runningPhaseOf } from './windows.ts'

/** The indicators of a digest: the main one first, then the worst, those without a figure last. */
export async function digestLines(subtree: Subtree): Promise<DigestLine[]> {
  const { top, below, indicators, main, window, before, toDate } = subtree
  const read = async (units: readonly string[], at: Window) =>
    await readFigures(subtree, { units, indicators, window: at })
  const own = await withRanks(subtree, await read([top], window), {
    period: { ...window, shape: 'fixed' },
    withinParent: false,
  })
  const then = await read([top], before)
  const soFar = isSame(window, toDate) ? null : await pacedToDate(subtree, await read([top], toDate))
  const units = Map.groupBy(await read(below, window), figure => figure.indicator)
  const lines = own.map((figure, index): DigestLine => {
    const ofUnits = units.get(figure.indicator) ?? []
    return {
      figure,
      toDate: soFar?.[index] ?? null,
      met: below.length === 0 ? null : metOf(ofUnits),
      target: below.length === 0 ? figure.target : commonTarget(ofUnits),
      change: changeOf(figure.value, then[index]?.value ?? null),
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
