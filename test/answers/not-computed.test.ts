import { expect, test } from 'vitest'
import { hasAnswer, withNotComputed } from '../../src/answers/not-computed.ts'
import { emptyQuestion } from '../../src/ask/intents/assemble.ts'

test('an intent without an answer is refused by its own words', () => {
  const parts = [{ part: 'ask_explanation', text: 'yêu cầu giải trình' }] as const
  expect(hasAnswer('ask_explanation')).toBe(false)
  expect(withNotComputed({ ...emptyQuestion('ask_explanation'), parts: [...parts] }).notAnswered).toEqual([
    { part: 'ask_explanation', text: 'yêu cầu giải trình', reason: 'unsupported' },
  ])
})

test('an intent without an answer is refused even where no word of it was kept', () => {
  expect(withNotComputed(emptyQuestion('ask_explanation')).notAnswered).toEqual([
    { part: 'ask_explanation', text: '', reason: 'unsupported' },
  ])
})

test('an answered intent refuses only the part that it does not compute', () => {
  const top = { ...emptyQuestion('top'), parts: [{ part: 'each', text: 'mỗi tháng' } as const] }
  expect(withNotComputed(top).notAnswered).toEqual([
    { part: 'each', text: 'mỗi tháng', reason: 'unsupported' },
  ])
  expect(withNotComputed(emptyQuestion('top')).notAnswered).toEqual([])
})
