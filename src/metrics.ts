import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** What the service counts, as Prometheus text. No label ever holds a person or a text. */
export interface Metrics {
  questions: Counter<'intent'>
  answerSeconds: Histogram
  deliveries: Counter<'channel' | 'outcome'>
  outbox: Gauge<'state'>
  jobSeconds: Histogram<'job'>
  text(): Promise<string>
}

/** A registry of its own for each app, so that two apps in one process do not meet. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'chitieu_' })
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
    deliveries: new Counter({
      name: 'chitieu_deliveries_total',
      help: 'Attempts to send, by channel and outcome',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    outbox: new Gauge({
      name: 'chitieu_outbox_rows',
      help: 'Rows of the outbox by state',
      labelNames: ['state'],
      registers,
    }),
    jobSeconds: new Histogram({
      name: 'chitieu_job_seconds',
      help: 'Time of one run of a scheduled job, by job',
      labelNames: ['job'],
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 5, 30],
      registers,
    }),
    text: async () => await registry.metrics(),
  }
}
