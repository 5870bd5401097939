import type { ParseArgsOptionsConfig } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { isDay } from '../core/period.ts'
import type { Config } from '../config.ts'
import type { Words } from '../i18n/words.ts'
import type { Clock } from '../lib/clock.ts'

/** One command of the program: how it is called and what it does. */
export interface Command {
  /** One or two words: `import`, `targets assign`. */
  name: string
  /** The call as shown to a person who made a mistake. */
  usage: string
  /** Fewest and most arguments after the name. */
  positionals: readonly [number, number]
  options: ParseArgsOptionsConfig
  run(call: Call): Promise<Outcome>
}

export interface Call {
  config: Config
  words: Words
  clock: Clock
  stdin: AsyncIterable<string | Uint8Array>
  /** Writes one line of a command that says what it did as it goes. */
  print: (line: string) => void
  /** The account under which the command runs: who did it, in the audit. */
  operator: string
  positionals: readonly string[]
  options: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
}

/** What came of a command: `text` is for a person, `json` for a machine. */
export type Outcome =
  | { status: 'done'; text: string; json: unknown }
  /** Done, and all that there is to say was printed on the way. */
  | { status: 'printed' }
  /** The input was refused and nothing changed; the text goes to the error stream. */
  | { status: 'refused'; text: string; json: unknown }
  | { status: 'usage'; text: string }

/** The value of an option that takes text, or undefined. */
export function textOption(call: Call, name: string): string | undefined {
  const value = call.options[name]
  return typeof value === 'string' ? value : undefined
}

/** Milliseconds of `--at ISO`, in the province's time zone where none is written; now without it; null when it is no moment. */
export function momentOption(call: Call): number | null {
  const text = textOption(call, 'at')
  return text === undefined ? call.clock.now() : momentOf(text, call.config.timeZone)
}

/** Milliseconds of an ISO date and time, in the time zone where none is written; null when it is no moment. */
export function momentOf(text: string, timeZone: string): number | null {
  return instantOf(text) ?? localOf(text, timeZone)
}

function instantOf(text: string): number | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    return null
  }
}

function localOf(text: string, timeZone: string): number | null {
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds
  } catch {
    return null
  }
}

/** Milliseconds at which the civil day of an option begins in the province; undefined without it, null when it is no day. */
export function dayOption(call: Call, name: string): number | null | undefined {
  const text = textOption(call, name)
  if (text === undefined) return undefined
  return isDay(text) ? localOf(text, call.config.timeZone) : null
}

/** A moment for a person to read: `2024-05-19 20:00` on the wall of the province. */
export function readableTime(call: Call, at: number): string {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(call.config.timeZone)
  return wall.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
}
