import type { Assumption } from '../core/what-if.ts'
import { valueThen } from '../core/what-if.ts'
import { expectedDenominator } from '../core/need.ts'
import { phaseDays } from '../core/progress.ts'
import type { Term } from '../core/campaign.ts'
import type { Question } from '../ask/question.ts'
import type { Asking } from './asking.ts'
import type { Figure } from './answer.ts'
import { mainIndicator, unitsAsked } from './chosen.ts'
import { emptyFigure, readFigures } from './figures.ts'
import { countsSoFar, daysToCome, needFor, volumeOf } from './needs.ts'
import { maySee } from './scope.ts'
import { termAsked, termToDate } from './windows.ts'

/** Where the value will stand at the end of the term under an assumption (DOMAIN.md §7, "What if"). */
export async function answerWhatIf(asking: Asking): Promise<Figure[]> {
  const { scene, member, question } = asking
  const indicator = mainIndicator(asking)
  if (indicator === null) return []
  const figures: Figure[] = []
  for (const unit of unitsAsked(asking)) {
    const term = termAsked(scene, unit, question.period)
    const window = termToDate(term, scene.moment.today)
    if (!maySee(scene, member, unit)) {
      figures.push(emptyFigure(unit, indicator, window, 'not_allowed'))
      continue
    }
    for (const figure of await readFigures(asking, { units: [unit], indicators: [indicator], window, term }))
      figures.push(await assumed(asking, figure, term))
  }
  return figures
}

async function assumed(asking: Asking, figure: Figure, term: Term): Promise<Figure> {
  const assume = assumptionOf(asking.question)
  const counts = countsSoFar(figure)
  const indicator = asking.scene.indicators.get(figure.indicator)
  if (!assume || !counts || !indicator || indicator.accumulation === 'published') return figure
  const recent = await volumeOf(asking, figure)
  const state = indicator.accumulation === 'latest'
  const expected = state ? 0 : expectedDenominator(recent, await daysToCome(asking, figure.indicator, term))
  const { daysLeft } = phaseDays(term, asking.scene.moment.today)
  const then = expected === null ? null : valueThen({ ...counts, expected, recent, daysLeft, assume })
  const need = figure.target === null ? {} : { need: await needFor(asking, figure, term, figure.target) }
  return { ...figure, ...need, valueThen: then, reason: then === null ? 'no_data' : figure.reason }
}

function assumptionOf({ assume }: Question): Assumption | null {
  if (assume?.perDay !== undefined) return { per_day: assume.perDay }
  if (assume?.add !== undefined) return { add: assume.add }
  return assume?.rate === undefined ? null : { rate: assume.rate }
}
