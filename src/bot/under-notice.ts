import type { Scene } from '../answers/scene.ts'
import { fitMessage, SHOWS_ALL } from '../channels/fit-message.ts'
import { DAY_MS, isRecent } from '../core/durations.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import type { ChatRow } from '../db/stores/chats.ts'
import type { InboxRow } from '../db/stores/inbox.ts'
import type { OutboxRow } from '../db/stores/outbox.ts'
import { composeNotice } from '../notices/compose-notice.ts'
import { newsOf } from '../notices/amended.ts'
import type { AlertName, NewsFacts } from '../notices/alert-facts.ts'
import { termOf } from '../notices/alert-lines.ts'
import { draft } from '../notices/draft.ts'
import { handed } from '../notices/handed.ts'
import { actFormIn } from './act-forms.ts'
import type { Arrived, TurnParts } from './arrived.ts'

/** A message of ours under which something was said. */
export interface Under {
  /** What was said: the choice of a number, else as it came. */
  text: string
  /** A button, or a number that stands for one: that is its own confirmation. */
  pressed: boolean
  /** The alerts of that message, where it was about some. */
  about?: readonly AlertName[]
  /** When the draft was made that the message carries; milliseconds. */
  draftAt?: number
  /** That message was for another person of the chat, or nothing is known of it any more: nothing is done under it. */
  isForeign?: boolean
  /** When the reply was made under which it was said, where that is known; milliseconds. */
  replyAt?: number
  /** The same where something was talked about since. */
  olderAt?: number
  /** It stands right under a message that was told unasked: pressed there, said as its answer, or soon after it with nothing between. */
  isRight?: boolean
  /** Something was told unasked since the last reply. */
  isToldSince?: boolean
}

const NUMBER = /^\d{1,2}$/

/** Whether what was said stands under a message that the person of the chat was not sent, or of which nothing is known any more. */
export async function isUnderForeign(
  { db }: TurnParts,
  { row, chat }: Pick<Arrived, 'row' | 'chat'>,
): Promise<boolean> {
  if (row.messageId === null) return false
  return isForeign(row, await db.read.outbox.sentAs(chat.id, row.messageId), chat)
}

/** What was told a chat before anybody was linked there is its person's. */
function isForeign(
  { messageId }: Pick<InboxRow, 'messageId'>,
  sent: OutboxRow | null,
  chat: Pick<ChatRow, 'member'>,
): boolean {
  if (messageId === null) return false
  if (sent === null) return true
  const { member } = newsOf(sent) ?? sent
  return member !== null && member !== chat.member
}

/**
 * Under which message of ours something was said: a button says so itself; a number, or the exact form of an act, belongs
 * to what was told last where nothing was talked about since. `saidAt` is when the last reply was made, `since` the last turn,
 * `offered` what the choices of that reply send.
 */
export async function underNotice(
  parts: TurnParts,
  { row, chat, scene }: Arrived,
  { since, saidAt, offered }: { since: number; saidAt: number; offered: readonly string[] },
): Promise<Under> {
  const { outbox } = parts.db.read
  const isNamed = row.messageId !== null
  const isPress = row.kind === 'button'
  // Of a press without its message nobody knows what it stood under, unless that was said or told last.
  const plain = { text: row.text, pressed: isPress && (isNamed || offered.includes(row.text)) }
  const isNumber = NUMBER.test(row.text.trim())
  if (!isPress && !isNumber && actFormIn(row.text) === null) return plain
  const sent =
    row.messageId === null ? await outbox.lastSent(chat.id) : await outbox.sentAs(chat.id, row.messageId)
  if (isForeign(row, sent, chat)) return { text: row.text, pressed: false, isForeign: true }
  if (!sent) return plain
  if (sent.topic === 'reply') return isNamed ? { ...plain, ...underReply(sent, saidAt) } : plain
  const told = newsOf(sent)
  if ((told ?? sent).member !== chat.member) return plain
  if (!isNamed && (sent.sentAt ?? 0) < since) return plain
  const alerts = told ? await alertsIn(told.news, parts, scene) : await alertsHanded(sent, parts)
  const drafted = draftIn(sent)
  const isRight = isNamed || isRecent(sent.sentAt ?? 0, scene.moment.at, SOON_MS)
  const about = {
    pressed: isPress,
    isRight,
    isToldSince: !isNamed && (sent.sentAt ?? 0) > since,
    ...(alerts && { about: alerts }),
    ...(drafted && { draftAt: drafted.at }),
  }
  if (!isNumber || isPress) return { ...plain, ...about }
  const stores = parts.db.read
  const message = await composeNotice({ stores, words: parts.words, moment: scene.moment }, sent, chat)
  if (!message) return { ...plain, ...about }
  const { choices } = fitMessage(message, parts.can?.(row.channel) ?? SHOWS_ALL)
  const chosen = choices[Number(row.text.trim()) - 1]
  return chosen ? { ...about, text: chosen.send, pressed: true } : { ...plain, ...about }
}

/** Who answers what was told last answers within this, milliseconds; later it is asked what is meant. */
const SOON_MS = DAY_MS

function underReply({ createdAt }: OutboxRow, saidAt: number): Pick<Under, 'replyAt' | 'olderAt'> {
  return { replyAt: createdAt, ...(createdAt < saidAt && { olderAt: createdAt }) }
}

/** The alerts that an officer was given, or has drafted an explanation of; null where the message is about none. */
async function alertsHanded(row: OutboxRow, { db }: TurnParts): Promise<AlertName[] | null> {
  const given = row.topic === handed.name ? handed.read(row.facts) : draftIn(row)
  if (!given) return null
  return (await db.read.alerts.ofUnits([given.unit])).filter(one => given.alerts.includes(one.id))
}

function draftIn({ topic, facts }: OutboxRow) {
  return topic === draft.name ? draft.read(facts) : null
}

/** The alerts that a message tells of, those included of which it only puts a figure right. */
async function alertsIn(
  { items, corrections }: NewsFacts,
  { db }: TurnParts,
  scene: Scene,
): Promise<AlertName[]> {
  const put = corrections.filter(one => one.of === 'alert')
  const rows = await db.read.alerts.ofUnits([...new Set(put.map(one => one.unit))])
  const isPut = (row: AlertRow) =>
    put.some(
      ({ unit, indicator, from }) =>
        row.unit === unit && row.indicator === indicator && termOf(scene, row.term)?.from === from,
    )
  return [...items, ...rows.filter(isPut)]
}
