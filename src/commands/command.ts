import type { ParseArgsOptionsConfig } from 'node:util'
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
  positionals: readonly string[]
  options: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
}

/** What came of a command: `text` is for a person, `json` for a machine. */
export type Outcome =
  | { status: 'done'; text: string; json: unknown }
  /** The input was refused and nothing changed; the text goes to the error stream. */
  | { status: 'refused'; text: string; json: unknown }
  | { status: 'usage'; text: string }

/** The value of an option that takes text, or undefined. */
export function textOption(call: Call, name: string): string | undefined {
  const value = call.options[name]
  return typeof value === 'string' ? value : undefined
}

/** Milliseconds of `--at ISO`, now without it; null when it is not a date and time. */
export function momentOption(call: Call): number | null {
  const text = textOption(call, 'at')
  if (text === undefined) return call.clock.now()
  const at = Date.parse(text)
  return /^\d{4}-\d{2}-\d{2}T/.test(text) && Number.isFinite(at) ? at : null
}
