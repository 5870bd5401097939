import { eq, sql } from './drizzle.ts'
import { conversations } from './schema.ts'
import type { ConversationStore } from '../stores/conversations.ts'
import type { Connection } from './connection.ts'

export function conversationStore(db: Connection): ConversationStore {
  const byKey = db
    .select({ state: conversations.state, at: conversations.at })
    .from(conversations)
    .where(eq(conversations.chatKey, sql.placeholder('key')))
    .prepare()
  return {
    async get(key) {
      return byKey.get({ key }) ?? null
    },
    async put(chatKey, state, at) {
      db.insert(conversations)
        .values({ chatKey, state, at })
        .onConflictDoUpdate({ target: conversations.chatKey, set: { state, at } })
        .run()
    },
    async remove(chatKey) {
      db.delete(conversations).where(eq(conversations.chatKey, chatKey)).run()
    },
  }
}
