import type { WebEvent } from './web-line.ts'
import type { WebFile, WebSlot } from './web-store.ts'

/** Longest text that a person may send at once, in UTF-16 units. */
export const MAX_INCOMING = 4_000

/** Someone who may be chosen in answer to "who are you?". */
export interface WebMember {
  member: string
  name: string
  unitName: string
  role: string
}

/** What a person sent from a page. */
export interface Posted {
  member: string
  /** The page's own id of it, at most 64 characters: sent again with the same id, it is the same message. */
  id: string
  text: string
  /** What the page shows instead of `text`: the label of the choice that was tapped. */
  label?: string
}

export type PostOutcome =
  | 'received'
  /** Longer than `MAX_INCOMING`: it was not passed on, and the chat says so. */
  | 'too_long'
  | 'unknown_member'
  /** The channel is not receiving: before its start or after its stop. */
  | 'closed'

/** One open page. Neither function may throw. */
export interface Page {
  tell(event: WebEvent): void
  /** Nothing more will come: the chat is being closed. */
  end(): void
}

/** The side of the web channel that the HTTP server serves. */
export interface WebChat {
  members(): Promise<WebMember[]>
  /** The person at the page says who they are; their chat is linked. Null when there is no such member. */
  choose(member: string): Promise<WebMember | null>
  /** Rejects when it could not be kept; nothing is lost or doubled when the page sends it again with the same id. */
  post(posted: Posted): Promise<PostOutcome>
  /**
   * Opens a page on the member's chat: tells what was said after line `afterId` (null: the latest lines), then
   * everything as it happens. Resolves with the function that closes it, or null when there is no such member.
   */
  open(member: string, afterId: number | null, page: Page): Promise<(() => void) | null>
  /** The picture or the file of a line of the member's chat. */
  file(member: string, id: number, slot: WebSlot): Promise<WebFile | null>
}
