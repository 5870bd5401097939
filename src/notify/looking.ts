import { errorName } from '../lib/error-name.ts'
import type { ChannelName } from '../channels/channel.ts'
import { LONGEST_ASKED_MS } from '../channels/failure-table.ts'
import type { Stores } from '../db/stores/database.ts'
import type { Claim, DueRow } from '../db/stores/outbox.ts'
import type { Log } from '../lib/log.ts'
import { FOR_WINDOW, forChannel, LONGEST_TURN_MS, mayGoOver, type View } from './choose.ts'
import { type ClaimWatch, newClaimWatch, silentClaims } from './claims-watched.ts'
import { deliver, type DeliveringDeps, type Delivered, type Outcome, type Passage } from './delivering.ts'
import type { Lanes } from './lanes.ts'
import { record } from './record.ts'
import { recallStandings } from './standing-kept.ts'
import { take, type Taken } from './taking.ts'

/** A claim that shows no sign of life while it is watched this long is taken over; while a message is on its way it is renewed. */
export const LEASE_MS = 60_000
const RENEW_MS = 20_000
/** So many due rows are read at once. */
const WINDOW = 500
/** While so many of them wait, what is new is looked for no more often than this. */
export const ENOUGH = 100
export const READ_AGAIN_MS = 200
/** Rows that another process adds or claims are found after this long at the latest. */
const LOOK_AGAIN_MS = 2_000
/** While others have claims, so often is looked whether they show signs of life. */
const WATCHED_AGAIN_MS = 1_000
/** A row is claimed when its first call is free within this: so long it may wait with its claim. */
const AHEAD_MS = 60
/** Of what waits for something all is released. */
export const ALL = -1
/** Order within a chat is kept at most this long: then what follows may pass. */
const LONGEST_CHAT_HOLD_MS = 60_000

/** What the sender has in mind between two looks into the outbox. */
export interface Mind {
  /** Due rows that were read and wait for their turn. */
  window: DueRow[]
  /** Whether the window may lack something. */
  stale: boolean
  /** When it was read. */
  readAt: number
  /** What became of messages, not written down yet. */
  outcomes: Outcome[]
  /** Of what waited for these so many rows are due again; all with a negative number. */
  released: Map<string, number>
  underway: Map<number, Promise<void>>
  /** Until when nothing may overtake what will be tried again in a chat. */
  chatHolds: Map<number, number>
  /** When something that had to wait may set out. */
  soonest: number
  /** When a row falls due that is not in the window. */
  dueAt: number
  renewing: boolean
  /** The moment seen last. */
  seenAt: number
  /** A clock that was ahead may have written into the outbox. */
  doubtful: boolean
  claims: ClaimWatch
  /** The rules by which it was looked last. */
  rules: SendingRules | null
  /** Rules that hold no more, while what was queued by them has not been decided anew. */
  rulesBefore: SendingRules | null
  /** Whether what an earlier process knew of the channels has been taken up. */
  recalled: boolean
}

/** What choosing has to know besides the rows; `of` tells rules made from other settings apart. */
export interface SendingRules extends Pick<View, 'opensAt' | 'fallbackMs' | 'doubtedUntil'> {
  of?: string
}

export interface SenderParts extends DeliveringDeps {
  owner: string
  lanes: Lanes
  mind: Mind
  log: Log
  rules: () => Promise<SendingRules>
  metrics?: { delivered(event: Delivered): void }
  /** Of these topics something was queued for whom there is nobody as things stand, or has failed for good. */
  unreached?: (topics: readonly string[]) => void
  /** Lets the loop take its next turn. */
  wake: () => void
  /** The same, a few milliseconds later. */
  wakeSoon: () => void
}

export function newMind(): Mind {
  return {
    window: [],
    stale: true,
    readAt: -Infinity,
    outcomes: [],
    released: new Map(),
    underway: new Map(),
    chatHolds: new Map(),
    soonest: Infinity,
    dueAt: 0,
    renewing: false,
    seenAt: -Infinity,
    doubtful: false,
    claims: newClaimWatch(),
    rules: null,
    rulesBefore: null,
    recalled: false,
  }
}

/**
 * Writes down what has happened and starts what may set out now, in one transaction. Returns how many messages set out.
 * Throws when the database fails: then nothing was claimed, and what has happened is kept in mind.
 */
export async function look(parts: SenderParts, { takes = true, aheadMs = AHEAD_MS } = {}): Promise<number> {
  const { db, clock, lanes, mind, owner } = parts
  if (!mind.recalled) await recallStandings(db.read, lanes, clock.now())
  mind.recalled = true
  const rules = await parts.rules()
  noteRules(parts, rules)
  const [outcomes, released] = [[...mind.outcomes], [...mind.released]]
  const now = clock.now()
  const { doubtful, rulesBefore } = mind
  const reads = readsAnew(mind, now, released.length > 0)
  const taken = await db
    .writeTogether(async stores => {
      await record(stores, outcomes, { owner, now, log: parts.log })
      for (const [reason, most] of released) await stores.outbox.release(reason, most)
      if (rulesBefore !== null) await decideAnew(stores, { before: rulesBefore, rules, now })
      if (!takes) return null
      if (doubtful) await stores.outbox.putRight(now, MOST_AHEAD)
      const rows = reads ? await freshRows(stores, parts, now) : mind.window
      const lease = { owner, until: now + LEASE_MS }
      return await take(stores, rows, { lanes, lease, now, aheadMs, rules, chatHolds: mind.chatHolds })
    })
    .catch((error: unknown) => {
      forgetUnclaimed(parts)
      throw error
    })
  // Another look may have written the same down meanwhile: only what was written is forgotten, never what came since.
  const written = new Set(outcomes)
  mind.outcomes = mind.outcomes.filter(outcome => !written.has(outcome))
  for (const [reason, most] of released) if (mind.released.get(reason) === most) mind.released.delete(reason)
  if (mind.rulesBefore === rulesBefore) mind.rulesBefore = null
  for (const outcome of outcomes) tellOf(parts, outcome)
  if (taken === null) return 0
  const failed = outcomes.filter(({ verdict }) => verdict.conclusion.state !== 'sent')
  const unreached = [...taken.unreached, ...failed.map(({ passage }) => passage.row.topic)]
  if (unreached.length > 0) parts.unreached?.(unreached)
  if (doubtful) mind.doubtful = false
  remember(parts, taken)
  for (const passage of taken.passages) start(parts, passage)
  return taken.passages.length
}

/** A clock that goes back by less is corrected, not wrong. */
const JUMP_MS = 1_000

/** No rule of ours puts a moment further ahead. */
const MOST_AHEAD = { waitMs: LONGEST_ASKED_MS, turnMs: LONGEST_TURN_MS }

/** Where the clock has gone back, nothing waits for its earlier time to come again: what was noted and written by it is put right. */
export function noteJump({ clock, mind, log }: SenderParts): void {
  const now = clock.now()
  if (now < mind.seenAt - JUMP_MS) {
    log.warn({ ms: Math.round(mind.seenAt - now) }, 'the clock has gone back')
    mind.doubtful = true
    mind.chatHolds.clear()
    mind.stale = true
    mind.readAt = -Infinity
  }
  mind.seenAt = now
}

/** Where a setting has changed, what waits because of the old one is decided anew. */
function noteRules({ lanes, mind }: SenderParts, rules: SendingRules): void {
  const before = mind.rules
  mind.rules = rules
  if (before === null || before.of === rules.of) return
  for (const reason of [FOR_WINDOW, ...[...lanes.keys()].map(forChannel)]) mind.released.set(reason, ALL)
  mind.rulesBefore = before
}

/**
 * What was queued for the opening of hours that hold no more is due: when it may go is decided anew. So is what is to be tried
 * again, where a person's next chat takes over sooner than before. What waits for another moment (tomorrow's number of
 * messages, the hour that a person chose for a digest) goes on waiting.
 */
async function decideAnew(
  { outbox }: Pick<Stores, 'outbox'>,
  { before, rules, now }: { before: SendingRules; rules: SendingRules; now: number },
): Promise<void> {
  const isSooner = rules.fallbackMs < before.fallbackMs
  for (const row of await outbox.list('queued')) {
    const { id, topic, notBefore, createdAt, attempts } = row
    if (notBefore <= now || createdAt > now) continue
    const wasForOpening = topic !== 'reply' && topic !== 'digest' && before.opensAt(createdAt) === notBefore
    if (attempts === 0 && wasForOpening) await outbox.finish(id, { notBefore: createdAt })
    if (attempts > 0 && isSooner && mayGoOver(row)) await outbox.finish(id, { notBefore: now })
  }
}

/** Whether the outbox is read again. What comes while much waits already has its turn a moment later. */
function readsAnew(mind: Mind, now: number, isReleased: boolean): boolean {
  if (now >= mind.dueAt || isReleased || mind.window.length === 0) mind.stale = true
  const isSoon = mind.window.length >= ENOUGH && Math.abs(now - mind.readAt) < READ_AGAIN_MS
  if (!mind.stale || (isSoon && !isReleased)) return false
  mind.stale = false
  mind.readAt = now
  return true
}

/** What is due, what was claimed by processes that show no sign of life included. */
async function freshRows(
  { outbox }: Pick<Stores, 'outbox'>,
  { mind, owner, log }: SenderParts,
  now: number,
): Promise<DueRow[]> {
  const isOnItsWay = (claim: Claim) => claim.owner === owner && mind.underway.has(claim.id)
  const claims = (await outbox.claims()).filter(claim => !isOnItsWay(claim))
  const silent = silentClaims(mind.claims, claims, { now, leaseMs: LEASE_MS })
  const rows = silent.length === 0 ? 0 : await outbox.takeOver(now, silent)
  if (rows > 0) log.warn({ rows }, 'messages of a process that shows no sign of life are taken over')
  return await outbox.due(now, WINDOW)
}

/** When there is something to do again. */
export async function nextMoment({ db, clock, lanes, mind }: SenderParts): Promise<number> {
  const now = clock.now()
  const again = mind.claims.silent.size > 0 ? WATCHED_AGAIN_MS : LOOK_AGAIN_MS
  mind.dueAt = Math.min((await db.read.outbox.nextDue(now)) ?? Infinity, mind.readAt + again)
  const channels = [...lanes.values()].map(({ watch }) => watch.next(now) ?? Infinity)
  const holds = [...mind.chatHolds.values()]
  const readAgain = mind.stale ? mind.readAt + READ_AGAIN_MS : Infinity
  return Math.min(mind.soonest, mind.dueAt, readAgain, ...channels, ...holds)
}

/** Waits for what is on its way, until it is written down. Rejects when that fails. */
export async function settled(parts: SenderParts): Promise<void> {
  while (parts.mind.underway.size > 0) await Promise.all(parts.mind.underway.values())
  if (parts.mind.outcomes.length > 0) await look(parts, { takes: false })
}

function remember({ mind, clock, log }: SenderParts, { rest, soonest, ended }: Taken): void {
  mind.window = rest
  mind.soonest = soonest
  const now = clock.now()
  for (const [chat, until] of mind.chatHolds) if (until <= now) mind.chatHolds.delete(chat)
  for (const { row, state, reason } of ended)
    log.warn({ row: row.id, key: row.key, topic: row.topic, outcome: state, cause: reason }, 'notice')
}

/** What a failed transaction had noted as setting out did not. */
function forgetUnclaimed({ lanes, mind }: SenderParts): void {
  mind.stale = true
  for (const { underway } of lanes.values())
    for (const row of underway.keys()) if (!mind.underway.has(row)) underway.delete(row)
}

function start(parts: SenderParts, passage: Passage): void {
  const { mind, lanes, clock } = parts
  const { row, chat, channel } = passage
  const going = deliver(parts, passage).then(outcome => {
    mind.outcomes.push(outcome)
    mind.underway.delete(row.id)
    lanes.get(channel.name)?.underway.delete(row.id)
    const { notBefore, state } = outcome.verdict.conclusion
    if (state === 'queued' && outcome.verdict.outcome === 'later' && notBefore !== undefined)
      mind.chatHolds.set(chat.id, Math.min(notBefore, clock.now() + LONGEST_CHAT_HOLD_MS))
    if (state === 'queued') mind.stale = true
    if (outcome.calls === 0) tryAnother(parts, channel.name)
    parts.wakeSoon()
  })
  mind.underway.set(row.id, going)
  if (!mind.renewing) void renew(parts)
}

/** Where a channel is tried by one message after trouble and that one was not sent at all, the next one is tried. */
function tryAnother({ mind, lanes, clock }: SenderParts, channel: ChannelName): void {
  const watch = lanes.get(channel)?.watch
  const isOnTrial = watch !== undefined && watch.standing() !== null && watch.trouble(clock.now()) === null
  if (!isOnTrial) return
  mind.released.set(forChannel(channel), 1)
  mind.stale = true
}

/** Why nobody waits to prolong claims any more. An error made for each time would cost more than the wait. */
const IDLE = 'idle'

/** Prolongs the claims of what is on its way, as long as something is. */
async function renew({ db, clock, timer, mind, owner, log }: SenderParts): Promise<void> {
  mind.renewing = true
  const idle = new AbortController()
  const watching = async () => {
    while (mind.underway.size > 0) await Promise.all(mind.underway.values())
    idle.abort(IDLE)
  }
  void watching()
  while (!idle.signal.aborted) {
    await timer.wait(RENEW_MS, idle.signal)
    const ids = [...mind.underway.keys()]
    if (ids.length === 0) continue
    const until = clock.now() + LEASE_MS
    await db
      .writeTogether(stores => stores.outbox.renew(ids, { owner, until }))
      .catch((error: unknown) => {
        log.error({ error: errorName(error) }, 'claims could not be prolonged')
      })
  }
  mind.renewing = false
}

/** Says in the log and to the metrics what became of a message. */
function tellOf({ log, metrics, clock }: SenderParts, { passage, verdict, calls }: Outcome): void {
  const { row, channel, startAt } = passage
  const { outcome, reason, conclusion } = verdict
  const ms = Math.max(0, clock.now() - startAt)
  const attempts = conclusion.attempts ?? row.attempts
  const fields = { row: row.id, key: row.key, topic: row.topic, channel: channel.name, outcome, attempts, ms }
  const level = outcome === 'dead' || outcome === 'refused' ? 'error' : outcome === 'sent' ? 'info' : 'warn'
  log[level](reason === null ? fields : { ...fields, cause: reason }, 'notice')
  const lagMs = Math.max(0, startAt - row.notBefore)
  metrics?.delivered({ channel: channel.name, topic: row.topic, outcome, ms, calls, lagMs })
}
