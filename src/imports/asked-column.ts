import { valueTitles } from '../../locales/vi/files.ts'
import type { Indicator } from '../core/indicator.ts'
import { isContrary } from './contrary-column.ts'
import type { GuessedColumn } from './guessed-column.ts'
import { foldText } from './names/fold-name.ts'
import { countedAs, isScoreTable } from './suggest-columns.ts'

/** A column of which somebody has to say what it is, and the indicators of which one is accepted for it. */
export interface AskedColumn {
  column: GuessedColumn
  indicators: Indicator[]
}

/** Why no answer would do: the columns say the contrary of every indicator, or count a part whose whole is not there. */
export interface NoAnswer {
  is: 'only_contraries' | 'count_alone'
  columns: GuessedColumn[]
}

/**
 * The column to ask about where none says an indicator: the total of a score first, then rates, then counts that stand beside
 * others. Only what an import accepts is asked.
 */
export function askedColumn(
  columns: readonly GuessedColumn[],
  own: readonly GuessedColumn[],
  indicators: readonly Indicator[],
): AskedColumn | NoAnswer {
  const isScored = isScoreTable(columns)
  const likely = (own.length > 0 ? own : columns).toSorted(
    (a, b) =>
      Number(isScoreTable([b])) - Number(isScoreTable([a])) ||
      Number(b.holds === 'values') - Number(a.holds === 'values'),
  )
  const named = likely.flatMap(column => {
    const isValue = isAskedAsValue(column)
    const accepted = countedAs(column, indicators, isScored).filter(
      each => !isContrary(column.path, each) && (isValue || each.unit === 'percent'),
    )
    return accepted.length === 0 ? [] : [{ column, indicators: accepted }]
  })
  const isAnswered = ({ column }: AskedColumn) => isAskedAsValue(column) || named.length > 1
  const contraries = likely.filter(each => named.every(({ column }) => column !== each))
  const none: NoAnswer =
    contraries.length > 0
      ? { is: 'only_contraries', columns: contraries }
      : { is: 'count_alone', columns: likely }
  return named.find(isAnswered) ?? none
}

/** Whether what stands in a column is a value as it is, and no count of which the whole is needed. */
export function isAskedAsValue({ path, holds }: GuessedColumn): boolean {
  const title = foldText(path.join(' '))
  return holds === 'values' || valueTitles.some(word => title.includes(foldText(word)))
}
