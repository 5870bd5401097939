import type { Answer } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { unitInQuestion, unitName, unitTitle } from '../phrases/names.ts'
import { understoodParts } from './understood.ts'

/** Candidates offered at once; more than that are asked to be narrowed down in words. */
const MAX_CANDIDATES = 8

/** `clarify`: the candidates as choices, told apart by their parents. */
export function sayClarify(answer: Answer, ctx: SayContext): Message {
  const { words } = ctx
  const { choices: codes, pending } = answer.question
  const shown = codes.slice(0, MAX_CANDIDATES)
  const more = codes.length - shown.length
  const parts = pending ? understoodParts(pending.question, ctx) : ''
  return compose(
    ctx,
    [
      [parts === '' ? null : words.say('answers.understood.line', { parts }), askWhich(codes, ctx)],
      more > 0 ? words.say('answers.clarify.more', { count: more }) : null,
    ],
    shown.map(code => candidate(code, ctx)),
    MAX_CANDIDATES,
  )
}

function askWhich(codes: readonly string[], ctx: SayContext): string {
  const { words, tree } = ctx
  if (codes.length === 0) return words.say('answers.clarify.none')
  const names = codes.map(code => tree.byCode.get(code)?.name)
  if (names[0] === undefined) return words.say('answers.clarify.indicators')
  if (codes.length === 1) return words.say('answers.clarify.one', { unit: unitName(ctx, codes[0]!) })
  const same = names.every(name => name?.toLowerCase() === names[0]?.toLowerCase())
  return same
    ? words.say('answers.clarify.units', { count: codes.length })
    : words.say('answers.clarify.near')
}

function candidate(code: string, ctx: SayContext) {
  if (ctx.tree.byCode.has(code)) return { label: unitTitle(ctx, code), send: unitInQuestion(ctx, code) }
  const indicator = ctx.indicators.get(code)
  const name = indicator?.shortName ?? code
  return { label: name, send: name }
}
