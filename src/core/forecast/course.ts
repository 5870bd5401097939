import { angleOf, type Point, total, weightOf } from './line.ts'

/** Counts of one unit by period, the earliest first; 0 of 0 where nothing came. */
export interface Series {
  numerators: readonly number[]
  denominators: readonly number[]
}

/** The course of all units of a kind for one indicator, and where in it a phase lies (indexes of periods). */
export interface Course {
  series: readonly Series[]
  /** First period of the phase. */
  first: number
}

/** What a method expects of one unit at the end, as fractions; `own` and `common` are variances. */
export interface Estimate {
  rate: number
  /** Variance that is the unit's own. */
  own: number
  /** Variance that the units of the kind share. */
  common: number
  /** Counts in the phase at its end, those still expected included. */
  denominator: number
}

/** Standard deviation of an estimate: never nothing. */
export function deviationOf({ own, common }: Pick<Estimate, 'own' | 'common'>): number {
  return Math.max(Math.sqrt(own + common), 0.0005)
}

/** Counts of a unit in the phase from its first period to `last`. */
export function toDate(course: Course, of: Series, last: number): { numerator: number; denominator: number } {
  let [numerator, denominator] = [0, 0]
  for (let i = course.first; i <= last; i++) {
    numerator += of.numerators[i] ?? 0
    denominator += of.denominators[i] ?? 0
  }
  return { numerator, denominator }
}

/** All units of the course as one. */
export function pooled({ series }: Course): Series {
  const length = Math.max(0, ...series.map(one => one.denominators.length))
  const sums = (pick: (one: Series) => readonly number[]): number[] =>
    Array.from({ length }, (_, i) => total(series, one => pick(one)[i] ?? 0))
  return { numerators: sums(one => one.numerators), denominators: sums(one => one.denominators) }
}

/** The periods with dossiers among the `length` last up to `last`, as points at x = period − last. */
export function pointsOf(of: Series, last: number, length: number): Point[] {
  const points: Point[] = []
  for (let i = Math.max(0, last - length + 1); i <= last; i++) {
    const denominator = of.denominators[i] ?? 0
    if (denominator === 0) continue
    points.push({
      x: i - last,
      z: angleOf(of.numerators[i] ?? 0, denominator),
      w: weightOf(denominator),
    })
  }
  return points
}

/** Mean denominator of the last `length` periods, and its spread relative to the mean. */
export function volumeOf(of: Series, last: number, length: number): { mean: number; spread: number } {
  const found = of.denominators.slice(Math.max(0, last - length + 1), last + 1)
  if (found.length === 0) return { mean: 0, spread: 0 }
  const mean = total(found, d => d) / found.length
  if (mean === 0 || found.length < 2) return { mean, spread: 0 }
  const variance = total(found, d => (d - mean) ** 2) / (found.length - 1)
  return { mean, spread: Math.sqrt(variance) / mean }
}
