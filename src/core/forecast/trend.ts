import { type Course, type Estimate, type Series, toDate, volumeOf } from './course.ts'
import { type KindSlope, kindSlope } from './kind-slope.ts'
import { type Line, rateOf, total } from './line.ts'

/**
 * Counts that add up, where the slope goes on: each unit's own slope drawn towards its kind's, on the angle of the rate,
 * `horizon` periods ahead of period `last`. Null for a unit of which nothing can be said.
 */
export function trendEstimates(course: Course, last: number, horizon: number): (Estimate | null)[] {
  const kind = kindSlope(course, last)
  return course.series.map((one, i) => {
    const line = kind.lines[i]
    return line && line.weight > 0 ? ahead(course, one, { kind, line, last, horizon }) : null
  })
}

interface Ahead {
  kind: KindSlope
  line: Line
  last: number
  horizon: number
}

function ahead(course: Course, of: Series, at: Ahead): Estimate | null {
  const { kind, line, last, horizon } = at
  const { numerator, denominator } = toDate(course, of, last)
  const { mean } = volumeOf(of, last, 4)
  const further = mean * horizon
  if (denominator + further === 0) return null
  const { slope, slopeVariance } = ownSlope(kind, line)
  const level = line.meanZ - slope * line.meanX
  const steps = Array.from({ length: horizon }, (_, h) => ({ h: h + 1, p: rateOf(level + slope * (h + 1)) }))
  const rate = (numerator + mean * total(steps, ({ p }) => p)) / (denominator + further)
  const share = further / (denominator + further)
  const later = Math.min(Math.max(total(steps, ({ p }) => p) / horizon, 0.01), 0.99)
  const present = denominator > 0 ? numerator / denominator : later
  const { spread } = volumeOf(of, last, 8)
  // How far the mean rate ahead moves with the level, with the slope, and with the slope counted from now.
  const moved = (by: (h: number) => number): number =>
    total(steps, ({ h, p }) => 2 * Math.sqrt(Math.max(p * (1 - p), 0.002)) * by(h)) / horizon
  const turn = moved(h => h - line.meanX) ** 2
  const variance =
    (further > 0 ? (kind.dispersion * later * (1 - later)) / further : 0) +
    (kind.dispersion / line.weight) * moved(() => 1) ** 2 +
    slopeVariance * turn +
    ((1 - share) * (later - present) * spread) ** 2 * (1 / horizon + 0.25)
  const common = kind.slopeVariance * turn + (0.3 * slope * moved(h => h)) ** 2
  return { rate, own: share ** 2 * variance, common: share ** 2 * common, denominator: denominator + further }
}

/** The unit's slope, drawn towards its kind's by how little its own figures say, and what remains unsure of it. */
function ownSlope(kind: KindSlope, line: Line): { slope: number; slopeVariance: number } {
  if (line.sxx === 0) return { slope: kind.slope, slopeVariance: kind.between }
  const own = kind.dispersion / line.sxx
  const drawn = kind.between / (kind.between + own)
  return { slope: kind.slope + drawn * (line.slope - kind.slope), slopeVariance: drawn * own }
}
