import type { Answer } from '../../answers/answer.ts'
import { definitions } from '../../../locales/vi/definitions.ts'
import type { Indicator } from '../../core/indicator.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
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
  const { words, bands } = ctx
  const { code, name, points, better } = indicator
  return [
    { title: name },
    [
      formula(indicator, ctx),
      note(indicator, ctx),
      indicator.accumulation === 'published'
        ? null
        : words.say('definitions.empty', { noun: nounOf(indicator) }),
    ],
    [
      words.say(`definitions.accumulation.${indicator.accumulation}`),
      better === 'lower' ? words.say('definitions.lowerIsBetter') : null,
      points === null ? null : words.say('definitions.points', { points }),
      indicator.unit === 'points' && indicator.max === 100 ? words.say('definitions.rating', bands) : null,
      isSourced(code) ? words.say(`definitions.sources.${code}`) : null,
      indicator.accumulation === 'published' ? words.say('definitions.formulaChanged') : null,
    ],
  ]
}

function formula(indicator: Indicator, ctx: SayContext): string {
  const { numeratorLabel, denominatorLabel, unit, max } = indicator
  if (unit === 'points') return ctx.words.say('definitions.formulaPoints', { max })
  return ctx.words.say('definitions.formula', { numeratorLabel, denominatorLabel })
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
