import type { App } from './app.ts'
import type { Channel, ChannelName } from './channels/channel.ts'
import { nextOpening } from './core/working-time.ts'
import { errorName } from './lib/error-name.ts'
import type { Log } from './lib/log.ts'
import type { Timer } from './lib/timer.ts'
import type { Metrics } from './metrics.ts'
import { type Alarms, createAlarms } from './notify/alarms.ts'
import type { SendingRules } from './notify/looking.ts'
import { createSender, type Sender } from './notify/sender.ts'
import { draft } from './notices/draft.ts'
import { handed } from './notices/handed.ts'
import { request } from './notices/request.ts'
import { readSettings } from './settings/settings.ts'

/** What people send by our hands: whoever has reached nobody by it is told so. */
const BY_HAND: ReadonlySet<string> = new Set([request.name, draft.name, handed.name])

/** The sender of the service, and the alarms about its channels. */
export function createSending(
  app: App,
  parts: { channels: ReadonlyMap<ChannelName, Channel>; timer: Timer; log: Log; metrics: Metrics },
): { sender: Sender; alarms: Alarms } {
  const { db, clock, compose, config } = app
  const { channels, timer, log, metrics } = parts
  const alarms = createAlarms({ db, clock, zone: config.timeZone, log, queued: () => sender.wake() })
  const sender = createSender({
    db,
    channels,
    compose,
    clock,
    timer,
    log,
    rules: async () => await sendingRules(app),
    changed: (channel, standing) => {
      metrics.channelUp.set({ channel }, standing === null ? 1 : 0)
      alarms.changed(channel, standing)
    },
    unreached(topics) {
      if (!topics.some(topic => BY_HAND.has(topic))) return
      const told = app.tellUnreached().then(count => void (count > 0 && sender.wake()))
      told.catch((error: unknown) =>
        log.error({ error: errorName(error) }, 'who reached nobody was not told'),
      )
    },
    metrics: {
      delivered({ channel, topic, outcome, calls, ms, lagMs }) {
        metrics.deliveries.inc({ channel, outcome })
        metrics.calls.inc({ channel }, calls)
        metrics.sendSeconds.observe({ channel }, ms / 1_000)
        if (outcome === 'sent') metrics.lagSeconds.observe({ kind: kindOf(topic) }, lagMs / 1_000)
      },
    },
  })
  for (const channel of channels.keys()) metrics.channelUp.set({ channel }, 1)
  return { sender, alarms }
}

function kindOf(topic: string): 'reply' | 'notice' {
  return topic === 'reply' ? 'reply' : 'notice'
}

/** When unasked messages may be sent, and how long a person's next channel waits, by the settings of this moment. */
async function sendingRules({ db, config, clock }: App): Promise<SendingRules> {
  const { quietHours, workingDays, fallbackMinutes } = await readSettings(db.read.settings)
  const { holidays } = await db.read.catalog.get()
  const hours = { timeZone: config.timeZone, quiet: quietHours, workingDaysOnly: workingDays, holidays }
  let known: { at: number; opens: number } | null = null
  return {
    of: JSON.stringify([hours, fallbackMinutes]),
    fallbackMs: fallbackMinutes * 60_000,
    doubtedUntil: clock.doubtedUntil?.() ?? 0,
    opensAt(now) {
      if (known?.at !== now) known = { at: now, opens: nextOpening(now, hours) }
      return known.opens
    },
  }
}
