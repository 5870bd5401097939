import type { Question } from '../../src/ask/question.ts'

/** What a right understanding gives. A key that is absent is not judged. */
export interface Expected {
  intent: Question['intent']
  indicators?: string[]
  units?: string[]
  period?: { from: string; to: string } | null
  group?: { kind: string | null; within: string | null }
  limit?: number
  threshold?: number
  choices?: string[]
}

/** Says what of a question is not as expected; empty when all is. */
export function differencesFrom(expected: Expected, got: Question): string[] {
  const wrong: string[] = []
  const judge = (key: string, is: unknown, should: unknown): void => {
    if (JSON.stringify(is) !== JSON.stringify(should))
      wrong.push(`${key} ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`)
  }
  judge('intent', got.intent, expected.intent)
  if (expected.indicators && expected.intent !== 'clarify')
    judge('indicators', got.indicators.toSorted(), expected.indicators.toSorted())
  if (expected.units) judge('units', got.units.toSorted(), expected.units.toSorted())
  if (expected.period !== undefined)
    judge('period', got.period && { from: got.period.from, to: got.period.to }, expected.period)
  if (expected.group) judge('kind', got.group?.kind, expected.group.kind)
  if (expected.group?.within) judge('within', got.group?.within, expected.group.within)
  if (expected.limit) judge('limit', got.limit, expected.limit)
  if (expected.threshold !== undefined) judge('threshold', got.threshold, expected.threshold)
  if (expected.choices) judge('choices', got.choices.toSorted(), expected.choices.toSorted())
  return wrong
}
