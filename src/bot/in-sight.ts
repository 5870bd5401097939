import { alertsByUnit } from '../answers/alerts-by-unit.ts'
import type { Answer } from '../answers/answer.ts'
import type { Question } from '../ask/question.ts'
import type { Conversation } from './conversation.ts'

/**
 * What can be spoken of after an answer: the list that stays in sight until another is shown or something is offered,
 * and the one unit that the answer has found. `asked` is null where nothing was understood, or only greeted.
 */
export function inSight(
  { shown = [], focus = null }: Conversation,
  asked: Question | null,
  answer: Answer | undefined,
  own: string,
): Pick<Conversation, 'shown' | 'focus'> {
  if (asked === null || answer === undefined) return { shown, focus }
  if (asked.intent === 'clarify') return { shown: [], focus: null }
  const drivers = answer.figures.flatMap(figure => figure.drivers ?? []).map(({ unit }) => unit)
  if (drivers.length > 0) return { shown: drivers, focus: null }
  if (asked.intent === 'alerts') return { shown: alertedIn(answer, own), focus: null }
  if (asked.group === null) return { shown, focus: foundIn(asked, answer, own) }
  const lines = linesOf(answer)
  return { shown: lines, focus: lines.length === 1 ? lines[0]! : null }
}

/** Who holds the place next to the own, and with whom the own unit was compared. */
function foundIn({ intent, place, units }: Question, { figures }: Answer, own: string): string | null {
  if (place === 'next') return figures[0]?.goal?.holder ?? null
  const [other, ...more] = units.filter(unit => unit !== own)
  return intent === 'compare' && units.length === 2 && more.length === 0 ? (other ?? null) : null
}

/** The units with alerts in the order of the reply; none where the alerts of one unit have the lines. */
function alertedIn({ alerts }: Answer, own: string): string[] {
  const { detailed, others } = alertsByUnit(alerts, own)
  return detailed ? [] : others.map(([unit]) => unit)
}

/** The units of a list, line by line: of answers about alerts each has a line of its own. */
function linesOf({ question, figures }: Answer): string[] {
  const units = figures.map(({ unit }) => unit)
  return question.intent === 'responses' ? units : [...new Set(units)]
}
