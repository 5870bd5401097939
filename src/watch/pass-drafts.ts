import { draft } from '../notices/draft.ts'
import { unsentDrafts } from '../notices/drafts.ts'
import { tell } from '../notices/tell.ts'
import { membersOf } from '../notices/topic.ts'
import { tellingTime } from './watch.ts'
import type { Watch } from './watch.ts'

/**
 * What officers have drafted waits for whoever leads the unit now: a leader who has come since is told, and where there is none the
 * officer is, once. Returns how many are told.
 */
export async function passDrafts(watch: Watch): Promise<number> {
  let queued = 0
  for (const facts of await unsentDrafts(watch, null)) {
    const waits = membersOf(watch, facts.unit, 'leader').length === 0
    queued += await tell(watch, draft, { ...facts, waits }, tellingTime(watch))
  }
  return queued
}
