import { asc, getTableColumns } from './drizzle.ts'
import { digestPreferences, subscriptions } from './schema.ts'
import type { SubscriptionStore } from '../stores/subscriptions.ts'
import type { Connection } from './connection.ts'

export function subscriptionStore(db: Connection): SubscriptionStore {
  const { id, ...columns } = getTableColumns(subscriptions)
  return {
    async all() {
      return db.select(columns).from(subscriptions).orderBy(asc(id)).all()
    },
    async set(member, kind, active, at) {
      db.insert(subscriptions)
        .values({ member, kind, active, at })
        .onConflictDoUpdate({ target: [subscriptions.member, subscriptions.kind], set: { active, at } })
        .run()
    },
    async preferences() {
      return db.select().from(digestPreferences).orderBy(asc(digestPreferences.member)).all()
    },
    async prefer(preference) {
      db.insert(digestPreferences)
        .values(preference)
        .onConflictDoUpdate({ target: digestPreferences.member, set: preference })
        .run()
    },
  }
}
