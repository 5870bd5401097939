import type { guardPhrases, operatorPhrases } from '../../../locales/vi/ask/operators.ts'

/** What a word that changes the question does to it. */
export type Operator = keyof typeof operatorPhrases
/** A part of which a word speaks that nothing of the question has used. */
export type Guard = keyof typeof guardPhrases
