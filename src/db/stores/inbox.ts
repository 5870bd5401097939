export interface InboxRow {
  id: number
  channel: string
  updateId: string
  address: string
  text: string
  private: boolean
  sentAt: number
  receivedAt: number
  doneAt: number | null
}

export interface InboxStore {
  /** Keeps what arrived; null when this update is known already. */
  add(row: Omit<InboxRow, 'id' | 'doneAt'>): Promise<number | null>
  /** Not yet answered, oldest first. */
  pending(limit: number): Promise<InboxRow[]>
  /** Marks as answered and forgets the text. */
  done(id: number, at: number): Promise<void>
}
