import { expect, test } from 'vitest'
import { actFormIn } from '../../src/bot/act-forms.ts'
import { judgedFiles, judgedQuestions } from '../ask/judged-questions.ts'

const BEFORE = ['', 'da ', 'em oi ', 'chieu nay giao ban. ']
const AFTER = ['', ' nhe em', ' a', ', cam on em']
/** Judged questions that are the exact form of an act, and meant so. */
const ACTS: ReadonlySet<string> = new Set(['acknowledge', 'snooze', 'explain', 'greeting'])

const bare = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

test('of more than 10,000 questions without diacritics none is the form of an act', () => {
  const questions = judgedFiles()
    .flatMap(judgedQuestions)
    .filter(({ intent }) => !ACTS.has(intent))
    .flatMap(({ q }) => BEFORE.flatMap(before => AFTER.map(after => before + bare(q) + after)))
  expect(questions.length).toBeGreaterThan(10_000)
  expect(questions.filter(text => actFormIn(text) !== null)).toEqual([])
})
