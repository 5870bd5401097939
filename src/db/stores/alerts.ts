/** A standing fact that a unit is below its target in a term. */
export interface AlertRow {
  id: number
  unit: string
  indicator: string
  /** `termKey` of the phase or year. */
  term: string
  state: 'below' | 'recovered'
  pace: 'on_track' | 'behind' | null
  value: number
  expected: number | null
  target: number
  /** Counts how often it fell below: names the fact in outbox keys. */
  episode: number
  openedAt: number
  changedAt: number
  /** When leaders were last told anything of it. */
  toldAt: number | null
  acknowledgedAt: number | null
  acknowledgedBy: string | null
  snoozedUntil: number | null
  explanation: string | null
  /** When the leaders of the unit above were told. */
  escalatedAt: number | null
}

export interface AlertStore {
  ofTerm(term: string): Promise<AlertRow[]>
  ofUnits(units: readonly string[]): Promise<AlertRow[]>
  insert(row: Omit<AlertRow, 'id'>): Promise<number>
  update(id: number, change: Partial<Omit<AlertRow, 'id'>>): Promise<void>
  /** Whether an evaluation of the term was ever made, and when the last one was (milliseconds). */
  lastEvaluation(term: string): Promise<number | null>
  recordEvaluation(term: string, at: number): Promise<void>
}
