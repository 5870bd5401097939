import type { FindByName } from '../find-by-name.ts'
import type { Known } from '../known.ts'
import type { RowReader } from '../row-reader.ts'

/** Code of the unit that the row's cell names; empty when it names none or several, which is reported. */
export function foundUnit(reader: RowReader, find: FindByName, known: Known): string {
  const text = reader.required('unit')
  if (text === '') return ''
  const [code, ...others] = find(text)
  if (code === undefined) {
    reader.report('unknown_unit', { near: reader.near(known.nearUnits, text) }, 'unit')
  } else if (others.length > 0)
    reader.report('ambiguous_unit', { near: [code, ...others].join(', ') }, 'unit')
  return code ?? ''
}

/** Code of the indicator that the row's cell names; empty when it names none or several, which is reported. */
export function foundIndicator(reader: RowReader, find: FindByName, known: Known): string {
  const text = reader.required('indicator')
  if (text === '') return ''
  const [code, ...others] = find(text)
  if (code === undefined) {
    reader.report('unknown_indicator', { near: reader.near(known.nearIndicators, text) }, 'indicator')
  } else if (others.length > 0) {
    reader.report('ambiguous_indicator', { near: [code, ...others].join(', ') }, 'indicator')
  }
  return code ?? ''
}
