/** What was said in a chat, for follow-ups. */
export interface ConversationStore {
  /** JSON of the conversation and when it was last touched, or null. */
  get(chatKey: string): Promise<{ state: string; at: number } | null>
  put(chatKey: string, state: string, at: number): Promise<void>
  remove(chatKey: string): Promise<void>
}
