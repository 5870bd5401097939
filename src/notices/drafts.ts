import type { Scene } from '../answers/scene.ts'
import { standingAlerts } from '../answers/standing.ts'
import type { AlertStore } from '../db/stores/alerts.ts'
import type { OutboxRow, OutboxStore } from '../db/stores/outbox.ts'
import { draft } from './draft.ts'

type Told = Pick<OutboxStore, 'withPrefix'>
export type Draft = NonNullable<ReturnType<typeof draft.read>>

/** Why the rows of a draft that nobody has read yet are withdrawn. */
export const TAKEN_BACK = 'taken back'

/** The drafts of a unit (of all with null) that were not taken back, oldest first, each once: whoever leads the unit may send them. */
export async function draftsOf(outbox: Told, unit: string | null): Promise<Draft[]> {
  const rows = await rowsUnder(outbox, unit === null ? 'draft:' : `draft:${unit}:`)
  const nameOf = ({ unit: of, officer, at }: Draft) => `${of} ${officer} ${at}`
  const back = new Set(
    rows
      .filter(({ row, facts }) => facts.back || row.lastError === TAKEN_BACK)
      .map(({ facts }) => nameOf(facts)),
  )
  const open = rows.filter(({ facts }) => !back.has(nameOf(facts)))
  return [...new Map(open.map(({ facts }) => [nameOf(facts), { ...facts, waits: false }])).values()]
}

/** Those of them that nobody has sent yet, of alerts that stand. */
export async function unsentDrafts(
  { outbox, alerts, scene }: { outbox: Told; alerts: AlertStore; scene: Scene },
  unit: string | null,
): Promise<Draft[]> {
  const drafts = await draftsOf(outbox, unit)
  const standing = await standingAlerts(alerts, scene, [...new Set(drafts.map(one => one.unit))])
  return drafts.filter(({ alerts: about, text }) =>
    standing.some(({ id, explanation }) => about.includes(id) && !holdsText(explanation, text)),
  )
}

/** Whether what was written about an alert, one text below the other, holds this text, which may have lines of its own. */
export function holdsText(explanation: string | null, text: string): boolean {
  return `\n${explanation ?? ''}\n`.includes(`\n${text}\n`)
}

/** The drafts whose rows have keys that begin so, as far as leaders were told of them; each once. */
export async function toldDrafts(outbox: Told, prefix: string): Promise<Draft[]> {
  const told = (await rowsUnder(outbox, prefix)).filter(
    ({ row, facts }) => row.state !== 'withdrawn' && !facts.back && !facts.waits,
  )
  return [...new Map(told.map(({ facts }) => [facts.at, facts])).values()]
}

async function rowsUnder(outbox: Told, prefix: string): Promise<{ row: OutboxRow; facts: Draft }[]> {
  return (await outbox.withPrefix(prefix)).flatMap(row => {
    const facts = draft.read(row.facts)
    return facts ? [{ row, facts }] : []
  })
}
