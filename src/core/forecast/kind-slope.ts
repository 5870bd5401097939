import { type Course, pointsOf, pooled } from './course.ts'
import { fitLine, type Line, total } from './line.ts'

/** So many periods at most are fitted. */
const LONGEST = 10

/** How the units of a kind move together: their common slope per period, and how much units differ from it. */
export interface KindSlope {
  /** Periods that were fitted. */
  length: number
  slope: number
  /** Variance of the common slope. */
  slopeVariance: number
  /** Variance of units' own slopes around it. */
  between: number
  /** How much more the counts of a period vary than chance alone. */
  dispersion: number
  lines: readonly Line[]
}

/**
 * The slope of each unit and of the kind, over a stretch in which the kind's pooled series keeps its course. Between
 * units: DerSimonian and Laird, "Meta-analysis in clinical trials" (1986).
 */
export function kindSlope(course: Course, last: number): KindSlope {
  const length = fittingLength(course, last)
  const lines = course.series.map(one => fitLine(pointsOf(one, last, length)))
  const free = total(lines, line => Math.max(0, line.points - 2))
  const chance = total(lines, line => (line.points > 2 ? line.chi2 : 0)) / Math.max(free, 1)
  const dispersion = free < 20 ? 1 : Math.min(Math.max(chance, 0.3), 10)
  const whole = fitLine(pointsOf(pooled(course), last, length))
  return { length, dispersion, lines, ...between(lines, dispersion, whole) }
}

function between(
  lines: readonly Line[],
  dispersion: number,
  whole: Line,
): Pick<KindSlope, 'slope' | 'slopeVariance' | 'between'> {
  const sloped = lines.filter(line => line.sxx > 0)
  const weights = sloped.map(line => line.sxx / dispersion)
  const weight = total(weights, w => w)
  const mean = weight > 0 ? total(sloped, line => (line.sxx / dispersion) * line.slope) / weight : 0
  const scatter = total(sloped, line => (line.sxx / dispersion) * (line.slope - mean) ** 2)
  const spare = weight - total(weights, w => w ** 2) / Math.max(weight, Number.MIN_VALUE)
  const raw = spare > 0 ? Math.max(0, (scatter - (sloped.length - 1)) / spare) : 0
  const excess = whole.points > 2 ? Math.max(1, whole.chi2 / (whole.points - 2)) : 4
  const slopeVariance = whole.sxx > 0 ? excess / whole.sxx : 0
  const slope = mean === 0 ? 0 : mean * Math.max(0, 1 - slopeVariance / mean ** 2)
  return { slope, slopeVariance, between: Math.max(raw, (0.25 * slope) ** 2) }
}

/**
 * How far back the fit goes: the kind's last two periods, and one more at a time as long as the line through them says
 * well enough where it stood; of periods before the phase more is asked, since a phase changes the course.
 */
function fittingLength(course: Course, last: number): number {
  const whole = pooled(course)
  let length = 2
  while (length < LONGEST) {
    const before = last - length
    const [target] = before >= 0 ? pointsOf(whole, before, 1) : []
    if (!target) break
    const line = fitLine(pointsOf(whole, last, length))
    if (line.sxx === 0) break
    const away = -length - line.meanX
    const variance = 1 / line.weight + away ** 2 / line.sxx + 1 / target.w
    const miss = Math.abs(target.z - line.meanZ - line.slope * away)
    const early = before < course.first - 1
    if (miss > (early ? Math.sqrt(variance) : 2.5 * Math.sqrt(variance + 0.008 ** 2))) break
    length++
  }
  return length
}
