import type { Answer } from '../../answers/answer.ts'
import { definitions } from '../../../locales/vi/definitions.ts'
import type { Indicator } from '../../core/indicator.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { MEASURE_UNITS } from '../phrases/measure-units.ts'
import { indicatorOf, nounOf } from '../phrases/names.ts'
import { ask, askDefinition, askUnit } from '../phrases/next-questions.ts'

/** Indicators between which the asker chooses when none is named. */
const MAX_CHOICES = 10

/** `define`: formula in words, how it adds up, notes, source, points; without an indicator, which one is meant. */
export function sayDefinition(answer: Answer, ctx: SayContext): Message {
  const codes = answer.question.indicators
  if (codes.length === 0) return chooseIndicator(ctx)
  const paragraphs = codes.flatMap(code => definition(indicatorOf(ctx, code), ctx))
  return compose(ctx, paragraphs, [askUnit(ctx, 'all', ctx.asker.unit), ask(ctx, 'help')])
}

function chooseIndicator(ctx: SayContext): Message {
  const { words, catalog } = ctx
  const choices = catalog.indicators.map(indicator => ({
    label: indicator.shortName,
    send: askDefinition(ctx, indicator.code).send,
  }))
  return compose(ctx, [words.say('definitions.choose')], choices, MAX_CHOICES)
}

function definition(indicator: Indicator, ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const { code, name, points, better } = indicator
  return [
    { title: name },
    [
      MEASURE_UNITS[indicator.unit].formula(ctx, indicator),
      note(indicator, ctx),
      indicator.accumulation === 'published'
        ? null
        : words.say('definitions.empty', { noun: nounOf(indicator) }),
    ],
    [
      words.say(`definitions.accumulation.${indicator.accumulation}`),
      better === 'lower' ? words.say('definitions.lowerIsBetter') : null,
      points === null ? null : words.say('definitions.points', { points }),
      MEASURE_UNITS[indicator.unit].classes(ctx, indicator),
      isSourced(code) ? words.say(`definitions.sources.${code}`) : null,
      MEASURE_UNITS[indicator.unit].classes(ctx, indicator) === null
        ? null
        : words.say('definitions.formulaChanged'),
    ],
  ]
}

function note({ code, denominatorLabel }: Indicator, ctx: SayContext): string | null {
  if (!isNoted(code)) return null
  if (code === 'full_process_rate') return ctx.words.say(`definitions.notes.${code}`, { denominatorLabel })
  return ctx.words.say(`definitions.notes.${code}`)
}

function isNoted(code: string): code is keyof typeof definitions.notes {
  return Object.hasOwn(definitions.notes, code)
}

function isSourced(code: string): code is keyof typeof definitions.sources {
  return Object.hasOwn(definitions.sources, code)
}
