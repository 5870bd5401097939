import type { OutboxState } from '../stores/outbox.ts'

/** States in which a row will never be sent (again). */
export const ENDED: readonly OutboxState[] = ['sent', 'refused', 'dead', 'withdrawn', 'expired']
/** In SQL: the row waits for its turn. As the index `outbox_waiting` has it. */
export const WAITING = "state IN ('queued', 'held')"
/** In SQL: the text of a reply is nobody's business once it needs not be sent any more. */
export const FORGOTTEN = "CASE topic WHEN 'reply' THEN '{}' ELSE facts END"
/** What a claimed row waits for that was withdrawn while it was on its way. */
export const NOT_AGAIN = 'withdrawn'
/** In SQL: the state of a claimed row that is put back as `state`, an SQL expression. */
export function putBack(state: string): string {
  return `CASE WHEN held_for = '${NOT_AGAIN}' AND ${state} IN ('queued', 'held', 'dead') THEN 'withdrawn' ELSE ${state} END`
}
