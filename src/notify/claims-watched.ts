import type { Claim } from '../db/stores/outbox.ts'

/** What a sender has seen of the claims of others, and for how long each has shown no sign of life. */
export interface ClaimWatch {
  seenAt: number | null
  silent: Map<number, { claim: Claim; ms: number }>
}

/** Between two looks no more than this counts as watched: a clock that jumps, or a machine that slept, has watched nothing. */
const LONGEST_STEP_MS = 15_000

export function newClaimWatch(): ClaimWatch {
  return { seenAt: null, silent: new Map() }
}

/**
 * Notes the claims as they are now, and gives back those that have not changed while they were watched for `leaseMs`
 * milliseconds. Whoever is alive renews its claims, so they change; when a claim says that it ends is never compared
 * with the own clock, which may be another than that of its owner.
 */
export function silentClaims(
  watch: ClaimWatch,
  claims: readonly Claim[],
  at: { now: number; leaseMs: number },
): Claim[] {
  const { now, leaseMs } = at
  const step = watch.seenAt === null ? 0 : Math.min(Math.max(0, now - watch.seenAt), LONGEST_STEP_MS)
  const before = watch.silent
  watch.seenAt = now
  watch.silent = new Map(
    claims.map(claim => {
      const known = before.get(claim.id)
      const same = known?.claim.owner === claim.owner && known.claim.leaseUntil === claim.leaseUntil
      return [claim.id, { claim, ms: same ? known.ms + step : 0 }]
    }),
  )
  return [...watch.silent.values()].filter(({ ms }) => ms >= leaseMs).map(({ claim }) => claim)
}
