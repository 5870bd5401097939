import { phaseTerm } from '../core/term.ts'
import { phaseDays } from '../core/progress.ts'
import type { Phase } from '../core/campaign.ts'
import type { Asking, Viewing } from './asking.ts'
import type { PhaseProgress } from './answer.ts'
import { readFigures } from './figures.ts'
import { groupUnits, scopeOf, seenAs, showsVerdict } from './scope.ts'
import { termToDate } from './windows.ts'

/** How the phases of the campaign in question stand: all of its phases, or the one named. */
export async function readProgress(asking: Asking): Promise<PhaseProgress[]> {
  const phases = phasesAsked(asking)
  const { question, scene, member } = asking
  const units = question.group ? groupUnits(scene, member, question.group).map(unit => unit.code) : undefined
  const seen = units?.filter(unit => showsVerdict(seenAs(scene, member, unit)))
  return await Promise.all(phases.map(phase => progressOf(asking, phase, seen)))
}

function phasesAsked(asking: Asking): Phase[] {
  const { period } = asking.question
  const all = asking.scene.catalog.phases.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const named = period ? all.filter(phase => phase.from === period.from && phase.to === period.to) : []
  if (named.length > 0) return named
  const day = asking.scene.moment.today
  const current =
    all.findLast(phase => phase.from <= day && day <= phase.to) ??
    all.find(phase => phase.from > day) ??
    all.at(-1)
  return all.filter(phase => phase.campaign === current?.campaign)
}

/** How one phase stands for these units, else in the asker's view: its days, and for each indicator how many units have met their target. */
export async function progressOf(
  viewing: Viewing,
  phase: Phase,
  asked?: readonly string[],
): Promise<PhaseProgress> {
  const { scene, member } = viewing
  const { today } = scene.moment
  const term = phaseTerm(phase)
  const state = today < phase.from ? 'not_started' : today > phase.to ? 'ended' : 'running'
  const days = phaseDays(term, today)
  const indicators = scene.targets.indicatorsIn(term)
  const scope = scopeOf(scene, member)
  const inside = scene.tree.subtree(scope).map(unit => unit.code)
  // Who has met is counted among the units below; who has none below is counted alone.
  const units = asked ?? (inside.length > 1 ? inside.filter(unit => unit !== scope) : inside)
  if (state === 'not_started' || indicators.length === 0) return { phase, state, ...days, met: [] }
  const figures = await readFigures(viewing, {
    units,
    indicators,
    window: termToDate(term, today),
    term,
  })
  const met = indicators.map(indicator => {
    const judged = figures.filter(figure => figure.indicator === indicator && figure.met !== null)
    return { indicator, met: judged.filter(figure => figure.met === true).length, of: judged.length }
  })
  return { phase, state, ...days, met: met.filter(line => line.of > 0) }
}
