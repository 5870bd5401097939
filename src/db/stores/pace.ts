/** From when on the next call may be made, by what is paced: a channel, a chat. Milliseconds, with fractions. */
export interface PaceStore {
  get(key: string): Promise<number | null>
  put(key: string, at: number): Promise<void>
  /** Forgets what has been free since before the moment. */
  purge(before: number): Promise<void>
}
