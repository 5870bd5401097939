export interface InboxRow {
  id: number
  channel: string
  updateId: string
  address: string
  text: string
  /** What was sent; `text` where it is not known. */
  kind:
    | 'text'
    | 'button'
    | 'edited'
    | 'forwarded'
    | 'photo'
    | 'video'
    | 'voice'
    | 'sticker'
    | 'location'
    | 'contact'
    | 'file'
    | 'other'
    | 'withheld'
  /** Shared by pictures that were sent together. */
  album: string | null
  /** The message of ours under which a button was pressed, or to which it replies. */
  messageId: string | null
  /** In a group who wrote, as the address of a chat with that person alone; null where it is not told. */
  sender: string | null
  private: boolean
  sentAt: number
  receivedAt: number
  doneAt: number | null
}

/** What arrived; a text unless said otherwise. */
export type NewInboxRow = Omit<InboxRow, 'id' | 'doneAt' | Told> & Partial<Pick<InboxRow, Told>>
type Told = 'kind' | 'album' | 'messageId' | 'sender'

export interface InboxStore {
  /** Keeps what arrived; null when this update is known already. */
  add(row: NewInboxRow): Promise<number | null>
  /** Of each chat the oldest that is not yet answered, so that no chat is answered twice before others once. */
  pending(limit: number): Promise<InboxRow[]>
  /** Marks as answered and forgets the text. */
  done(id: number, at: number): Promise<void>
  /** How many of the chat wait for their answer. */
  waitingIn(channel: string, address: string): Promise<number>
  /** How many wait for their answer, and since when the oldest does. */
  waiting(): Promise<{ count: number; since: number | null }>
}
