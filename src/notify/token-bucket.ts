/** So many a second, and at most `burst` at once after a rest. */
export interface Rate {
  perSecond: number
  burst: number
}

/** What is left of a rate at a moment (milliseconds). A bucket that was never used is full. */
export interface Bucket {
  tokens: number
  at: number
}

/** Fractions of a token do not add up exactly. */
const ROUNDING = 1e-6

/** The bucket as it is at `now`. A clock that went back refills nothing. */
export function refill(bucket: Bucket | undefined, rate: Rate, now: number): Bucket {
  if (bucket === undefined) return { tokens: rate.burst, at: now }
  const gained = (Math.max(0, now - bucket.at) * rate.perSecond) / 1_000
  return { tokens: Math.min(rate.burst, bucket.tokens + gained), at: now }
}

/** Milliseconds until the bucket holds a whole token: 0 when it does. */
export function waitForToken(bucket: Bucket, rate: Rate): number {
  return Math.max(0, Math.ceil(((1 - bucket.tokens) * 1_000) / rate.perSecond - ROUNDING))
}
