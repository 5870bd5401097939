import type { AlertRow } from '../db/stores/alerts.ts'
import type { Asking } from './asking.ts'
import type { AlertLine, Figure } from './answer.ts'
import { emptyFigure } from './figures.ts'
import { maySee, scopeOf } from './scope.ts'
import { civilDay } from '../core/moment.ts'
import { standingAlerts } from './standing.ts'
import { windowFor } from './windows.ts'

/** The standing alerts of the asker's units (own unit first), or of the units named, as far as the asker may see them. */
export async function readAlerts(asking: Asking): Promise<AlertLine[]> {
  const { question, scene, alerts, member } = asking
  const units =
    question.units.length > 0
      ? question.units.filter(unit => maySee(scene, member, unit))
      : scene.tree.subtree(scopeOf(scene, member)).map(unit => unit.code)
  const rows = await standingAlerts(alerts, scene, units)
  const named = rows.filter(
    row => question.indicators.length === 0 || question.indicators.includes(row.indicator),
  )
  const own = (row: AlertRow) => (row.unit === member.unit ? 0 : 1)
  return named
    .toSorted((a, b) => own(a) - own(b) || b.target - b.value - (a.target - a.value))
    .map(row => alertLine(row, scene.moment.zone))
}

/** A refusal for each unit named whose alerts are not for the asker: those of peers are shown to nobody. */
export function refusedAlerts({ question, scene, member }: Asking): Figure[] {
  const indicator = question.indicators[0] ?? ''
  const window = windowFor(scene, [member.unit], null)
  return question.units
    .filter(unit => !maySee(scene, member, unit))
    .map(unit => emptyFigure(unit, indicator, window, 'not_allowed'))
}

/** An alert as it is shown: its figures of the last evaluation, and since which civil day it stands in the zone. */
function alertLine(row: AlertRow, zone: string): AlertLine {
  return {
    unit: row.unit,
    indicator: row.indicator,
    state: row.state,
    pace: row.pace,
    value: row.value,
    target: row.target,
    expected: row.expected,
    since: civilDay(row.openedAt, zone),
    term: row.term,
    acknowledged: row.acknowledgedAt !== null,
    explanation: row.explanation,
  }
}
