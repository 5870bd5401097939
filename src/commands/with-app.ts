import { createApp } from '../app.ts'
import type { App } from '../app.ts'
import type { Call } from './command.ts'

/** Opens the app on the configured database for one command of the operator, and closes it whatever happens. */
export async function withApp<T>(call: Call, work: (app: App) => Promise<T>): Promise<T> {
  const by = { name: `operator:${call.operator}`, chat: null }
  const app = await createApp(call.config, { clock: call.clock, words: call.words, by })
  try {
    return await work(app)
  } finally {
    app.close()
  }
}
