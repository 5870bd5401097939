import { isActive } from '../core/member.ts'
import type { Moment } from '../core/moment.ts'
import type { Stores } from '../db/stores/database.ts'
import { settingsOf } from '../settings/settings.ts'
import type { Settings } from '../settings/settings.ts'
import { worldOf } from './world.ts'
import type { World } from './world.ts'

/**
 * What a turn, an evaluation, a digest or a notice goes by: names, targets and settings as they are at its beginning,
 * and the moment at which it sees the figures. Built once, handed down.
 */
export interface Scene extends World {
  settings: Settings
  moment: Moment
  /** Members of the day, by code. */
  members: World['members']
  /** The database holds the sample province: every reply says so. */
  sample: boolean
}

/** A scene, and where its figures stand. */
export interface Sight extends Pick<Stores, 'observations'> {
  scene: Scene
}

/** Builds the scene of a moment. */
export async function readScene(
  stores: Pick<Stores, 'catalog' | 'settings'>,
  moment: Moment,
): Promise<Scene> {
  const kept = await stores.settings.all()
  const world = worldOf(await stores.catalog.get())
  const members = membersOn(world, moment.today)
  return { ...world, members, settings: settingsOf(kept), moment, sample: isSample(kept) }
}

/** Of a world the members of the day that was asked for last. */
const lastAsked = new WeakMap<World['members'], { today: string; members: World['members'] }>()

/** Who belongs to the province on the day, by code: nobody else is answered or told anything. */
function membersOn({ members }: World, today: string): World['members'] {
  const known = lastAsked.get(members)
  if (known?.today === today) return known.members
  const left = [...members.values()].some(member => !isActive(member, today))
  const there = left ? new Map([...members].filter(([, member]) => isActive(member, today))) : members
  lastAsked.set(members, { today, members: there })
  return there
}

/** Whether these settings are those of a database that holds the sample province. */
export function isSample(kept: ReadonlyMap<string, string>): boolean {
  return kept.get('sample') === '1'
}

/** The scene as it is seen at another moment. */
export function sceneAt(scene: Scene, moment: Moment): Scene {
  return { ...scene, moment }
}
