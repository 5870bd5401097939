import { errorName } from '../lib/error-name.ts'
import type { Channel, ChannelName, Limits } from '../channels/channel.ts'
import { type Log, silentLog } from '../lib/log.ts'
import type { Standing } from './channel-standing.ts'
import { forChannel } from './choose.ts'
import type { Delivered, DeliveringDeps } from './delivering.ts'
import { createLanes } from './lanes.ts'
import { isGone, newOwner } from '../lib/owner.ts'
import {
  ALL,
  ENOUGH,
  look,
  newMind,
  nextMoment,
  noteJump,
  READ_AGAIN_MS,
  type SenderParts,
  type SendingRules,
  settled,
} from './looking.ts'
import { createLoop } from '../lib/loop.ts'
import { keepStanding } from './standing-kept.ts'

export interface SenderDeps extends Omit<DeliveringDeps, 'random'> {
  channels: ReadonlyMap<ChannelName, Channel>
  log?: Log
  /** In [0, 1): spreads waits. */
  random?: () => number
  /** In place of what the channels say of themselves. */
  limits?: Readonly<Record<ChannelName, Limits>>
  /** What choosing has to know besides the rows: asked at each look into the outbox. */
  rules?: () => Promise<SendingRules>
  metrics?: { delivered(event: Delivered): void }
  /** Of these topics something was queued for whom there is nobody as things stand, or has failed for good. */
  unreached?: (topics: readonly string[]) => void
  /** A channel fell out, is refused, or works again (null). */
  changed?: (channel: ChannelName, standing: Standing | null) => void
}

export interface Sender {
  /** Sends what is due and may be sent now, and waits until it is recorded. Returns how many rows were taken. */
  pass(): Promise<number>
  /** Sends until stopped. Never rejects. */
  run(): Promise<void>
  /** Something new may be due. */
  wake(): void
  /** Takes nothing more, and waits for the messages on their way. */
  stop(): Promise<void>
  /** Why a channel cannot send; null when it can. */
  standing(channel: ChannelName): Standing | null
}

const AFTER_ERROR_MS = 1_000
/** What becomes of messages within so long is written down together. */
const TOGETHER_MS = 3

const NO_RULES = async () => ({ opensAt: (now: number) => now, fallbackMs: 0 })

/** Takes rows of the outbox to their channels: due, free, claimed, delivered, recorded. */
export function createSender(given: SenderDeps): Sender {
  const deps = { log: silentLog, random: Math.random, rules: NO_RULES, ...given }
  const { clock, timer } = deps
  const owner = newOwner()
  const mind = newMind()
  const lanes = createLanes({
    ...deps,
    changed(channel, standing) {
      if (standing === null) mind.released.set(forChannel(channel), ALL)
      mind.stale = true
      keepStanding(deps.db, channel, standing).catch((error: unknown) =>
        deps.log.error({ channel, error: errorName(error) }, 'how a channel stands was not kept'),
      )
      deps.changed?.(channel, standing)
    },
    trying(channel) {
      mind.released.set(forChannel(channel), 1)
      mind.stale = true
    },
  })
  const parts: SenderParts = {
    ...deps,
    owner,
    lanes,
    mind,
    wake: () => loop.wake(),
    wakeSoon: () => loop.wakeWithin(TOGETHER_MS),
  }
  let soon: Promise<void> | null = null
  const loop = createLoop({ clock, timer, turn: () => turn(parts) })
  return {
    async pass() {
      mind.stale = true
      mind.readAt = -Infinity
      const started = await look(parts, { aheadMs: 0 })
      await settled(parts)
      return started
    },
    async run() {
      mind.doubtful = true
      await inherit(parts).catch(() => undefined)
      await loop.run()
    },
    wake() {
      mind.stale = true
      if (mind.window.length < ENOUGH) return loop.wake()
      // Much waits for its pace: what is new is found with what else has come in a moment.
      soon ??= timer.wait(READ_AGAIN_MS, loop.stopping).then(() => {
        soon = null
        loop.wake()
      })
    },
    async stop() {
      await loop.stop()
      await settled(parts)
    },
    standing: channel => lanes.get(channel)?.watch.standing() ?? null,
  }
}

/** Takes over at once what a process of this machine had claimed that runs no more; the claims of all others are watched. */
async function inherit({ db, clock, log, owner }: SenderParts): Promise<void> {
  const claims = await db.read.outbox.claims()
  const gone = claims.filter(one => one.owner !== null && one.owner !== owner && isGone(one.owner))
  if (gone.length === 0) return
  const rows = await db.writeTogether(stores => stores.outbox.takeOver(clock.now(), gone))
  log.warn({ rows }, 'messages of a process that is no more are taken over')
}

/** A turn of the loop: asks platforms in trouble whether they are back, looks, and says when there is something to do again. */
async function turn(parts: SenderParts): Promise<number> {
  const { clock, lanes, log } = parts
  for (const { watch } of lanes.values()) {
    const next = watch.next(clock.now())
    if (next !== null && next <= clock.now()) void watch.look().finally(parts.wake)
  }
  try {
    noteJump(parts)
    await look(parts)
    return await nextMoment(parts)
  } catch (error) {
    const fields = { error: errorName(error) }
    log.error(fields, 'the outbox could not be read or written')
    return clock.now() + AFTER_ERROR_MS
  }
}
