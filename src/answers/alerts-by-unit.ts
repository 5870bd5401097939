import type { AlertLine } from './answer.ts'

/** A unit's code with its alerts. */
export type AlertsOfUnit = [unit: string, alerts: AlertLine[]]

/** The alerts of an answer as they are told. */
export interface ToldAlerts {
  /** The asker's own unit, or the only one: told alert by alert. */
  detailed: AlertsOfUnit | undefined
  /** The other units, worst first: most behind, then most alerts. */
  others: AlertsOfUnit[]
}

/** Parts alerts by their units; `own` is the code of the asker's unit. */
export function alertsByUnit(alerts: readonly AlertLine[], own: string): ToldAlerts {
  const byUnit = [...Map.groupBy(alerts, alert => alert.unit)]
  const detailed = byUnit.length === 1 ? byUnit[0] : byUnit.find(([unit]) => unit === own)
  return { detailed, others: byUnit.filter(one => one !== detailed).toSorted(worstFirst) }
}

/** How many of the alerts are behind their pace. */
export function behindOf(alerts: readonly AlertLine[]): number {
  return alerts.filter(alert => alert.pace === 'behind').length
}

function worstFirst([oneUnit, one]: AlertsOfUnit, [otherUnit, other]: AlertsOfUnit): number {
  return behindOf(other) - behindOf(one) || other.length - one.length || (oneUnit < otherUnit ? -1 : 1)
}
