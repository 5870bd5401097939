import type { Question } from '../ask/question.ts'
import type { Member } from '../core/member.ts'
import type { Stores } from '../db/stores/database.ts'
import type { Sight } from './scene.ts'

/** Who sees the figures. */
export interface Viewing extends Sight {
  member: Member
}

/** Everything that an answer is computed from. */
export interface Asking extends Viewing, Pick<Stores, 'alerts' | 'explanations' | 'imports'> {
  question: Question
}
