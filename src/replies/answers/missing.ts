import type { Answer, Figure } from '../../answers/answer.ts'
import { civilDay } from '../../core/moment.ts'
import type { Message } from '../../lib/message.ts'
import { compose, MAX_LINES } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isRefused, sayRefusal } from '../phrases/refusal.ts'
import { indicatorOf, lowerFirst, namesInList, unitTitle } from '../phrases/names.ts'
import { ask } from '../phrases/next-questions.ts'
import { periodName } from '../phrases/period-name.ts'

/** `missing`: which units have no figures, by name; of units named, when theirs came and from which file. */
export function sayMissing(answer: Answer, ctx: SayContext): Message {
  const { figures, question, matched, groupSize } = answer
  const [first] = figures
  const next = [ask(ctx, 'progress'), ask(ctx, 'ownUnit')]
  if (isRefused(figures)) return sayRefusal(ctx, figures)
  if (question.group === null && question.units.length > 0)
    return compose(ctx, [figures.map(figure => arrival(figure, ctx)), lastDay(answer, ctx)], next)
  const window = answer.window ?? first?.window
  const period = window ? periodName(ctx, window) : ''
  if (!first)
    return compose(
      ctx,
      [ctx.words.say('findings.missing.none', { of: groupSize, period }), lastDay(answer, ctx)],
      next,
    )
  const nameOf = namesInList(
    ctx,
    figures.map(figure => figure.unit),
  )
  const lines = figures
    .slice(0, MAX_LINES)
    .map(({ unit, dataTo }) =>
      dataTo === null
        ? ctx.words.say('findings.missing.never', { unit: nameOf(unit) })
        : ctx.words.say('findings.missing.line', { unit: nameOf(unit), day: dataTo }),
    )
  const rest = matched - lines.length
  const said = { matched, of: groupSize, period }
  const title =
    first.indicator === ''
      ? ctx.words.say('findings.missing.title', said)
      : ctx.words.say('findings.missing.titleOf', {
          ...said,
          indicator: lowerFirst(indicatorOf(ctx, first.indicator).shortName),
        })
  return compose(
    ctx,
    [
      { title },
      [...lines, rest > 0 ? ctx.words.say('answers.more', { count: rest }) : null],
      lastDay(answer, ctx),
    ],
    next,
  )
}

function arrival(figure: Figure, ctx: SayContext): string {
  const names = { unit: unitTitle(ctx, figure.unit), period: periodName(ctx, figure.window) }
  const { imported } = figure
  if (!imported) return ctx.words.say('findings.missing.notCame', names)
  const at = ctx.words.day(civilDay(imported.at, ctx.timeZone))
  return ctx.words.say('findings.missing.came', { ...names, at, file: imported.file })
}

function lastDay({ dataTo }: Answer, ctx: SayContext): string | null {
  return dataTo === null ? null : ctx.words.say('findings.missing.lastDay', { day: dataTo })
}
