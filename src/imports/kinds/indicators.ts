import type { Indicator } from '../../core/indicator.ts'
import { accumulationWords, betterWords, measureWords } from '../../../locales/vi/files.ts'
import { codeFrom } from '../names/code-from.ts'
import type { CatalogReader } from './catalog-reader.ts'

const ACCUMULATIONS = ['sum', 'latest', 'published'] as const
const UNITS = ['percent', 'points', 'place'] as const
const DIRECTIONS = ['higher', 'lower'] as const

export const indicatorReader: CatalogReader<'indicators'> = {
  required: [
    'code',
    'name',
    'short_name',
    'numerator_label',
    'denominator_label',
    'accumulation',
    'points',
    'aliases',
  ],
  optional: ['unit', 'max', 'better'],
  either: [],
  needed: ['name', 'accumulation'],
  needs: () => [],
  read(row, { known }) {
    const name = row.name('name')
    const named = known.findIndicator(name)
    const made = named.codes[0] ?? codeFrom(name).replaceAll('-', '_')
    const code = row.lacksCode('code') ? made : row.code('code')
    const accumulation = row.oneOf('accumulation', ACCUMULATIONS, accumulationWords)
    const points = row.positive('points')
    const stored = known.indicators.get(code)
    const usual = accumulation === 'published' ? 'points' : 'percent'
    const unit = row.has('unit') ? row.oneOf('unit', UNITS, measureWords, usual) : (stored?.unit ?? usual)
    const max = row.has('max') ? row.positive('max') : (stored?.max ?? null)
    const better = row.has('better')
      ? row.oneOf('better', DIRECTIONS, betterWords, usualDirection(unit))
      : stored?.better
    if (unit === 'place' && max === null) row.report('empty_cell', {}, 'max')
    // A published score has no counts to be named.
    const label = (field: string) => (accumulation === 'published' ? row.text(field) : row.required(field))
    return {
      code,
      name,
      shortName: row.text('short_name') || name,
      numeratorLabel: label('numerator_label'),
      denominatorLabel: label('denominator_label'),
      accumulation,
      points,
      aliases: row.list('aliases'),
      unit,
      max: max ?? (unit === 'percent' ? 100 : (points ?? 100)),
      better: better ?? usualDirection(unit),
    } satisfies Indicator
  },
  check() {},
}

/** The first place is the best. */
function usualDirection(unit: Indicator['unit']): Indicator['better'] {
  return unit === 'place' ? 'lower' : 'higher'
}
