import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import type { App } from './app.ts'
import { createInboxWorker } from './bot/inbox-worker.ts'
import type { Channel, ChannelName } from './channels/channel.ts'
import { createChannels } from './channel-parts.ts'
import { createHttpServer } from './http/http-server.ts'
import { createScheduler } from './jobs/scheduler.ts'
import type { Scheduler } from './jobs/scheduler.ts'
import { systemTimer } from './lib/timer.ts'
import type { Timer } from './lib/timer.ts'
import { createMetrics } from './metrics.ts'
import { createSending } from './sending.ts'
import { measured, readHealth } from './health.ts'
import { firstStart } from './first-start.ts'
import { page } from '../locales/vi/page.ts'

export interface Service {
  /** Resolves when everything runs: where it listens, and whether the sample province was loaded. */
  start(): Promise<{ url: string; sample: boolean }>
  /** Takes in nothing more, finishes what is under way. Safe to call twice, and after a start that failed. */
  stop(): Promise<void>
  scheduler: Scheduler
  channels: ReadonlyMap<ChannelName, Channel>
  /** Answers and sends everything that is due now: what a test on a virtual clock calls instead of waiting. */
  settle(): Promise<void>
  /** Something new may be due: looked at now instead of within ten seconds. */
  wake(): void
}

/** What a test may put in place of the real thing. */
export interface ServiceOverrides {
  channels?: Map<ChannelName, Channel>
  timer?: Timer
  logLevel?: string
}

/** The running service around an app: channels, inbox, outbox, schedule, HTTP. */
export function createService(app: App, overrides: ServiceOverrides = {}): Service {
  const { config, db, clock, words } = app
  const timer = overrides.timer ?? systemTimer
  const log = pino({ level: overrides.logLevel ?? config.logLevel, redact: ['err.config', 'req.headers'] })
  const metrics = createMetrics()
  const parts = createChannels(app, { log, timer, due: () => sender.wake() })
  const channels = overrides.channels ?? parts.channels

  const channelNamed = (name: string) => [...channels.values()].find(channel => channel.name === name)
  const { sender, alarms } = createSending(app, { channels, timer, log, metrics })
  const inbox = createInboxWorker({
    db,
    words,
    clock,
    log,
    moment: () => app.moment(),
    can: channel => channelNamed(channel)?.abilities,
    counted: turn => turn.questions.forEach(({ intent }) => metrics.questions.inc({ intent })),
    began: ({ channel, address }) => void channelNamed(channel)?.typing(address),
    replied: () => sender.wake(),
    timed: seconds => metrics.answerSeconds.observe(seconds),
  })
  const scheduler = createScheduler({
    jobs: app.jobs(),
    db,
    clock,
    timeZone: config.timeZone,
    log,
    ran: (job, ms) => {
      metrics.jobSeconds.observe({ job }, ms / 1000)
      sender.wake()
    },
    ticked: () => alarms.tick(),
  })
  const webhooks = [...channels.values()].flatMap(({ webhook }) => webhook ?? [])
  const http = createHttpServer({
    webhooks,
    webChat: parts.webChat,
    health: async () => await readHealth(app, { scheduler, channels, sender }),
    metrics: async () => await measured(metrics, db, clock.now()),
    words: page,
    log,
    publicUrl: config.publicUrl,
    timeZone: config.timeZone,
  })

  const settle = async () => {
    do await inbox.drain()
    while ((await sender.pass()) > 0)
  }

  return {
    scheduler,
    channels,
    settle,
    wake: () => sender.wake(),
    async start() {
      // First of all: where the port is taken, another service may run on this database, and its work is left alone.
      await http.listen({ host: config.host, port: config.port })
      const sample = await firstStart(app)
      await scheduler.tick()
      await app.evaluate()
      void inbox.drain()
      void sender.run()
      // Nobody waits for a platform that does not answer: each channel tries on, and says in /healthz how it stands.
      for (const channel of channels.values()) void channel.start(inbox.receive)
      scheduler.start()
      return { url: urlOf(http.server.address(), config.host), sample }
    },
    async stop() {
      await scheduler.stop()
      await Promise.all([...channels.values()].map(channel => channel.stop()))
      await http.close()
      await inbox.stop()
      await sender.stop()
    },
  }
}

function urlOf(address: string | AddressInfo | null, host: string): string {
  const port = typeof address === 'object' && address ? address.port : 0
  return `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`
}
