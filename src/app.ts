import type { Digest } from './answers/digest-facts.ts'
import { readScene } from './answers/scene.ts'
import type { DigestKind } from './core/digest.ts'
import { forPurpose } from './bot/for-purpose.ts'
import type { Turn } from './bot/turn.ts'
import type { Abilities } from './channels/channel.ts'
import type { Config } from './config.ts'
import { DAY_MS } from './core/durations.ts'
import { momentAt } from './core/moment.ts'
import type { Moment } from './core/moment.ts'
import { openDatabase } from './db/open-database.ts'
import type { Actor } from './db/stores/audit.ts'
import type { ChatRow } from './db/stores/chats.ts'
import type { Database, Stores } from './db/stores/database.ts'
import type { OutboxRow } from './db/stores/outbox.ts'
import { createWords } from './i18n/words.ts'
import type { Words } from './i18n/words.ts'
import type { Job } from './jobs/scheduler.ts'
import { systemClock } from './lib/clock.ts'
import type { Clock } from './lib/clock.ts'
import type { Attachment, Message } from './lib/message.ts'
import { endUnusedLinks, keepLinks } from './bot/keep-links.ts'
import { answerStillAsked } from './bot/still-asked.ts'
import { composeDigest } from './notices/compose-digest.ts'
import { composeNotice } from './notices/compose-notice.ts'
import { digest, isStillWanted } from './notices/digest.ts'
import { isOfItself, operation } from './notices/operation.ts'
import { sayContext } from './replies/phrases/context.ts'
import { heatOfDigest } from './replies/pictures/illustrate.ts'
import { evaluationJson } from './watch/evaluation-json.ts'
import type { EvaluationJson } from './watch/evaluation-json.ts'
import { type Consequences, evaluateAndSay, foresee } from './watch/consequences.ts'
import { evaluate } from './watch/evaluate.ts'
import { judge } from './watch/judge.ts'
import { tellUnreached } from './watch/unreached.ts'
import { readVerdicts, type Verdicts } from './watch/verdicts.ts'
import { upkeepJobs } from './jobs/upkeep-jobs.ts'
import { silentLog } from './lib/log.ts'
import type { Log } from './lib/log.ts'
import { watchJobs } from './jobs/watch-jobs.ts'

/** What a test or a command may put in place of the real thing. */
export interface Overrides {
  clock?: Clock
  words?: Words
  db?: Database
  /** Who does what is written; without it, the service. */
  by?: Actor
}

/** The parts that need no network: what commands use, and what the service is built around. */
export interface App {
  config: Config
  db: Database
  words: Words
  clock: Clock
  /** The moment at `at` milliseconds in the province's time zone; now without it. */
  moment: (at?: number) => Moment
  /** One question of a member, in a conversation of its own; null when there is no such member. */
  ask: (member: string, text: string, at: number) => Promise<Turn | null>
  /** One conversation of a member of which nothing is kept; null when there is no such member. */
  rehearse: (member: string, turns: readonly { text: string; at: number }[]) => Promise<Turn[] | null>
  evaluate: (at?: number) => Promise<EvaluationJson>
  /** How all units stand now, whether an evaluation has seen it or not. */
  verdicts: () => Promise<Verdicts>
  /** What follows every import: an evaluation at this moment. */
  evaluateAfterImport: () => Promise<Consequences>
  /** What a piece of work would give and what would follow from it, without doing it, or holding others up. */
  foresee: <T>(work: (stores: Stores) => Promise<T>) => Promise<{ result: T; consequences: Consequences }>
  digest: (
    member: string,
    kind: DigestKind,
    at: number,
  ) => Promise<{ digest: Digest; message: Message; heat: () => Promise<Attachment | null> } | null>
  /** The scheduled jobs; with `at`, as they would run at that moment. */
  jobs: (at?: number, log?: Log) => Job[]
  /** Who has reached nobody by what was sent for them is told so. Returns how many are told. */
  tellUnreached: () => Promise<number>
  /** What an outbox row says at this moment; null when it is no longer true. */
  compose: (row: OutboxRow, chat: ChatRow, can?: Abilities) => Promise<Message | null>
  close: () => void
}

/** The database of the configuration cannot be used; the cause says why. */
export class DatabaseFailsError extends Error {
  override name = 'DatabaseFailsError'
  override readonly cause: Error

  constructor(cause: Error) {
    super(cause.message)
    this.cause = cause
  }
}

/** Only who asks a question loads what answers it. */
const apart = async () => await import('./bot/ask-apart.ts')

/** Builds the parts in order. Opens the database and migrates it; throws `DatabaseFailsError` when that cannot be done. */
export async function createApp(config: Config, overrides: Overrides = {}): Promise<App> {
  const clock = overrides.clock ?? systemClock
  const words = overrides.words ?? createWords(config.locale)
  const db = overrides.db ?? (await opened(config.databaseUrl, overrides.by))
  const { timeZone } = config
  const parts = { db, words }
  const moment = (at: number = clock.now()) => momentAt(at, timeZone)
  const evaluateAt = async (at?: number) => evaluationJson(await evaluate(db, moment(at)))
  return {
    config,
    db,
    words,
    clock,
    moment,
    ask: async (member, text, at) =>
      await (await apart()).askApart(parts, member, { text, moment: moment(at) }),
    rehearse: async (member, turns) => {
      const said = turns.map(({ text, at }) => ({ text, moment: moment(at) }))
      return await (await apart()).rehearse(parts, member, said)
    },
    evaluate: evaluateAt,
    verdicts: async () => await readVerdicts(db.read, moment()),
    evaluateAfterImport: async () => {
      const now = moment()
      const judged = await judge(db.read, now)
      return await db.write(async stores => {
        await keepLinks(stores, words, now)
        return await evaluateAndSay(stores, now, judged)
      })
    },
    foresee: async work => await db.onCopy(async copy => await foresee(copy, moment(), work)),
    digest: async (member, kind, at) => await digestFor(parts, member, kind, moment(at)),
    jobs: (at, log = silentLog) => [
      linkJob(parts, () => moment(at)),
      ...watchJobs({ db, moment: () => moment(at) }),
      ...upkeepJobs({ db, log, moment: () => moment(at) }),
    ],
    tellUnreached: async () => await tellUnreached(db, moment()),
    compose: async (due, chat, can) => {
      // News may have been added to it until it was claimed.
      const row = (await db.read.outbox.get(due.id)) ?? due
      if (row.topic === operation.name && isOfItself(row.facts, chat.channel)) return null
      const now = moment()
      const members = async () => (await readScene(db.read, now)).members
      if (row.topic === 'reply') return answerStillAsked(row, chat, await members())
      if (
        row.topic === digest.name &&
        !(await isStillWanted(db.read, row, { members: await members(), now }))
      )
        return null
      const message = await composeNotice({ stores: db.read, words, moment: now }, row, chat)
      // Nothing that was sent there can be changed.
      if (message?.onlyReplaces && can?.edit === false) return null
      return await forPurpose(db.read.catalog, row, message)
    },
    close: () => db.close(),
  }
}

/** Before anything is told in the morning, links that have ended end. */
function linkJob({ db, words }: { db: Database; words: Words }, moment: () => Moment): Job {
  return {
    name: 'links',
    rhythm: { every: 'day', at: '06:20' },
    graceMs: DAY_MS,
    run: async () =>
      await db.write(async stores => {
        await endUnusedLinks(stores, moment().at)
        await keepLinks(stores, words, moment())
      }),
  }
}

async function opened(url: string, by?: Actor): Promise<Database> {
  try {
    return await openDatabase(url, by)
  } catch (error) {
    throw error instanceof Error ? new DatabaseFailsError(error) : error
  }
}

async function digestFor(
  { db, words }: { db: Database; words: Words },
  code: string,
  kind: DigestKind,
  moment: Moment,
) {
  const scene = await readScene(db.read, moment)
  const member = scene.members.get(code)
  if (!member) return null
  const { observations, alerts, explanations } = db.read
  const say = sayContext(scene, words, member)
  const made = await composeDigest(
    { scene, observations, alerts, explanations, member },
    { kind, late: false },
    say,
  )
  return { ...made, heat: async () => await heatOfDigest(made.digest, made.rows, say) }
}
