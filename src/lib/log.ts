/** What the rooms need of a logger: facts first, then a fixed sentence. Never a token, never the text of a message. */
export interface Log {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** A log that keeps nothing, for one-shot commands. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }
