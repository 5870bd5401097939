import type { Indicator } from '../core/indicator.ts'
import type { NewObservation } from '../db/stores.ts'
import type { Figures } from './figures.ts'
import type { Period } from './period-reader.ts'
import type { Place, Problems } from './problem.ts'

/** Collects the observations of one file: a row that is there twice counts once, if it says the same. */
export class ObservationList {
  readonly rows: NewObservation[] = []
  readonly #lines = new Map<string, { line: number; row: NewObservation }>()
  readonly #problems: Problems
  readonly #warnings: Problems

  constructor(problems: Problems, warnings: Problems) {
    this.#problems = problems
    this.#warnings = warnings
  }

  add(
    line: number,
    unit: string,
    indicator: Indicator,
    { from, to, middle }: Period,
    { numerator, denominator, value }: Figures,
    note: string,
    place: () => Place,
  ): void {
    const key = `${unit}|${indicator.code}|${from}/${to}`
    const row = { unit, indicator: indicator.code, from, to, middle, numerator, denominator, value, note }
    const first = this.#lines.get(key)
    if (first === undefined) {
      this.#lines.set(key, { line, row })
      this.rows.push(row)
    } else if (sameFigures(first.row, row)) {
      this.#warnings.add('duplicate_row', { line: first.line }, place())
    } else {
      this.#problems.add('conflicting_row', { line: first.line }, place())
    }
  }

  /** Line of the row that says this figure. */
  lineOf({ unit, indicator, from, to }: NewObservation): number | undefined {
    return this.#lines.get(`${unit}|${indicator}|${from}/${to}`)?.line
  }
}

function sameFigures(a: Figures, b: Figures): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator && a.value === b.value
}
