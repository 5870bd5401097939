import type { ArrivalRow, ArrivalStore } from '../stores/arrivals.ts'
import type { Connection } from './connection.ts'

export function arrivalStore({ $client }: Connection): ArrivalStore {
  const oldest = $client.prepare<[number], ArrivalRow>(
    'SELECT id, channel, body FROM arrival ORDER BY id LIMIT ?',
  )
  const done = $client.prepare<[string]>('DELETE FROM arrival WHERE id IN (SELECT value FROM json_each(?))')
  return {
    oldest: async limit => oldest.all(limit),
    async done(ids) {
      done.run(JSON.stringify(ids))
    },
  }
}
