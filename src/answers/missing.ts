import { belongs, counts } from '../core/observe.ts'
import { addDays } from '../core/period.ts'
import type { Observation } from '../core/observation.ts'
import type { Window } from '../core/window.ts'
import type { Asking } from './asking.ts'
import type { Answer, Figure } from './answer.ts'
import { mainIndicator } from './chosen.ts'
import { emptyFigure } from './figures.ts'
import type { GroupFigures } from './group-answers.ts'
import { groupOf, shownGroup } from './group-figures.ts'
import { maySee } from './scope.ts'
import { newestPeriod } from './spans.ts'

/** How far back the last figures of a unit are looked for, days. */
const REACH_DAYS = 400

/**
 * Which units have no figures for a window, by name, with the last day that theirs cover; of units named, when their
 * newest figures came, and from which file. Without a named indicator a unit is missing when it has no row at all.
 */
export async function answerMissing(asking: Asking): Promise<GroupFigures & Pick<Answer, 'window'>> {
  const { question } = asking
  const indicator = mainIndicator(asking)
  const none = { figures: [], leftOut: 0, groupSize: 0, matched: 0, assigned: 0 }
  if (indicator === null) return none
  const window = question.period ?? (await newestPeriod(asking, indicator))
  const stretch = { from: window.from, to: window.to }
  if (question.group === null && question.units.length > 0) {
    const figures = await Promise.all(question.units.map(unit => arrival(asking, unit, indicator, stretch)))
    return { ...none, figures, groupSize: figures.length, matched: figures.length }
  }
  const period = { ...stretch, shape: 'fixed' as const }
  const whole = await groupOf({ ...asking, question: { ...question, period } })
  const group = whole && shownGroup(asking, whole, 'places')
  if (group === null || group.refused) return { ...none, figures: group?.refused ? [group.refused] : [] }
  const found = await unitsWithout(asking, group.units, stretch)
  return {
    ...none,
    figures: found.slice(0, question.limit ?? undefined),
    groupSize: group.units.length,
    matched: found.length,
    leftOut: found.length,
    window: stretch,
  }
}

/** The units that report and have no row in the stretch. */
async function unitsWithout(asking: Asking, units: readonly string[], stretch: Window): Promise<Figure[]> {
  const rows = await rowsOf(asking, stretch)
  const code = asking.question.indicators.length > 0 ? (mainIndicator(asking) ?? '') : ''
  return units.flatMap(unit => {
    const own = rows.get(unit) ?? []
    if (own.length === 0 && !isExpected(asking, unit)) return []
    if (own.some(row => belongs(row, stretch))) return []
    const last = own.reduce<string | null>((day, row) => (day === null || row.to > day ? row.to : day), null)
    return [{ ...emptyFigure(unit, code, stretch, 'no_data'), dataTo: last }]
  })
}

/** A unit that never had a row is expected to have some where a target was assigned to it. */
function isExpected({ scene }: Asking, unit: string): boolean {
  const kind = scene.tree.byCode.get(unit)?.kind
  return scene.catalog.targets.some(row => row.unit === unit || (row.unit === null && row.kind === kind))
}

/** Rows by unit that are known at the moment, from long before the stretch to its end. */
async function rowsOf(asking: Asking, stretch: Window): Promise<Map<string, Observation[]>> {
  const { scene, question, observations } = asking
  const indicators =
    question.indicators.length > 0
      ? question.indicators
      : scene.catalog.indicators.map(indicator => indicator.code)
  const window = { from: addDays(stretch.from, -REACH_DAYS), to: addDays(stretch.to, 31) }
  const rows = await observations.inWindow({ indicators, window })
  return Map.groupBy(
    rows.filter(row => counts(row, scene.moment)),
    row => row.unit,
  )
}

/** The unit's own rows; where it has none in the stretch, those of all below it, of which it is the sum. */
function rowsBehind(
  unit: string,
  rows: ReadonlyMap<string, Observation[]>,
  stretch: Window,
  { scene }: Asking,
): Observation[] {
  const own = rows.get(unit) ?? []
  if (own.some(row => belongs(row, stretch))) return own
  return scene.tree.subtree(unit).flatMap(({ code }) => rows.get(code) ?? [])
}

/** When the newest figures of one unit came, and from which file. */
async function arrival(asking: Asking, unit: string, indicator: string, stretch: Window): Promise<Figure> {
  const { scene, member, observations, imports } = asking
  if (!maySee(scene, member, unit)) return emptyFigure(unit, indicator, stretch, 'not_allowed')
  const rows = await rowsOf(asking, stretch)
  const own = rowsBehind(unit, rows, stretch, asking)
  const inside = own.filter(row => belongs(row, stretch))
  const last = own.reduce<string | null>((day, row) => (day === null || row.to > day ? row.to : day), null)
  const newest = inside.toSorted((a, b) => b.recordedAt - a.recordedAt || b.id - a.id)[0]
  const [row] = newest ? await observations.byId([newest.id]) : []
  const record = row ? await imports.get(row.importId) : null
  return {
    ...emptyFigure(unit, indicator, stretch, 'no_data'),
    reason: inside.length > 0 ? null : 'no_data',
    dataTo: last,
    imported: record && { at: record.at, file: record.file },
    sources: inside.map(one => one.id),
  }
}
