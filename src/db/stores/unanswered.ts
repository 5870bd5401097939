export interface UnansweredStore {
  /** Counts a text that was not understood; no person is kept with it. */
  add(text: string, at: number): Promise<void>
  list(limit: number): Promise<{ text: string; times: number; lastAt: number }[]>
}
