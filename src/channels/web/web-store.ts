import type { Attachment } from '../../lib/message.ts'

/** The newest messages of an address that a store must keep; older ones may be forgotten. */
export const KEPT_MESSAGES = 500

/** Which attachment of a message: each message has at most one of each. */
export type WebSlot = 'image' | 'file'

/** One line of a web chat's history, as stored. */
export interface WebRow {
  /** Grows with every append, over all addresses, and is never used twice. */
  id: number
  /** When it was said, milliseconds since 1970. */
  at: number
  /** JSON of a `WebLine`. */
  json: string
}

export type WebFile = Pick<Attachment, 'name' | 'type' | 'bytes'>

/** Where the web chat keeps what was said, so that a page that was closed finds it on reopening. */
export interface WebStore {
  /**
   * Keeps one line with its attachments and returns its id once it is durable.
   * May forget lines of the address beyond the newest `KEPT_MESSAGES`.
   */
  append(
    address: string,
    json: string,
    at: number,
    files: readonly { slot: WebSlot; file: WebFile }[],
  ): Promise<number>
  /** Lines of the address with an id above `afterId`, oldest first, at most `limit`. */
  since(address: string, afterId: number, limit: number): Promise<WebRow[]>
  /** The newest lines of the address, oldest first, at most `limit`. */
  latest(address: string, limit: number): Promise<WebRow[]>
  /** An attachment of a line of this address; null when there is none. */
  file(address: string, id: number, slot: WebSlot): Promise<WebFile | null>
}
