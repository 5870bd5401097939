import { setImmediate as eventLoopTurn } from 'node:timers/promises'
import type { Receive } from '../channels/channel.ts'
import type { Database } from '../db/stores/database.ts'
import type { InboxRow } from '../db/stores/inbox.ts'
import type { Clock } from '../lib/clock.ts'
import { errorName } from '../lib/error-name.ts'
import type { Log } from '../lib/log.ts'
import { onceMore } from '../lib/once-more.ts'
import { systemTimer, type Timer } from '../lib/timer.ts'
import { saySystem } from '../replies/say-system.ts'
import type { Admission } from './flood-guard.ts'
import { createInboxDoor } from './inbox-door.ts'
import type { TurnParts } from './arrived.ts'

/** So many chats are looked at in one round. */
const ROUND = 50
/** So many turns run at once: while one draws a picture, others are answered. */
const AT_ONCE = 16
const AFTER_ERROR_MS = 1_000
/** Who has no answer after so long is shown that one is on its way. */
const TYPING_AFTER_MS = 400

/** What understands and answers is a fourth of the program: no start waits for it. */
const turns = async () => await import('./take-turn.ts')
const WARM_AFTER_MS = 1_000

export interface InboxWorker {
  /** Keeps a message that arrived; resolves once it is stored. A known one is kept once. */
  receive: Receive
  /** Answers what is stored and not answered yet; resolves when nothing is left. */
  drain(): Promise<void>
  /** Loads what answers, in a quiet moment after the start. The first message does so, too. */
  warm(): Promise<void>
  /** Answers no more; waits for the turns that are running. What is not answered stays stored. */
  stop(): Promise<void>
}

export interface InboxParts extends TurnParts {
  db: Database
  clock: Clock
  timer?: Timer
  log: Log
  /** Called when a member's turn takes a while, to show "typing…". */
  began: (row: InboxRow) => void
  /** Called when a reply was stored. */
  replied: () => void
  /** How long a turn took, seconds. */
  timed: (seconds: number) => void
  /** Counts what arrived. */
  received?: (channel: string, outcome: Admission | 'known') => void
}

/**
 * Answers stored messages, chats in turn: a chat gets its next answer when every other one that waits got one, and never
 * two at a time. When the database fails, it is tried again until it works.
 */
export function createInboxWorker(parts: InboxParts): InboxWorker {
  const { db, log, timer = systemTimer } = parts
  const stopping = new AbortController()
  const underway = new Map<string, Promise<void>>()
  const letIn = turnstile()
  let running: Promise<void> = Promise.resolve()
  let failure: unknown = null

  async function rounds(): Promise<void> {
    while (!stopping.signal.aborted) {
      const rows = await db.read.inbox.pending(ROUND)
      if (rows.length === 0) return
      for (const row of rows) {
        if (stopping.signal.aborted || failure !== null) break
        while (underway.size >= AT_ONCE) await Promise.race(underway.values())
        start(row)
      }
      await Promise.all(underway.values())
      if (failure !== null) throw failure
    }
  }

  function start(row: InboxRow): void {
    const key = `${row.channel}/${row.address}`
    const going = letIn()
      .then(async () => await answer(parts, timer, row))
      .catch((error: unknown) => void (failure = error))
      .finally(() => underway.delete(key))
    underway.set(key, going)
  }

  const drain = onceMore(async () => {
    running = rounds().catch((error: unknown) => {
      failure = null
      log.error({ error: errorName(error) }, 'the inbox could not be read or written; it is tried again')
      void timer
        .wait(AFTER_ERROR_MS, stopping.signal)
        .then(() => (stopping.signal.aborted ? undefined : drain()))
    })
    await running
  })

  return {
    receive: doorOf(parts, () => void drain()),
    drain,
    async warm() {
      await timer.wait(WARM_AFTER_MS, stopping.signal)
      if (!stopping.signal.aborted) await turns()
    },
    async stop() {
      stopping.abort()
      await running
      await Promise.all(underway.values())
    },
  }
}

function doorOf({ db, clock, words, received, replied }: InboxParts, kept: () => void): Receive {
  const isSample = async () => (await db.read.settings.get('sample')) === '1'
  const patience = async () => saySystem({ about: 'tooFast' }, { words, sample: await isSample() })
  return createInboxDoor({ db, clock, patience, kept, told: replied, ...(received && { received }) })
}

/** Answers one message. Rejects when not even an apology could be stored. */
async function answer(parts: InboxParts, timer: Timer, row: InboxRow): Promise<void> {
  const { clock, log } = parts
  const began = clock.now()
  const answered = new AbortController()
  void timer.wait(TYPING_AFTER_MS, answered.signal).then(async () => {
    if (!answered.signal.aborted) await showTyping(parts, row)
  })
  const { apologise, takeTurn } = await turns()
  try {
    await takeTurn(parts, row)
  } catch (error) {
    log.error({ inbox: row.id, channel: row.channel, err: error }, 'a turn failed')
    await apologise(parts, row)
  } finally {
    answered.abort(ANSWERED)
  }
  parts.timed((clock.now() - began) / 1_000)
  parts.replied()
}

/** Why nobody waits any more. An error made for each would cost more than the wait. */
const ANSWERED = 'answered'

/** Strangers are shown nothing: they get no answer but once a day. */
async function showTyping({ db, began, log }: InboxParts, row: InboxRow): Promise<void> {
  try {
    if (row.private && (await db.read.chats.find(row.channel, row.address))?.member) began(row)
  } catch (error) {
    log.error({ error: errorName(error) }, 'the chat of a turn could not be read')
  }
}

/**
 * Lets one turn pass at each turn of the event loop: it hardly ever waits for anything outside, and between two of them
 * whatever has arrived is let in and acknowledged.
 */
function turnstile(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return () => (last = last.then(async () => await eventLoopTurn()))
}
