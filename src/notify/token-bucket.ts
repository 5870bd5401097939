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

/** The bucket as it is at `now`. A clock that went back refills nothing. */
export function refill(bucket: Bucket | undefined, rate: Rate, now: number): Bucket {
  if (bucket === undefined) return { tokens: rate.burst, at: now }
  const gained = (Math.max(0, now - bucket.at) * rate.perSecond) / 1_000
  return { tokens: Math.min(rate.burst, bucket.tokens + gained), at: now }
}

/** Milliseconds until the bucket holds a whole token: 0 when it does. */
export function waitForToken(bucket: Bucket, rate: Rate): number {
  return bucket.tokens >= 1 ? 0 : Math.ceil(((1 - bucket.tokens) * 1_000) / rate.perSecond)
}
