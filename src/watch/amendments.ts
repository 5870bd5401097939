import type { Correction } from '../notices/alert-facts.ts'
import { amended, newsOf } from '../notices/amended.ts'
import type { Corrected } from './corrections.ts'
import { isWaiting } from './post-news.ts'
import type { Watch } from './watch.ts'

/**
 * Has each message about alerts that told a wrong figure put right where it stands. `corrected` are all that there are: what
 * waits to be put right and is right again, is left as it stands.
 */
export async function amendMessages(watch: Watch, corrected: readonly Corrected[]): Promise<void> {
  const { outbox } = watch
  const byRow = new Map<number, Correction[]>()
  for (const { correction, rows } of corrected)
    for (const row of rows) byRow.set(row, [...(byRow.get(row) ?? []), correction])
  const wanted = new Set([...byRow.keys()].map(prefixOf))
  for (const { id, key } of (await outbox.withPrefix(`${amended.name}:`)).filter(isWaiting))
    if (!wanted.has(key.slice(0, key.lastIndexOf(':') + 1))) await outbox.finish(id, { state: 'withdrawn' })
  for (const [row, corrections] of byRow) await amend(watch, row, corrections)
}

function prefixOf(row: number): string {
  return `${amended.name}:${row}:`
}

async function amend(watch: Watch, id: number, corrections: readonly Correction[]): Promise<void> {
  const { outbox, observations, scene } = watch
  const sent = await outbox.get(id)
  const versions = await outbox.withPrefix(prefixOf(id))
  const shown = versions.findLast(({ state }) => state === 'sent') ?? sent
  const told = shown && newsOf(shown)
  if (!sent || !told || told.member === null || sent.messageId === null) return
  const { news, member } = told
  const isNew = (one: Correction) => !corrections.some(other => isOfSame(one, other))
  const put = [...news.corrections.filter(isNew), ...corrections]
  const facts = JSON.stringify({ member, message: sent.messageId, news: { ...news, corrections: put } })
  const waiting = versions.findLast(isWaiting)
  if (waiting) {
    await outbox.amend(waiting.id, facts)
    return
  }
  const now = scene.moment.at
  const key = `${prefixOf(id)}${await observations.revision()}`
  // It makes no sound, and comes before the message that tells of it.
  const row = {
    key,
    topic: amended.name,
    facts,
    member: null,
    chat: sent.chat,
    notBefore: now,
    createdAt: now,
  }
  await outbox.add(row)
}

function isOfSame(a: Correction, b: Correction): boolean {
  return (
    a.unit === b.unit && a.indicator === b.indicator && a.from === b.from && a.to === b.to && a.of === b.of
  )
}
