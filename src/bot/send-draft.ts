import { standingAlerts } from '../answers/standing.ts'
import { draftsOf, holdsText } from '../notices/drafts.ts'
import { civilDay } from '../core/moment.ts'
import { alertTurn, refusedTurn } from './alert-acts.ts'
import { noneMeant } from './meant-alerts.ts'
import { saidTurn } from './saying.ts'
import type { Turn, TurnContext } from './turn.ts'

/** A leader sends the draft under which it is said, else the newest for the unit, as the explanation. */
export async function sendDraftTurn(turn: TurnContext): Promise<Turn> {
  const { member, scene } = turn
  if (member.role !== 'leader') return refusedTurn(turn, 'explain')
  const drafts = await draftsOf(turn.outbox, member.unit)
  const { draftAt } = turn
  const found = draftAt === undefined ? drafts.at(-1) : drafts.find(one => one.at === draftAt)
  if (!found) return saidTurn(turn, { about: 'noDraft' })
  const standing = (await standingAlerts(turn.alerts, scene, [member.unit])).filter(row =>
    found.alerts.includes(row.id),
  )
  if (standing.length === 0) return saidTurn(turn, turn.about ? noneMeant(turn) : { about: 'alertOver' })
  const about = standing.filter(({ explanation }) => !holdsText(explanation, found.text))
  if (about.length === 0) {
    const written = await turn.explanations.ofUnits([member.unit])
    const { author = '', at = scene.moment.at } = written.findLast(({ text }) => text === found.text) ?? {}
    const day = civilDay(at, scene.moment.zone)
    return saidTurn(turn, { about: 'draftSent', name: scene.members.get(author)?.name ?? author, day })
  }
  const atOnce = turn.pressed === true && draftAt !== undefined
  return await alertTurn({ ...turn, about }, { do: 'explain', text: found.text }, atOnce)
}
