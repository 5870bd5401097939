import { z } from 'zod'
import type { Viewing } from '../answers/asking.ts'
import type { Scene } from '../answers/scene.ts'
import type { Stores } from '../db/stores/database.ts'
import type { OutboxStore } from '../db/stores/outbox.ts'
import { parseJson } from '../lib/parse-json.ts'
import type { Role } from '../core/member.ts'
import type { Message } from '../lib/message.ts'
import type { SayContext } from '../replies/phrases/context.ts'

/** Who could be told: the members of a scene, and what they chose. */
export interface Audience extends Pick<Stores, 'subscriptions'> {
  scene: Scene
}

/** The moment of sending: what the recipient sees then, and how it is said. */
export interface Telling extends Viewing, Pick<Stores, 'alerts' | 'explanations'> {
  outbox: Pick<OutboxStore, 'withPrefix'>
  say: SayContext
}

/** How a row of the outbox is said. `Facts` are kept until it is sent, `Known` is what of them is true then. */
interface Saying<Name extends string, Facts, Known> {
  /** As the outbox keeps it. */
  name: Name
  /** Facts by reference; checked when they are read back, as rows outlive releases. */
  facts: z.ZodType<Facts>
  /** What of it may be told to the reader as the reader is now: role and unit may be others than when it was queued. Null: nothing. */
  tellable: (facts: Facts, telling: Pick<Telling, 'scene' | 'member'>) => Facts | null
  /** What is true at the moment of sending; null when nothing of it is. */
  stillTrue: (facts: Facts, telling: Telling) => Promise<Known | null>
  say: (known: Known, ctx: SayContext) => Message | Promise<Message>
}

/** To whom it is told, and when it is told twice. */
interface Addressing<Facts> {
  /** Names what is told, without the recipient: told under one key it is told once. `now` is in milliseconds. */
  key: (facts: Facts, now: number) => string
  /** Codes of the members to be told. */
  recipients: (facts: Facts, audience: Audience) => Promise<string[]>
}

export interface Sayable<Name extends string, Facts, Known> extends Saying<Name, Facts, Known> {
  /** The facts of a row; null when they are none of this topic. */
  read: (json: string) => Facts | null
  /** The message of a row; null when nothing of it is true any more. Throws `UnreadableFactsError`. */
  compose: (json: string, telling: Telling) => Promise<Message | null>
}

/** One thing that people are told unasked. */
export type Topic<Name extends string, Facts, Known> = Sayable<Name, Facts, Known> & Addressing<Facts>

/** A row of the outbox whose facts do not fit their topic; the row is tried again, as a later release may read it. */
export class UnreadableFactsError extends Error {
  override name = 'UnreadableFactsError'
}

export function defineTopic<Name extends string, Facts, Known>(
  parts: Saying<Name, Facts, Known> & Addressing<Facts>,
): Topic<Name, Facts, Known> {
  const { key, recipients } = parts
  return { ...sayable(parts), key, recipients }
}

export function sayable<Name extends string, Facts, Known>(
  saying: Saying<Name, Facts, Known>,
): Sayable<Name, Facts, Known> {
  const read = (json: string): Facts | null => saying.facts.safeParse(parseJson(json)).data ?? null
  return {
    ...saying,
    read,
    async compose(json, telling) {
      const facts = read(json)
      if (facts === null) throw new UnreadableFactsError(saying.name)
      const tellable = saying.tellable(facts, telling)
      const known = tellable && (await saying.stillTrue(tellable, telling))
      return known && (await saying.say(known, telling.say))
    },
  }
}

/** Whether the reader has one of the roles now, and the unit where one is given. */
export function isReader(
  { member }: Pick<Telling, 'member'>,
  roles: readonly Role[],
  unit?: string,
): boolean {
  return roles.includes(member.role) && (unit === undefined || member.unit === unit)
}

/** Codes of the members of the role whose unit this is; of all units with null. */
export function membersOf({ scene }: Pick<Audience, 'scene'>, unit: string | null, role: Role): string[] {
  return [...scene.members.values()]
    .filter(member => (unit === null || member.unit === unit) && member.role === role)
    .map(member => member.member)
}
