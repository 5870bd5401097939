import { describe, expect, onTestFailed, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { sized } from '../sizes.ts'
import { ASKED_PROVINCES, misread, plainQuestions } from './plain-questions.ts'
import { provinceOf } from './provinces.ts'

const ASKED = sized({ quick: 200, usual: 1000, long: 2000 })
/** Of questions typed without slips, and of those with a slip in one word, so many are understood as they were meant. */
const WITHOUT_SLIPS = 0.985
const WITH_A_SLIP = 0.82

describe.each(ASKED_PROVINCES.map(province => [province.name, province] as const))('%s', (_, province) => {
  test(`of ${ASKED} plain questions nearly all are understood`, () => {
    const { folder, today } = province
    const lexicon = buildLexicon(provinceOf(folder))
    const missed = { slip: [] as string[], clean: [] as string[] }
    const asked = { slip: 0, clean: 0 }
    for (const made of plainQuestions(province, ASKED)) {
      const kind = made.slip ? 'slip' : 'clean'
      const context = { unit: made.asker, scope: made.asker, today, previous: null, pendingChoices: [] }
      const got = readQuestion(made.text, lexicon, context).questions[0]!
      asked[kind]++
      if (misread(got, made))
        missed[kind].push(
          `${made.text} (${made.intent}): ${got.intent} ${got.indicators.join()} ${got.units.join()} ${got.choices.join()}`,
        )
    }
    onTestFailed(() => console.error([...missed.clean, '', ...missed.slip].join('\n')))
    expect(1 - missed.clean.length / asked.clean).toBeGreaterThanOrEqual(WITHOUT_SLIPS)
    expect(1 - missed.slip.length / asked.slip).toBeGreaterThanOrEqual(WITH_A_SLIP)
  })
})
