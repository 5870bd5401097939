import type { Figure } from '../answers/answer.ts'
import { baselines } from '../answers/baseline.ts'
import { readFigures } from '../answers/figures.ts'
import { reportingOf } from '../answers/reporting.ts'
import { readScene } from '../answers/scene.ts'
import type { Scene, Sight } from '../answers/scene.ts'
import { termToDate } from '../answers/windows.ts'
import type { Term } from '../core/campaign.ts'
import type { Moment } from '../core/moment.ts'
import { phaseTerm, runningPhases, yearTerm } from '../core/term.ts'
import type { Stores } from '../db/stores/database.ts'
import { isNewestPartial } from './feed.ts'

/** A figure with both a value and a target. */
export type Judged = Figure & { value: number; target: number }

/** What there is to be judged in a term: the figures so far, and v₀ by `unit|indicator`. */
export interface TermJudgement {
  term: Term
  figures: readonly Judged[]
  start: ReadonlyMap<string, number>
  /** By indicator the day at which the pace is read, and whether the newest period has come from a few units only. */
  newest: ReadonlyMap<string, { day: string; isPartial: boolean }>
}

/** All that an evaluation reads of figures and targets, and what was stored when it was read. */
export interface Judgement {
  seen: string
  terms: readonly TermJudgement[]
}

/** Reads what an evaluation of this moment goes by; changes nothing. */
export async function judge(
  stores: Pick<Stores, 'catalog' | 'settings' | 'observations'>,
  moment: Moment,
): Promise<Judgement> {
  const { observations } = stores
  return await judgedBy({ scene: await readScene(stores, moment), observations })
}

export async function judgedBy(sight: Sight): Promise<Judgement> {
  const seen = await seenBy(sight)
  const terms: TermJudgement[] = []
  for (const term of termsNow(sight.scene)) {
    const figures = await judgedFigures(sight, term)
    const units = [...new Set(figures.map(figure => figure.unit))]
    const indicators = [...new Set(figures.map(figure => figure.indicator))]
    const start = await baselines(sight, { units, indicators, term })
    terms.push({ term, figures, start, newest: await newestOf(sight, indicators) })
  }
  return { seen, terms }
}

async function newestOf(sight: Sight, indicators: readonly string[]): Promise<TermJudgement['newest']> {
  const newest = new Map<string, { day: string; isPartial: boolean }>()
  for (const indicator of indicators) {
    const { lastDay } = await reportingOf(sight, indicator)
    const isPartial = await isNewestPartial(sight, indicator)
    newest.set(indicator, { day: lastDay ?? sight.scene.moment.today, isPartial })
  }
  return newest
}

/** Changes with whatever a judgement reads. */
export async function seenBy({ scene, observations }: Sight): Promise<string> {
  const { catalog, settings, moment } = scene
  return JSON.stringify([catalog.revision, await observations.revision(), settings, moment])
}

/** The terms that are watched at the moment: running phases, and this year where it has targets. */
export function termsNow({ catalog, targets, moment: { today } }: Scene): Term[] {
  const year = yearTerm(Number(today.slice(0, 4)), '')
  const phases = runningPhases(catalog.phases, today).map(phaseTerm)
  return [...phases, year].filter(term => targets.indicatorsIn(term).length > 0)
}

/** Figures of the term so far that have both a value and a target, of units that there still are. */
async function judgedFigures(sight: Sight, term: Term): Promise<Judged[]> {
  const { targets, tree, moment } = sight.scene
  const indicators = targets.indicatorsIn(term)
  const units = new Set(indicators.flatMap(indicator => targets.unitsWith(indicator, term)))
  const living = [...units].filter(code => {
    const unit = tree.byCode.get(code)
    return unit !== undefined && tree.isActive(unit, moment.today)
  })
  const window = termToDate(term, moment.today)
  const figures = await readFigures(sight, { units: living, indicators, window, term })
  return figures.filter((figure): figure is Judged => figure.value !== null && figure.target !== null)
}
