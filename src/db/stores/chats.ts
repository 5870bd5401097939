/** A chat of a person with the bot on one channel. */
export interface ChatRow {
  id: number
  channel: string
  address: string
  member: string | null
  linkedAt: number | null
  /** The platform said that the chat is gone; cleared when the person writes again. */
  goneAt: number | null
  /** Nothing that was not asked for goes there from then on. */
  mutedAt: number | null
  /** The person wants notices there rather than in another chat; the latest wish counts. */
  preferredAt: number | null
  /** When a stranger there was last told how to be invited. */
  strangerToldAt: number | null
}

export interface InviteRow {
  /** SHA-256 of the code, hex: the code itself is never stored. */
  codeHash: string
  member: string
  expiresAt: number
  usedAt: number | null
}

export interface ChatStore {
  find(channel: string, address: string): Promise<ChatRow | null>
  get(id: number): Promise<ChatRow | null>
  ofMember(member: string): Promise<ChatRow[]>
  /** Makes the chat if it is new, and clears `goneAt`. */
  touch(channel: string, address: string): Promise<ChatRow>
  link(id: number, member: string, at: number): Promise<void>
  unlink(id: number): Promise<void>
  markGone(id: number, at: number): Promise<void>
  move(id: number, address: string): Promise<void>
  addInvite(row: Omit<InviteRow, 'usedAt'>): Promise<void>
  /** Uses an unexpired, unused code once; null when there is none. */
  takeInvite(codeHash: string, now: number): Promise<InviteRow | null>
  /** Counts a wrong code from the chat and returns how many came since the moment. */
  countWrongCode(channel: string, address: string, at: number, since: number): Promise<number>
}
