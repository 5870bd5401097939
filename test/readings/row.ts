import type { LexiconInput } from '../../src/ask/lexicon.ts'
import type { Question } from '../../src/ask/question.ts'

/** What the recorder of any tree is given: provinces by name, and what is asked in them. */
export interface Recording {
  worlds: Record<string, LexiconInput>
  rows: { world: string; unit: string; today: string; text: string }[]
}

/** How good a reading is, worst first: answers something else; does not understand; asks back; is right. */
export const GRADES = ['wrong', 'not understood', 'asked', 'right'] as const
export type Grade = (typeof GRADES)[number]

/** One text whose reading is compared. */
export interface Row {
  /** The collection that it belongs to. */
  from: string
  /** Names it within the collection. */
  id: string
  text: string
  /** What the row says of a reading; null where it says nothing. */
  grade: (questions: readonly Question[]) => Grade | null
}

/** The grade of a question that is not as the row says. */
export function gradeOfWrong(question: Question | undefined): Grade {
  if (question?.intent === 'clarify') return 'asked'
  return !question || question.intent === 'unknown' ? 'not understood' : 'wrong'
}
