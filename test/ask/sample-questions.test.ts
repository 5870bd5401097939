import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { differences } from './cases/check.ts'
import type { Expected } from './cases/case.ts'
import { asker, giaLai2024 } from './provinces.ts'

/** A row of the question file: what a right understanding gives; a key that is absent is not judged. */
interface Row {
  as: string
  at: string
  q: string
  intent: Expected['intent']
  indicators?: string[]
  units?: string[]
  period?: { from: string; to: string }
  group?: { kind: Expected['kind']; within: string | null }
  limit?: number
  threshold?: number
  choices?: string[]
}

const lexicon = buildLexicon(giaLai2024())
const file = readFileSync(new URL('../fixtures/gia-lai-2024/questions.jsonl', import.meta.url), 'utf8')
const rows: Row[] = file
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))

test.each(rows.map(row => [row.as, row.q, row] as const))('%s: %s', (_, text, row) => {
  const reading = readQuestion(text, lexicon, asker(row.as, row.at.slice(0, 10)))
  const { intent, units, limit, threshold, choices, period, group } = row
  const expected: Expected = {
    intent,
    ...(intent !== 'clarify' && row.indicators && { indicators: row.indicators }),
    ...(units && { units }),
    ...(period && { period: `${period.from}/${period.to}` }),
    ...(group && { kind: group.kind, ...(group.within && { within: group.within }) }),
    ...(limit && { limit }),
    ...(threshold !== undefined && { threshold }),
    ...(choices && { choices }),
  }
  expect(differences(reading.questions[0]!, expected)).toEqual([])
})
