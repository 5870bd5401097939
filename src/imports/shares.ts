import type { Indicator } from '../core/indicator.ts'
import type { Place, Problems } from './problem.ts'
import type { FoundNumber } from './values/numbers.ts'

/** Beside a percent like this one under 1 is likelier a part of one. */
const LARGE = 20

interface Column {
  bare: { number: number; place: Place }[]
}

/**
 * Percents of a file that may have been written as parts of one: `0.6` for 60 %. Where no bare number of an indicator is
 * above 1 and one lies between 0 and 1, the file is not taken as it stands.
 */
export class Shares {
  readonly #columns = new Map<string, Column>()
  readonly #isFractions: boolean
  #converted = 0

  constructor(isFractions: boolean) {
    this.#isFractions = isFractions
  }

  /** How many numbers were taken as parts of one. */
  get converted(): number {
    return this.#converted
  }

  /** The percent that a number of the indicator means; remembers it for `report`. */
  valueOf({ number, isPercent }: FoundNumber, indicator: Indicator, place: Place): number {
    if (indicator.unit !== 'percent' || isPercent) return number
    const column = this.#columns.get(indicator.code) ?? { bare: [] }
    this.#columns.set(indicator.code, column)
    column.bare.push({ number, place })
    if (!this.#isFractions || number > 1) return number
    this.#converted++
    return Number((number * 100).toPrecision(15))
  }

  /**
   * Reports each indicator whose percents look like parts of one, or that has others where they were said to be; those that
   * look so among others that do not are refused one by one, or where `doubts` are given warned of with their count.
   */
  report(problems: Problems, doubts: Problems | null): void {
    for (const { bare } of this.#columns.values()) {
      const above = bare.find(({ number }) => number > 1)
      const between = bare.find(({ number }) => number > 0 && number < 1)
      if (this.#isFractions && above !== undefined)
        problems.add('value_out_of_range', { max: 1 }, above.place)
      else if (!this.#isFractions && above === undefined && between !== undefined) {
        problems.add('fractions', { count: bare.length }, between.place)
      } else if (!this.#isFractions && bare.some(({ number }) => number >= LARGE)) {
        const small = bare.filter(({ number }) => number > 0 && number < 1)
        const [first] = small
        if (doubts === null) for (const { place } of small) problems.add('maybe_share', {}, place)
        else if (first) doubts.add('maybe_shares', { count: small.length }, first.place)
      }
    }
  }
}
