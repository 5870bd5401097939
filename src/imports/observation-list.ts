import { firstFew } from './shortened.ts'
import type { Indicator } from '../core/indicator.ts'
import type { NewObservation } from '../db/stores/observations.ts'
import type { Figures } from './figures.ts'
import type { Period } from './values/periods.ts'
import type { Place, Problems } from './problem.ts'

/** One figure of a file, and where it stands. */
export interface ListedFigure {
  line: number
  unit: string
  indicator: Indicator
  period: Period
  figures: Figures
  note: string
  place: () => Place
}

const SHOWN = 8

/** Collects the observations of one file: a row that is there twice counts once, if it says the same. */
export class ObservationList {
  readonly rows: NewObservation[] = []
  readonly #lines: number[] = []
  /** Where in `rows` the figure of a unit, indicator and period stands. */
  readonly #index = new Map<string, number>()
  /** By unit the lines that say different figures, and where the second of them stands. */
  readonly #conflicts = new Map<string, { place: () => Place; lines: Set<number> }>()
  readonly #problems: Problems
  readonly #warnings: Problems

  constructor(problems: Problems, warnings: Problems) {
    this.#problems = problems
    this.#warnings = warnings
  }

  add(figure: ListedFigure): void {
    const { line, unit, indicator, figures, note, place } = figure
    const { from, to, middle } = figure.period
    const { numerator, denominator, value } = figures
    const key = `${unit}|${indicator.code}|${from}/${to}`
    const row = { unit, indicator: indicator.code, from, to, middle, numerator, denominator, value, note }
    const first = this.#index.get(key)
    if (first === undefined) {
      this.#index.set(key, this.rows.length)
      this.rows.push(row)
      this.#lines.push(line)
      return
    }
    const where = { line: this.#lines[first] ?? line }
    if (sameFigures(this.rows[first] ?? row, row)) this.#warnings.add('duplicate_row', where, place())
    else this.#keepConflict(unit, where.line, figure)
  }

  /** Reports the units that have several rows with other figures: one line for a unit, however many rows and figures it has. */
  reportConflicts(): void {
    for (const { place, lines } of this.#conflicts.values()) {
      const sorted = [...lines].toSorted((a, b) => a - b)
      const [line = 0, own = 0, ...more] = sorted
      if (more.length === 0) this.#problems.add('conflicting_figures', { line, own }, place())
      else
        this.#problems.add('conflicting_rows', { count: lines.size, lines: firstFew(sorted, SHOWN) }, place())
    }
  }

  #keepConflict(unit: string, first: number, { line, place }: ListedFigure): void {
    const known = this.#conflicts.get(unit) ?? { place, lines: new Set([first]) }
    known.lines.add(line)
    this.#conflicts.set(unit, known)
  }

  /** Line of the row that says this figure. */
  lineOf({ unit, indicator, from, to }: NewObservation): number | undefined {
    const index = this.#index.get(`${unit}|${indicator}|${from}/${to}`)
    return index === undefined ? undefined : this.#lines[index]
  }
}

function sameFigures(a: Figures, b: Figures): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator && a.value === b.value
}
