import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { Timer } from '../lib/timer.ts'
import type { ChannelAlarm, ChannelKeep } from './channel-keep.ts'
import type { Abilities, Channel, ChannelName, Command, Limits } from './channel.ts'
import type { Value, Variable, VariableProblem } from './variable.ts'

/**
 * What a channel's folder exports: everything that the house needs to know of it. Registered by one line of
 * `channel-list.ts`; the variables of the environment, the paces and the parts of the service are derived from there.
 */
export interface ChannelKind<Parts, C extends Channel = Channel> {
  /** The folder's name; a channel that runs has it too, or it with a number. */
  readonly name: string
  /** How fast the platform may be used, unless the configuration says otherwise. */
  readonly limits: Limits
  /** The most that it can show; a channel that runs may do with less. */
  readonly abilities: Abilities
  readonly variables: readonly Variable[]
  /**
   * The channels that the environment turns on. Each variable has its shape by then.
   * @param others how many channels of the kinds before it in the list are on.
   */
  configure(value: Value, others: number): ConfiguredKind<Parts, C>
}

export interface ConfiguredKind<Parts, C extends Channel = Channel> {
  /** Mistakes that only show when variables are seen together. */
  problems: VariableProblem[]
  channels: ConfiguredChannel<Parts, C>[]
}

/** A channel that is on, and not made yet. */
export interface ConfiguredChannel<Parts, C extends Channel = Channel> {
  name: ChannelName
  /** The platform must reach this server from outside. */
  called: boolean
  /** How a person finds it: under which name, and by which link. */
  invitation: Invitation
  /** What the environment decided of it. It may hold tokens: it is never shown. */
  settings: object
  /** Makes the channel; it does nothing before its `start`. */
  open(parts: Parts): C
}

/** What an invitation says of a channel; nulls where nobody wrote it down. */
export interface Invitation {
  name: string | null
  link: string | null
  /** How many people it holds; null for as many as there are. */
  people: number | null
  /** How many messages of a month it carries; null for as many as there are. */
  messages: number | null
}

export const NO_INVITATION: Invitation = { name: null, link: null, people: null, messages: null }

/** What every channel is given. */
export interface ChannelParts {
  clock: Clock
  timer: Timer
  log: Log
  /** IANA name of the province's time zone. */
  timeZone: string
  /** In [0, 1): spreads waits. */
  random: () => number
  words: ChannelWords
  fetch: typeof globalThis.fetch
  /** What the channel of this name keeps. */
  keep: (channel: string) => ChannelKeep
  /** Tells an operator, once for each key. */
  alarm: (alarm: ChannelAlarm) => void
  /** The menu of commands that everybody is offered, for a platform that shows one. */
  commands: readonly Command[]
}

export interface ChannelWords {
  /** Heads the parts of a long text: "(1/3)". */
  part: (part: number, of: number) => string
  /** Stands above the numbered choices: how to choose. */
  choose: string
  /** Tells where a file lies: its description and its address. */
  fileAt: (description: string, url: string) => string
  /** Ends a message that was made short because the month's messages run out. */
  shortened: string
}
