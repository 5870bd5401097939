import { phaseTerm, yearTerm } from '../core/term.ts'
import type { Term } from '../core/campaign.ts'
import { round2 } from '../core/rounding.ts'
import type { Asking } from './asking.ts'
import type { Answer, BurnUp, Figure, PhaseProgress } from './answer.ts'
import { burnUpOf } from './burn-up.ts'
import { mainIndicator } from './chosen.ts'
import { emptyFigure, readFigures } from './figures.ts'
import { asSeen, refusedGroup } from './group-figures.ts'
import { withPaces } from './pace.ts'
import { readProgress } from './progress.ts'
import { withRanks } from './ranks.ts'
import { groupUnits, maySee, scopeOf, seenAs, showsVerdict } from './scope.ts'
import { runningPhaseOf, termAsked, termToDate } from './windows.ts'

/** How many units that are behind are named where the question names no number. */
const NAMED = 5
/** How many more targets that the top unit misses are named beside the units below. */
const OWN = 3

type Found = Pick<Answer, 'figures'> &
  Partial<Pick<Answer, 'phases' | 'matched' | 'groupSize' | 'assigned' | 'burnUp'>>

/**
 * How a phase stands: of a unit named its indicators with their pace, of a group (or the asker's view) who is behind, the
 * furthest from what the line expects first.
 */
export async function answerProgress(asking: Asking): Promise<Found> {
  const { question } = asking
  const phases = await readProgress(asking)
  return {
    ...(await standingOf(asking, phases)),
    burnUp: question.chart ? await towards(asking, phases) : null,
  }
}

async function standingOf(asking: Asking, phases: PhaseProgress[]): Promise<Found> {
  const { question, scene, member } = asking
  const scope = scopeOf(scene, member)
  const named = question.units.length > 0 ? question.units : [scope]
  const isOne = named.every(unit => unit !== scope || !hasBelow(asking, unit))
  if (question.group === null && isOne)
    return { phases, figures: (await Promise.all(named.map(unit => ofUnit(asking, unit)))).flat() }
  return { phases, ...(await behind(asking)) }
}

/** The course of the unit named, or of the top of what is seen, towards its target in the phase that runs. */
async function towards(asking: Asking, phases: readonly PhaseProgress[]): Promise<BurnUp | null> {
  const { question, scene, member } = asking
  const unit = question.units[0] ?? question.group?.within ?? scopeOf(scene, member)
  const running = phases.find(one => one.state === 'running') ?? phases.findLast(one => one.state === 'ended')
  const indicator = mainIndicator(asking)
  if (!running || indicator === null || seenAs(scene, member, unit) !== 'all') return null
  return await burnUpOf(asking, { unit, indicator, phase: running.phase })
}

/**
 * How things stand, worst first: of the asker's top unit the main indicator with its place and what else misses its target,
 * then the units below that are furthest behind; of a unit with none below its indicators that miss their targets; of a group named how the phase stands.
 */
export async function answerSituation(asking: Asking): Promise<Found> {
  if (asking.question.group) return await answerProgress(asking)
  const { scene, member, question } = asking
  const top = question.units[0] ?? scopeOf(scene, member)
  const term = termAsked(scene, top, question.period)
  const inside = { ...asking, question: { ...question, group: { kind: null, within: top } } }
  const phases = await readProgress(inside)
  if (!hasBelow(asking, top) || !maySee(scene, member, top)) {
    const own = await ofUnit(asking, top)
    const isRefused = own.some(figure => figure.reason === 'not_allowed')
    const known = isRefused ? own : own.filter(figure => figure.met !== null)
    const missed = known.filter(figure => figure.met === false)
    return {
      phases,
      figures: missed.length > 0 ? missed : known.slice(0, 1),
      matched: missed.length,
      assigned: known.length,
    }
  }
  const indicator = mainIndicator(asking)
  if (indicator === null) return { phases, figures: [] }
  const window = termToDate(term, scene.moment.today)
  const overall = await readFigures(asking, { units: [top], indicators: [indicator], window })
  const ranked = await withRanks(asking, overall, { period: null, withinParent: false })
  const missed = (await ofUnit(asking, top)).filter(figure => figure.met === false)
  const own = missed.filter(figure => figure.indicator !== indicator)
  const found = await behind(inside)
  return { ...found, phases, figures: [...ranked, ...own.slice(0, OWN), ...found.figures] }
}

function hasBelow({ scene: { tree } }: Asking, unit: string): boolean {
  return tree.byCode.has(unit) && tree.children(unit).length > 0
}

/** A unit's indicators in the running term with their pace, the widest gap first. */
async function ofUnit(asking: Asking, unit: string): Promise<Figure[]> {
  const { scene, member, question } = asking
  const term = termAsked(scene, unit, question.period)
  const window = termToDate(term, scene.moment.today)
  const assigned = scene.targets.indicatorsWith(unit, term)
  const indicators = question.indicators.length > 0 ? question.indicators : assigned
  if (!maySee(scene, member, unit))
    return [emptyFigure(unit, indicators[0] ?? mainIndicator(asking) ?? '', window, 'not_allowed')]
  const read = await readFigures(asking, { units: [unit], indicators, window, term })
  const figures = await withPaces(asking, read, term)
  return figures.toSorted((a, b) => (b.gap ?? -1000) - (a.gap ?? -1000))
}

/** The units of the group (or the asker's view) that are behind by the main indicator, the furthest first. */
async function behind(asking: Asking): Promise<Found> {
  const { scene, member, question } = asking
  const indicator = mainIndicator(asking)
  const group = groupUnits(scene, member, question.group).map(unit => unit.code)
  const units = group.filter(unit => maySee(scene, member, unit))
  if (indicator === null) return { figures: [] }
  if (units.length < group.length) return ofOthers(asking, indicator, group)
  const term = termOf(asking, units)
  const window = termToDate(term, scene.moment.today)
  const read = await readFigures(asking, { units, indicators: [indicator], window, term })
  const paced = await withPaces(asking, read, term)
  const late = paced
    .filter(figure => figure.pace?.state === 'behind')
    .toSorted((a, b) => lag(b) - lag(a) || (a.unit < b.unit ? -1 : 1))
  return {
    figures: asSeen(asking, late.slice(0, question.limit ?? NAMED)),
    matched: late.length,
    groupSize: units.length,
    assigned: paced.filter(figure => figure.target !== null && figure.value !== null).length,
  }
}

/** Of units that are not all one's own nobody says who is behind; where not even verdicts may be seen, nothing. */
function ofOthers(asking: Asking, indicator: string, group: readonly string[]): Found {
  const { scene, member, question } = asking
  const found = { figures: [], groupSize: group.length }
  const others = group.filter(unit => unit !== member.unit)
  if (others.some(unit => showsVerdict(seenAs(scene, member, unit)))) return found
  const window = termToDate(termOf(asking, group), scene.moment.today)
  const top = question.group?.within ?? scene.tree.province(member.unit).code
  return { ...found, figures: [refusedGroup(question, emptyFigure(top, indicator, window, 'not_allowed'))] }
}

/** How far a value is from what the line expects, points. */
function lag({ pace, value, gap, target }: Figure): number {
  if (!pace || value === null || gap === null || target === null) return 0
  return round2(Math.abs(pace.expected - value))
}

function termOf({ scene, question }: Asking, units: readonly string[]): Term {
  const { today } = scene.moment
  const [first] = units
  if (question.period && first !== undefined) return termAsked(scene, first, question.period)
  const phase = runningPhaseOf(scene, units, today)
  return phase ? phaseTerm(phase) : yearTerm(Number(today.slice(0, 4)), '')
}
