import { sceneAt } from '../answers/scene.ts'
import type { Scene } from '../answers/scene.ts'
import type { AskedPeriod, Question } from '../ask/question.ts'
import type { DigestKind } from '../core/digest.ts'
import { granularityOf, isSame } from '../core/period.ts'
import type { Window } from '../core/window.ts'

/** A report that was asked for: its kind, its stretch where one is named, and the scene as it is seen on its last day. */
export interface AskedReport {
  kind: DigestKind
  window: Window | null
  scene: Scene
}

/**
 * "Báo cáo tuần 18", "báo cáo tháng 4": of the period named, as things stood at its end; of the running one to date; without
 * one the last whole one.
 */
export function reportAsked(scene: Scene, { digest, period }: Question): AskedReport {
  const { today } = scene.moment
  if (period === null || period.from > today || (period.to >= today && !isWhole(period)))
    return { kind: digest ?? 'weekly', window: null, scene }
  const window = { from: period.from, to: period.to }
  if (window.to >= today) return { kind: digest ?? kindOf(scene, window), window, scene }
  const then = sceneAt(scene, { ...scene.moment, today: window.to })
  return { kind: digest ?? kindOf(scene, window), window, scene: then }
}

/** A week, a month, a quarter: more than some days up to now. */
function isWhole({ shape, ...window }: AskedPeriod): boolean {
  return shape !== 'to_date' && shape !== 'rolling' && granularityOf(window) !== 'span'
}

function kindOf({ catalog }: Scene, window: Window): DigestKind {
  if (catalog.phases.some(phase => isSame(phase, window))) return 'phase'
  const granularity = granularityOf(window)
  if (granularity === 'day') return 'daily'
  return granularity === 'week' ? 'weekly' : 'monthly'
}
