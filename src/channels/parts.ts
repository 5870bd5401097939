/** What has arrived of a message that takes several calls; kept over tries again and restarts, so that no part comes twice. */
export interface Parts {
  /** So many parts at its end have not arrived yet; null: none has arrived. */
  left: number | null
  /** As what the platform shows those that have. */
  messageId: string | null
  /** One more has arrived. */
  note(left: number, messageId: string | null): Promise<void>
}

/** What has arrived by an earlier try, as its delivery; null where nothing has. */
export function arrivedBefore(
  parts?: Pick<Parts, 'left' | 'messageId'>,
): { outcome: 'sent'; messageId: string | null } | null {
  return parts === undefined || parts.left === null ? null : { outcome: 'sent', messageId: parts.messageId }
}

/** What of these parts is still to be sent: none where the message has become shorter since. */
export function stillToSend<Part>(all: readonly Part[], parts?: Pick<Parts, 'left'>): readonly Part[] {
  const left = parts?.left ?? null
  if (left === null) return all
  return left >= all.length ? [] : all.slice(all.length - left)
}
