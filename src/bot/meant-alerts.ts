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
  indicators = [],
}: TurnContext): Promise<AlertRow[]> {
  const all = await standingAlerts(alerts, scene, [member.unit])
  const standing = indicators.length > 0 ? all.filter(row => indicators.includes(row.indicator)) : all
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
