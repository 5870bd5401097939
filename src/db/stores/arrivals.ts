/** What a platform has handed over and was told so, as it came. */
export interface ArrivalRow {
  id: number
  channel: string
  body: string
}

export type Arrival = Omit<ArrivalRow, 'id'>

export interface ArrivalStore {
  /** The oldest, in order. */
  oldest(limit: number): Promise<ArrivalRow[]>
  /** They stand in the inbox now, or never will. */
  done(ids: readonly number[]): Promise<void>
}

/** Keeps what arrives, on a connection of its own: for a thread that does nothing else. */
export interface ArrivalKeeper {
  /**
   * Keeps all of them or none; resolves when they are on the disk. Rejects with `DatabaseBusyError` when others hold the
   * database for longer than a platform waits, and with what the disk says when that fails.
   */
  keep(arrivals: readonly Arrival[]): Promise<void>
  close(): void
}
