import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import type { Logger } from 'pino'
import { isSample } from './answers/scene.ts'
import type { App } from './app.ts'
import { type Arrivals, createArrivals } from './arrivals.ts'
import { createInboxWorker } from './bot/inbox-worker.ts'
import type { InboxWorker } from './bot/inbox-worker.ts'
import type { Channel, ChannelName, Guard } from './channels/channel.ts'
import { PUBLISHED_PATH } from './channel-keep.ts'
import { channelsOff } from './off-channels.ts'
import { createChannels } from './channel-parts.ts'
import type { WebChat } from './channels/web/web-chat.ts'
import { createFront, type Front } from './http/front/front.ts'
import { createHttpServer } from './http/http-server.ts'
import type { PageKey } from './http/page-key.ts'
import { pageWords } from './i18n/page-words.ts'
import { AUDIT } from './jobs/upkeep-jobs.ts'
import { createScheduler } from './jobs/scheduler.ts'
import type { Scheduler } from './jobs/scheduler.ts'
import { systemTimer } from './lib/timer.ts'
import type { Timer } from './lib/timer.ts'
import { createHeartbeat } from './heartbeat.ts'
import { createMenus, type Menus } from './menus.ts'
import { createMetrics } from './metrics.ts'
import type { Metrics } from './metrics.ts'
import type { Alarms } from './notify/alarms.ts'
import { queueOperation } from './notify/operations.ts'
import type { Sender } from './notify/sender.ts'
import { notMade } from './replies/if-made.ts'
import { createSending } from './sending.ts'
import { measured, readHealth } from './health.ts'
import { cutInvites } from './bot/invites.ts'
import { firstStart } from './first-start.ts'

export interface Service {
  /** Resolves when everything runs: where it listens, where the web chat is opened, and whether the sample was loaded. */
  start(): Promise<Started>
  /** Takes in nothing more, finishes what is under way. Safe to call twice, and after a start that failed. */
  stop(): Promise<void>
  scheduler: Scheduler
  channels: ReadonlyMap<ChannelName, Channel>
  /** Answers and sends everything that is due now: what a test on a virtual clock calls instead of waiting. */
  settle(): Promise<void>
  /** Something new may be due: looked at now instead of within ten seconds. */
  wake(): void
}

export interface Started {
  url: string
  /** The address of the web chat, with the key of this start where it needs one. */
  page: string
  sample: boolean
}

/** What a test may put in place of the real thing. */
export interface ServiceOverrides {
  channels?: Map<ChannelName, Channel>
  timer?: Timer
  logLevel?: string
}

/** What every part of the service works with. */
interface Surroundings {
  app: App
  log: Logger
  timer: Timer
  metrics: Metrics
  channels: ReadonlyMap<ChannelName, Channel>
  sender: Sender
  alarms: Alarms
  menus: Menus
}

type Http = ReturnType<typeof createHttpServer>

/** The parts that run. */
interface Running {
  app: App
  channels: ReadonlyMap<ChannelName, Channel>
  sender: Sender
  inbox: InboxWorker
  scheduler: Scheduler
  menus: Menus
  http: Http
  /** Where a platform delivers: the thread that answers it, once it runs, and what that has kept. */
  front: { made: Front | null; arrivals: Arrivals }
  pageKey: PageKey
  log: Logger
  /** Hears of what goes with a text and could not be made. */
  missing: (error: unknown) => void
}

/** The running service around an app: channels, inbox, outbox, schedule, HTTP. */
export function createService(app: App, overrides: ServiceOverrides = {}): Service {
  const timer = overrides.timer ?? systemTimer
  const level = overrides.logLevel ?? app.config.logLevel
  const log = pino({ level, redact: ['err.config', 'req.headers'] })
  const metrics = createMetrics()
  const wake = () => sender.wake()
  const opened = createChannels(app, { log, timer, due: wake })
  const channels = overrides.channels ?? opened.channels
  const { sender, alarms } = createSending(app, { channels, timer, log, metrics })
  const menus = createMenus({ ...app, channels, log })
  const around = { app, log, timer, metrics, channels, sender, alarms, menus }
  const inbox = inboxOf(around)
  const scheduler = schedulerOf(around)
  const pageKey = pageKeyOf(app)
  const http = httpOf({ ...around, pageKey, webChat: opened.webChat }, scheduler)
  const arrivals = createArrivals({ db: app.db, log, timer, guards: guardsOf(channels) })
  const front = { made: null, arrivals }
  const missing = (error: unknown) =>
    log.error({ err: error }, 'a text goes without its picture or spreadsheet')
  const running = { app, channels, sender, inbox, scheduler, menus, http, front, pageKey, log, missing }
  return {
    scheduler,
    channels,
    wake,
    settle: async () => await settle(running),
    start: async () => await start(running),
    stop: async () => await stop(running),
  }
}

function inboxOf({ app, log, metrics, channels, sender, timer }: Surroundings): InboxWorker {
  const { db, words, clock } = app
  const channelNamed = (name: string) => [...channels.values()].find(channel => channel.name === name)
  return createInboxWorker({
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
    received: (channel, outcome) => metrics.received.inc({ channel, outcome }),
    timer,
  })
}

function schedulerOf({ app, log, metrics, channels, sender, alarms, menus }: Surroundings): Scheduler {
  const { db, clock, config } = app
  const ran = (job: string, ms: number) => {
    metrics.jobSeconds.observe({ job }, ms / 1000)
    sender.wake()
  }
  const well = async () => (await readHealth(app, { scheduler, channels, sender })).ok
  const beat = createHeartbeat({ url: config.heartbeatUrl, well, log })
  const ticked = async () => {
    void beat()
    void menus.tick()
    await alarms.tick()
    if ((await app.tellUnreached()) > 0) sender.wake()
  }
  const jobs = app.jobs(undefined, log)
  const scheduler = createScheduler({ jobs, db, clock, timeZone: config.timeZone, log, ran, ticked })
  return scheduler
}

/** A key for this start alone. The sample province is nobody's secret: it needs none. */
function pageKeyOf({ db }: App): PageKey {
  const key = randomBytes(24).toString('base64url')
  return async () => (isSample(await db.read.settings.all()) ? null : key)
}

type Served = Surroundings & { pageKey: PageKey; webChat: WebChat | null }

function httpOf(around: Served, scheduler: Scheduler): Http {
  const { app, log, metrics, channels, sender, webChat, pageKey } = around
  const { locale, metricsToken, timeZone } = app.config
  return createHttpServer({
    // Those with a guard are the front's.
    webhooks: [...channels.values()].flatMap(({ webhook }) => (webhook && !webhook.guard ? [webhook] : [])),
    webChat,
    pageKey,
    published: {
      path: PUBLISHED_PATH,
      find: async key => await app.db.read.channels.published(key, app.clock.now()),
    },
    health: async () => await readHealth(app, { scheduler, channels, sender }),
    metrics: async () => await measured(metrics, app),
    metricsToken,
    words: pageWords(locale),
    log,
    timeZone,
  })
}

async function settle({ front, inbox, sender }: Running): Promise<void> {
  do {
    await front.arrivals.drain()
    await inbox.drain()
  } while ((await sender.pass()) > 0)
}

function guardsOf(channels: Running['channels']): Guard[] {
  return [...channels.values()].flatMap(({ webhook }) => webhook?.guard ?? [])
}

async function start(running: Running): Promise<Started> {
  const { app, channels, sender, inbox, scheduler, front, pageKey, missing, log } = running
  // First of all: where the port is taken, another service may run on this database, and its work is left alone.
  const url = await listen(running)
  notMade.subscribe(missing)
  const sample = await firstStart(app)
  app.clock.resume?.((await app.db.read.schedule.last(AUDIT))?.at ?? app.clock.now())
  await app.db.write(async stores => await cutInvites(stores, app.clock.now()))
  await scheduler.tick()
  // Every morning and every import evaluates: a disk that is full at this moment is no reason not to run.
  const isDoubted = (app.clock.doubtedUntil?.() ?? 0) > app.clock.now()
  if (!isDoubted)
    await app
      .evaluate()
      .catch((error: unknown) => log.error({ err: error }, 'the first evaluation has failed'))
  await tellOff(app).catch((error: unknown) => log.error({ err: error }, 'channels without a token'))
  void inbox.drain()
  void inbox.warm()
  void sender.run()
  // Nobody waits for a platform that does not answer: each channel tries on, and says in /healthz how it stands.
  for (const channel of channels.values()) void channel.start(inbox.receive)
  front.arrivals.open()
  void front.arrivals.drain()
  scheduler.start()
  const key = await pageKey()
  return { url, page: key === null ? url : `${url}/?key=${key}`, sample }
}

/** Tells administrators, once a day at most, of channels that have no token and are the only way to somebody. */
async function tellOff(app: App): Promise<void> {
  const [now, { today }] = [app.clock.now(), app.moment()]
  const off = await channelsOff(app)
  for (const [channel, people] of off) {
    const facts = { about: 'channel_off', channel, people }
    if (people > 0)
      await app.db.write(async stores => {
        await queueOperation(stores, { fact: `off:${channel}:${today}`, facts, now, today })
      })
  }
}

/** Listens where the configuration says: by the front where a platform delivers, else by itself. Resolves to the address. */
async function listen({ app, channels, http, front, log }: Running): Promise<string> {
  const { host, port, databaseUrl } = app.config
  const guards = guardsOf(channels)
  if (guards.length === 0) {
    await http.listen({ host, port })
    return urlOf(portOf(http), host)
  }
  await http.listen({ host: '127.0.0.1', port: 0 })
  front.made = createFront({
    databaseUrl,
    host,
    port,
    inner: portOf(http),
    guards,
    log,
    arrived: () => void front.arrivals.drain(),
    // Whoever asks for /healthz hears of it.
    unkept: () => void app.db.ping(true).catch(() => undefined),
  })
  return urlOf(await front.made.listen(), host)
}

function portOf({ server }: Http): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Takes in nothing more, then finishes what is under way. */
async function stop(running: Running): Promise<void> {
  const { channels, sender, inbox, scheduler, menus, http, front, missing } = running
  await scheduler.stop()
  await menus.stop()
  const closing = Promise.all([front.made?.close(), http.close()])
  await Promise.all([...channels.values()].map(channel => channel.stop()))
  await closing
  await front.arrivals.stop()
  await inbox.stop()
  await sender.stop()
  notMade.unsubscribe(missing)
}

function urlOf(port: number, host: string): string {
  const isAny = host === '0.0.0.0' || host === '::'
  return `http://${isAny ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}
