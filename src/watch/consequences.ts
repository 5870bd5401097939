import type { Member } from '../core/member.ts'
import type { Moment } from '../core/moment.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import { evaluateWithin } from './evaluate.ts'
import type { Judgement } from './judge.ts'
import { type EvaluationJson, evaluationJson } from './evaluation-json.ts'

/** What follows from a change of the data: which units fall or recover, and what is told of it. */
export interface Consequences extends EvaluationJson {
  /** How many messages go: those to people without a chat go to nobody. */
  queued: number
  /** When the first message may go, milliseconds; null where none is queued. */
  firstAt: number | null
  /** Codes of the units concerned of which no leader can be reached. */
  nobody: string[]
}

/** Evaluates within an open transaction, and says what is queued by it; `judged` is what was judged before. */
export async function evaluateAndSay(
  stores: Stores,
  moment: Moment,
  judged?: Judgement,
): Promise<Consequences> {
  const before = new Set((await stores.outbox.list('queued')).map(row => row.id))
  const found = evaluationJson(await evaluateWithin(stores, moment, judged))
  const fresh = (await stores.outbox.list('queued')).filter(row => !before.has(row.id))
  const { members } = await stores.catalog.get()
  const reached = await reachedMembers(stores, members)
  const going = fresh.filter(({ member }) => member !== null && reached.has(member))
  const firstAt = going.length === 0 ? null : Math.min(...going.map(row => row.notBefore))
  const led = new Set(
    members.flatMap(({ member, role, unit }) => (role === 'leader' && reached.has(member) ? [unit] : [])),
  )
  const units = new Set([...found.opened, ...found.recovered].map(each => each.unit))
  return { ...found, queued: going.length, firstAt, nobody: [...units].filter(unit => !led.has(unit)) }
}

/** Codes of the members who have a chat that a message can go to. */
async function reachedMembers(
  stores: Pick<Stores, 'chats'>,
  members: readonly Member[],
): Promise<Set<string>> {
  const reached = new Set<string>()
  for (const { member } of members) {
    const chats = await stores.chats.ofMember(member)
    if (chats.some(chat => chat.goneAt === null)) reached.add(member)
  }
  return reached
}

/** What work would give and what would follow from it; all of it is taken back. */
export async function foresee<T>(
  db: Database,
  moment: Moment,
  work: (stores: Stores) => Promise<T>,
): Promise<{ result: T; consequences: Consequences }> {
  let found: { result: T; consequences: Consequences } | null = null
  try {
    await db.write(async stores => {
      found = { result: await work(stores), consequences: await evaluateAndSay(stores, moment) }
      throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack) || found === null) throw error
  }
  if (found === null) throw new TakenBack()
  return found
}

class TakenBack extends Error {
  override name = 'TakenBack'
}
