import { eq } from './drizzle.ts'
import { settings } from './schema.ts'
import type { SettingStore } from '../stores/settings.ts'
import type { Connection } from './connection.ts'

export function settingStore(db: Connection): SettingStore {
  return {
    async get(name) {
      return db.select().from(settings).where(eq(settings.name, name)).get()?.value ?? null
    },
    async set(name, value) {
      db.insert(settings)
        .values({ name, value })
        .onConflictDoUpdate({ target: settings.name, set: { value } })
        .run()
    },
  }
}
