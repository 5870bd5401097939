import type { Answer, Figure } from '../../answers/answer.ts'
import { verdictOf } from '../../core/forecast/verdict.ts'
import type { Message } from '../../lib/message.ts'
import { compose, joinParts, MAX_LINES } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { dataToLine, shownTarget, shownValue } from '../phrases/figure-lines.ts'
import { groupName } from '../phrases/group-name.ts'
import { indicatorOf, lowerFirst, namesInList } from '../phrases/names.ts'
import { ask, askGroup } from '../phrases/next-questions.ts'
import { termName } from '../phrases/period-name.ts'

/** `forecast` of a group: how many will rather meet (or miss) the target, and who. */
export function sayGroupForecast(answer: Answer, ctx: SayContext): Message {
  const { words } = ctx
  const { question, figures, matched, assigned } = answer
  const [first] = figures
  const indicator = first?.indicator ?? question.indicators[0] ?? ctx.mainIndicator ?? null
  const next =
    indicator === null
      ? []
      : (['met', 'below'] as const).map(one => askGroup(ctx, one, question.group, indicator))
  if (assigned === 0) return compose(ctx, [words.say('answers.forecast.groupNone')], next)
  const misses = question.order === 'worst'
  const head = words.say(misses ? 'answers.forecast.groupMisses' : 'answers.forecast.groupMeets', {
    matched,
    of: assigned,
    group: groupName(ctx, question.group),
    target: targetOf(answer, indicator, ctx),
  })
  const about = indicator === null ? '' : lowerFirst(indicatorOf(ctx, indicator).shortName)
  const until = first?.term ? { term: termName(ctx, first.term), until: first.term.to } : null
  const title = words.say('answers.groups.about', { what: head, indicator: about })
  const shown = figures.slice(0, MAX_LINES)
  const more = figures.length - shown.length
  const nameOf = namesInList(
    ctx,
    shown.map(({ unit }) => unit),
  )
  const before = question.offset ?? 0
  return compose(
    ctx,
    [
      { title: until === null ? title : words.say('answers.forecast.groupUntil', { ...until, head: title }) },
      [
        ...shown.map((figure, at) =>
          line(figure, { place: before + at + 1, unit: nameOf(figure.unit) }, ctx),
        ),
        more > 0 ? words.say('answers.more', { count: more }) : null,
      ],
      joinParts([
        answer.leftOut > 0 ? words.say('answers.forecast.groupLeftOut', { count: answer.leftOut }) : null,
        dataToLine(ctx, figures),
      ]),
    ],
    [more > 0 ? ask(ctx, 'more') : null, ...next],
  )
}

/** "chỉ tiêu", or the number that was named. */
function targetOf({ question }: Answer, indicator: string | null, ctx: SayContext): string {
  const { threshold } = question
  if (threshold === null || indicator === null) return ctx.words.say('answers.forecast.groupTarget')
  return shownTarget(ctx, indicatorOf(ctx, indicator), threshold)
}

function line(figure: Figure, { place, unit }: { place: number; unit: string }, ctx: SayContext): string {
  const indicator = indicatorOf(ctx, figure.indicator)
  return ctx.words.say('answers.forecast.groupLine', {
    place,
    unit,
    now: shownValue(ctx, indicator, figure.value ?? 0),
    value: shownValue(ctx, indicator, figure.forecast?.value ?? 0),
    verdict: ctx.words.say(`answers.forecast.short.${verdictOf(figure.chance ?? 0)}`),
  })
}
