import { civilDay, dayStart } from '../core/moment.ts'
import type { Moment } from '../core/moment.ts'
import { addDays } from '../core/period.ts'
import { rankAll } from '../core/rank.ts'
import { changeOf } from '../core/growth.ts'
import { phaseTerm } from '../core/term.ts'
import { UNIT_KINDS } from '../core/unit-tree.ts'
import type { ExplanationRow } from '../db/stores/explanations.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import type { Figure } from './answer.ts'
import type { Digest, DigestAlert, League, Movement, Turned } from './digest-facts.ts'
import { knownBefore, type Subtree, toDateBefore } from './digest-subtree.ts'
import { readFigures } from './figures.ts'
import { withPaces } from './pace.ts'
import { gapOf, standingAlerts } from './standing.ts'
import { isOverdue, openRequests } from './responses.ts'
import { runningPhaseOf } from './windows.ts'

/** The units below by the main indicator (`figures`, in the window), those of a kind together, best first. */
export function leaguesOf({ scene, main }: Subtree, figures: readonly Figure[]): League[] {
  if (main === null) return []
  const better = scene.indicators.get(main)?.better ?? 'higher'
  const byKind = Map.groupBy(figures, ({ unit }) => scene.tree.byCode.get(unit)?.kind ?? 'other')
  return UNIT_KINDS.flatMap(kind => {
    const ofKind = byKind.get(kind) ?? []
    return ofKind.length === 0 ? [] : [{ kind, figures: inOrder(ofKind, better) }]
  })
}

function inOrder(figures: readonly Figure[], better: 'higher' | 'lower'): Figure[] {
  const values = new Map(
    figures.flatMap(({ unit, value }): [string, number][] => (value === null ? [] : [[unit, value]])),
  )
  const byUnit = new Map(figures.map(figure => [figure.unit, figure]))
  return [...rankAll(values, better)].flatMap(([unit, rank]) => {
    const figure = byUnit.get(unit)
    return figure ? [{ ...figure, rank, of: values.size }] : []
  })
}

/** How the main indicator of each unit below (`now`, in the window) moved against the stretch before, largest rise first. */
export async function movementsOf(subtree: Subtree, now: readonly Figure[]): Promise<Movement[]> {
  const { main, below, before } = subtree
  if (main === null) return []
  const then = await readFigures(subtree, { units: below, indicators: [main], window: before })
  return now
    .flatMap((figure, index): Movement[] => {
      const change = changeOf(then[index]?.value ?? null, figure.value)
      if (figure.value === null || change === null || change === 0) return []
      return [{ unit: figure.unit, indicator: main, value: figure.value, change }]
    })
    .toSorted((a, b) => b.change - a.change || (a.unit < b.unit ? -1 : 1))
}

/** Who fell below and who recovered since the digest before, by the phase to date at the end of the window and before it began. */
export async function turnedIn(subtree: Subtree): Promise<Pick<Digest, 'fallen' | 'recovered'>> {
  const { top, below, indicators, toDate } = subtree
  const earlier = toDateBefore(subtree)
  if (!earlier) return { fallen: [], recovered: [] }
  const query = { units: [top, ...below], indicators }
  const now = await readFigures(subtree, { ...query, window: toDate })
  const known = { ...subtree, observations: knownBefore(subtree) }
  const then = await readFigures(known, { ...query, window: earlier })
  const turned = (met: boolean) =>
    now.filter((figure, index) => figure.met === met && then[index]?.met === !met)
  return { fallen: perUnit(turned(false)), recovered: perUnit(turned(true)) }
}

function perUnit(figures: readonly Figure[]): Turned[] {
  const units = [...Map.groupBy(figures, figure => figure.unit)]
  return units.map(([unit, own]) => ({ unit, indicators: own.map(figure => figure.indicator) }))
}

/** How many units below are behind the pace of the running phase by the main indicator, of how many that have one. */
export async function behindPace(subtree: Subtree): Promise<Digest['behind']> {
  const { scene, top, below, main, toDate } = subtree
  const phase = runningPhaseOf(scene, [top, ...below], toDate.to)
  if (main === null || phase === null || below.length === 0) return null
  const term = phaseTerm(phase)
  const read = await readFigures(subtree, { units: below, indicators: [main], window: toDate, term })
  const paced = (await withPaces(subtree, read, term)).filter(figure => figure.pace)
  const behind = paced.filter(figure => figure.pace?.state === 'behind').length
  return paced.length === 0 ? null : { behind, of: paced.length }
}

/** The alerts that stood at the end of what is seen, and still do, the widest gap first. */
export async function alertsIn(subtree: Subtree): Promise<DigestAlert[]> {
  const { alerts, explanations, scene, top, below, since } = subtree
  const { today, zone } = scene.moment
  const asOf = endOfSight(scene.moment)
  const rows = await standingAlerts(alerts, scene, [top, ...below])
  const writtenOf = Map.groupBy(await explanations.ofUnits([top, ...below]), aboutKey)
  const due = await openRequests({ explanations })
  return rows
    .filter(row => row.openedAt <= asOf)
    .toSorted((a, b) => gapOf(b) - gapOf(a) || (a.unit < b.unit ? -1 : 1))
    .map(now => {
      const written = (writtenOf.get(aboutKey(now)) ?? writtenBefore(now)).filter(({ at }) => at <= asOf)
      const row = asItWas(now, asOf, written.length > 0)
      return {
        unit: row.unit,
        indicator: row.indicator,
        value: row.value,
        target: row.target,
        since: civilDay(row.openedAt, zone),
        state: answeredState(row, isOverdue(row, due.get(row.unit) ?? null, today)),
        written: written.map(({ author, at, text }) => ({
          author: scene.members.get(author)?.name ?? author,
          day: civilDay(at, zone),
          text,
        })),
        newlyExplained: written.some(({ at }) => since === null || at > since),
      }
    })
}

/** The last moment that is seen: the end of the day for a report of a stretch that is over. Milliseconds. */
function endOfSight({ at, today, zone }: Moment): number {
  return Math.min(at, dayStart(addDays(today, 1), zone) - 1)
}

/** An alert without what was done about it later. */
function asItWas(row: AlertRow, asOf: number, isExplained: boolean): AlertRow {
  const then = (at: number | null) => (at !== null && at <= asOf ? at : null)
  const { acknowledgedAt, escalatedAt, explanation } = row
  return {
    ...row,
    acknowledgedAt: then(acknowledgedAt),
    escalatedAt: then(escalatedAt),
    explanation: isExplained ? explanation : null,
  }
}

/** What an alert says was written, where a release that did not keep authors stored it. */
function writtenBefore(row: AlertRow): Pick<ExplanationRow, 'author' | 'at' | 'text'>[] {
  const { explanation, acknowledgedBy, acknowledgedAt, openedAt } = row
  if (explanation === null) return []
  return [{ author: acknowledgedBy ?? '', at: acknowledgedAt ?? openedAt, text: explanation }]
}

function aboutKey({
  unit,
  indicator,
  term,
  episode,
}: Pick<AlertRow, 'unit' | 'indicator' | 'term' | 'episode'>) {
  return [unit, indicator, term, episode].join('|')
}

function answeredState(row: AlertRow, isLate: boolean): DigestAlert['state'] {
  if (row.explanation !== null) return 'explained'
  if (isLate) return 'overdue'
  return row.acknowledgedAt === null ? 'open' : 'acknowledged'
}
