import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { sized } from '../sizes.ts'
import { ASKED_PROVINCES, misread, plainQuestions } from './plain-questions.ts'
import { provinceOf } from './provinces.ts'

const ASKED = sized({ quick: 150, usual: 150, long: 2000 })
/** Questions that are not read as they were meant, a line each: a slip that makes another word, mostly. */
const KNOWN = new Set(
  readFileSync(new URL('../fixtures/readings/plain-misread.txt', import.meta.url), 'utf8').split('\n'),
)

describe.each(ASKED_PROVINCES.map(province => [province.name, province] as const))('%s', (_, province) => {
  test(`of ${ASKED} plain questions each is understood but those that are known not to be`, () => {
    const { folder, today } = province
    const lexicon = buildLexicon(provinceOf(folder))
    const [broken, mended]: [string[], string[]] = [[], []]
    for (const made of plainQuestions(province, ASKED)) {
      const context = { unit: made.asker, scope: made.asker, today, previous: null, pendingChoices: [] }
      const got = readQuestion(made.text, lexicon, context).questions[0]!
      const wrong = misread(got, made)
      const name = `${folder} | ${made.asker} | ${made.text}`
      if (wrong && !KNOWN.has(name)) broken.push(name)
      if (!wrong && KNOWN.has(name)) mended.push(name)
    }
    expect({ broken, mended }).toEqual({ broken: [], mended: [] })
  })
})
