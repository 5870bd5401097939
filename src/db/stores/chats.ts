/** A chat of a person with the bot on one channel. */
export interface ChatRow {
  id: number
  channel: string
  address: string
  member: string | null
  linkedAt: number | null
  /** The platform said that the chat is gone; cleared when the person writes again. */
  goneAt: number | null
  /** When the first of the messages failed that did not arrive there; null once one has arrived. */
  failingSince: number | null
  /** Nothing that was not asked for goes there from then on. */
  mutedAt: number | null
  /** The person wants notices there rather than in another chat; the latest wish counts. */
  preferredAt: number | null
  /** When a stranger there was last told how to be invited. */
  strangerToldAt: number | null
  /** When the person last wrote. */
  seenAt: number | null
  /** Who the person said to be when the chat was linked; null for a link that is older than the question. */
  linkedAs: string | null
  /** What the person was asked about the link and has not answered yet, and when. */
  pending: string | null
  pendingAt: number | null
}

/** Whether the chat is no chat of a person but the page in which an operator looks at what the person sees. */
export function isLook({ channel, mutedAt }: Pick<ChatRow, 'channel' | 'mutedAt'>): boolean {
  return channel === 'web' && mutedAt !== null
}

/**
 * Whether what is told unasked reaches the person in one of these chats: in one that is `open`; it `waits` where there is
 * none, or one that was lost or has to be confirmed; never where all were muted (`silent`).
 */
export function reachOf(chats: readonly ChatRow[]): 'open' | 'waits' | 'silent' {
  const own = chats.filter(chat => !isLook(chat))
  if (openOf(own).length > 0) return 'open'
  const known = own.filter(({ goneAt, pending }) => goneAt === null && pending !== 'confirm')
  return known.length === 0 || isCountedOn(own) ? 'waits' : 'silent'
}

/** The chats into which something may be told unasked: not to somebody whose name, role or unit has to be confirmed anew. */
export function openOf(chats: readonly ChatRow[]): ChatRow[] {
  return chats.filter(
    ({ goneAt, mutedAt, pending }) => goneAt === null && mutedAt === null && pending !== 'confirm',
  )
}

/**
 * Whether the person, who muted the others, counts on one of the chats: it was lost only afterwards, or has to be confirmed.
 * Only who muted all that there were has chosen silence.
 */
function isCountedOn(own: readonly ChatRow[]): boolean {
  const silentSince = Math.max(...own.map(({ mutedAt }) => mutedAt ?? 0))
  return own.some(({ mutedAt, goneAt }) => mutedAt === null && (goneAt === null || goneAt > silentSince))
}

export interface InviteRow {
  /** SHA-256 of the code, hex: the code itself is never stored. */
  codeHash: string
  member: string
  expiresAt: number
  usedAt: number | null
  /** When it was taken back: replaced by a newer one, seen in a group, its member gone. */
  endedAt: number | null
}

/** A group into which digests go: of which unit, who wanted it (code of the member), and since when. */
export interface DigestGroup {
  chat: number
  unit: string
  by: string
  at: number
}

export interface ChatStore {
  /** Groups into which digests go, the oldest first. */
  groups(): Promise<DigestGroup[]>
  /** Digests go into the group from now on; again, of the unit that is named now. */
  openGroup(group: DigestGroup): Promise<void>
  closeGroup(chat: number): Promise<void>
  find(channel: string, address: string): Promise<ChatRow | null>
  get(id: number): Promise<ChatRow | null>
  /** The chats of the person; an operator's look is none. */
  ofMember(member: string): Promise<ChatRow[]>
  /** Every chat that is linked to somebody, an operator's look included. */
  linked(): Promise<ChatRow[]>
  /** Makes the chat if it is new, and clears `goneAt`; with `at` the person wrote then. */
  touch(channel: string, address: string, at?: number): Promise<ChatRow>
  /** Notes that the person of a chat that is known wrote at this moment. */
  seen(channel: string, address: string, at: number): Promise<void>
  /** Links the chat; what was pending is settled. */
  link(id: number, member: string, at: number, linkedAs?: string): Promise<void>
  unlink(id: number): Promise<void>
  /** Keeps what the person is asked about the link; null when it is settled. */
  ask(id: number, pending: string | null, at: number): Promise<void>
  /** Nothing that was not asked for goes there from the moment on; null: again from now on. */
  mute(id: number, at: number | null): Promise<void>
  /** Notices come there before the person's other chats. */
  prefer(id: number, at: number): Promise<void>
  markGone(id: number, at: number): Promise<void>
  /** A message did not arrive there at the moment, though the channel is well; null: one has arrived. */
  markFailing(id: number, at: number | null): Promise<void>
  markStrangerTold(id: number, at: number): Promise<void>
  move(id: number, address: string): Promise<void>
  addInvite(row: Omit<InviteRow, 'usedAt' | 'endedAt'>): Promise<void>
  findInvite(codeHash: string): Promise<InviteRow | null>
  /** Codes of the member that can still be used. */
  liveInvites(member: string, now: number): Promise<InviteRow[]>
  /** Uses an unexpired, unused code once; null when there is none. */
  takeInvite(codeHash: string, now: number): Promise<InviteRow | null>
  /** No code that can still be used is good beyond the moment: one that is was made by a clock that was ahead. */
  cutInvites(latest: number): Promise<void>
  /** Takes a code back. */
  endInvite(codeHash: string, at: number): Promise<void>
  /** Counts a code that came from the chat at a moment, and returns how many came since another, `most` at most. */
  countCode(
    from: { channel: string; address: string },
    span: { at: number; since: number; most: number },
  ): Promise<number>
}
