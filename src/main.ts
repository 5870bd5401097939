import { createApp } from './app.ts'
import { MINUTE_MS } from './core/durations.ts'
import type { Config } from './config.ts'
import type { Words } from './i18n/words.ts'
import { shortcomings } from './channel-check.ts'
import { stopSideThreads } from './lib/side-thread.ts'
import { createService } from './service.ts'

/**
 * The whole service, until a signal ends it: starts, says where it is, and on SIGTERM or SIGINT stops taking in,
 * finishes what is under way and closes the database. Rejects when it cannot start.
 */
export async function main(config: Config, words: Words): Promise<void> {
  const app = await createApp(config, { words })
  const service = createService(app)
  const ended = new Promise<void>(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
  try {
    const { url, page, sample } = await service.start()
    const lines = [
      config.webChat ? words.say('cli.started_with_chat', { url: page }) : words.say('cli.started', { url }),
      ...shortcomings(app, service.channels.values()),
      ...(sample ? [words.say('cli.started_sample')] : []),
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
    await ended
  } finally {
    // What is under way may only be waiting for its moment, and such a wait keeps no process alive.
    const underway = setInterval(() => undefined, MINUTE_MS)
    await service.stop().finally(() => clearInterval(underway))
    app.close()
    stopSideThreads()
  }
}
