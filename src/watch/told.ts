import type { DigestOf } from '../answers/digest-subtree.ts'
import { toldByDigest } from '../answers/digest-told.ts'
import type { ToldStretch } from '../answers/digest-told.ts'
import type { Scene } from '../answers/scene.ts'
import type { Member } from '../core/member.ts'
import { DAY_MS } from '../core/durations.ts'
import type { Window } from '../core/window.ts'
import type { OutboxRow } from '../db/stores/outbox.ts'
import { alert } from '../notices/alert.ts'
import type { Correction, NewsFacts } from '../notices/alert-facts.ts'
import { termOf } from '../notices/alert-lines.ts'
import { corrected } from '../notices/corrected.ts'
import { digest } from '../notices/digest.ts'
import type { Watch } from './watch.ts'

/** What was told longer ago is not corrected any more: nobody works with it. */
const KEPT_DAYS = 62

/** One figure that a person was told. */
export interface Told extends Window {
  unit: string
  indicator: string
  value: number
  place: number | null
  of: Correction['of']
  /** The messages about alerts that told it, as rows of the outbox. */
  rows: number[]
}

/** A figure by what names it; null where it was taken back. */
type Named = [name: string, told: Told | null]

/** The figures that a digest of the kind shows the reader now, and which stand then; null of nobody. */
export async function digestTold(
  watch: Watch,
  reader: Member | undefined,
  of: DigestOf,
): Promise<{ told: ToldStretch[]; seen: number } | null> {
  if (!reader) return null
  const told = await toldByDigest({ ...watch, member: reader }, of)
  return { told, seen: await watch.observations.revision() }
}

/**
 * What each person (by code) was told last of each figure by alerts, digests and corrections; without what was told by the
 * figures that stand now.
 */
export async function toldToMembers(watch: Watch): Promise<Map<string, Told[]>> {
  const sent = await sentUnder(watch, [alert.name, digest.name])
  const current = await watch.observations.revision()
  const byMember = Map.groupBy(
    sent.filter(row => row.member !== null),
    row => row.member ?? '',
  )
  return new Map([...byMember].map(([member, own]) => [member, toldLast(watch.scene, own, current)]))
}

/** The same of each group that still gets digests (by its chat), and the unit that these are of. */
export async function toldInGroups(watch: Watch): Promise<Map<number, { unit: string; figures: Told[] }>> {
  const groups = new Map<number, { unit: string; figures: Told[] }>()
  const current = await watch.observations.revision()
  const sent = await sentUnder(watch, [digest.name, corrected.name])
  const byChat = Map.groupBy(
    sent.filter(row => row.member === null),
    row => row.chat,
  )
  for (const [chat, own] of byChat) {
    const unit = own.map(groupOf).findLast(group => group !== undefined)
    if (chat !== null && unit !== undefined)
      groups.set(chat, { unit, figures: toldLast(watch.scene, own, current) })
  }
  return groups
}

/** The unit of which a row tells a group. */
function groupOf({ topic, facts }: OutboxRow): string | undefined {
  return topic === corrected.name ? corrected.read(facts)?.group : digest.read(facts)?.group
}

/** What was sent of the topics and is still corrected, in the order of sending. */
async function sentUnder({ outbox, scene }: Watch, topics: readonly string[]): Promise<OutboxRow[]> {
  const since = scene.moment.at - KEPT_DAYS * DAY_MS
  const rows = await Promise.all(topics.map(async topic => await outbox.withPrefix(`${topic}:`)))
  return rows
    .flat()
    .filter(row => row.state === 'sent' && (row.sentAt ?? 0) >= since)
    .toSorted((a, b) => (a.sentAt ?? 0) - (b.sentAt ?? 0))
}

/** Of what one reader was told the newest word on each figure. */
function toldLast(scene: Scene, sent: readonly OutboxRow[], current: number): Told[] {
  const last = new Map<string, Told | null>()
  for (const row of sent) {
    const { figures, seen } = toldIn(scene, row)
    for (const [name, told] of figures) {
      const before = last.get(name)
      // What was told of other days stays as it stands.
      if (told && row.topic === alert.name)
        told.rows = [...(before?.to === told.to ? before.rows : []), row.id]
      last.set(name, seen === current ? null : told)
    }
  }
  return [...last.values()].filter(told => told !== null)
}

function toldIn(scene: Scene, row: OutboxRow): { figures: Named[]; seen: number | null } {
  if (row.topic === alert.name) {
    const facts = alert.read(row.facts)
    return { figures: facts ? inNews(scene, facts) : [], seen: facts?.seen ?? null }
  }
  if (row.topic === corrected.name) {
    const facts = corrected.read(row.facts)
    return { figures: (facts?.corrections ?? []).map(asCorrected), seen: facts?.seen ?? null }
  }
  const facts = digest.read(row.facts)
  return { figures: (facts?.told ?? []).flatMap(inStretch), seen: facts?.seen ?? null }
}

/** The figures of a message about alerts; what it corrected stands as it was corrected. */
function inNews(scene: Scene, { items, corrections }: NewsFacts): Named[] {
  const told = items.flatMap(({ unit, indicator, term, value, to }): Named[] => {
    const from = termOf(scene, term)?.from
    if (to === null || from === undefined) return []
    const figure = { unit, indicator, from, to, value, place: null, of: 'alert' } as const
    return [[nameOf(figure), { ...figure, rows: [] }]]
  })
  return [...corrections.map(asCorrected), ...told]
}

function asCorrected({ now, unit, indicator, from, to, place, of }: Correction): Named {
  const figure = { unit, indicator, from, to, place, of }
  return [nameOf(figure), now === null ? null : { ...figure, value: now, rows: [] }]
}

function inStretch({ from, to, indicators, units, places }: ToldStretch): Named[] {
  return Object.entries(units).flatMap(([unit, values], line) =>
    indicators.flatMap((indicator, at): Named[] => {
      const value = values[at] ?? null
      if (value === null) return []
      const place = line === 0 ? (places[at] ?? null) : null
      const figure = { unit, indicator, from, to, value, place, of: 'digest' } as const
      return [[nameOf(figure), { ...figure, rows: [] }]]
    }),
  )
}

/** Of an alert the newest word of its term stands, of a digest each stretch. */
function nameOf({ of, unit, indicator, from, to }: Omit<Told, 'value' | 'place' | 'rows'>): string {
  return [of, unit, indicator, from, of === 'digest' ? to : ''].join('|')
}
