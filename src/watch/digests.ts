import { provinceRhythm } from '../answers/reporting.ts'
import { scopeOf } from '../answers/scope.ts'
import type { DigestKind } from '../core/digest.ts'
import { civilDay } from '../core/moment.ts'
import type { Moment } from '../core/moment.ts'
import { addDays } from '../core/period.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import { digest, goesToGroups, haveFiguresCome, isPaused, readerOfGroup } from '../notices/digest.ts'
import { tellThese } from '../notices/tell.ts'
import { dayOf, digestTime, reportsHad } from './digest-times.ts'
import type { ReportsHad } from './digest-times.ts'
import { digestTold } from './told.ts'
import { startWatch, tellingTime, type Watch } from './watch.ts'

interface DigestFacts {
  kind: DigestKind
  /** Milliseconds. */
  slot: number
  late: boolean
}

/**
 * Queues one digest of the kind for each subscriber, named by its slot (milliseconds), so that a slot that runs twice
 * adds nothing. A phase digest is only for the first day of a phase and the day after its last. Returns how many were
 * queued.
 */
export async function queueDigests(db: Database, facts: DigestFacts, moment: Moment): Promise<number> {
  return await db.write(async stores => {
    const watch = await startWatch(stores, moment)
    // The day that the report is of, however much later it is made up for.
    const day = civilDay(facts.slot, moment.zone)
    const turns = watch.scene.catalog.phases.some(phase => phase.from === day || addDays(phase.to, 1) === day)
    if (facts.kind === 'phase' && !turns) return 0
    const news = await haveFiguresCome(stores.imports, facts, facts.slot)
    if (!(await isDue(watch, facts.kind, news))) return 0
    const had = await reportsHad(watch, facts)
    return (
      (await tellEach(watch, facts, { news, had })) + (await tellGroups(watch, stores.chats, { facts, had }))
    )
  })
}

/** Each as the person chose: not while paused, not without news, at the hour and on the day of the week. */
async function tellEach(
  watch: Watch,
  facts: DigestFacts,
  { news, had }: { news: boolean; had: ReportsHad },
): Promise<number> {
  const { subscriptions, scene } = watch
  const { zone } = scene.moment
  const chosen = new Map((await subscriptions.preferences()).map(one => [one.member, one]))
  const wanted = (await digest.recipients(facts, watch)).flatMap(member => {
    const preference = chosen.get(member)
    const { at, day } = digestTime(preference, facts, zone)
    const isSilent = isPaused(preference, day) || (preference?.onlyNews === true && !news)
    return isSilent || had(member, day) ? [] : [{ member, at, day }]
  })
  const usual = tellingTime(watch)
  let added = 0
  for (const some of Map.groupBy(wanted, ({ member }) => topOf(watch, member)).values())
    for (const alike of Map.groupBy(some, ({ at, day }) => `${at} ${day}`).values()) {
      const [first] = alike
      if (!first) continue
      const { member, at, day } = first
      const of = { ...facts, ...dayOf(facts, day) }
      const told = await digestTold(watch, scene.members.get(member), of)
      const notBefore = Math.max(usual.notBefore, at ?? 0)
      const members = alike.map(one => one.member)
      added += await tellThese(watch, digest, { ...of, ...told }, { ...usual, notBefore, members })
    }
  return added
}

/** Groups that take digests get those of their unit. */
async function tellGroups(
  watch: Watch,
  chats: Stores['chats'],
  { facts, had }: { facts: DigestFacts; had: ReportsHad },
): Promise<number> {
  if (!goesToGroups(facts.kind)) return 0
  const { notBefore, now } = tellingTime(watch)
  const day = civilDay(facts.slot, watch.scene.moment.zone)
  let added = 0
  for (const { chat, unit } of await chats.groups()) {
    if (had(chat, day)) continue
    const of = { ...facts, ...dayOf(facts, day) }
    const told = await digestTold(watch, readerOfGroup(unit), of)
    const shown = JSON.stringify({ ...of, ...told, group: unit })
    const row = { topic: digest.name, facts: shown, member: null, chat }
    const key = `${digest.key(facts, now)}:-:${chat}`
    if (await watch.outbox.add({ ...row, key, notBefore, createdAt: now })) added++
  }
  return added
}

/** The unit that a digest for the member is of. */
function topOf({ scene }: Watch, code: string): string {
  const member = scene.members.get(code)
  return member ? scopeOf(scene, member) : ''
}

/**
 * No daily digest where figures do not come daily; where they come by month, the weekly one is due only in a week in which
 * some have come.
 */
export async function isDue(watch: Watch, kind: DigestKind, news: boolean): Promise<boolean> {
  const { every } = await provinceRhythm(watch)
  if (kind === 'daily') return every === 'day'
  return kind !== 'weekly' || every !== 'month' || news
}
