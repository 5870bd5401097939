/** What is offered under a reply: by everybody × intent, sent as it stands, it is answered, and by something else. */
import { expect, test } from 'vitest'
import type { Answer } from '../../../src/answers/answer.ts'
import { readScene } from '../../../src/answers/scene.ts'
import { scopeOf } from '../../../src/answers/scope.ts'
import { buildLexicon } from '../../../src/ask/lexicon.ts'
import type { Question } from '../../../src/ask/question.ts'
import { readQuestion } from '../../../src/ask/read-question.ts'
import { momentAt } from '../../../src/core/moment.ts'
import { createWords } from '../../../src/i18n/words.ts'
import { plainText } from '../../../src/lib/message.ts'
import { sayContext } from '../../../src/replies/phrases/context.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { answerAt } from '../../answers/scene.ts'
import { dayOf, vietnamTime } from '../../reference/civil-days.ts'
import { Random } from '../../reference/random.ts'
import { country, monthlyProvince, weeklyProvince } from '../../second/worlds.ts'
import { sized } from '../../sizes.ts'
import { ABOUT_GROUPS, ABOUT_UNITS, drawn } from './asked.ts'
import { namedWorld } from './named-worlds.ts'

/** Questions of each person and intent. */
const EACH = sized({ quick: 0.05, usual: 0.1, long: 2 })
const INTENTS = [
  ...new Set([...ABOUT_UNITS, ...ABOUT_GROUPS, 'help', 'greeting', 'define', 'alerts'] as const),
]
const words = createWords('vi')

function refused({ figures }: Answer): boolean {
  return (
    figures.length > 0 && figures.every(figure => figure.reason === 'not_allowed' && figure.rank === null)
  )
}

test.each([
  ['a province by week', weeklyProvince(1)],
  ['a province by month', monthlyProvince(2)],
  ['the country', country(3)],
])(
  'in %s',
  async (_, world) => {
    const db = await namedWorld(world)
    const moment = momentAt(vietnamTime(dayOf('2024-05-24'), 12), 'Asia/Ho_Chi_Minh')
    const scene = await readScene(db.read, moment)
    const lexicon = buildLexicon(scene.catalog)
    const random = new Random(5)
    const wrong: unknown[] = []
    for (const member of scene.catalog.members) {
      const ctx = sayContext(scene, words, member)
      const replied = async (question: Question) => {
        const answer = await answerAt(db, moment, member, question)
        return { answer, message: sayAnswer(answer, ctx) }
      }
      const read = (text: string) =>
        readQuestion(text, lexicon, {
          unit: member.unit,
          scope: scopeOf(scene, member),
          today: moment.today,
          previous: null,
          pendingChoices: [],
        }).questions
      for (const intent of INTENTS)
        for (let i = 0; i < Math.max(1, EACH); i++) {
          if (!random.chance(EACH)) continue
          const { message } = await replied(drawn(random, intent, { scene, member }))
          const text = plainText(message)
          for (const { send } of message.choices) {
            if (send === words.say('choices.more.send')) continue
            const [question, ...more] = read(send)
            const next = question && more.length === 0 ? await replied(question) : null
            const isUnread = !next || ['unknown', 'clarify'].includes(next.answer.question.intent)
            const isRefused = next !== null && refused(next.answer)
            const isSame = next !== null && plainText(next.message) === text
            if (isUnread || isRefused || isSame)
              wrong.push({ member: member.member, intent, text, send, isUnread, isRefused, isSame })
          }
        }
    }
    expect(wrong).toEqual([])
  },
  900_000,
)
