import { runningTerms, standingAlerts } from '../answers/standing.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import { shownTarget, shownValue } from '../replies/phrases/figure-lines.ts'
import { indicatorOf, lowerFirst } from '../replies/phrases/names.ts'
import type { AlertName } from '../notices/alert-facts.ts'
import type { SystemNotice } from '../replies/say-system.ts'
import type { TurnContext } from './turn.ts'

/**
 * The alerts of the message under which something is said, where that is known, else all of the own unit that stand: under a reply
 * those that stood when it was made.
 */
export async function meantAlerts({
  about,
  alerts,
  scene,
  member,
  conversation,
  replyAt = Infinity,
  indicators = [],
}: TurnContext): Promise<AlertRow[]> {
  const all = (await standingAlerts(alerts, scene, [member.unit])).filter(row => row.openedAt <= replyAt)
  const standing = indicators.length > 0 ? all.filter(row => indicators.includes(row.indicator)) : all
  const chosen = conversation.explaining
  if (Array.isArray(chosen)) return standing.filter(row => chosen.includes(row.id))
  if (!about) return standing
  return standing.filter(row => about.some(item => isToldBy(item, row)))
}

/** The same episode, or another one with just the figures that were told: taken back, and come again. */
function isToldBy(item: AlertName, row: AlertRow): boolean {
  if (item.unit !== row.unit || item.term !== row.term || item.indicator !== row.indicator) return false
  return item.episode === row.episode || (item.value === row.value && item.target === row.target)
}

/** Why an act is about no alert: none stands, or of the message under which it is said none does. */
export function noneMeant({ about, member, scene }: TurnContext): SystemNotice {
  if (!about) return { about: 'noAlerts' }
  if (about.every(({ unit }) => unit !== member.unit)) return { about: 'notOwnAlerts' }
  const terms = runningTerms(scene)
  return { about: about.every(({ term }) => !terms.has(term)) ? 'termOver' : 'alertOver' }
}

/** So many alerts are named where it is asked whether they are meant. */
const NAMED = 3

/** Which alerts an act is about, in words. */
export function namedAlerts({ say }: Pick<TurnContext, 'say'>, rows: readonly AlertRow[]): string {
  const alerts = rows
    .slice(0, NAMED)
    .map(({ indicator, value, target }) => {
      const full = indicatorOf(say, indicator)
      return say.words.say('system.actAlert', {
        indicator: lowerFirst(full.shortName),
        value: shownValue(say, full, value),
        target: shownTarget(say, full, target),
      })
    })
    .join('; ')
  const count = rows.length - NAMED
  return count > 0 ? say.words.say('system.actAlertsMore', { alerts, count }) : alerts
}
