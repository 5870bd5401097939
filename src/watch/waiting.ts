import { termKey } from '../core/campaign.ts'
import type { OutboxRow } from '../db/stores/outbox.ts'
import { alert } from '../notices/alert.ts'
import type { NewsFacts } from '../notices/alert-facts.ts'
import { digest, readerOfGroup } from '../notices/digest.ts'
import type { Change } from './change.ts'
import { digestTold } from './told.ts'
import type { Watch } from './watch.ts'

/**
 * What waits is sent with the figures of that moment: its facts keep up with them. Returns the people whose message corrects
 * something: that is found anew where figures have changed, as what was to be corrected may be right again.
 */
export async function refreshWaiting(
  watch: Watch,
  changes: readonly Change[],
  haveFiguresChanged: boolean,
): Promise<Set<string>> {
  const { outbox } = watch
  const corrected = new Set<string>()
  const waiting = await outbox.list('queued', 'held')
  const byName = new Map(
    changes.map(change => [`${change.unit}|${change.indicator}|${termKey(change.term)}`, change]),
  )
  for (const row of waiting) {
    if (row.topic === digest.name && haveFiguresChanged) await refreshDigest(watch, row)
    if (row.topic !== alert.name) continue
    const facts = await refreshAlert(watch, row, byName)
    if (facts && facts.corrections.length > 0 && row.member !== null) corrected.add(row.member)
  }
  return corrected
}

async function refreshAlert(
  { outbox, observations }: Watch,
  row: OutboxRow,
  changes: ReadonlyMap<string, Change>,
): Promise<NewsFacts | null> {
  const before = alert.read(row.facts)
  if (!before) return null
  const items = before.items.map(item => {
    const change = changes.get(`${item.unit}|${item.indicator}|${item.term}`)
    if (!change || change.alert.episode !== item.episode) return item
    return { ...item, value: change.alert.value, to: change.to }
  })
  const facts = { ...before, items, seen: await observations.revision() }
  const json = JSON.stringify(facts)
  if (json !== row.facts) await outbox.amend(row.id, json)
  return facts
}

async function refreshDigest(watch: Watch, row: OutboxRow): Promise<void> {
  const facts = digest.read(row.facts)
  if (facts) await retellDigest(watch, row, facts)
}

/** Writes into a digest that waits what it is of, with the figures that it tells now. */
export async function retellDigest(
  watch: Watch,
  { id, member }: Pick<OutboxRow, 'id' | 'member'>,
  facts: NonNullable<ReturnType<typeof digest.read>>,
): Promise<void> {
  const reader =
    facts.group === undefined ? watch.scene.members.get(member ?? '') : readerOfGroup(facts.group)
  const told = await digestTold(watch, reader, facts)
  await watch.outbox.amend(id, JSON.stringify({ ...facts, ...told }))
}
