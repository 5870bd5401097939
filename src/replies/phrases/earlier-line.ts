import type { Figure } from '../../answers/answer.ts'
import type { Question } from '../../ask/question.ts'
import type { SayContext } from './context.ts'
import { isRise, shownGap, shownValue } from './figure-lines.ts'
import { indicatorOf } from './names.ts'
import { comparedPeriod } from './period-name.ts'

/**
 * Against an earlier stretch: "Tăng 12,93 điểm phần trăm so với năm 2025 (46,2%)", and where it was asked so "gấp 1,28
 * lần"; null where nothing is compared.
 */
export function earlierLine(ctx: SayContext, figure: Figure, { parts }: Question): string | null {
  const { words } = ctx
  const { earlier, factor } = figure
  if (!earlier || figure.value === null) return null
  const before = comparedPeriod(ctx, earlier.window)
  if (earlier.value === null || earlier.change === null)
    return words.say('answers.trend.noEarlier', { before })
  const indicator = indicatorOf(ctx, figure.indicator)
  const value = shownValue(ctx, indicator, earlier.value)
  if (earlier.change === 0) return words.say('answers.trend.steady', { before, value })
  const line = words.say(
    isRise(indicator, earlier.change) ? 'answers.trend.rising' : 'answers.trend.falling',
    {
      gap: shownGap(ctx, indicator, earlier.change),
      before,
      value,
    },
  )
  const isAsked = parts.some(({ part }) => part === 'factor')
  return isAsked && factor ? `${line}, ${words.say('findings.factor', { factor })}` : line
}
