import type { PaceStore } from '../stores/pace.ts'
import type { Connection } from './connection.ts'

export function paceStore({ $client }: Connection): PaceStore {
  const get = $client.prepare<[string], number>('SELECT at FROM pace WHERE key = ?').pluck()
  const put = $client.prepare<[string, number]>(
    'INSERT INTO pace (key, at) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET at = excluded.at',
  )
  const purge = $client.prepare<[number]>('DELETE FROM pace WHERE at < ?')
  return {
    get: async key => get.get(key) ?? null,
    async put(key, at) {
      put.run(key, at)
    },
    async purge(before) {
      purge.run(before)
    },
  }
}
