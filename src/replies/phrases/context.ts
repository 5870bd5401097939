import { mainIndicatorOf } from '../../answers/main-indicator.ts'
import type { Scene } from '../../answers/scene.ts'
import type { World } from '../../answers/world.ts'
import type { Member } from '../../core/member.ts'
import type { Words } from '../../i18n/words.ts'
import type { ScoreBands } from '../../settings/definition.ts'
import type { Settings } from '../../settings/settings.ts'

/** What a reply is said with: the language, the names of things, for whom and on which day. */
export interface SayContext extends Pick<World, 'catalog' | 'tree' | 'indicators'> {
  words: Words
  /** Civil date, `YYYY-MM-DD`. */
  today: string
  /** IANA name of the province's time zone. */
  timeZone: string
  asker: Member
  /** The classes of the 100-point score. */
  bands: ScoreBands
  /** True while the database holds the sample province: every reply then says so. */
  sample: boolean
  /** What is seen of peers. */
  peers: Settings['peers']
  /** Day on which a month of the province's reports begins; the 1st where not given. */
  reportMonth?: number
  /** The main indicator of the province: the finding where several stand alone. */
  mainIndicator?: string | null
}

/** How replies to a member are said in a scene. */
export function sayContext(scene: Scene, words: Words, asker: Member): SayContext {
  const { catalog, tree, indicators, moment, sample, settings } = scene
  const { scoreBands: bands, reportMonth, peers } = settings
  const when = { today: moment.today, timeZone: moment.zone, reportMonth }
  const mainIndicator = mainIndicatorOf(scene, [...indicators.keys()])
  return { words, catalog, tree, indicators, ...when, asker, bands, sample, peers, mainIndicator }
}
