import type { Question } from '../ask/question.ts'
import type { Member } from '../core/member.ts'
import type { Moment } from '../core/moment.ts'
import type { Stores } from '../db/stores/database.ts'
import type { World } from './world.ts'

/** Everything that an answer is computed from. */
export interface Asking {
  stores: Stores
  world: World
  member: Member
  question: Question
  moment: Moment
  /** IANA name of the province's time zone. */
  timeZone: string
}
