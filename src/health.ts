import type { App } from './app.ts'
import { channelMonths } from './channel-keep.ts'
import { channelsOff } from './off-channels.ts'
import type { Channel } from './channels/channel.ts'
import type { Database } from './db/stores/database.ts'
import { readDisk } from './disk.ts'
import { OUTBOX_STATES } from './db/stores/outbox.ts'
import type { Health } from './http/operation-routes.ts'
import type { Scheduler } from './jobs/scheduler.ts'
import type { Metrics } from './metrics.ts'
import type { Sender } from './notify/sender.ts'

/** A schedule that has not ticked for so long is not alive, milliseconds. */
const TICK_OVERDUE_MS = 3 * 60_000

/**
 * Whether the database answers, its disk has room, the schedule is alive, and each channel receives and sends. A channel
 * or a disk that fills up does not make the service unavailable, but it is not well.
 */
export async function readHealth(
  app: App,
  parts: { scheduler: Scheduler; channels: ReadonlyMap<string, Channel>; sender: Sender },
): Promise<Health> {
  const { scheduler, channels, sender } = parts
  const database = await app.db.ping().then(
    () => ({ ok: true }),
    () => ({ ok: false, cause: 'the database does not answer' }),
  )
  const disk = await diskState(app.config.databaseUrl)
  const last = scheduler.lastTick()
  const alive = last !== null && app.clock.now() - last < TICK_OVERDUE_MS
  const schedule = alive ? { ok: true } : { ok: false, cause: 'the schedule does not tick' }
  const states = [...channels.values()].map(channel => {
    const standing = sender.standing(channel.name)
    const state = standing === null ? channel.health() : { ok: false, cause: `sending: ${standing.cause}` }
    return [`channel:${channel.name}`, state] as const
  })
  const all = [...states, ...(database.ok ? await offStates(app) : [])]
  const available = database.ok && alive
  const well = available && disk.ok && all.every(([, state]) => state.ok)
  return { ok: well, available, parts: { database, disk, schedule, ...Object.fromEntries(all) } }
}

/** Channels that nobody gave a token and that are the only way to somebody. */
async function offStates(app: App): Promise<[part: string, state: { ok: boolean; cause: string }][]> {
  const off = await channelsOff(app)
  return [...off].flatMap(([name, people]) =>
    people === 0
      ? []
      : [[`channel:${name}`, { ok: false, cause: `no token for it, and no other way to ${people} people` }]],
  )
}

async function diskState(databaseUrl: string): Promise<{ ok: boolean; cause?: string }> {
  const { ok } = await readDisk(databaseUrl).catch(() => ({ ok: false }))
  return ok ? { ok } : { ok, cause: 'the disk of the database is nearly full' }
}

/** The metrics as text, with the queues and the months of the channels as they are now. */
export async function measured(metrics: Metrics, app: App): Promise<string> {
  const now = app.clock.now()
  await measureQueues(metrics, app.db, now)
  for (const { channel, counts, people, most } of await channelMonths(
    { ...app, ...app.config },
    app.config.channels,
  )) {
    for (const [counted, count] of Object.entries(counts)) metrics.month.set({ channel, counted }, count)
    metrics.people.set({ channel }, people)
    if (most.messages !== null) metrics.most.set({ channel, of: 'messages' }, most.messages)
    if (most.people !== null) metrics.most.set({ channel, of: 'people' }, most.people)
  }
  return await metrics.text()
}

async function measureQueues(metrics: Metrics, { read }: Pick<Database, 'read'>, now: number): Promise<void> {
  const { outbox, inbox } = read
  const counts = await outbox.countByState()
  for (const state of OUTBOX_STATES) metrics.outbox.set({ state }, counts[state] ?? 0)
  const { replies, notices } = await outbox.oldestDue(now)
  metrics.outboxAge.set({ kind: 'reply' }, ageOf(replies, now))
  metrics.outboxAge.set({ kind: 'notice' }, ageOf(notices, now))
  const waiting = await inbox.waiting()
  metrics.inbox.set(waiting.count)
  metrics.inboxAge.set(ageOf(waiting.since, now))
}

function ageOf(since: number | null, now: number): number {
  return since === null ? 0 : Math.max(0, now - since) / 1_000
}
