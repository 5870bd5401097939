import { readScene } from '../answers/scene.ts'
import type { Sight } from '../answers/scene.ts'
import { quietUntil } from '../core/alert.ts'
import type { Moment } from '../core/moment.ts'
import type { Stores } from '../db/stores/database.ts'
import type { Post, When } from '../notices/tell.ts'
import type { Audience } from '../notices/topic.ts'

/** One look at the province: the scene, its figures, the alerts, and whom and where it is told. */
export interface Watch extends Sight, Post, Audience, Pick<Stores, 'alerts'> {}

export async function startWatch(stores: Stores, moment: Moment): Promise<Watch> {
  const { observations, alerts, outbox, subscriptions } = stores
  return { scene: await readScene(stores, moment), observations, alerts, outbox, subscriptions }
}

/** When what is found now may be told: now, or when quiet hours end. */
export function tellingTime({ scene }: Pick<Watch, 'scene'>): When {
  const { moment, settings } = scene
  const opening = settings.quietHours && quietUntil(moment, settings.quietHours)
  return { notBefore: opening ?? moment.at, now: moment.at }
}
