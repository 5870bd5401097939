import type { ChannelName } from '../channels/channel.ts'
import { silentLog } from '../lib/log.ts'
import { createDelivering, type DeliveringDeps, LEASE_MS, OFF_MS } from './delivering.ts'
import { createHolds } from './holds.ts'
import { createPace, type Paces, pacesOf } from './pace.ts'

export interface SenderDeps extends Omit<DeliveringDeps, 'log'> {
  log?: DeliveringDeps['log']
  /** How fast each channel may be used, instead of what it declares. */
  paces?: Paces
}

export interface Sender {
  /** Sends what is due and may be sent now, and waits until it is recorded. Returns how many rows were taken. */
  pass(): Promise<number>
  /** Gives back what a process that no longer lives had claimed, then sends until stopped. Never rejects. */
  run(): Promise<void>
  /** Something new may be due. */
  wake(): void
  /** Takes nothing more, and waits for the messages on their way. */
  stop(): Promise<void>
}

/** So many due rows are looked at, to find some whose channel and chat are free. */
const LOOK_AHEAD = 500
/** So many messages are on their way at once in a channel. */
const AT_ONCE = 8
/** Rows that another process adds are found after this long at the latest. */
const LOOK_AGAIN_MS = 10_000
const AFTER_ERROR_MS = 1_000

/** A due row, as far as choosing needs it. */
interface Candidate {
  id: number
  chat: number
  channel: ChannelName | null
  reply: boolean
}

/** Takes rows of the outbox to their channels: due, free, claimed, delivered. */
export function createSender(deps: SenderDeps): Sender {
  const { db, channels, clock, timer, log = silentLog } = deps
  const holds = createHolds()
  const pace = createPace(deps.paces ?? pacesOf(channels))
  const deliver = createDelivering({ ...deps, log }, holds)
  const known = new Map<number, Candidate>()
  const underway = new Map<Promise<void>, ChannelName>()
  let alarm = new AbortController()
  let running: Promise<void> | null = null
  const stopping = new AbortController()
  /** When something that had to wait may be sent. */
  let soonest = Infinity

  async function candidate(id: number): Promise<Candidate | null> {
    const before = known.get(id)
    if (before !== undefined) return before
    const row = await db.read.outbox.get(id)
    const chat = typeof row?.chat === 'number' ? await db.read.chats.get(row.chat) : null
    if (row === null || chat === null) return null
    const channel = [...channels.keys()].find(name => name === chat.channel) ?? null
    const found = { id, chat: chat.id, channel, reply: row.topic === 'reply' }
    if (known.size > 10 * LOOK_AHEAD) known.clear()
    known.set(id, found)
    return found
  }

  /** What is due, answers to people before notices, otherwise oldest first. */
  async function due(now: number): Promise<Candidate[]> {
    const ids = await db.read.outbox.due(now, LOOK_AHEAD)
    const found = await Promise.all(ids.map(candidate))
    const there = found.filter(one => one !== null)
    return [...there.filter(one => one.reply), ...there.filter(one => !one.reply)]
  }

  /** Rows of a channel that rests are due when it has rested, and cost none of their tries. */
  async function postpone(ids: readonly number[], until: number, cause: string): Promise<void> {
    await db.write(async ({ outbox }) => {
      for (const id of ids) await outbox.finish(id, { notBefore: until, lastError: cause })
    })
  }

  /** Starts what may be sent now. Returns how many. */
  async function fill(): Promise<number> {
    const now = clock.now()
    const resting = new Map<string, { ids: number[]; until: number }>()
    let started = 0
    soonest = Infinity
    for (const one of await due(now)) {
      if (stopping.signal.aborted) break
      const { id, chat, channel } = one
      const rest =
        channel === null ? { until: now + OFF_MS, cause: 'the channel is off' } : holds.channel(channel, now)
      if (rest !== null) {
        const group = resting.get(rest.cause) ?? { ids: [], until: rest.until }
        resting.set(rest.cause, { ...group, ids: [...group.ids, id] })
      } else if (channel !== null) started += await start(id, chat, channel, now)
    }
    for (const [cause, { ids, until }] of resting) await postpone(ids, until, cause)
    return started
  }

  /** Claims the row and sends it on its way, unless it has to wait: 1 or 0. */
  async function start(id: number, chat: number, channel: ChannelName, now: number): Promise<0 | 1> {
    const free = Math.max(holds.chat(chat, now), pace.free(channel, chat, now))
    if (free > now) {
      soonest = Math.min(soonest, free)
      return 0
    }
    const room = holds.failing(channel) ? 1 : AT_ONCE
    if ([...underway.values()].filter(name => name === channel).length >= room) return 0
    const row = await db.write(({ outbox }) => outbox.claim(id, now, now + LEASE_MS))
    if (row === null) return 0
    known.delete(id)
    pace.took(channel, chat, now)
    const delivery = deliver(row).finally(() => {
      underway.delete(delivery)
      wake()
    })
    underway.set(delivery, channel)
    return 1
  }

  async function loop(): Promise<void> {
    await quietly(() => db.write(({ outbox }) => outbox.releaseClaims()))
    while (!stopping.signal.aborted) {
      alarm = new AbortController()
      const worked = await quietly(fill)
      const next = worked ? await nextMoment() : clock.now() + AFTER_ERROR_MS
      await timer.wait(Math.max(0, next - clock.now()), alarm.signal)
    }
  }

  async function nextMoment(): Promise<number> {
    const now = clock.now()
    const next = (await db.read.outbox.nextDue(now).catch(() => null)) ?? Infinity
    // What is due already waits for its channel or chat (`soonest`), or for a message on its way, which wakes us.
    return Math.min(soonest, next > now ? next : Infinity, now + LOOK_AGAIN_MS)
  }

  async function quietly(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'the outbox could not be read')
      return false
    }
  }

  function wake(): void {
    alarm.abort()
  }

  async function finished(): Promise<void> {
    while (underway.size > 0) await Promise.all(underway.keys())
  }

  return {
    async pass() {
      const started = await fill()
      await finished()
      return started
    },
    run() {
      running ??= loop().then(finished)
      return running
    },
    wake,
    async stop() {
      stopping.abort()
      wake()
      await running
      await finished()
    },
  }
}
