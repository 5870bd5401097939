import { Temporal } from 'temporal-polyfill'
import type { Moment } from './moment.ts'

/** The kinds of scheduled summaries (DOMAIN.md §9). */
export const DIGEST_KINDS = ['daily', 'weekly', 'monthly', 'phase'] as const
export type DigestKind = (typeof DIGEST_KINDS)[number]

const APART = { daily: { days: 1 }, weekly: { weeks: 1 }, monthly: { months: 1 } } as const

/** When the digest of the kind before that of the moment was made, milliseconds; null for a phase, which has none before. */
export function digestBefore(kind: DigestKind, { at, zone }: Moment): number | null {
  if (kind === 'phase') return null
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).subtract(APART[kind])
    .epochMilliseconds
}
