import type { Answer } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { featuresOfRole } from '../phrases/features.ts'
import { unitName } from '../phrases/names.ts'
import { ask } from '../phrases/next-questions.ts'

/** `help`: what matters to the asker's role, each with a question that can be sent as it stands. */
export function sayHelp(ctx: SayContext): Message {
  const { words } = ctx
  const lines = featuresOfRole(words, ctx.asker.role).map(({ name, example }) =>
    words.say('answers.help.line', { name, example }),
  )
  return compose(
    ctx,
    [
      { title: words.say('answers.help.title') },
      lines,
      words.say('answers.help.scope', { unit: unitName(ctx, ctx.asker.unit) }),
    ],
    firstQuestions(ctx),
  )
}

/** `greeting`: who this is and the first questions to try; thanks are taken. */
export function sayGreeting({ question }: Answer, ctx: SayContext): Message {
  const { words } = ctx
  if (question.parts.some(({ part }) => part === 'thanks'))
    return compose(ctx, [words.say('answers.greeting.thanks')], [])
  const unit = unitName(ctx, ctx.asker.unit)
  return compose(
    ctx,
    [words.say('answers.greeting.hello', { unit }), words.say('answers.greeting.try')],
    firstQuestions(ctx),
  )
}

function firstQuestions(ctx: SayContext) {
  return [ask(ctx, 'ownUnit'), ask(ctx, 'ownNeeds'), ask(ctx, 'progress'), ask(ctx, 'alerts')]
}
