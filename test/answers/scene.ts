import { answerQuestion } from '../../src/answers/answer-question.ts'
import type { Answer } from '../../src/answers/answer.ts'
import { readScene } from '../../src/answers/scene.ts'
import type { Question } from '../../src/ask/question.ts'
import type { Member } from '../../src/core/member.ts'
import type { Moment } from '../../src/core/moment.ts'
import type { Database } from '../../src/db/stores/database.ts'

/** What a member is answered at a moment. */
export async function answerAt(
  db: Database,
  moment: Moment,
  member: Member,
  question: Question,
): Promise<Answer> {
  const { observations, alerts, explanations, imports } = db.read
  return await answerQuestion({
    imports,
    explanations,
    scene: await readScene(db.read, moment),
    observations,
    alerts,
    member,
    question,
  })
}

/** What the digests of a member of this name are read from at a moment. */
export async function readingOf(db: Database, moment: Moment, person: string) {
  const scene = await readScene(db.read, moment)
  const member = scene.members.get(person)
  if (!member) throw new Error(`nobody is called ${person}`)
  const { observations, alerts, explanations } = db.read
  return { scene, observations, alerts, explanations, member }
}
