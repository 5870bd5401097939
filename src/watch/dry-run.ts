import { Temporal } from 'temporal-polyfill'
import { momentAt } from '../core/moment.ts'
import { addDays } from '../core/period.ts'
import { phaseTerm } from '../core/term.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import type { OutboxRow } from '../db/stores/outbox.ts'
import type { Words } from '../i18n/words.ts'
import { plainText } from '../lib/message.ts'
import { alert } from '../notices/alert.ts'
import { composeNotice } from '../notices/compose-notice.ts'
import { evaluateWithin } from './evaluate.ts'
import { queueStaleWithin } from './stale.ts'
import { startWatch } from './watch.ts'

/** One message that would have been sent. */
export interface Telling {
  /** Civil day and `HH:MM`. */
  day: string
  time: string
  member: string
  topic: string
  /** What it is about, alert by alert; empty for what is about none. */
  about: { what: string; unit: string; indicator: string }[]
  text: string
}

/** A stretch of days, and where and how it is told. */
export interface DryRun {
  from: string
  to: string
  zone: string
  words: Words
}

const MORNING = '06:30'

/**
 * Who would have been told what on each day from `from` to `to`: the evaluations of those days are lived through again, from
 * the beginning of what ran on the first of them, as figures were known by then. Nothing of it is kept.
 */
export async function tellingsOf(db: Database, run: DryRun): Promise<Telling[]> {
  return await db.rehearse(async stores => {
    await stores.alerts.clear()
    for (const { id } of await stores.outbox.list('queued', 'held', 'claimed'))
      await stores.outbox.finish(id, { state: 'withdrawn' })
    await stores.people.forgetOld(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
    const tellings: Telling[] = []
    for (let day = await firstDay(stores, run.from); day <= run.to; day = addDays(day, 1))
      for (const at of await momentsOf(stores, day, run.zone)) {
        const told = await live(stores, at, run)
        if (day >= run.from) tellings.push(...told)
      }
    return tellings
  })
}

/** The first day of the earliest phase that runs on the day; the day itself where none does. */
async function firstDay({ catalog }: Stores, day: string): Promise<string> {
  const running = (await catalog.get()).phases
    .map(phaseTerm)
    .filter(term => term.from <= day && day <= term.to)
  return running.map(term => term.from).reduce((a, b) => (a < b ? a : b), day)
}

/** When something is found out on a day: every morning, and whenever figures were imported. */
async function momentsOf({ imports }: Stores, day: string, zone: string): Promise<number[]> {
  const morning = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: zone,
    plainTime: MORNING,
  }).epochMilliseconds
  const imported = (await imports.list())
    .filter(one => one.kind === 'observations' && one.undoneAt === null)
    .map(one => one.at)
    .filter(at => momentAt(at, zone).today === day)
  return [...new Set([morning, ...imported])].toSorted((a, b) => a - b)
}

/** Evaluates at a moment and takes what is due as sent. */
async function live(stores: Stores, at: number, { zone, words }: DryRun): Promise<Telling[]> {
  const moment = momentAt(at, zone)
  await evaluateWithin(stores, moment)
  await queueStaleWithin(await startWatch(stores, moment))
  const told: Telling[] = []
  for (const row of await stores.outbox.list('queued')) {
    if (row.notBefore > at) continue
    const message = await composeNotice({ stores, words, moment }, row, {
      id: row.chat ?? 0,
      member: row.member,
    })
    await stores.outbox.finish(row.id, message ? { state: 'sent', sentAt: at } : { state: 'withdrawn' })
    if (!message || row.member === null) continue
    const [day = '', time = ''] = wallOf(at, zone).split(' ')
    told.push({
      day,
      time,
      member: row.member,
      topic: row.topic,
      about: aboutOf(row),
      text: plainText(message),
    })
  }
  return told
}

function aboutOf({ topic, facts }: OutboxRow): Telling['about'] {
  const news = topic === alert.name ? alert.read(facts) : null
  const items = (news?.items ?? []).map(({ what, unit, indicator }) => ({ what, unit, indicator }))
  const corrected = (news?.corrections ?? []).map(({ unit, indicator }) => ({ unit, indicator }))
  return [...items, ...corrected.map(one => ({ what: 'corrected', ...one }))]
}

function wallOf(at: number, zone: string): string {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime()
  return wall.toString({ smallestUnit: 'minute' }).replace('T', ' ')
}
