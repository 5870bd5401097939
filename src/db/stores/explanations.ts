/** What a unit has written about one alert. */
export interface ExplanationRow {
  id: number
  unit: string
  indicator: string
  /** `termKey` of the phase or year, and the episode of the alert that it is about. */
  term: string
  episode: number
  text: string
  /** Code of the member. */
  author: string
  /** Milliseconds. */
  at: number
  withdrawnAt: number | null
}

/** An explanation that somebody has asked a unit for. */
export interface RequestRow {
  id: number
  unit: string
  /** Code of the member. */
  asker: string
  askedAt: number
  /** Last civil day on which it is in time. */
  due: string
  remindedAt: number | null
  answeredAt: number | null
  withdrawnAt: number | null
}

/** Explanations grow only: a text is never changed, and what was taken back stays with the moment at which it was. */
export interface ExplanationStore {
  add(row: Omit<ExplanationRow, 'id' | 'withdrawnAt'>): Promise<number>
  withdraw(id: number, at: number): Promise<void>
  /** What units have written and not taken back, oldest first. */
  ofUnits(units: readonly string[]): Promise<ExplanationRow[]>
  ask(row: Pick<RequestRow, 'unit' | 'asker' | 'askedAt' | 'due'>): Promise<number>
  /** Requests that were not taken back, oldest first. */
  requests(): Promise<RequestRow[]>
  updateRequest(
    id: number,
    change: Partial<Pick<RequestRow, 'remindedAt' | 'answeredAt' | 'withdrawnAt'>>,
  ): Promise<void>
}
