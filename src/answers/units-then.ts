import type { Question } from '../ask/question.ts'
import type { Scene } from './scene.ts'

/**
 * The question about units as they were: a dissolved unit that was named has its own figures in a window that ends before
 * its last day; in later ones its successor answers, which the question holds already (DOMAIN.md §1).
 */
export function ofUnitsThen(question: Question, { tree }: Scene): Question {
  const { period, renamed } = question
  if (period === null || renamed.length === 0) return question
  const former = renamed.filter(({ named }) => {
    const activeTo = tree.byCode.get(named)?.activeTo ?? null
    return activeTo !== null && period.to <= activeTo
  })
  if (former.length === 0) return question
  const units = question.units.map(code => former.find(({ now }) => now === code)?.named ?? code)
  return { ...question, units }
}
