import { z } from 'zod'
import { civilDay } from '../core/moment.ts'
import type { ChannelName } from '../channels/channel.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import type { Clock } from '../lib/clock.ts'
import { errorName } from '../lib/error-name.ts'
import type { Log } from '../lib/log.ts'
import { parseJson } from '../lib/parse-json.ts'
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
/** What several processes, or the channel itself, say of a channel within so long is said of one outage. */
const ONE_OUTAGE_MS = 15 * 60_000

/** What administrators were told; what is none of these is a channel's own word that its token is refused. */
const said = z.object({ about: z.enum(['channel_up', 'channel_down']), refused: z.boolean().optional() })

/** How the channel stands by what administrators were told last, whoever told them; null: nothing lately. */
async function toldLast(
  { outbox }: Pick<Stores, 'outbox'>,
  channel: ChannelName,
  now: number,
): Promise<'up' | 'out' | 'refused' | null> {
  const rows = [
    ...(await outbox.withPrefix(`operation:channel:${channel}:`)),
    ...(await outbox.withPrefix(`channel:${channel}:token:`)),
  ]
  const last = rows.toSorted((a, b) => b.id - a.id)[0]
  if (last === undefined || Math.abs(now - last.createdAt) > ONE_OUTAGE_MS) return null
  const facts = said.safeParse(parseJson(last.facts)).data
  if (facts?.about === 'channel_up') return 'up'
  return facts?.refused === false ? 'out' : 'refused'
}

interface Told {
  at: number
  facts: object
}

export function createAlarms(deps: {
  db: Pick<Database, 'write'>
  clock: Clock
  /** Of the office. */
  zone: string
  log: Log
  queued: () => void
}): Alarms {
  const { db, clock, zone, log, queued } = deps
  const down = new Map<ChannelName, Standing>()
  const told = new Set<ChannelName>()

  async function say(kind: 'up' | 'out' | 'refused', channel: ChannelName, word: Told): Promise<void> {
    const fact = `channel:${channel}:${kind}:${word.at}`
    try {
      const added = await db.write(async stores => {
        const now = clock.now()
        const last = await toldLast(stores, channel, now)
        if (last === kind || (last === 'refused' && kind === 'out')) return 0
        return await queueOperation(stores, { fact, facts: word.facts, now, today: civilDay(now, zone) })
      })
      if (added > 0) queued()
    } catch (error) {
      log.error({ fact, error: errorName(error) }, 'an alarm could not be queued')
    }
  }

  async function fell(channel: ChannelName, { since, refused, cause }: Standing): Promise<void> {
    told.add(channel)
    const kind = refused ? 'refused' : 'out'
    await say(kind, channel, { at: since, facts: { about: 'channel_down', channel, refused, cause } })
  }

  return {
    changed(channel, standing) {
      if (standing === null) {
        log.info({ channel }, 'sending works again')
        down.delete(channel)
        const at = clock.now()
        if (told.delete(channel)) void say('up', channel, { at, facts: { about: 'channel_up', channel } })
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
