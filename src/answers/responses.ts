import type { AlertRow } from '../db/stores/alerts.ts'
import type { Asking } from './asking.ts'
import type { Figure } from './answer.ts'
import { emptyFigure } from './figures.ts'
import type { GroupFigures } from './group-answers.ts'
import { groupUnits, maySee, scopeOf } from './scope.ts'
import { gapOf, standingAlerts } from './standing.ts'
import { windowFor } from './windows.ts'

/**
 * Who of the units below has acknowledged or explained the alerts that stand, and what was written: those who have not
 * where that was asked; of units that are named all their alerts. One line for each unit and indicator, the widest gap first.
 */
export async function answerResponses(asking: Asking): Promise<GroupFigures> {
  const { question, scene, member } = asking
  const named = question.units.filter(unit => maySee(scene, member, unit))
  const units =
    question.units.length > 0
      ? named
      : question.group
        ? groupUnits(scene, member, question.group).map(unit => unit.code)
        : scene.tree.byCode.has(member.unit)
          ? scene.tree.subtree(scopeOf(scene, member)).map(unit => unit.code)
          : [member.unit]
  const seen = units.filter(unit => maySee(scene, member, unit))
  const refused = question.units.filter(unit => !maySee(scene, member, unit))
  const window = windowFor(scene, seen, null)
  const rows = (await standingAlerts(asking.alerts, scene, seen)).filter(
    row => question.indicators.length === 0 || question.indicators.includes(row.indicator),
  )
  const due = await openRequests(asking)
  const isMeant = (row: AlertRow) => isAsked(asking, row, due.get(row.unit) ?? null)
  // Of units that were named all alerts are told, whatever became of them: a bare "no" would not say of what.
  const found = rows
    .filter(row => question.units.length > 0 || isMeant(row))
    .toSorted((a, b) => gapOf(b) - gapOf(a))
  const figures = [
    ...refused.map(unit => emptyFigure(unit, question.indicators[0] ?? '', window, 'not_allowed')),
    ...found.map(row => response(row, window, due.get(row.unit) ?? null, scene.moment.today)),
  ]
  return {
    figures,
    leftOut: 0,
    groupSize: rows.length,
    matched: rows.filter(isMeant).length,
    assigned: rows.length,
  }
}

/** By unit the last day of the earliest request for an explanation that was not answered. */
export async function openRequests({
  explanations,
}: Pick<Asking, 'explanations'>): Promise<Map<string, string>> {
  const open = (await explanations.requests()).filter(row => row.answeredAt === null)
  return new Map(open.toSorted((a, b) => (a.due < b.due ? 1 : -1)).map(row => [row.unit, row.due]))
}

function isAsked({ question, scene }: Asking, row: AlertRow, due: string | null): boolean {
  const { response: asked, negated } = question
  if (asked === null || asked === 'reminded') return true
  const explained = row.explanation !== null
  const acknowledged = row.acknowledgedAt !== null || explained
  if (asked === 'overdue') return isOverdue(row, due, scene.moment.today)
  return (asked === 'explained' ? explained : acknowledged) !== negated
}

/** A day by which an explanation was asked for has passed, or the alert was passed on to who stands above. */
export function isOverdue(row: AlertRow, due: string | null, today: string): boolean {
  if (due !== null && due < today) return true
  return row.explanation === null && row.acknowledgedAt === null && row.escalatedAt !== null
}

function response(row: AlertRow, window: Figure['window'], due: string | null, today: string): Figure {
  return {
    ...emptyFigure(row.unit, row.indicator, window, 'no_data'),
    reason: null,
    value: row.value,
    target: row.target,
    response: {
      acknowledged: row.acknowledgedAt !== null,
      explained: row.explanation !== null,
      explanation: row.explanation,
      due,
      overdue: isOverdue(row, due, today),
    },
  }
}
