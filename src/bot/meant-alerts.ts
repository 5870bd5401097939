import { standingAlerts } from '../answers/standing.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import type { TurnContext } from './turn.ts'

/** The alerts of the message under which something is said, where that is known, else all of the own unit that stand. */
export async function meantAlerts({
  about,
  alerts,
  scene,
  member,
  conversation,
}: TurnContext): Promise<AlertRow[]> {
  const standing = await standingAlerts(alerts, scene, [member.unit])
  const chosen = conversation.explaining
  if (Array.isArray(chosen)) return standing.filter(row => chosen.includes(row.id))
  if (!about) return standing
  return standing.filter(row =>
    about.some(
      item =>
        item.unit === row.unit &&
        item.term === row.term &&
        item.indicator === row.indicator &&
        item.episode === row.episode,
    ),
  )
}
