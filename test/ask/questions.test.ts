import { describe, expect, onTestFailed, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import { bacGiang2023, faults, judgedQuestions, lamDong2026, membersOf } from './judged-questions.ts'
import { giaLai2024, provinceOf } from './provinces.ts'

const giaLai = buildLexicon(giaLai2024())
const bacGiang = buildLexicon(bacGiang2023())
const giaLaiMembers = membersOf('gia-lai-2024')

describe('the sixty reference questions', () => {
  const rows = judgedQuestions('gia-lai-2024/questions.jsonl')

  test('there are sixty', () => {
    expect(rows).toHaveLength(60)
  })

  test.each(rows.map(row => [row.as, row.q, row] as const))('%s: %s', (_, __, row) => {
    expect(faults(row, giaLai, giaLaiMembers)).toEqual([])
  })
})

describe('questions of other kinds, spellings and provinces', () => {
  test.each([
    ['gia-lai-2024', 'questions-more.jsonl', 772, giaLai],
    ['lam-dong-2026', 'questions.jsonl', 348, buildLexicon(lamDong2026())],
    ['gia-lai-2024', 'questions-third.jsonl', 120, giaLai],
    ['bac-giang-2023', 'questions.jsonl', 218, bacGiang],
    ['bac-giang-2023', 'questions-more.jsonl', 60, bacGiang],
    ['da-nang-2026', 'questions.jsonl', 90, buildLexicon(provinceOf('da-nang-2026'))],
    ['ca-mau-2026', 'questions.jsonl', 120, buildLexicon(provinceOf('ca-mau-2026'))],
    ['nghe-an-2026', 'questions.jsonl', 60, buildLexicon(provinceOf('nghe-an-2026'))],
  ] as const)('97 of 100 of %s/%s are understood', (folder, file, count, lexicon) => {
    const rows = judgedQuestions(`${folder}/${file}`)
    const members = membersOf(folder)
    expect(rows).toHaveLength(count)
    const missed = rows.flatMap(row => {
      const wrong = faults(row, lexicon, members)
      return wrong.length === 0 ? [] : [`#${row.id} ${row.as}: ${row.q}: ${wrong.join('; ')}`]
    })
    onTestFailed(() => console.error(missed.join('\n')))
    expect((count - missed.length) / count).toBeGreaterThanOrEqual(0.97)
  })
})
