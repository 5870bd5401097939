import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import { faults, judgedFiles, judgedQuestions, membersOf } from './judged-questions.ts'
import { KNOWN_WRONG } from './known-wrong.ts'
import { provinceOf } from './provinces.ts'

describe.each(judgedFiles())('%s', file => {
  const rows = judgedQuestions(file)
  const [folder = ''] = file.split('/')
  const known = KNOWN_WRONG[file] ?? {}

  test('numbers its questions, each once', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })

  test('each question is read as judged, but for those known to be wrong', () => {
    const lexicon = buildLexicon(provinceOf(folder))
    const members = membersOf(folder)
    const wrong = rows.flatMap(row => {
      const told = faults(row, lexicon, members)
      return told.length === 0 ? [] : [{ row, told }]
    })
    const unknown = wrong.filter(({ row }) => !(row.id in known))
    const mended = Object.keys(known).filter(id => !wrong.some(({ row }) => String(row.id) === id))
    expect(unknown.map(({ row, told }) => `#${row.id} ${row.as}: ${row.q}: ${told.join('; ')}`)).toEqual([])
    expect(mended, 'have become right: take them out of known-wrong.ts').toEqual([])
  })
})

test('there are as many judged questions as ever, and only those can be known to be wrong', () => {
  expect(judgedFiles().flatMap(judgedQuestions).length).toBeGreaterThanOrEqual(1848)
  expect(Object.keys(KNOWN_WRONG).filter(file => !judgedFiles().includes(file))).toEqual([])
})
