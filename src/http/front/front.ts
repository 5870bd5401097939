import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Guard } from '../../channels/channel.ts'
import { backOff } from '../../lib/back-off.ts'
import { systemClock } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import { systemTimer, type Timer } from '../../lib/timer.ts'
import { CLOSE, type FrontNews, type FrontTask } from './front-messages.ts'

export interface FrontParts extends Pick<FrontTask, 'databaseUrl' | 'host' | 'port' | 'inner'> {
  guards: readonly Guard[]
  log: Log
  /** Something was kept. */
  arrived: () => void
  /** Something could not be kept. */
  unkept: () => void
  timer?: Timer
}

/** The thread in which platforms are answered. */
export interface Front {
  /** Resolves to the port on which it listens; rejects when that cannot be had. */
  listen(): Promise<number>
  /** Takes in nothing more, and waits for what is being answered. Safe to call twice, and before `listen`. */
  close(): Promise<void>
}

const THREAD = new URL('./front-thread.ts', import.meta.url)
const BODY_LIMIT = 1024 * 1024
const GRACE_MS = 5_000
/** Milliseconds until a thread that has ended is begun anew. */
const AGAIN = { first: 1_000, longest: 60_000 }
/** One that has lived so long has not failed in a row with the one before it. */
const LIVES_MS = 60_000

/**
 * The front of the service: a thread of its own takes in what platforms deliver, keeps it and tells them so, however long
 * the service is busy with an answer, a picture or an import; everything else is passed on to the service. A thread that
 * ends by itself is begun anew: what it had kept is kept, what it had not answered the platform sends again. One that ends at
 * once, again and again, is begun ever more seldom, once a minute in the end.
 */
export function createFront(parts: FrontParts): Front {
  const { guards, log, arrived, unkept, timer = systemTimer, ...given } = parts
  const hooks = guards.map(({ channel, path, header, secret }) => ({ channel, path, header, secret }))
  const task = { ...given, hooks, bodyLimit: BODY_LIMIT, graceMs: GRACE_MS }
  let thread: Worker | null = null
  const stopping = new AbortController()
  let listensAt: number | null = null
  let failures = 0

  function hear(news: FrontNews): void {
    if (news.what === 'kept') arrived()
    if (news.what === 'unkept') unkept()
    if (news.what === 'refused') log.info({ route: news.path, status: news.status }, 'request')
    if (news.what === 'failed') log.error({ error: news.code }, 'the front cannot listen')
  }

  function begin(port: number): Promise<number> {
    const worker = new Worker(THREAD, { workerData: { ...task, port }, execArgv: [] })
    const began = systemClock.now()
    thread = worker
    worker.on('message', hear)
    worker.on('error', error => log.error({ error: error.message }, 'the front has failed'))
    worker.on('exit', () => {
      thread = null
      if (listensAt !== null && !stopping.signal.aborted) void beginAnew(listensAt, systemClock.now() - began)
    })
    return new Promise((resolve, reject) => {
      worker.once('message', (news: FrontNews) => {
        if (news.what === 'listening') resolve((listensAt = news.port))
        if (news.what === 'failed') reject(Object.assign(new Error(news.message), { code: news.code }))
      })
      worker.once('error', reject)
    })
  }

  async function beginAnew(port: number, livedMs: number): Promise<void> {
    failures = livedMs < LIVES_MS ? failures + 1 : 1
    const pause = backOff(failures, AGAIN)
    log.error({ failures, pause }, 'the front has ended and is begun anew')
    await timer.wait(pause, stopping.signal)
    if (stopping.signal.aborted) return
    await begin(port).catch(() => undefined)
    // What the one before it had kept last, it may not have told.
    arrived()
  }

  return {
    listen: async () => await begin(given.port),
    async close() {
      stopping.abort()
      if (thread === null) return
      const ended = once(thread, 'exit')
      thread.postMessage(CLOSE, [])
      await ended
    },
  }
}
