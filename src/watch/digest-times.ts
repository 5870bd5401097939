import { weekReported } from '../answers/digest-window.ts'
import type { DigestKind } from '../core/digest.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../core/durations.ts'
import { civilDay, dayStart } from '../core/moment.ts'
import { addDays, weekOf } from '../core/period.ts'
import type { OutboxRow } from '../db/stores/outbox.ts'
import type { DigestPreference } from '../db/stores/subscriptions.ts'
import { digest } from '../notices/digest.ts'
import type { Watch } from './watch.ts'

/** Which digest of which slot, milliseconds. */
interface Slot {
  kind: DigestKind
  slot: number
}

/** When digests go where nothing else was chosen. */
const USUAL_HOUR = '07:30'

/**
 * When the digest of a slot goes to who chose so, milliseconds (null: as the province has it): the chosen hour on the day, of the
 * weekly one on the chosen weekday; and the civil day that it is of.
 */
export function digestTime(
  preference: DigestPreference | undefined,
  { kind, slot }: Slot,
  zone: string,
): { at: number | null; day: string } {
  const day = civilDay(slot, zone)
  const { hour = null, weekday = null } = preference ?? {}
  const moved = kind === 'weekly' && weekday !== null
  if (hour === null && !moved) return { at: null, day }
  const chosen = moved ? addDays(weekOf(day).from, weekday - 1) : day
  const on = chosen < day ? addDays(chosen, 7) : chosen
  const [hours = 0, minutes = 0] = (hour ?? USUAL_HOUR).split(':').map(Number)
  return { at: dayStart(on, zone) + hours * HOUR_MS + minutes * MINUTE_MS, day: on }
}

/** The day as the facts of a digest keep it: a week has its report, whenever that goes. */
export function dayOf({ kind }: Slot, day: string): { day?: string } {
  return kind === 'weekly' ? { day } : {}
}

/** Whether a person (by code) or a group (by its chat) has the report that a digest of the day would be. */
export type ReportsHad = (whose: string | number, day: string) => boolean

/** Rows of slots within these days of a slot may be of the same week. */
const NEAR_DAYS = 15

/**
 * Which weekly reports were queued already, by other slots: the hour may have been moved since. What an operator sent to somebody
 * by hand is not the week's; of other kinds each slot has its own.
 */
export async function reportsHad(
  { outbox, scene }: Pick<Watch, 'outbox' | 'scene'>,
  { kind, slot }: Slot,
  but: Pick<OutboxRow, 'id'> | null = null,
): Promise<ReportsHad> {
  if (kind !== 'weekly') return () => false
  const near = (await outbox.withPrefix('digest:weekly:')).filter(
    ({ id, key }) => id !== but?.id && Math.abs(slotIn(key) - slot) < NEAR_DAYS * DAY_MS,
  )
  const had = new Set(
    near.flatMap(row => {
      const facts = digest.read(row.facts)
      if (!facts || facts.byHand === true) return []
      const week = weekReported(facts.day ?? civilDay(facts.slot, scene.moment.zone)).from
      return [`${row.member ?? row.chat} ${week}`]
    }),
  )
  return (whose, day) => had.has(`${whose} ${weekReported(day).from}`)
}

/** The slot that the key of a digest's row names. */
function slotIn(key: string): number {
  return Number(key.split(':')[2])
}
