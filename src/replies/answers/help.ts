import type { Intent } from '../../ask/question.ts'
import type { Role } from '../../core/member.ts'
import type { Message } from '../../lib/message.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { featuresInWords } from '../phrases/features.ts'
import { unitName } from '../phrases/names.ts'
import { ask } from '../phrases/next-questions.ts'

/** What each role is shown first: who answers for a unit, who looks after all of them, who keeps data and people. */
const SHOWN: Record<Role, readonly Intent[]> = {
  leader: ['value', 'rank', 'need', 'forecast', 'trend', 'alerts'],
  officer: ['value', 'rank', 'need', 'below', 'trend', 'alerts'],
  committee: ['below', 'ranking', 'progress', 'trend', 'report', 'alerts'],
  data: ['value', 'progress', 'target', 'define', 'report'],
  admin: ['value', 'progress', 'target', 'define', 'report'],
}

/** `help`: what matters to the asker's role, each with a question that can be sent as it stands. */
export function sayHelp(ctx: SayContext): Message {
  const { words } = ctx
  const lines = featuresInWords(words)
    .filter(({ intent }) => SHOWN[ctx.asker.role].includes(intent))
    .map(({ name, example }) => words.say('answers.help.line', { name, example }))
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

/** `greeting`: who this is and the first questions to try. */
export function sayGreeting(ctx: SayContext): Message {
  const { words } = ctx
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
