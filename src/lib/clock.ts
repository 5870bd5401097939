/** The only file that reads the clock. Everything else is given a `Clock` or a moment. */
export interface Clock {
  /** Now, in milliseconds since 1970-01-01 UTC. */
  now(): number
  /** Until when a clock that has leapt far ahead is not believed, milliseconds; 0, or absent: it is believed. */
  doubtedUntil?(): number
  /** A process begins whose predecessor noted this moment last. */
  resume?(noted: number): void
}

/** Nothing but a wrong clock, or a machine that slept, gains so much at once. */
const LEAP_MS = 12 * 3_600_000
/** Nobody stops a service for so long; a machine that starts may show such a time until it has asked a time server. */
const LONGEST_STOP_MS = 60 * 24 * 3_600_000
/** A time server has put a wrong clock right by then. */
const DOUBT_MS = 10 * 60_000

/**
 * A wall clock that is held against a steady one at each look: where it has leapt ahead it is in doubt for a while, and what cannot be
 * made good again (ending, removing, withdrawing) is left until it is believed.
 */
export function watchedClock(wall: () => number, steady: () => number): Clock {
  let ahead = wall() - steady()
  let until = 0
  const now = () => {
    const at = wall()
    const gained = at - steady() - ahead
    ahead += gained
    if (gained > LEAP_MS) until = at + DOUBT_MS
    if (gained < -LEAP_MS || at >= until) until = 0
    return at
  }
  return {
    now,
    doubtedUntil() {
      now()
      return until
    },
    resume(noted) {
      const at = now()
      if (at - noted > LONGEST_STOP_MS) until = at + DOUBT_MS
    },
  }
}

export const systemClock: Clock = watchedClock(
  () => Date.now(),
  () => performance.now(),
)
