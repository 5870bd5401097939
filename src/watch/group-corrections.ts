import { corrected } from '../notices/corrected.ts'
import { correctionsOf } from './corrections.ts'
import { isWaiting } from './post-news.ts'
import { toldInGroups } from './told.ts'
import { tellingTime } from './watch.ts'
import type { Watch } from './watch.ts'

/**
 * What digests told groups and is another figure now: one message for each group and state of the figures. What waits keeps
 * up with them, and is withdrawn where they are right again. Returns how many groups have something new to read.
 */
export async function correctGroups(watch: Watch): Promise<number> {
  const { outbox, observations } = watch
  const told = await toldInGroups(watch)
  const found = await correctionsOf(watch, new Map([...told].map(([chat, { figures }]) => [chat, figures])))
  const waiting = (await outbox.withPrefix(`${corrected.name}:`)).filter(isWaiting)
  for (const { id, chat } of waiting)
    if (chat === null || !found.has(chat)) await outbox.finish(id, { state: 'withdrawn' })
  const seen = await observations.revision()
  const { notBefore, now } = tellingTime(watch)
  let added = 0
  for (const [chat, wrong] of found) {
    const group = told.get(chat)?.unit
    const facts = JSON.stringify({ group, corrections: wrong.map(one => one.correction), seen })
    const there = waiting.find(row => row.chat === chat)
    if (there) await outbox.amend(there.id, facts)
    else {
      const row = { topic: corrected.name, facts, member: null, chat, notBefore, createdAt: now }
      if (await outbox.add({ ...row, key: `${corrected.name}:${chat}:${seen}` })) added++
    }
  }
  return added
}
