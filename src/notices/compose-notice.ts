import { readScene } from '../answers/scene.ts'
import type { Scene } from '../answers/scene.ts'
import type { Member } from '../core/member.ts'
import type { Moment } from '../core/moment.ts'
import type { ChatRow } from '../db/stores/chats.ts'
import type { Stores } from '../db/stores/database.ts'
import type { OutboxRow } from '../db/stores/outbox.ts'
import type { Words } from '../i18n/words.ts'
import type { Message } from '../lib/message.ts'
import { sayContext } from '../replies/phrases/context.ts'
import { amended } from './amended.ts'
import { corrected } from './corrected.ts'
import { digest, readerOfGroup } from './digest.ts'
import { UnreadableFactsError } from './topic.ts'
import { topicNamed } from './topics.ts'

/** What a notice is composed from, at the moment of sending. */
export interface ComposeParts {
  stores: Pick<
    Stores,
    'catalog' | 'settings' | 'observations' | 'alerts' | 'explanations' | 'outbox' | 'chats'
  >
  words: Words
  moment: Moment
}

/**
 * What an outbox row says, made at the moment of sending from what is true then. Null when nothing of it is true any
 * more (the unit has recovered, the member is gone): the row is withdrawn. Throws `UnreadableFactsError`.
 */
export async function composeNotice(
  { stores, words, moment }: ComposeParts,
  row: OutboxRow,
  chat: Pick<ChatRow, 'id' | 'member'>,
): Promise<Message | null> {
  // The chat has become somebody else's since.
  if (chat.member !== addresseeOf(row)) return null
  const scene = await readScene(stores, moment)
  const member =
    addresseeOf(row) === null ? await groupReader(stores, scene, row, chat.id) : readerOf(scene, row)
  if (!member) return null
  const topic = topicNamed(row.topic)
  if (!topic) throw new UnreadableFactsError(row.topic)
  const { observations, alerts, explanations, outbox } = stores
  const say = sayContext(scene, words, member)
  return await topic.compose(row.facts, { scene, observations, alerts, explanations, outbox, member, say })
}

/** The code of whom it is for; null of a group. A message that is put right goes to its chat, whichever its person prefers. */
function addresseeOf({ member, topic, facts }: OutboxRow): string | null {
  return topic === amended.name ? (amended.read(facts)?.member ?? null) : member
}

/** Whose message it is. */
function readerOf({ members }: Scene, row: OutboxRow): Member | undefined {
  return members.get(addresseeOf(row) ?? '')
}

/** Whoever reads in the group, where it still gets what is told of that unit. */
async function groupReader(
  { chats }: Pick<ComposeParts['stores'], 'chats'>,
  { tree }: Scene,
  row: OutboxRow,
  chat: number,
): Promise<Member | undefined> {
  const unit = groupOf(row)
  if (unit === undefined || !tree.byCode.has(unit)) return undefined
  const isOpen = (await chats.groups()).some(group => group.chat === chat && group.unit === unit)
  return isOpen ? readerOfGroup(unit) : undefined
}

function groupOf({ topic, facts }: OutboxRow): string | undefined {
  if (topic === digest.name) return digest.read(facts)?.group
  return topic === corrected.name ? corrected.read(facts)?.group : undefined
}
