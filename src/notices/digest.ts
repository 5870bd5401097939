import { z } from 'zod'
import { DIGEST_KINDS } from '../core/digest.ts'
import type { DigestKind } from '../core/digest.ts'
import { DAY_MS } from '../core/durations.ts'
import type { Member } from '../core/member.ts'
import type { Moment } from '../core/moment.ts'
import type { Stores } from '../db/stores/database.ts'
import type { ImportRecord } from '../db/stores/imports.ts'
import type { OutboxRow } from '../db/stores/outbox.ts'
import type { DigestPreference, SubscriptionRow } from '../db/stores/subscriptions.ts'
import { composeDigest } from './compose-digest.ts'
import { defineTopic } from './topic.ts'

const stretch = z.object({
  from: z.string(),
  to: z.string(),
  indicators: z.array(z.string()),
  units: z.record(z.string(), z.array(z.number().nullable())),
  places: z.array(z.number().nullable()),
})

/** A scheduled summary: told to subscribers of its kind; read anew at the moment of sending. */
export const digest = defineTopic({
  name: 'digest',
  /** Which kind, the slot that it answers (milliseconds), and whether it is made up for. */
  facts: z.object({
    kind: z.enum(DIGEST_KINDS),
    slot: z.number(),
    late: z.boolean(),
    /** The civil day that a weekly one is of, however much later it goes; absent in rows of releases that did not keep it. */
    day: z.string().optional(),
    /** It goes into a group: the unit that it is of. Nothing of a single person is told there. */
    group: z.string().optional(),
    /** An operator sends it by hand, whoever is subscribed. */
    byHand: z.boolean().optional(),
    /** What it shows, should a figure of it be corrected; absent in rows of releases that did not keep it. */
    told: z.array(stretch).optional(),
    /** Which figures that was read from: grows with each import and undo. */
    seen: z.number().optional(),
  }),
  key: ({ kind, slot }) => `digest:${kind}:${slot}`,
  async recipients({ kind }, { scene, subscriptions }) {
    const chosen = await subscriptions.all()
    return [...scene.members.values()]
      .filter(member => isSubscribed(member, kind, chosen))
      .map(member => member.member)
  },
  // It is read anew, as its reader may see it by then.
  tellable: facts => facts,
  stillTrue: async (facts, telling) => {
    const { kind, late, day, group } = facts
    const asked = { kind, late, day, shared: group !== undefined }
    return (await composeDigest(telling, asked, telling.say)).message
  },
  say: message => message,
})

/**
 * Whether its person still wants a digest that waited, asked at the moment of sending: one that was stopped or paused
 * meanwhile is not sent, nor one without news where only news are wanted. One for a group, or sent by hand, is.
 */
export async function isStillWanted(
  { subscriptions, imports }: Pick<Stores, 'subscriptions' | 'imports'>,
  row: Pick<OutboxRow, 'facts' | 'member'>,
  { members, now }: { members: ReadonlyMap<string, Member>; now: Pick<Moment, 'at' | 'today'> },
): Promise<boolean> {
  const facts = digest.read(row.facts)
  const member = members.get(row.member ?? '')
  if (!facts || !member || facts.byHand === true) return true
  if (!isSubscribed(member, facts.kind, await subscriptions.all())) return false
  const chosen = (await subscriptions.preferences()).find(one => one.member === row.member)
  if (isPaused(chosen, now.today)) return false
  return chosen?.onlyNews !== true || (await haveFiguresCome(imports, facts, now.at))
}

/** Days between two digests of a kind; a phase has news of its own. */
const DAYS: Record<DigestKind, number> = { daily: 1, weekly: 7, monthly: 31, phase: 31 }

/** Whether figures were imported since the slot before (milliseconds), up to a moment. */
export async function haveFiguresCome(
  imports: Pick<Stores['imports'], 'list'>,
  { kind, slot }: { kind: DigestKind; slot: number },
  until: number,
): Promise<boolean> {
  const isNew = ({ at }: ImportRecord) => slot - DAYS[kind] * DAY_MS < at && at <= until
  return (await imports.list()).some(
    record => isNew(record) && record.kind === 'observations' && record.added + record.changed > 0,
  )
}

/** Whether digests rest on the day, as the person chose. */
export function isPaused(chosen: DigestPreference | undefined, day: string): boolean {
  const until = chosen?.pausedUntil ?? null
  return until !== null && until > day
}

/** Digests of these kinds go into groups. */
const IN_GROUPS: readonly DigestKind[] = ['weekly', 'phase']

export function goesToGroups(kind: DigestKind): boolean {
  return IN_GROUPS.includes(kind)
}

/** Who reads a digest in a group: nobody in particular, all that is said of the unit in public. */
export function readerOfGroup(unit: string): Member {
  return { member: '', name: '', role: 'committee', unit }
}

/** Whether the member gets digests of the kind: as chosen, else a committee gets the weekly and the phase digest. */
export function isSubscribed(
  member: Member,
  kind: DigestKind,
  subscriptions: readonly SubscriptionRow[],
): boolean {
  const chosen = subscriptions.find(row => row.member === member.member && row.kind === kind)
  if (chosen) return chosen.active
  return member.role === 'committee' && (kind === 'weekly' || kind === 'phase')
}
