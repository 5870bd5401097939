import type { AlertEvent } from '../core/alert.ts'
import type { Term } from '../core/campaign.ts'
import type { AlertRow } from '../db/stores/alerts.ts'

/** What an evaluation made of one unit and indicator. */
export interface Change {
  unit: string
  indicator: string
  term: Term
  event: AlertEvent
  /** Last civil day that the figure covers. */
  to: string | null
  alert: AlertRow
  /** As it was before; null where there was none. */
  before: AlertRow | null
}
