import type { Limit, Limits } from '../channels/channel.ts'

/** Milliseconds between two calls, and how many may come at once after a rest. */
export interface Rhythm {
  every: number
  burst: number
}

/** Stretches longer than this leave room for a few calls at once. */
const LONG_MS = 10_000
/** What is kept back of a limit: calls do not arrive as evenly as they set out. */
const MARGIN = 0.08

/**
 * The rhythm that never has more than the limit's calls within any stretch of its length. There is one bucket, so the
 * burst is part of the limit: a fifth of a long stretch's calls, of a short one's what is kept back, so that a moment's delay
 * is made up for.
 */
export function rhythmOf({ calls, ms }: Limit): Rhythm {
  if (ms >= LONG_MS) {
    const burst = Math.max(1, Math.floor(calls / 5))
    return { every: ms / Math.max(1, calls - burst), burst }
  }
  if (calls === 1) return { every: ms * 1.05, burst: 1 }
  return { every: ms / (calls * (1 - MARGIN)), burst: 1 + Math.floor(calls * MARGIN) }
}

/** From when on a call is free, given what the last one left behind (null: nothing). Never before `now`. */
export function freeAt(left: number | null, { every, burst }: Rhythm, now: number): number {
  return Math.max(now, (left ?? 0) - (burst - 1) * every)
}

/** What a call at `at` leaves behind. */
export function leftBy(left: number | null, { every }: Rhythm, at: number): number {
  return Math.max(left ?? 0, at) + every
}

/**
 * What a bucket holds, as far as it can be true: no more than the burst and the calls booked ahead. What lies further
 * ahead was written by a clock that was wrong (null: the next call is free), or there would be silence until that time.
 */
export function believed(left: number | null, { rhythm, ahead }: Paced, now: number): number | null {
  return left !== null && left > now + (rhythm.burst + ahead) * rhythm.every ? null : left
}

/** What is paced of a call into a chat: the channel, and the chat or group. */
export interface Paced {
  key: string
  rhythm: Rhythm
  /** So many calls may be booked ahead of the burst. */
  ahead: number
}

/** Messages on their way each book their next call: so many over a channel, and one into a chat. */
const AHEAD = { channel: 24, chat: 1 }

/** The buckets that a call into the chat takes from. None where the channel goes as fast as it can. */
export function pacedBy(channel: string, limits: Limits, chat: number, group: boolean): Paced[] {
  const one = (group ? limits.group : null) ?? limits.chat
  const whole = limits.channel
  return [
    ...(whole === null ? [] : [{ key: channelKey(channel), rhythm: rhythmOf(whole), ahead: AHEAD.channel }]),
    ...(one === null ? [] : [{ key: chatKey(channel, chat), rhythm: rhythmOf(one), ahead: AHEAD.chat }]),
  ]
}

export function channelKey(channel: string): string {
  return channel
}

export function chatKey(channel: string, chat: number): string {
  return `${channel}/${chat}`
}
