/** The only file that reads the clock. Everything else is given a `Clock` or a moment. */
export interface Clock {
  /** Now, in milliseconds since 1970-01-01 UTC. */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }
