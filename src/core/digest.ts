/** The kinds of scheduled summaries (DOMAIN.md §9). */
export const DIGEST_KINDS = ['daily', 'weekly', 'monthly', 'phase'] as const
export type DigestKind = (typeof DIGEST_KINDS)[number]
