import type { Clock } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import type { ChannelAlarm, ChannelKeep } from '../channel-keep.ts'
import type { ChannelWords } from '../channel-kind.ts'
import type { OaCall } from './api.ts'
import type { Template } from './templates.ts'

/** What sending over an Official Account needs. */
export interface OaDeps {
  channel: string
  call: OaCall
  clock: Clock
  log: Log
  random: () => number
  words: ChannelWords
  keep: ChannelKeep
  /** Choices as buttons: seen to work, and on no page of the platform that could be confirmed. */
  buttons: boolean
  /** How many messages a month may go outside 48 hours; null for as many as there are. */
  outsideWindow: number | null
  templates: readonly Template[]
  /** The root of template messages by phone. */
  businessRoot: string
  timeZone: string
  /** Tells an operator, once for each key. */
  alarm: (alarm: ChannelAlarm) => void
}
