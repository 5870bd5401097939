import { answerQuestion } from '../answers/answer-question.ts'
import { scopeOf } from '../answers/scope.ts'
import type { Intent, Question } from '../ask/question.ts'
import { readQuestion } from '../ask/read-question.ts'
import type { Member } from '../core/member.ts'
import type { Message } from '../lib/message.ts'
import { composeDigest } from '../notices/compose-digest.ts'
import { readerOfGroup } from '../notices/digest.ts'
import { sayContext } from '../replies/phrases/context.ts'
import type { SayContext } from '../replies/phrases/context.ts'
import { reply } from './arrived.ts'
import type { Arrived, TurnParts } from './arrived.ts'
import { lexiconOf } from './lexicons.ts'
import { reportAsked } from './report-period.ts'
import { sayMade } from './say-one.ts'

/** What a group that gets digests may ask for: tables of units, and a digest now. Nothing else is answered there. */
const ANSWERED: readonly Intent[] = ['ranking', 'top', 'bottom', 'below', 'met', 'report']

/**
 * Answers a table of units, or a digest, where the group gets digests: as everybody there may read it, without anything to
 * press. True when it was one. `text` is what was said to the bot.
 */
export async function groupAskTurn(parts: TurnParts, arrived: Arrived, text: string): Promise<boolean> {
  const { chat, scene } = arrived
  const { db } = parts
  const opened = (await db.read.chats.groups()).find(one => one.chat === chat.id)
  if (!opened || !scene.tree.byCode.has(opened.unit)) return false
  const reader = readerOfGroup(opened.unit)
  const question = questionIn(arrived, reader, text)
  if (!question) return false
  const message = await answered(parts, arrived, { reader, question })
  await db.writeTogether(async stores => await reply(stores, arrived, { ...message, choices: [] }))
  return true
}

/** The one question of a text that is answered in full; null where it asks for anything else. */
function questionIn({ scene }: Arrived, reader: Member, text: string): Question | null {
  const { questions, halfUnderstood } = readQuestion(text, lexiconOf(scene.catalog), {
    unit: reader.unit,
    scope: scopeOf(scene, reader),
    today: scene.moment.today,
    previous: null,
    earlier: [],
    shown: [],
    pendingChoices: [],
  })
  const [only, ...more] = questions
  const isWhole = only && more.length === 0 && !halfUnderstood && only.notAnswered.length === 0
  return isWhole && ANSWERED.includes(only.intent) ? only : null
}

async function answered(
  { db, words }: TurnParts,
  { scene }: Arrived,
  { reader, question }: { reader: Member; question: Question },
): Promise<Message> {
  const { observations, alerts, explanations, imports } = db.read
  const say: SayContext = sayContext(scene, words, reader)
  const viewing = { observations, alerts, explanations, imports, scene, member: reader }
  if (question.intent !== 'report') return await sayMade(await answerQuestion({ ...viewing, question }), say)
  const { kind, window, scene: then } = reportAsked(scene, question)
  const asked = { kind, late: false, window, heat: question.chart, shared: true }
  return (await composeDigest({ ...viewing, scene: then }, asked, say)).message
}
