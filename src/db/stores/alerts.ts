import type { AlertLife } from '../../core/alert.ts'

/** The standing of a unit and indicator against its target in a term. */
export interface AlertRow extends AlertLife {
  id: number
  unit: string
  indicator: string
  /** `termKey` of the phase or year. */
  term: string
}

export interface AlertStore {
  ofTerm(term: string): Promise<AlertRow[]>
  ofUnits(units: readonly string[]): Promise<AlertRow[]>
  insert(row: Omit<AlertRow, 'id'>): Promise<number>
  update(id: number, change: Partial<Omit<AlertRow, 'id'>>): Promise<void>
  /** Forgets every alert and evaluation: where the past is lived through again and nothing of it is kept. */
  clear(): Promise<void>
  /** Whether an evaluation of the term was ever made, and when the last one was (milliseconds). */
  lastEvaluation(term: string): Promise<number | null>
  recordEvaluation(term: string, at: number): Promise<void>
}
