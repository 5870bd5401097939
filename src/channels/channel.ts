import type { Message } from '../lib/message.ts'
import type { Parts } from './parts.ts'

/**
 * The one contract that every channel keeps. A channel knows its platform and nothing of members or indicators:
 * it turns what arrives into `Incoming`, shows a `Message` within its abilities, and classifies what went wrong.
 */
export interface Channel {
  readonly name: ChannelName
  readonly abilities: Abilities
  readonly limits: Limits
  /**
   * Starts receiving (polling, or registering the webhook). Resolves once receiving is set up; never throws for
   * an outage of the platform (it retries with back-off and reports through `health`). `receive` stores the update;
   * an update counts as received when `receive` has resolved.
   */
  start(receive: Receive): Promise<void>
  /** Stops receiving, waits for what is being received. Safe to call twice. */
  stop(): Promise<void>
  /**
   * Sends one message. Resolves with what the platform did; never rejects.
   * @param beforeCall awaited before each call: so the platform's pace is kept, however many calls a message takes.
   * @param parts what of it arrived by an earlier try is left out, what arrives now is noted.
   */
  send(address: string, message: Message, beforeCall?: BeforeCall, parts?: Parts): Promise<Delivery>
  /** How many calls, as `limits` counts them, `send` makes for the message when all goes well. */
  callsOf(message: Message): number
  /** Whether several people read at the address. */
  isGroup(address: string): boolean
  /** Shows "typing…" where the platform has it; failures are ignored. */
  typing(address: string): Promise<void>
  /** Asks the platform by a cheap call whether it serves this bot now. Never rejects. */
  probe(): Promise<Probe>
  /** Asks the platform what it keeps for us and compares it with our settings. Absent: it does not tell. Never rejects. */
  setup?(): Promise<SetupFault[]>
  /** The forms of notices that were declared, and how many more the platform takes. Absent: it has none. */
  forms?(): Promise<Forms>
  /**
   * The commands that are offered in one chat; null: those that everybody is offered. Absent: the platform shows none for
   * one chat. Never rejects.
   */
  menu?(address: string, commands: readonly Command[] | null): Promise<MenuOutcome>
  /** A link that opens the chat with the bot and gives it this word; null until `probe` has told who the bot is. */
  startLink?(word: string): string | null
  /** Whether receiving works now, and if not a short cause without any token, for /healthz and the log. */
  health(): { ok: boolean; cause?: string }
  /** Where the platform delivers, to be mounted by the HTTP server; absent while the channel asks by itself. */
  readonly webhook?: Webhook
}

/** A command of a menu: `[a-z0-9_]`, at most 32 characters, and what it does. */
export interface Command {
  command: string
  description: string
}

/** What became of a menu; `refused`: asking again will not help, `later`: it may. */
export type MenuOutcome = 'kept' | 'refused' | 'later'

export type BeforeCall = () => Promise<void>

/** The name under which a channel runs: its folder's, with `-2`, `-3`, … where the province has several of a kind. */
export type ChannelName = string

export interface Abilities {
  /** Choices can be tapped; otherwise they are numbered lines that are answered with the number. */
  buttons: boolean
  /** A message can take the place of an earlier one (`Message.replaces`); elsewhere it follows. */
  edit: boolean
  images: 'upload' | 'url' | 'none'
  files: 'upload' | 'url' | 'none'
  /** Longest text of one message, in UTF-16 units. */
  maxText: number
  /** Groups may talk with the bot. */
  groups: boolean
  /** People can be written to who have never written to the bot. */
  startsConversation: boolean
}

/** At most so many calls within any stretch of so many milliseconds. */
export interface Limit {
  calls: number
  ms: number
}

/** How fast the platform may be called: in all, for one chat, for one group; null is as fast as it goes. */
export interface Limits {
  channel: Limit | null
  chat: Limit | null
  group: Limit | null
}

/** What a person sent. Only `text` and `button` say something in words; a photo may have a caption. */
export type IncomingKind =
  | 'text'
  | 'button'
  | 'edited'
  | 'forwarded'
  | 'photo'
  | 'video'
  | 'voice'
  | 'sticker'
  | 'location'
  | 'contact'
  | 'file'
  /** Something else that has no words. */
  | 'other'
  /** The platform keeps back what was sent (of protected users). */
  | 'withheld'

/** One thing that a person sent. */
export interface Incoming {
  channel: ChannelName
  /** Where to answer: the platform's chat id, an opaque string. */
  address: string
  /** The platform's id of this update, unique within the channel; the same id again is the same update. */
  updateId: string
  kind: IncomingKind
  /** The text, a button's, or a caption; empty where there is none. */
  text: string
  /** Pictures sent together share it: one answer is enough for all of them. */
  album: string | null
  /** The message of ours to which a pressed button belongs, or to which a text replies, as `send` gave it; else null. */
  messageId: string | null
  /** Milliseconds since 1970 at which the person sent it, or at which it arrived if the platform does not say. */
  sentAt: number
  /** A chat of one person with the bot. Others are answered only with how to write in private. */
  private: boolean
  /** In a group who wrote, as the address of a chat with that person alone; absent where it is not told. */
  sender?: string
}

export type Receive = (incoming: Incoming) => Promise<void>

/** What became of a sending; an error carries its decision. `cause` never holds a token or the text. */
export type Delivery =
  | { outcome: 'sent'; messageId: string | null }
  | Retry
  /** This message can never be delivered; the chat is fine. `ours`: we asked wrongly, which is a fault of the program. */
  | { outcome: 'refused'; cause: string; ours: boolean }
  /** The chat is gone (blocked, deleted, closed to us): nothing should be sent there until the person writes again. */
  | Gone
  /** The chat has another address now; send there. */
  | { outcome: 'moved'; address: string }
  /** The channel itself is broken (token refused): everything waits, an operator must act. */
  | { outcome: 'channel_down'; cause: string }

/** `forms`: what a form was approved for still reaches the person; only this message does not. */
export interface Gone {
  outcome: 'gone'
  cause: string
  forms?: boolean
}

/** It was not delivered, and may be another time. */
export interface Retry {
  outcome: 'retry'
  cause: string
  /**
   * What is known to be in trouble: this message alone, this chat, or the whole channel. `unclear`: no answer, a fault of the platform,
   * or a limit that does not say whose it is; `probe` tells whether the channel serves at all.
   */
  scope: 'message' | 'chat' | 'channel' | 'unclear'
  /** Not before this moment (milliseconds). */
  afterMs: number
  /** The platform itself named the moment: obeyed to the second, neither shortened nor lengthened. */
  named: boolean
  /** After so many tries it is given up; null: as long as it is worth sending. */
  mostTries: number | null
  /** The whole request was written and nothing came back in time, or a part of it was shown: it may come twice. */
  ambiguous: boolean
}

/** What a platform says of itself. `down`: it refuses this bot, and an operator must act. */
export type Probe = { ok: true } | { ok: false; cause: string; down: boolean }

/** What the platform keeps for us otherwise than we need it. `seen`: what it has or says instead, without a secret. */
export type SetupFault =
  /** Nothing is delivered to us; elsewhere, while we ask by ourselves or not; to us, but it does not get through. */
  | { what: 'noWebhook' | 'otherWebhook' | 'strayWebhook' | 'notDelivered'; seen: string }
  /** A form that carries nothing; one whose fields are others than declared. */
  | { what: 'form' | 'formFields'; template: string; seen: string }

/** `price`: what one message costs, đồng, where it was declared; `left`: as the platform said when one was last sent. */
export interface Forms {
  forms: { template: string; price: { uid: number; phone: number } | null }[]
  left: number | null
}

/** A webhook of a channel, to be mounted by the HTTP server at `path`. */
export interface Webhook {
  path: string
  /** Whether the request may come in at all, judged by its headers before anything of its body is read. Absent: its body decides. */
  admits?(headers: Record<string, string | string[] | undefined>): boolean
  /** Judges the request before its body is read as an update. Returns the HTTP status to answer with. */
  handle(request: { headers: Record<string, string | string[] | undefined>; body: string }): Promise<number>
  /** Present where a secret of its own lets in: then whoever knows it may keep bodies at once, and hand them over later. */
  guard?: Guard
}

/** How what a platform delivers is let in by somebody else. */
export interface Guard {
  channel: ChannelName
  path: string
  /** Lower-case name of the header that carries the secret. */
  header: string
  secret: string
  /** Takes a body that was let in and is JSON; known updates are taken once. Rejects when it could not be kept. */
  take(body: string): Promise<void>
}
