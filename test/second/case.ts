import type { Answer, Figure } from '../../src/answers/answer.ts'
import type { Question } from '../../src/ask/question.ts'
import { type Days, textOf } from '../reference/civil-days.ts'
import type { Random } from '../reference/random.ts'
import { lastDay, phaseOf, unitsOf, valueOf } from './second.ts'
import type { MadeWorld } from './worlds.ts'

/** One case of a kind of answer: whom and what it is about, on which day. */
export interface Case {
  world: MadeWorld
  random: Random
  unit: string
  kind: string
  indicator: string
  today: number
}

export type Ask = (parts: Partial<Question> & Pick<Question, 'intent'>) => Promise<Answer>

/** What the rules say and what the product says; equal, or there is a difference to explain. */
export interface Both {
  expected: unknown
  actual: unknown
}

export type Kind = (asked: Case, ask: Ask) => Promise<Both>

export function soFar({ world, today }: Case) {
  return { window: { from: phaseOf(world, today).from, to: today }, today }
}

export function period(days: Days) {
  return { from: textOf(days.from), to: textOf(days.to), shape: 'fixed' as const }
}

/** The values of a kind's units in a window. */
export function valuesOf({ world, kind, indicator, today }: Case, window: Days): Map<string, number> {
  const last = Math.min(lastDay(world, indicator, today), today)
  const day = window.to <= today ? window.to : last >= window.from ? last : today
  const found = unitsOf(world, kind, day).flatMap(unit => {
    const reached = valueOf(world, unit, indicator, { window, today })
    return reached === null ? [] : [[unit, reached] as const]
  })
  return new Map(found)
}

export function only({ figures }: Answer): Figure {
  const [figure] = figures
  if (!figure) throw new Error('no figure')
  return figure
}

export function kindOf(kind: string): 'department' | 'commune' | 'province' | 'ministry' {
  const known = (['department', 'commune', 'province', 'ministry'] as const).find(one => one === kind)
  if (!known) throw new Error(`no kind ${kind}`)
  return known
}
