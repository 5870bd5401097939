import { eq } from './drizzle.ts'
import { settings } from './schema.ts'
import type { SettingStore } from '../stores/settings.ts'
import type { Cache } from './cache.ts'
import type { Connection } from './connection.ts'

export function settingStore(db: Connection, cache: Pick<Cache, 'settings'>): SettingStore {
  const one = db.$client.prepare('SELECT value FROM setting WHERE name = ?').pluck()
  const all = db.$client.prepare<[], [string, string]>('SELECT name, value FROM setting').raw()
  return {
    async get(name) {
      const value = one.get(name)
      return typeof value === 'string' ? value : null
    },
    async all() {
      return cache.settings('settings', () => new Map(all.all()))
    },
    async set(name, value) {
      db.insert(settings)
        .values({ name, value })
        .onConflictDoUpdate({ target: settings.name, set: { value } })
        .run()
    },
    async remove(name) {
      db.delete(settings).where(eq(settings.name, name)).run()
    },
  }
}
