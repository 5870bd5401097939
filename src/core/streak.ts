import { isMet } from './progress.ts'
import type { Window } from './window.ts'

type Better = 'higher' | 'lower'

/** What one unit reached in one single period, and the target that held in its middle. */
export interface PeriodValue extends Window {
  /** Null without data or dossiers. */
  value: number | null
  target: number | null
}

/** So many periods running, the first of them, and its days. */
export interface Streak {
  periods: number
  since: Window | null
}

/**
 * How many periods running, up to the newest, the value of the single period was under (or at) the target of its middle
 * (the rules, "Streak"). `periods`: earliest first. One without data or dossiers, or without a target, neither counts nor breaks.
 */
export function targetStreak(
  periods: readonly PeriodValue[],
  state: 'below' | 'met',
  better: Better,
): Streak {
  const judged = periods.flatMap(({ from, to, value, target }) =>
    value === null || target === null
      ? []
      : [{ from, to, holds: isMet(value, target, better) === (state === 'met') }],
  )
  return streakOf(judged)
}

/**
 * How many periods running, up to the newest, the value rose (or fell) against the period with a value before it; one
 * without a value neither counts nor breaks.
 */
export function moveStreak(periods: readonly PeriodValue[], direction: 'up' | 'down'): Streak {
  const valued = periods.filter(period => period.value !== null)
  const moves = valued.slice(1).map(({ from, to, value }, i) => {
    const change = value! - valued[i]!.value!
    return { from, to, holds: direction === 'up' ? change > 0 : change < 0 }
  })
  return streakOf(moves)
}

/** The single period with the best or the worst value; of equal ones the newest. Null without any value. */
export function recordOf(
  periods: readonly PeriodValue[],
  which: 'best' | 'worst',
  better: Better,
): PeriodValue | null {
  const highest = (which === 'best') === (better === 'higher')
  let found: PeriodValue | null = null
  for (const period of periods) {
    if (period.value === null) continue
    const beats = found === null || (highest ? period.value >= found.value! : period.value <= found.value!)
    if (beats) found = period
  }
  return found
}

function streakOf(judged: readonly (Window & { holds: boolean })[]): Streak {
  const broken = judged.findLastIndex(({ holds }) => !holds)
  const running = judged.slice(broken + 1)
  const [first] = running
  return { periods: running.length, since: first ? { from: first.from, to: first.to } : null }
}
