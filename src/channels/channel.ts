import type { Message } from '../lib/message.ts'

/**
 * The one contract that every channel keeps. A channel knows its platform and nothing of members or indicators:
 * it turns what arrives into `Incoming`, shows a `Message` within its abilities, and classifies what went wrong.
 */
export interface Channel {
  readonly name: ChannelName
  readonly abilities: Abilities
  /**
   * Starts receiving (polling, or registering the webhook). Resolves once receiving is set up; never throws for
   * an outage of the platform (it retries with back-off and reports through `health`). `receive` stores the update;
   * an update counts as received when `receive` has resolved.
   */
  start(receive: Receive): Promise<void>
  /** Stops receiving, waits for what is being received. Safe to call twice. */
  stop(): Promise<void>
  /** Sends one message. Resolves with what the platform did; never rejects. */
  send(address: string, message: Message): Promise<Delivery>
  /** Shows "typing…" where the platform has it; failures are ignored. */
  typing(address: string): Promise<void>
  /** Whether receiving works now, and if not a short cause without any token, for /healthz and the log. */
  health(): { ok: boolean; cause?: string }
}

export type ChannelName = 'telegram' | 'zalo-bot' | 'web'

export interface Abilities {
  /** Choices can be tapped; otherwise they are numbered lines that are answered with the number. */
  buttons: boolean
  images: 'upload' | 'url' | 'none'
  files: boolean
  /** Longest text of one message, in UTF-16 units. */
  maxText: number
}

/** One thing that a person sent. */
export interface Incoming {
  channel: ChannelName
  /** Where to answer: the platform's chat id, an opaque string. */
  address: string
  /** The platform's id of this update, unique within the channel; the same id again is the same update. */
  updateId: string
  text: string
  /** Milliseconds since 1970 at which the person sent it, or at which it arrived if the platform does not say. */
  sentAt: number
  /** A chat of one person with the bot. Others are answered only with how to write in private. */
  private: boolean
}

export type Receive = (incoming: Incoming) => Promise<void>

/** What became of a sending; an error carries its decision. `cause` never holds a token or the text. */
export type Delivery =
  | { outcome: 'sent'; messageId: string | null }
  /** Try again at or after this moment (milliseconds). `ambiguous`: it may have been delivered all the same. */
  | { outcome: 'retry'; afterMs: number; cause: string; ambiguous: boolean }
  /** This message can never be delivered; the chat is fine. */
  | { outcome: 'refused'; cause: string }
  /** The chat is gone (blocked, deleted): nothing should be sent there until the person writes again. */
  | { outcome: 'gone'; cause: string }
  /** The chat has another address now; send there. */
  | { outcome: 'moved'; address: string }
  /** The channel itself is broken (token refused): everything waits, an operator must act. */
  | { outcome: 'channel_down'; cause: string }

/** A webhook of a channel, to be mounted by the HTTP server at `path`. */
export interface Webhook {
  path: string
  /** Judges the request before its body is read as an update. Returns the HTTP status to answer with. */
  handle(request: { headers: Record<string, string | string[] | undefined>; body: string }): Promise<number>
}
