import type { ChannelName } from '../channels/channel.ts'
import type { Database } from '../db/stores/database.ts'
import type { Clock } from '../lib/clock.ts'
import { errorName } from '../lib/error-name.ts'
import type { Log } from '../lib/log.ts'
import type { Standing } from './channel-standing.ts'
import { queueOperation } from './operations.ts'

/** Tells administrators of channels that cannot send, once, and once that they can again. */
export interface Alarms {
  changed(channel: ChannelName, standing: Standing | null): void
  /** Tells of what has lasted. Called every minute. */
  tick(): Promise<void>
}

/** An outage that passes sooner is nobody's business; a bot that is refused is told at once. */
const OUTAGE_TOLD_AFTER_MS = 10 * 60_000

export function createAlarms(deps: {
  db: Pick<Database, 'write'>
  clock: Clock
  log: Log
  queued: () => void
}): Alarms {
  const { db, clock, log, queued } = deps
  const down = new Map<ChannelName, Standing>()
  const told = new Set<ChannelName>()

  async function say(fact: string, facts: object): Promise<void> {
    try {
      const added = await db.write(stores => queueOperation(stores, { fact, facts, now: clock.now() }))
      if (added > 0) queued()
    } catch (error) {
      log.error({ fact, error: errorName(error) }, 'an alarm could not be queued')
    }
  }

  async function fell(channel: ChannelName, { since, refused, cause }: Standing): Promise<void> {
    told.add(channel)
    const kind = refused ? 'refused' : 'out'
    await say(`channel:${channel}:${kind}:${since}`, { about: 'channel_down', channel, refused, cause })
  }

  return {
    changed(channel, standing) {
      if (standing === null) {
        log.info({ channel }, 'sending works again')
        down.delete(channel)
        const at = clock.now()
        if (told.delete(channel)) void say(`channel:${channel}:up:${at}`, { about: 'channel_up', channel })
        return
      }
      log.error({ channel, cause: standing.cause, refused: standing.refused }, 'a channel cannot send')
      down.set(channel, standing)
      if (standing.refused) void fell(channel, standing)
    },
    async tick() {
      for (const [channel, standing] of down) {
        const lasts = clock.now() - standing.since >= OUTAGE_TOLD_AFTER_MS
        if (lasts && !told.has(channel)) await fell(channel, standing)
      }
    },
  }
}
