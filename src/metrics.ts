import { createRequire } from 'node:module'
import type * as Prom from 'prom-client'

const load = createRequire(import.meta.filename)
/** Piece by piece: the whole of prom-client is 80 files at every start, of which nearly all measure the process when it is asked how it is. */
const Counter: typeof Prom.Counter = load('prom-client/lib/counter')
const Gauge: typeof Prom.Gauge = load('prom-client/lib/gauge')
const Histogram: typeof Prom.Histogram = load('prom-client/lib/histogram')
const Registry: typeof Prom.Registry = load('prom-client/lib/registry')

/** What the service counts, as Prometheus text. No label ever holds a person or a text. */
export interface Metrics {
  questions: Prom.Counter<'intent'>
  answerSeconds: Prom.Histogram
  deliveries: Prom.Counter<'channel' | 'outcome'>
  /** Calls to a platform: a message takes one or several. */
  calls: Prom.Counter<'channel'>
  sendSeconds: Prom.Histogram<'channel'>
  /** From falling due to being sent. */
  lagSeconds: Prom.Histogram<'kind'>
  /** 1 while a channel can send. */
  channelUp: Prom.Gauge<'channel'>
  /** Messages that arrived, and what became of them at the door. */
  received: Prom.Counter<'channel' | 'outcome'>
  outbox: Prom.Gauge<'state'>
  /** How long the oldest row that is due has waited. */
  outboxAge: Prom.Gauge<'kind'>
  inbox: Prom.Gauge
  inboxAge: Prom.Gauge
  jobSeconds: Prom.Histogram<'job'>
  /** Of this month, where a platform allows only so much. */
  month: Prom.Gauge<'channel' | 'counted'>
  people: Prom.Gauge<'channel'>
  most: Prom.Gauge<'channel' | 'of'>
  text(): Promise<string>
}

/** A registry of its own for each app, so that two apps in one process do not meet. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  let measuresProcess = false
  return {
    ...ofQuestions([registry]),
    ...ofSending([registry]),
    ...ofMonths([registry]),
    jobSeconds: new Histogram({
      name: 'chitieu_job_seconds',
      help: 'Time of one run of a scheduled job, by job',
      labelNames: ['job'],
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 5, 30],
      registers: [registry],
    }),
    async text() {
      if (!measuresProcess) ofProcess(registry)
      measuresProcess = true
      return await registry.metrics()
    },
  }
}

/** Of the process itself, from the first time on that somebody asks. */
function ofProcess(register: Prom.Registry): void {
  const collect: typeof Prom.collectDefaultMetrics = load('prom-client/lib/defaultMetrics')
  collect({ register, prefix: 'chitieu_' })
}

/** Of what arrives, and of answers. */
function ofQuestions(registers: Prom.Registry[]) {
  return {
    questions: new Counter({
      name: 'chitieu_questions_total',
      help: 'Questions answered, by intent',
      labelNames: ['intent'],
      registers,
    }),
    answerSeconds: new Histogram({
      name: 'chitieu_answer_seconds',
      help: 'Time from a stored message to its stored reply',
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    received: new Counter({
      name: 'chitieu_received_total',
      help: 'Messages that arrived, by channel and by what became of them',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    inbox: new Gauge({
      name: 'chitieu_inbox_rows',
      help: 'Messages that wait for their answer',
      registers,
    }),
    inboxAge: new Gauge({
      name: 'chitieu_inbox_age_seconds',
      help: 'How long the oldest message has waited for its answer',
      registers,
    }),
  } satisfies Partial<Metrics>
}

/** Of what is sent, and waits to be. */
function ofSending(registers: Prom.Registry[]) {
  return {
    deliveries: new Counter({
      name: 'chitieu_deliveries_total',
      help: 'Attempts to send, by channel and outcome',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    calls: new Counter({
      name: 'chitieu_platform_calls_total',
      help: 'Calls made to send messages, by channel',
      labelNames: ['channel'],
      registers,
    }),
    sendSeconds: new Histogram({
      name: 'chitieu_send_seconds',
      help: 'Time from setting out to the record, by channel',
      labelNames: ['channel'],
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60],
      registers,
    }),
    lagSeconds: new Histogram({
      name: 'chitieu_lag_seconds',
      help: 'Time from falling due to setting out, answers and notices apart',
      labelNames: ['kind'],
      buckets: [0.05, 0.25, 1, 2, 5, 15, 60, 300, 3_600],
      registers,
    }),
    channelUp: new Gauge({
      name: 'chitieu_channel_up',
      help: 'Whether a channel can send',
      labelNames: ['channel'],
      registers,
    }),
    outbox: new Gauge({
      name: 'chitieu_outbox_rows',
      help: 'Rows of the outbox by state',
      labelNames: ['state'],
      registers,
    }),
    outboxAge: new Gauge({
      name: 'chitieu_outbox_age_seconds',
      help: 'How long the oldest row that is due has waited, answers and notices apart',
      labelNames: ['kind'],
      registers,
    }),
  } satisfies Partial<Metrics>
}

/** Of the month of each channel. */
function ofMonths(registers: Prom.Registry[]) {
  return {
    month: new Gauge({
      name: 'chitieu_channel_month',
      help: 'What a channel has counted this month: sent, received, outside_window, uploads, templates',
      labelNames: ['channel', 'counted'],
      registers,
    }),
    people: new Gauge({
      name: 'chitieu_channel_people',
      help: 'People who have ever written to a channel',
      labelNames: ['channel'],
      registers,
    }),
    most: new Gauge({
      name: 'chitieu_channel_most',
      help: 'How many messages of a month, and people, a channel holds; absent without a limit',
      labelNames: ['channel', 'of'],
      registers,
    }),
  } satisfies Partial<Metrics>
}
