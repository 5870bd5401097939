import type { Intent, Question } from '../ask/question.ts'

/** What speaks of single figures of a unit. */
const OF_FIGURES: readonly Intent[] = ['value', 'rank', 'target', 'gap', 'need', 'forecast', 'trend']

/** The questions of one message: one that names no indicator is about the one that an earlier one named of the same unit. */
export function withSharedIndicators(questions: readonly Question[]): Question[] {
  let indicators: string[] = []
  let units = ''
  return questions.map(question => {
    const isShared =
      question.indicators.length === 0 &&
      indicators.length === 1 &&
      OF_FIGURES.includes(question.intent) &&
      question.units.join('|') === units
    const full = isShared ? { ...question, indicators } : question
    if (full.indicators.length > 0) [indicators, units] = [full.indicators, full.units.join('|')]
    return full
  })
}
