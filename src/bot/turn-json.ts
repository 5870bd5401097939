import { figureJson, questionJson } from '../answers/answer-json.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import type { Attachment } from '../lib/message.ts'
import type { Effect } from './effects.ts'
import type { Turn } from './turn.ts'

/** A turn as the outside sees it: what was understood, the figures, what is said, and what the member's words did. */
export function turnJson({ questions, answers, message, effects }: Turn) {
  const asked = questions.map(questionJson)
  return {
    question: asked[0] ?? null,
    questions: asked,
    answers: answers.flatMap(answer => answer.figures.map(figureJson)),
    reply: {
      text: message.blocks.map(block => block.text).join('\n\n'),
      choices: message.choices,
      image: attachmentJson(message.image),
      file: attachmentJson(message.file),
    },
    acts: effects.flatMap(actJson),
  }
}

/** Whether the turn changes something that a later one may see. */
export function acts({ effects }: Turn): boolean {
  return effects.some(effect => actJson(effect).length > 0)
}

function attachmentJson(attachment: Attachment | undefined) {
  if (!attachment) return null
  const { name, type, description } = attachment
  return { name, type, description }
}

/** What the member did; a question kept for the operator is none. */
function actJson(effect: Effect): object[] {
  switch (effect.do) {
    case 'subscribe':
    case 'request':
    case 'withdraw_request':
    case 'hand_on':
    case 'draft':
    case 'take_back_draft':
    case 'take_back':
    case 'remind':
    case 'forget_reminder':
    case 'redrive':
    case 'give_up':
      return [effect]
    case 'prefer':
      return [{ do: 'prefer', ...effect.preference }]
    case 'alerts':
      return [{ ...effect.action, alerts: effect.alerts.map(alertName) }]
    case 'restore_alerts':
      return [{ do: 'undo', alerts: effect.alerts.map(alertName) }]
    case 'keep_unanswered':
    case 'note_refused':
      return []
  }
}

function alertName({ unit, indicator, term }: AlertRow) {
  return { unit, indicator, term }
}
