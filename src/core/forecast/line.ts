/** A point of a weighted line. */
export interface Point {
  x: number
  z: number
  w: number
}

/** A weighted least-squares line through points. */
export interface Line {
  slope: number
  meanX: number
  meanZ: number
  /** Weighted sum of squares of x around its mean; 0 with fewer than two different x. */
  sxx: number
  weight: number
  /** Weighted sum of squares of the residuals. */
  chi2: number
  points: number
}

/** Fits a line; with a single x its slope is 0. No points at all: weight 0. */
export function fitLine(points: readonly Point[]): Line {
  const weight = total(points, p => p.w)
  if (weight === 0) return { slope: 0, meanX: 0, meanZ: 0, sxx: 0, weight: 0, chi2: 0, points: 0 }
  const meanX = total(points, p => p.w * p.x) / weight
  const meanZ = total(points, p => p.w * p.z) / weight
  const sxx = total(points, p => p.w * (p.x - meanX) ** 2)
  const slope = sxx > 0 ? total(points, p => p.w * (p.x - meanX) * (p.z - meanZ)) / sxx : 0
  const chi2 = total(points, p => p.w * (p.z - meanZ - slope * (p.x - meanX)) ** 2)
  return { slope, meanX, meanZ, sxx, weight, chi2, points: points.length }
}

/** A count as an angle whose variance hardly depends on the rate (Freeman–Tukey, Anscombe): radians. */
export function angleOf(numerator: number, denominator: number): number {
  return Math.asin(Math.sqrt((numerator + 0.375) / (denominator + 0.75)))
}

/** One over the variance of the angle of a count. */
export function weightOf(denominator: number): number {
  return 4 * denominator + 2
}

/** The rate, 0 to 1, of an angle. */
export function rateOf(angle: number): number {
  return Math.sin(Math.min(Math.max(angle, 0), Math.PI / 2)) ** 2
}

export function total<T>(items: readonly T[], pick: (item: T) => number): number {
  let sum = 0
  for (const item of items) sum += pick(item)
  return sum
}
