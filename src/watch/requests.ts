import { addDays } from '../core/period.ts'
import { civilDay } from '../core/moment.ts'
import { request } from '../notices/request.ts'
import { tell } from '../notices/tell.ts'
import { tellingTime } from './watch.ts'
import type { Watch } from './watch.ts'

/** Units that were asked to explain themselves are reminded once, on the day before the last one. Returns how many are told. */
export async function remindRequests(watch: Watch): Promise<number> {
  const { moment } = watch.scene
  let queued = 0
  for (const {
    id,
    unit,
    asker,
    due,
    askedAt,
    remindedAt,
    answeredAt,
  } of await watch.explanations.requests()) {
    if (remindedAt !== null || answeredAt !== null || moment.today < addDays(due, -1)) continue
    if (civilDay(askedAt, moment.zone) >= moment.today) continue
    await watch.explanations.updateRequest(id, { remindedAt: moment.at })
    if (moment.today > due) continue
    const facts = { request: id, unit, asker, due, again: true }
    queued += await tell(watch, request, facts, tellingTime(watch))
  }
  return queued
}
