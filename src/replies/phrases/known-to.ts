import type { Answer, Figure } from '../../answers/answer.ts'
import type { SayContext } from './context.ts'
import { dataToLine, toCome } from './figure-lines.ts'

/** Where figures are missing: that the days are still to come, or from when or how far those of the province reach. */
export function knownToLine(answer: Answer, figures: readonly Figure[], ctx: SayContext): string | null {
  const { dataFrom, dataTo, reach } = answer
  const { words } = ctx
  if (dataFrom === null || dataTo === null) return null
  if (figures.some(figure => figure.reason !== 'no_data')) return dataToLine(ctx, figures)
  if (reach && reach.all === null) return words.say('figures.noneOfIndicator')
  if (reach && reach.own === null) return words.say('figures.noneOfUnit')
  if (figures.every(({ window }) => window.to < dataFrom))
    return words.say('figures.knownFrom', { day: dataFrom })
  const isToCome = figures.every(({ window }) => window.from > ctx.today)
  if (isToCome) return toCome(ctx, dataTo)
  // Others have figures of these days: how far this unit's own reach.
  return reach?.own && figures.every(({ window }) => window.from > (reach.own ?? ''))
    ? words.say('figures.ownTo', { day: reach.own })
    : words.say('figures.knownTo', { day: dataTo })
}
