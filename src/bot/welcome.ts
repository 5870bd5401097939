import type { Scene } from '../answers/scene.ts'
import { mainIndicatorOf } from '../answers/main-indicator.ts'
import { scopeOf } from '../answers/scope.ts'
import { standingAlerts } from '../answers/standing.ts'
import type { Member } from '../core/member.ts'
import type { Stores } from '../db/stores/database.ts'
import type { Words } from '../i18n/words.ts'
import type { Block, Message } from '../lib/message.ts'
import { unsentDrafts } from '../notices/drafts.ts'
import { compose } from '../replies/phrases/compose.ts'
import { sayContext } from '../replies/phrases/context.ts'
import { ask, figureQuestion } from '../replies/phrases/next-questions.ts'
import { newConversation } from './conversation.ts'
import { converse } from './converse.ts'

type Rows = Pick<
  Stores,
  'observations' | 'alerts' | 'explanations' | 'imports' | 'subscriptions' | 'outbox' | 'chats'
>

/**
 * The first message in a linked chat: who one is, the figure now, what is open, and three questions that work.
 */
export async function sayWelcome(rows: Rows, scene: Scene, words: Words, member: Member): Promise<Message> {
  const say = sayContext(scene, words, member)
  const unit = scene.tree.byCode.get(member.unit)?.name ?? member.unit
  const role = words.say(`people.roles.${member.role}`)
  const message = compose(
    say,
    [
      words.say('people.welcome.linked', { name: member.name, unit, role }),
      [
        await openLine(rows, scene, words, member),
        await requestLine(rows, scene, words, member),
        await draftsLine(rows, scene, words, member),
      ],
      [words.say('people.welcome.next'), words.say('people.welcome.kept')],
    ],
    [ask(say, 'ownUnit'), ask(say, 'progress'), ask(say, member.role === 'leader' ? 'alerts' : 'help')],
  )
  const [who, ...rest] = message.blocks
  return who
    ? { ...message, blocks: [who, ...(await figureNow(rows, scene, words, member)), ...rest] }
    : message
}

/** The main indicator of the person's unit as it stands, in the words of an answer; nothing where there is no figure. */
async function figureNow(rows: Rows, scene: Scene, words: Words, member: Member): Promise<Block[]> {
  const codes = scene.catalog.indicators.map(one => one.code)
  const main = scene.indicators.get(mainIndicatorOf(scene, codes) ?? '')
  if (!main) return []
  const text = figureQuestion(sayContext(scene, words, member), 'value', member.unit, main.code).send
  const turn = await converse({ ...rows, scene, words, member, text, conversation: newConversation })
  const known = turn.answers.some(({ figures }) => figures.some(({ value }) => value !== null))
  return known ? turn.message.blocks.slice(0, 2).filter(block => block.where === undefined) : []
}

/** An explanation that the unit owes: whoever leads it now may not have been there when it was asked. */
async function requestLine(
  { alerts, explanations }: Rows,
  scene: Scene,
  words: Words,
  { role, unit }: Member,
): Promise<string | null> {
  if (role !== 'leader' || (await standingAlerts(alerts, scene, [unit])).length === 0) return null
  const owed = (await explanations.requests()).filter(row => row.unit === unit && row.answeredAt === null)
  const [due] = owed.map(row => row.due).toSorted()
  if (due === undefined) return null
  return words.say(`people.welcome.request${due < scene.moment.today ? 'Over' : ''}`, { due })
}

/** What officers have drafted waits for whoever leads the unit now. */
async function draftsLine(rows: Rows, scene: Scene, words: Words, member: Member): Promise<string | null> {
  if (member.role !== 'leader') return null
  const drafts = await unsentDrafts({ ...rows, scene }, member.unit)
  return drafts.length === 0 ? null : words.say('people.welcome.drafts', { drafts: drafts.length })
}

async function openLine(
  { alerts }: Rows,
  scene: Scene,
  words: Words,
  member: Member,
): Promise<string | null> {
  if (member.role === 'data' || member.role === 'admin') return null
  const units = scene.tree.subtree(scopeOf(scene, member)).map(unit => unit.code)
  const open = await standingAlerts(alerts, scene, units)
  if (open.length === 0) return words.say('people.welcome.nothingOpen')
  const where = new Set(open.map(alert => alert.unit))
  return where.size === 1 && where.has(member.unit)
    ? words.say('people.welcome.openOwn', { alerts: open.length })
    : words.say('people.welcome.open', { alerts: open.length, units: where.size })
}
