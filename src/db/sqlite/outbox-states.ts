import type { OutboxState } from '../stores/outbox.ts'

/** States in which a row will never be sent (again). */
export const ENDED: readonly OutboxState[] = ['sent', 'refused', 'dead', 'withdrawn', 'expired']
/** In SQL: the row waits for its turn. As the index `outbox_waiting` has it. */
export const WAITING = "state IN ('queued', 'held')"
/** In SQL: the text of a reply is nobody's business once it needs not be sent any more. */
export const FORGOTTEN = "CASE topic WHEN 'reply' THEN '{}' ELSE facts END"
