import type { TargetRow } from '../core/target.ts'
import type { Checks } from './checks.ts'

/** A target that is this many times another is doubted. */
const JUMP = 20

/** Warns of targets that are far from every one that the same units were given for the indicator: 0.6 for 60. */
export function doubtTargets(
  rows: Iterable<Partial<TargetRow>>,
  stored: readonly TargetRow[],
  { warnings, known }: Checks,
): void {
  const before = Map.groupBy(stored, whoAndWhat)
  for (const { unit = null, kind = null, indicator = '', target = null } of rows) {
    if (target === null || target === 0) continue
    const others = before.get(whoAndWhat({ unit, kind, indicator })) ?? []
    const factors = others.flatMap(({ target: other }) =>
      other === null || other === 0 ? [] : [{ other, factor: Math.max(target / other, other / target) }],
    )
    const [least] = factors.toSorted((a, b) => a.factor - b.factor)
    if (least === undefined || least.factor <= JUMP) continue
    const value = known.units.get(unit ?? '')?.name ?? kind ?? ''
    const params = { before: least.other, after: target, factor: Math.round(least.factor) }
    warnings.add('target_jump', params, { value })
  }
}

function whoAndWhat({ unit, kind, indicator }: Pick<TargetRow, 'unit' | 'kind' | 'indicator'>): string {
  return `${unit ?? ''}|${kind ?? ''}|${indicator}`
}
