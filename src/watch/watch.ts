import { readScene } from '../answers/scene.ts'
import type { Sight } from '../answers/scene.ts'
import { quietUntil } from '../core/alert.ts'
import type { Moment } from '../core/moment.ts'
import type { Stores } from '../db/stores/database.ts'

/** One look at the province: the scene, its figures, the alerts, and the outbox that is told of them. */
export interface Watch extends Sight, Post, Pick<Stores, 'alerts'> {}

/** Where notices are put. */
export type Post = Pick<Stores, 'outbox'>

export async function startWatch(stores: Stores, moment: Moment): Promise<Watch> {
  const { observations, alerts, outbox } = stores
  return { scene: await readScene(stores, moment), observations, alerts, outbox }
}

/** When what is found now may be told (milliseconds): now, or when quiet hours end. */
export function tellingTime({ scene }: Pick<Watch, 'scene'>): { notBefore: number; now: number } {
  const { moment, settings } = scene
  const opening = settings.quietHours && quietUntil(moment, settings.quietHours)
  return { notBefore: opening ?? moment.at, now: moment.at }
}
