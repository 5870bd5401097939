import { readScene } from '../answers/scene.ts'
import type { Sight } from '../answers/scene.ts'
import type { Moment } from '../core/moment.ts'
import { nextOpening } from '../core/working-time.ts'
import type { WorkingTime } from '../core/working-time.ts'
import type { Stores } from '../db/stores/database.ts'
import type { Post, When } from '../notices/tell.ts'
import type { Audience } from '../notices/topic.ts'

/** One look at the province: the scene, its figures, the alerts, and whom and where it is told. */
export interface Watch extends Sight, Post, Audience, Pick<Stores, 'alerts' | 'explanations'> {}

export async function startWatch(stores: Stores, moment: Moment): Promise<Watch> {
  const { observations, alerts, explanations, outbox, subscriptions } = stores
  return { scene: await readScene(stores, moment), observations, alerts, explanations, outbox, subscriptions }
}

/** When unasked messages may be sent. */
export function workingTimeOf({ settings, moment, catalog: { holidays } }: Watch['scene']): WorkingTime {
  const { quietHours, workingDays } = settings
  return { timeZone: moment.zone, quiet: quietHours, workingDaysOnly: workingDays, holidays }
}

/** When what is found now may be told: now, or when the window opens. */
export function tellingTime({ scene }: Pick<Watch, 'scene'>): When {
  const { at } = scene.moment
  return { notBefore: nextOpening(at, workingTimeOf(scene)), now: at }
}
