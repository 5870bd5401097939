/** Counts of one part of a whole in one window. */
export interface Part {
  unit: string
  numerator: number
  denominator: number
}

/** What one unit did to a pooled rate, percentage points. */
export interface Driver {
  unit: string
  /** Of its own rate and of its weight together. */
  effect: number
  ofRate: number
  ofWeight: number
}

/**
 * What moved a pooled rate from one window to another (the rules, "Why"): for a unit of rate r and weight w (its share of the
 * denominator) the rate brings (w₀+w₁)/2·(r₁−r₀), the weight ((r₀+r₁)/2 − (P₀+P₁)/2)·(w₁−w₀). The effects add up to
 * P₁−P₀ exactly. A unit without dossiers in one window takes its rate of the other. Largest effect first, whatever its
 * sign. Percentage points, not rounded. Null when the whole has no dossiers in one of the windows.
 */
export function driversOf(before: readonly Part[], after: readonly Part[]): Driver[] | null {
  const [whole0, whole1] = [wholeOf(before), wholeOf(after)]
  if (whole0.denominator === 0 || whole1.denominator === 0) return null
  const pooled = (rateOf(whole0)! + rateOf(whole1)!) / 2
  const [byUnit0, byUnit1] = [byUnit(before), byUnit(after)]
  const drivers = [...new Set([...byUnit0.keys(), ...byUnit1.keys()])].flatMap(unit => {
    const [part0, part1] = [byUnit0.get(unit), byUnit1.get(unit)]
    const [own0, own1] = [part0 && rateOf(part0), part1 && rateOf(part1)]
    const [rate0, rate1] = [own0 ?? own1, own1 ?? own0]
    if (rate0 === undefined || rate0 === null || rate1 === undefined || rate1 === null) return []
    const weight0 = (part0?.denominator ?? 0) / whole0.denominator
    const weight1 = (part1?.denominator ?? 0) / whole1.denominator
    const ofRate = 100 * ((weight0 + weight1) / 2) * (rate1 - rate0)
    const ofWeight = 100 * ((rate0 + rate1) / 2 - pooled) * (weight1 - weight0)
    return [{ unit, ofRate, ofWeight, effect: ofRate + ofWeight }]
  })
  return drivers.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || (a.unit < b.unit ? -1 : 1))
}

/** What a unit under its own target holds a pooled level down by, percentage points. */
export interface Drag {
  unit: string
  effect: number
}

/**
 * What holds the level down: Dᵢ·(pᵢ − rᵢ)/D for the units that miss their own target pᵢ (percent), largest first. Units
 * without a target count in D alone. Where lower is better: rᵢ − pᵢ.
 */
export function dragsOf(
  parts: readonly (Part & { target: number | null })[],
  better: 'higher' | 'lower',
): Drag[] {
  const { denominator } = wholeOf(parts)
  const drags = parts.flatMap(part => {
    const rate = rateOf(part)
    if (part.target === null || rate === null) return []
    const short = better === 'higher' ? part.target - 100 * rate : 100 * rate - part.target
    return short > 0 ? [{ unit: part.unit, effect: (part.denominator * short) / denominator }] : []
  })
  return drags.toSorted((a, b) => b.effect - a.effect || (a.unit < b.unit ? -1 : 1))
}

/** Whether the numerator or the denominator of one unit moved a rate, percentage points; they add up to the change. */
export interface PartsOfChange {
  numerator: number
  denominator: number
}

/**
 * A change of n/d told by its two counts: what the numerator alone would have done, (n₁−n₀)·(1/d₀+1/d₁)/2, and what the
 * denominator did, (n₀+n₁)/2·(1/d₁−1/d₀). They add up to the change exactly. Null without dossiers on either side.
 */
export function partsOfChange(before: Omit<Part, 'unit'>, after: Omit<Part, 'unit'>): PartsOfChange | null {
  if (before.denominator === 0 || after.denominator === 0) return null
  const [inverse0, inverse1] = [1 / before.denominator, 1 / after.denominator]
  return {
    numerator: (100 * (after.numerator - before.numerator) * (inverse0 + inverse1)) / 2,
    denominator: (100 * (before.numerator + after.numerator) * (inverse1 - inverse0)) / 2,
  }
}

function wholeOf(parts: readonly Part[]): Omit<Part, 'unit'> {
  let [numerator, denominator] = [0, 0]
  for (const part of parts) {
    numerator += part.numerator
    denominator += part.denominator
  }
  return { numerator, denominator }
}

function rateOf({ numerator, denominator }: Omit<Part, 'unit'>): number | null {
  return denominator > 0 ? numerator / denominator : null
}

function byUnit(parts: readonly Part[]): Map<string, Part> {
  return new Map(parts.map(part => [part.unit, part]))
}
