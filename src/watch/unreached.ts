import { readScene } from '../answers/scene.ts'
import type { Moment } from '../core/moment.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import type { OutboxRow } from '../db/stores/outbox.ts'
import { draft } from '../notices/draft.ts'
import { handed } from '../notices/handed.ts'
import { request } from '../notices/request.ts'
import { tell } from '../notices/tell.ts'
import { unreached, whyNobody } from '../notices/unreached.ts'
import { startWatch, tellingTime } from './watch.ts'

type Sent = NonNullable<ReturnType<typeof unreached.read>>

/**
 * Whoever asked for an explanation, drafted one or handed alerts on, and has reached nobody by it, is told so once, unless it
 * was said when it was done. Returns how many are told.
 */
export async function tellUnreached(db: Database, moment: Moment): Promise<number> {
  const sent = await unreachedNow(db.read)
  if (sent.length === 0) return 0
  const { members } = await readScene(db.read, moment)
  // Who has left is told nothing, and is not looked for in a transaction each minute.
  if (!sent.some(({ sender }) => members.has(sender))) return 0
  return await db.write(async stores => {
    const watch = await startWatch(stores, moment)
    let queued = 0
    for (const one of await unreachedNow(stores))
      queued += await tell(watch, unreached, one, tellingTime(watch))
    return queued
  })
}

/** What has reached nobody, without what that was told of before. */
async function unreachedNow({ outbox }: Pick<Stores, 'outbox'>): Promise<Sent[]> {
  const told = new Set((await outbox.withPrefix(`${unreached.name}:`)).map(({ key }) => keyOf(key)))
  const found: Sent[] = []
  for (const { name } of [request, draft, handed]) {
    const rows = Map.groupBy(await outbox.withPrefix(`${name}:`), ({ key }) => keyOf(key))
    for (const [key, sentTo] of rows) {
      const sent =
        told.has(`${unreached.name}:${key}`) || whyNobody(sentTo) === null ? null : sentBy(key, sentTo[0])
      if (sent !== null) found.push(sent)
    }
  }
  return found
}

/** The key of the outbox without the recipient. */
function keyOf(key: string): string {
  return key.split(':').slice(0, -2).join(':')
}

/** Who sent what; null where the sender knew, or is its recipient. */
function sentBy(key: string, row: OutboxRow | undefined): Sent | null {
  if (row === undefined) return null
  const asked = row.topic === request.name ? request.read(row.facts) : null
  if (asked && asked.unreached !== true)
    return { what: 'request', key, unit: asked.unit, sender: asked.asker, due: asked.due }
  const drafted = row.topic === draft.name ? draft.read(row.facts) : null
  if (drafted && drafted.unreached !== true && !drafted.back)
    return { what: 'draft', key, unit: drafted.unit, sender: drafted.officer, due: null }
  const given = row.topic === handed.name ? handed.read(row.facts) : null
  if (given && given.unreached !== true && given.by !== given.officer)
    return { what: 'handed', key, unit: given.unit, sender: given.by, due: null }
  return null
}
