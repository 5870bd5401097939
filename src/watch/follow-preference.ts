import { weekReported } from '../answers/digest-window.ts'
import { civilDay } from '../core/moment.ts'
import type { Moment } from '../core/moment.ts'
import type { Stores } from '../db/stores/database.ts'
import type { OutboxRow } from '../db/stores/outbox.ts'
import { digest, haveFiguresCome, isSubscribed } from '../notices/digest.ts'
import { tellThese } from '../notices/tell.ts'
import { dayOf, digestTime, reportsHad } from './digest-times.ts'
import { isDue } from './digests.ts'
import { digestTold } from './told.ts'
import { retellDigest } from './waiting.ts'
import { startWatch, tellingTime } from './watch.ts'
import type { Watch } from './watch.ts'

/**
 * What waits for a person whose digests come otherwise from now on comes so, too; and the weekly one of the present slot that went
 * to everybody else comes on the day that was chosen, where the person has not had that week.
 */
export async function followPreference(stores: Stores, code: string, moment: Moment): Promise<void> {
  const watch = await startWatch(stores, moment)
  const waiting = (await watch.outbox.list('queued', 'held')).filter(
    row => row.topic === digest.name && row.member === code,
  )
  let waits = false
  for (const row of waiting) waits = (await moveRow(watch, row)) || waits
  if (!waits) await addWeekly(stores, watch, code)
}

/**
 * Moves a digest that waits to when it is wanted now; true where it is the weekly one of the present slot. A week whose report would
 * be that of a later one is not lost: its own goes as it was to go.
 */
async function moveRow(watch: Watch, row: OutboxRow): Promise<boolean> {
  const { scene, outbox } = watch
  const facts = digest.read(row.facts)
  if (!facts || facts.byHand === true) return false
  const { zone } = scene.moment
  const { at, day } = digestTime(await preferenceFor(watch, row.member), facts, zone)
  const isWeekly = facts.kind === 'weekly'
  if (isWeekly && weekReported(day).from > weekReported(facts.day ?? civilDay(facts.slot, zone)).from)
    return false
  const had = await reportsHad(watch, facts, row)
  if (had(row.member ?? '', day)) {
    await outbox.amend(row.id, JSON.stringify({ ...facts, ...dayOf(facts, day) }))
    await outbox.finish(row.id, { state: 'withdrawn', lastError: 'reported already' })
    return isWeekly
  }
  const notBefore = Math.max(tellingTime(watch).notBefore, at ?? 0)
  await outbox.finish(row.id, { state: 'queued', notBefore })
  await retellDigest(watch, row, { ...facts, ...dayOf(facts, day) })
  return isWeekly
}

/** The report of the chosen day, where that is still to come in this slot and its week was not reported to the person. */
async function addWeekly(stores: Stores, watch: Watch, code: string): Promise<void> {
  const { scene, subscriptions } = watch
  const { moment, members } = scene
  const last = await stores.schedule.last('digest-weekly')
  const member = members.get(code)
  if (!last || !member || !isSubscribed(member, 'weekly', await subscriptions.all())) return
  const slot = { kind: 'weekly', slot: last.slot } as const
  const { at, day } = digestTime(await preferenceFor(watch, code), slot, moment.zone)
  const had = await reportsHad(watch, slot)
  if (at === null || at <= moment.at || had(code, day)) return
  if (!(await isDue(watch, 'weekly', await haveFiguresCome(stores.imports, slot, moment.at)))) return
  const facts = { kind: 'weekly', slot: at, late: false, day } as const
  const told = await digestTold(watch, member, facts)
  const when = { ...tellingTime(watch), notBefore: at, members: [code] }
  await tellThese(watch, digest, { ...facts, ...told }, when)
}

async function preferenceFor({ subscriptions }: Watch, code: string | null) {
  return (await subscriptions.preferences()).find(one => one.member === code)
}
