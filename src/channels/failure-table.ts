import { HOUR_MS } from '../core/durations.ts'
import type { ApiFailure } from './api-call.ts'
import type { Delivery } from './channel.ts'

/** What a platform's error means for the message that met it. */
export type Meaning =
  /** This message never, through no fault of the program. */
  | 'never'
  /** This message never, because we asked wrongly. */
  | 'ours'
  /** The chat is closed to us until the person writes again. */
  | 'gone'
  /** Another time. */
  | 'later'
  /** Another time, for everybody on this channel. */
  | 'all_later'
  /** Nobody knows: tried a few times. */
  | 'few'
  /** The bot itself is refused. */
  | 'down'

/** One line of a platform's table. The first that fits decides. */
export interface ErrorRule {
  /** Codes of the platform; `none` without an answer; otherwise a range, ends included. */
  code: number | readonly number[] | 'none' | { from: number; to: number }
  /** What the description must say. */
  says?: RegExp
  /** Only when the platform itself said it, not something on the way. */
  spoken?: true
  means: Meaning
}

/** The longest that a platform is waited for at its word: an absurd one is a fault of its own. */
export const LONGEST_ASKED_MS = HOUR_MS
/** An error that no line knows is tried so often. */
const FEW_TRIES = 5

/** What the table says of a failure; what it does not know is tried a few times. */
export function meaningOf(table: readonly ErrorRule[], failure: ApiFailure): Meaning {
  return table.find(rule => fits(rule, failure))?.means ?? 'few'
}

function fits({ code, says, spoken }: ErrorRule, failure: ApiFailure): boolean {
  if (spoken && !failure.spoken) return false
  return isOf(code, failure.code) && (says === undefined || says.test(failure.description))
}

function isOf(code: ErrorRule['code'], given: number | null): boolean {
  if (code === 'none' || given === null) return code === 'none' && given === null
  if (typeof code === 'number') return code === given
  return 'from' in code ? code.from <= given && given <= code.to : code.includes(given)
}

/**
 * What a failed sending means for the message, the chat and the channel, by the platform's table.
 * @param now milliseconds since 1970.
 */
export function deliveryOf(table: readonly ErrorRule[], failure: ApiFailure, now: number): Delivery {
  const { code, description, retryAfter, ambiguous } = failure
  const cause = code === null ? description : `${code} ${description}`.trim()
  const retry = {
    outcome: 'retry',
    cause,
    scope: 'unclear',
    afterMs: now + Math.min(LONGEST_ASKED_MS, (retryAfter ?? 0) * 1_000),
    named: retryAfter !== null,
    mostTries: null,
    ambiguous,
  } as const
  switch (meaningOf(table, failure)) {
    case 'never':
      return { outcome: 'refused', cause, ours: false }
    case 'ours':
      return { outcome: 'refused', cause, ours: true }
    case 'gone':
      return { outcome: 'gone', cause }
    case 'down':
      return { outcome: 'channel_down', cause }
    case 'later':
      return retry
    case 'all_later':
      return { ...retry, scope: 'channel' }
    case 'few':
      return { ...retry, scope: 'chat', mostTries: FEW_TRIES }
  }
}
