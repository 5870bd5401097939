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
  const put = db.$client.prepare<{ chatKey: string; state: string; at: number }>(
    `INSERT INTO conversation (chat_key, state, at) VALUES (@chatKey, @state, @at)
     ON CONFLICT (chat_key) DO UPDATE SET state = excluded.state, at = excluded.at`,
  )
  return {
    async get(key) {
      return byKey.get({ key }) ?? null
    },
    async put(chatKey, state, at) {
      put.run({ chatKey, state, at })
    },
    async remove(chatKey) {
      db.delete(conversations).where(eq(conversations.chatKey, chatKey)).run()
    },
  }
}
