/**
 * What nobody may see shows nowhere: two provinces that differ only in figures which a person may not see give that person
 * the same texts, pictures and files, on every channel, whatever is asked.
 */
import { expect, test } from 'vitest'
import { answerQuestion } from '../../../src/answers/answer-question.ts'
import { createWords } from '../../../src/i18n/words.ts'
import { composeDigest } from '../../../src/notices/compose-digest.ts'
import { sayContext } from '../../../src/replies/phrases/context.ts'
import { illustrate } from '../../../src/replies/pictures/illustrate.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { sheetOfList } from '../../../src/replies/sheets/list-sheet.ts'
import { SETTINGS } from '../../answers/may-read.ts'
import type { Peers } from '../../answers/may-read.ts'
import { readingOf } from '../../answers/scene.ts'
import type { Person, SmallProvince } from '../../answers/small-province.ts'
import { Random } from '../../reference/random.ts'
import { sized } from '../../sizes.ts'
import { ABOUT_GROUPS, ABOUT_UNITS, drawn } from './asked.ts'
import { AT, HIDDEN, shown, twoProvinces } from './two-provinces.ts'
import type { Hidden } from './two-provinces.ts'

const QUESTIONS = sized({ quick: 20, usual: 40, long: 1_000 })
const DRAWN = sized({ quick: 0, usual: 1, long: 40 })
/** Whose digests are held against one another. */
const READERS = sized<readonly Person[]>({ quick: [], usual: ['binh'], long: ['an', 'binh', 'chi', 'ha'] })

/** The same questions of a person to both provinces, each with what came of it. */
async function replies(
  { db }: SmallProvince,
  person: Person,
  random: Random,
): Promise<{ asked: object; is: object }[]> {
  const reading = await readingOf(db, AT, person)
  const { imports, explanations } = db.read
  const ctx = sayContext(reading.scene, createWords('vi'), reading.member)
  const intents = [...new Set([...ABOUT_UNITS, ...ABOUT_GROUPS])]
  const found = []
  for (let at = 0; at < QUESTIONS; at++) {
    const intent = intents[at % intents.length] ?? 'value'
    const question = { ...drawn(random, intent, reading), chart: at < DRAWN * 4 && at % 4 === 0 }
    const answer = await answerQuestion({ ...reading, imports, explanations, question })
    const message = sayAnswer(answer, ctx)
    const image = question.chart ? await illustrate(answer, ctx) : null
    const file = await sheetOfList({ ...answer, question: { ...question, output: 'file' } }, ctx)
    const { units, group, indicators, period, chart } = question
    const is = shown({ ...message, ...(image ? { image } : {}), ...(file ? { file } : {}) })
    found.push({ asked: { intent, units, group, indicators, period, chart }, is })
  }
  if (!READERS.includes(person)) return found
  const digest = await composeDigest(reading, { kind: 'weekly', late: false }, ctx)
  return [...found, { asked: { intent: 'report' }, is: shown(digest.message) }]
}

/** What differs of a person's replies in the two provinces. */
async function differences(hidden: Hidden, peers: Peers) {
  const [one = [], other = []] = await Promise.all(
    (await twoProvinces(hidden, peers)).map(
      async province => await replies(province, hidden.person, new Random(7)),
    ),
  )
  expect(one.length).toBeGreaterThanOrEqual(QUESTIONS)
  const differ = one.filter(({ is }, at) => JSON.stringify(is) !== JSON.stringify(other[at]?.is))
  return differ.map(({ asked }) => ({ peers, ...asked }))
}

test.each(HIDDEN)('nothing that $person may not see shows in a text, a picture or a file', async hidden => {
  const found = []
  for (const peers of SETTINGS) found.push(...(await differences(hidden, peers)))
  expect(found).toEqual([])
})
