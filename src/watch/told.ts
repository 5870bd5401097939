import { toldByDigest } from '../answers/digest-told.ts'
import type { ToldStretch } from '../answers/digest-told.ts'
import type { Scene } from '../answers/scene.ts'
import type { DigestKind } from '../core/digest.ts'
import { DAY_MS } from '../core/durations.ts'
import type { Window } from '../core/window.ts'
import type { OutboxRow } from '../db/stores/outbox.ts'
import { alert } from '../notices/alert.ts'
import type { Correction, NewsFacts } from '../notices/alert-facts.ts'
import { termOf } from '../notices/alert-lines.ts'
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
}

/** A figure by what names it; null where it was taken back. */
type Named = [name: string, told: Told | null]

/** The figures that a digest of the kind shows the member now, and which stand then; null of nobody. */
export async function digestTold(
  watch: Watch,
  member: string,
  kind: DigestKind,
): Promise<{ told: ToldStretch[]; seen: number } | null> {
  const reader = watch.scene.members.get(member)
  if (!reader) return null
  const told = await toldByDigest({ ...watch, member: reader }, kind)
  return { told, seen: await watch.observations.revision() }
}

/**
 * What each person (by code) was told last of each figure by alerts, digests and corrections; without what was told by the
 * figures that stand now.
 */
export async function toldFigures({ outbox, observations, scene }: Watch): Promise<Map<string, Told[]>> {
  const current = await observations.revision()
  const since = scene.moment.at - KEPT_DAYS * DAY_MS
  const rows = [
    ...(await outbox.withPrefix(`${alert.name}:`)),
    ...(await outbox.withPrefix(`${digest.name}:`)),
  ]
  const sent = rows.filter(row => row.state === 'sent' && (row.sentAt ?? 0) >= since)
  const byMember = Map.groupBy(
    sent.toSorted((a, b) => (a.sentAt ?? 0) - (b.sentAt ?? 0)),
    row => row.member ?? '',
  )
  const found = new Map<string, Told[]>()
  for (const [member, own] of byMember) {
    const last = new Map<string, Told | null>()
    for (const row of own) {
      const { figures, seen } = toldIn(scene, row)
      for (const [name, told] of figures) last.set(name, seen === current ? null : told)
    }
    found.set(
      member,
      [...last.values()].filter(told => told !== null),
    )
  }
  return found
}

function toldIn(scene: Scene, row: OutboxRow): { figures: Named[]; seen: number | null } {
  if (row.topic === alert.name) {
    const facts = alert.read(row.facts)
    return { figures: facts ? inNews(scene, facts) : [], seen: facts?.seen ?? null }
  }
  const facts = digest.read(row.facts)
  return { figures: (facts?.told ?? []).flatMap(inStretch), seen: facts?.seen ?? null }
}

/** The figures of a message about alerts; what it corrected stands as it was corrected. */
function inNews(scene: Scene, { items, corrections }: NewsFacts): Named[] {
  const corrected = corrections.map(({ now, unit, indicator, from, to, place, of }): Named => {
    const figure = { unit, indicator, from, to, place, of }
    return [nameOf(figure), now === null ? null : { ...figure, value: now }]
  })
  const told = items.flatMap(({ unit, indicator, term, value, to }): Named[] => {
    const from = termOf(scene, term)?.from
    if (to === null || from === undefined) return []
    const figure = { unit, indicator, from, to, value, place: null, of: 'alert' } as const
    return [[nameOf(figure), figure]]
  })
  return [...corrected, ...told]
}

function inStretch({ from, to, indicators, units, places }: ToldStretch): Named[] {
  return Object.entries(units).flatMap(([unit, values], line) =>
    indicators.flatMap((indicator, at): Named[] => {
      const value = values[at] ?? null
      if (value === null) return []
      const place = line === 0 ? (places[at] ?? null) : null
      const figure = { unit, indicator, from, to, value, place, of: 'digest' } as const
      return [[nameOf(figure), figure]]
    }),
  )
}

/** Of an alert the newest word of its term stands, of a digest each stretch. */
function nameOf({ of, unit, indicator, from, to }: Omit<Told, 'value' | 'place'>): string {
  return [of, unit, indicator, from, of === 'digest' ? to : ''].join('|')
}
