import type { Answer, Figure } from '../../answers/answer.ts'
import type { SayContext } from './context.ts'
import { dataToLine, toCome } from './figure-lines.ts'

/** Where figures are missing: that the days are still to come, or from when or how far those of the province reach. */
export function knownToLine(answer: Answer, figures: readonly Figure[], ctx: SayContext): string | null {
  const { dataFrom, dataTo } = answer
  if (dataFrom === null || dataTo === null) return null
  if (figures.some(figure => figure.reason !== 'no_data')) return dataToLine(ctx, figures)
  if (figures.every(({ window }) => window.to < dataFrom))
    return ctx.words.say('figures.knownFrom', { day: dataFrom })
  const isToCome = figures.every(({ window }) => window.from > ctx.today)
  return isToCome ? toCome(ctx, dataTo) : ctx.words.say('figures.knownTo', { day: dataTo })
}
