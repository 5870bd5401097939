import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import type { Case } from './cases/case.ts'
import { differences } from './cases/check.ts'
import * as groups from './cases/groups.ts'
import * as other from './cases/other.ts'
import * as ofOne from './cases/units-of-one.ts'
import * as value from './cases/value.ts'
import { asker, giaLai2024 } from './provinces.ts'

const lexicon = buildLexicon(giaLai2024())
const tables: Record<string, readonly Case[]> = { ...value, ...ofOne, ...groups, ...other }

describe.each(Object.entries(tables))('%s', (_, cases) => {
  test.each(cases)('%s: %s', (member, text, expected) => {
    const reading = readQuestion(text, lexicon, asker(member))
    expect(differences(reading.questions[0]!, expected)).toEqual([])
  })
})
