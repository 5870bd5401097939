import { provinceRhythm } from '../answers/reporting.ts'
import { scopeOf } from '../answers/scope.ts'
import type { DigestKind } from '../core/digest.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../core/durations.ts'
import { civilDay, dayStart } from '../core/moment.ts'
import type { Moment } from '../core/moment.ts'
import { addDays, weekOf } from '../core/period.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import type { ImportRecord } from '../db/stores/imports.ts'
import type { DigestPreference } from '../db/stores/subscriptions.ts'
import { digest, goesToGroups, isPaused, readerOfGroup } from '../notices/digest.ts'
import { tellThese } from '../notices/tell.ts'
import { digestTold } from './told.ts'
import { startWatch, tellingTime, type Watch } from './watch.ts'

/** When digests go where nothing else was chosen. */
const USUAL_HOUR = '07:30'
/** Days between two digests of a kind; a phase has news of its own. */
const DAYS: Record<DigestKind, number> = { daily: 1, weekly: 7, monthly: 31, phase: 31 }

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
    if (facts.kind === 'weekly' && (await wentThisWeek(watch, facts.slot))) return 0
    const news = await haveCome(stores.imports, facts)
    if (!(await isDue(watch, facts.kind, news))) return 0
    return (await tellEach(watch, facts, news)) + (await tellGroups(watch, stores.chats, facts))
  })
}

/**
 * Whether the report of this week has its rows already, by another hour: one that is moved afterwards holds from the next week
 * on. What an operator sent to somebody by hand is not the week's.
 */
async function wentThisWeek({ outbox, scene }: Watch, slot: number): Promise<boolean> {
  const mondayOf = (at: number) => weekOf(civilDay(at, scene.moment.zone)).from
  const sent = (await outbox.withPrefix('digest:weekly:')).flatMap(row => digest.read(row.facts) ?? [])
  return sent.some(one => one.byHand !== true && one.slot !== slot && mondayOf(one.slot) === mondayOf(slot))
}

/** Each as the person chose: not while paused, not without news, at the hour and on the day of the week. */
async function tellEach(watch: Watch, facts: DigestFacts, news: boolean): Promise<number> {
  const { subscriptions, scene } = watch
  const day = civilDay(facts.slot, scene.moment.zone)
  const chosen = new Map((await subscriptions.preferences()).map(one => [one.member, one]))
  const wanted = (await digest.recipients(facts, watch)).filter(member => {
    const preference = chosen.get(member)
    return !isPaused(preference, day) && (preference?.onlyNews !== true || news)
  })
  const usual = tellingTime(watch)
  const byTime = Map.groupBy(wanted, member => {
    const asked = chosenTime(chosen.get(member), { kind: facts.kind, day, zone: scene.moment.zone })
    return Math.max(usual.notBefore, asked ?? 0)
  })
  let added = 0
  for (const [notBefore, members] of byTime)
    for (const some of Map.groupBy(members, member => topOf(watch, member)).values()) {
      const told = await digestTold(watch, scene.members.get(some[0] ?? ''), facts.kind)
      added += await tellThese(watch, digest, { ...facts, ...told }, { ...usual, notBefore, members: some })
    }
  return added
}

/** Groups that take digests get those of their unit. */
async function tellGroups(watch: Watch, chats: Stores['chats'], facts: DigestFacts): Promise<number> {
  if (!goesToGroups(facts.kind)) return 0
  const { notBefore, now } = tellingTime(watch)
  let added = 0
  for (const { chat, unit } of await chats.groups()) {
    const told = await digestTold(watch, readerOfGroup(unit), facts.kind)
    const shown = JSON.stringify({ ...facts, ...told, group: unit })
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

/** Milliseconds: the hour that was chosen on the day, of the weekly one on the weekday that was chosen; null without one. */
function chosenTime(
  preference: DigestPreference | undefined,
  { kind, day, zone }: { kind: DigestKind; day: string; zone: string },
): number | null {
  if (!preference) return null
  const { hour, weekday } = preference
  const moved = kind === 'weekly' && weekday !== null
  if (hour === null && !moved) return null
  const on = moved ? addDays(weekOf(day).from, weekday - 1) : day
  const [hours = 0, minutes = 0] = (hour ?? USUAL_HOUR).split(':').map(Number)
  return dayStart(on < day ? addDays(on, 7) : on, zone) + hours * HOUR_MS + minutes * MINUTE_MS
}

/**
 * No daily digest where figures do not come daily; where they come by month, the weekly one is due only in a week in which
 * some have come.
 */
async function isDue(watch: Watch, kind: DigestKind, news: boolean): Promise<boolean> {
  const { every } = await provinceRhythm(watch)
  if (kind === 'daily') return every === 'day'
  return kind !== 'weekly' || every !== 'month' || news
}

/** Whether figures were imported since the slot before. */
async function haveCome(imports: Stores['imports'], { kind, slot }: DigestFacts): Promise<boolean> {
  const isNew = ({ at }: { at: number }) => slot - DAYS[kind] * DAY_MS < at && at <= slot
  return (await imports.list()).some(record => isNew(record) && brought(record))
}

function brought({ kind, added, changed }: ImportRecord): boolean {
  return kind === 'observations' && added + changed > 0
}
