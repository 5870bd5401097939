import { everyForms } from '../../../locales/vi/ask/every.ts'
import { foldWords } from '../words/fold.ts'
import type { Question } from '../question.ts'
import type { Run } from '../words/run.ts'
import { partOf } from './asked-world.ts'
import type { Evidence } from './evidence.ts'

const ALL = everyForms.all.map(foldWords)
const NUMBERS = new Set(everyForms.numbers.map(foldWords))
const FILLERS = new Set(everyForms.fillers.map(foldWords))
const TARGETS = everyForms.targets.map(foldWords)
/** Words between "cả" and "chỉ tiêu". */
const MOST_BETWEEN = 3

/** "Đạt cả 6 chỉ tiêu", "chưa đạt đủ các chỉ tiêu": all that a unit was assigned, where no indicator is named. */
export function fillEvery(question: Question, { read }: Evidence): void {
  if (question.intent !== 'met' && question.intent !== 'below') return
  if (question.indicators.length > 0 || question.conditions.length > 0) return
  const said = allTargetsIn(read)
  if (said === null) return
  question.every = true
  question.parts.push(partOf('condition', said, read))
}

/** Where the words speak of all targets; null where they do not. */
export function allTargetsIn({ tokens }: Evidence['read']): Run | null {
  const words = tokens.map(token => token.fold)
  for (const from of words.keys()) {
    const opening = ALL.find(form => startsWith(words, from, form))
    if (opening === undefined) continue
    let next = from + opening.split(' ').length
    for (let passed = 0; passed < MOST_BETWEEN && isBetween(words[next]); passed++) next++
    const target = TARGETS.find(form => startsWith(words, next, form))
    if (target !== undefined) return { from, to: next + target.split(' ').length }
  }
  return null
}

function isBetween(word: string | undefined): boolean {
  return word !== undefined && (/^\d{1,2}$/.test(word) || NUMBERS.has(word) || FILLERS.has(word))
}

function startsWith(words: readonly string[], at: number, form: string): boolean {
  return form.split(' ').every((word, place) => words[at + place] === word)
}
