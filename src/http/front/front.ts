import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Guard } from '../../channels/channel.ts'
import type { Log } from '../../lib/log.ts'
import { systemTimer } from '../../lib/timer.ts'
import { CLOSE, type FrontNews, type FrontTask } from './front-messages.ts'

export interface FrontParts extends Pick<FrontTask, 'databaseUrl' | 'host' | 'port' | 'inner'> {
  guards: readonly Guard[]
  log: Log
  /** Something was kept. */
  arrived: () => void
  /** Something could not be kept. */
  unkept: () => void
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
const AGAIN_MS = 1_000

/**
 * The front of the service: a thread of its own takes in what platforms deliver, keeps it and tells them so, however long
 * the service is busy with an answer, a picture or an import; everything else is passed on to the service. A thread that
 * ends by itself is begun anew.
 */
export function createFront({ guards, log, arrived, unkept, ...given }: FrontParts): Front {
  const hooks = guards.map(({ channel, path, header, secret }) => ({ channel, path, header, secret }))
  const task = { ...given, hooks, bodyLimit: BODY_LIMIT, graceMs: GRACE_MS }
  let thread: Worker | null = null
  let closing = false
  let listensAt: number | null = null

  function hear(news: FrontNews): void {
    if (news.what === 'kept') arrived()
    if (news.what === 'unkept') unkept()
    if (news.what === 'refused') log.info({ route: news.path, status: news.status }, 'request')
    if (news.what === 'failed') log.error({ error: news.code }, 'the front cannot listen')
  }

  function begin(port: number): Promise<number> {
    const worker = new Worker(THREAD, { workerData: { ...task, port }, execArgv: [] })
    thread = worker
    worker.on('message', hear)
    worker.on('error', error => log.error({ error: error.message }, 'the front has failed'))
    worker.on('exit', () => {
      thread = null
      const at = listensAt
      if (at !== null)
        void systemTimer.wait(AGAIN_MS).then(async () => (closing ? 0 : await begin(at).catch(() => 0)))
    })
    return new Promise((resolve, reject) => {
      worker.once('message', (news: FrontNews) => {
        if (news.what === 'listening') resolve((listensAt = news.port))
        if (news.what === 'failed') reject(Object.assign(new Error(news.message), { code: news.code }))
      })
      worker.once('error', reject)
    })
  }

  return {
    listen: async () => await begin(given.port),
    async close() {
      closing = true
      if (thread === null) return
      const ended = once(thread, 'exit')
      thread.postMessage(CLOSE, [])
      await ended
    },
  }
}
