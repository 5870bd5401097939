import { onTestFinished } from 'vitest'
import type { Channel, Incoming } from '../../../src/channels/channel.ts'
import type { ChannelAlarm } from '../../../src/channels/channel-keep.ts'
import { ZALO_OA_LIMITS } from '../../../src/channels/zalo-oa/abilities.ts'
import { mac } from '../../../src/channels/zalo-oa/signature.ts'
import { createZaloOaChannel, type ZaloOaOptions } from '../../../src/channels/zalo-oa/zalo-oa-channel.ts'
import { createVirtualTime, type VirtualTime } from '../../lib/virtual-time.ts'
import { memoryKeep, type MemoryKeep } from '../memory-keep.ts'
import { createMemoryLog, type MemoryLog } from '../memory-log.ts'
import { WORDS } from '../zalo-bot/zalo-world.ts'
import { APP, type FakeOa, SECRET_KEY, startFakeOa } from './fake-oa.ts'

export const HOA = '246845883529197922'
export const HOUR = 3_600_000

export interface OaWorld {
  fake: FakeOa
  channel: Channel
  time: VirtualTime
  log: MemoryLog
  keep: MemoryKeep
  alarms: ChannelAlarm[]
  received: Incoming[]
  /** An event that the platform signed; the status that it got. */
  tell: (event: object, signature?: string | null) => Promise<number>
  /** Hoa writes. */
  write: (text: string, id?: string) => Promise<number>
  /** Another channel on the same platform and rows, as after a restart. */
  again: (more?: Partial<ZaloOaOptions>) => Channel
}

export async function oaWorld(
  options: Partial<ZaloOaOptions> = {},
  publicUrl: string | null = null,
): Promise<OaWorld> {
  const time = createVirtualTime()
  const fake = await startFakeOa(() => time.clock.now())
  const log = createMemoryLog()
  const keep = memoryKeep(publicUrl)
  const alarms: ChannelAlarm[] = []
  const received: Incoming[] = []
  const again = (more: Partial<ZaloOaOptions> = {}): Channel => {
    const made = createZaloOaChannel({
      name: 'zalo-oa',
      credentials: { ...APP, oauthRoot: fake.root },
      secretKey: SECRET_KEY,
      apiRoot: fake.root,
      businessRoot: fake.root,
      limits: ZALO_OA_LIMITS,
      buttons: false,
      outsideWindow: 3,
      templates: [],
      timeZone: 'Asia/Ho_Chi_Minh',
      clock: time.clock,
      timer: time.timer,
      random: () => 0,
      fetch,
      log,
      words: WORDS,
      keep,
      alarm: alarm => void alarms.push(alarm),
      ...options,
      ...more,
    })
    onTestFinished(() => made.stop())
    return made
  }
  const channel = again()
  await channel.start(async incoming => void received.push(incoming))
  const tell = async (event: object, signature?: string | null): Promise<number> => {
    const at = String(time.clock.now())
    const body = JSON.stringify({ app_id: APP.appId, timestamp: at, ...event })
    const header = signature === undefined ? `mac=${mac(APP.appId, body, at, SECRET_KEY)}` : signature
    const headers = header === null ? {} : { 'x-zevent-signature': header }
    return (await channel.webhook?.handle({ headers, body })) ?? 0
  }
  return {
    fake,
    channel,
    time,
    log,
    keep,
    alarms,
    received,
    again,
    tell,
    async write(text, id = `i${received.length}`) {
      fake.wrote(HOA, time.clock.now())
      const message = { text, msg_id: id }
      return await tell({ event_name: 'user_send_text', sender: { id: HOA }, message })
    },
  }
}
