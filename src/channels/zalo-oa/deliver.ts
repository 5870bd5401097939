import { instantOn } from '../../core/month.ts'
import type { ApiFailure } from '../api-call.ts'
import type { Delivery } from '../channel.ts'
import { deliveryOf } from '../failure-table.ts'
import type { OaDeps } from './deps.ts'
import { DAY_ERRORS, NIGHT_ERRORS, ZALO_OA_ERRORS } from './failure.ts'

/** Sending is open again from six in the morning; the day's messages are new after midnight. */
const MORNING_HOUR = 6
/** So that not everything goes in the first second. */
const SPREAD_MS = 10 * 60_000

/** What a failed sending means; where the platform is closed for the night or the day, until when. */
export function deliveryFrom(
  { clock, random, timeZone }: Pick<OaDeps, 'clock' | 'random' | 'timeZone'>,
  failure: ApiFailure,
): Delivery {
  const now = clock.now()
  const delivery = deliveryOf(ZALO_OA_ERRORS, failure, now)
  const code = failure.code ?? 0
  if (delivery.outcome !== 'retry') return delivery
  const hour = NIGHT_ERRORS.includes(code) ? MORNING_HOUR : DAY_ERRORS.includes(code) ? 0 : null
  if (hour === null) return delivery
  const opens = instantOn(now, hour, timeZone)
  return {
    ...delivery,
    scope: 'message',
    afterMs: opens + Math.round(random() * SPREAD_MS),
    named: true,
  }
}
