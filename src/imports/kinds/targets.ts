import type { TargetRow } from '../../core/target.ts'
import { UNIT_KINDS } from '../../core/unit-tree.ts'
import { indicatorOf, type Known, unitOf } from '../known.ts'
import type { RowReader } from '../row-reader.ts'
import type { CatalogReader } from './catalog-reader.ts'

/** Stands in the target cell of a unit that is exempted. */
const EXEMPT = 'exempt'

export const targetReader: CatalogReader<'targets'> = {
  required: ['indicator', 'target', 'document'],
  optional: ['except'],
  either: [
    ['unit', 'kind'],
    ['phase', 'year'],
    ['campaign', 'year'],
  ],
  needs: known => (known.units.size === 0 ? ['units'] : []),
  read(row, known) {
    const term = readTerm(row, known)
    const [unit, kind] = [unitOf(row, 'unit', known), row.textOrNull('kind')]
    if ((unit === null) === (kind === null)) row.report('unit_or_kind', {}, 'unit')
    if (kind !== null) row.oneOf('kind', UNIT_KINDS)
    const indicator = indicatorOf(row, 'indicator', known)
    const target = readTarget(row, indicator?.max ?? null)
    const except = row.list('except')
    if (except.length > 0 && kind === null) row.report('except_without_kind', {}, 'except')
    for (const code of except.filter(each => !known.units.has(each))) {
      row.report('unknown_unit', { near: row.near(known.nearUnits, code) }, 'except')
    }
    const document = row.text('document') || (term.document ?? row.required('document'))
    const { campaign, phase, year } = term
    return { campaign, phase, year, unit, kind, indicator: indicator?.code ?? '', target, document, except }
  },
  check() {},
}

/** Campaign and phase, or a year; never both. The phase's own decision stands where the row names none. */
function readTerm(
  row: RowReader,
  known: Known,
): Pick<TargetRow, 'campaign' | 'phase' | 'year'> & { document: string | null } {
  const [campaign, phase, year] = [
    row.textOrNull('campaign'),
    row.textOrNull('phase'),
    row.textOrNull('year'),
  ]
  const isYearly = year !== null && campaign === null && phase === null
  if (!isYearly && (year !== null || campaign === null || phase === null)) {
    row.report('phase_or_year', {}, year === null ? 'phase' : 'year')
  } else if (isYearly && !/^20\d\d$/.test(year)) row.report('bad_year', {}, 'year')
  if (isYearly || campaign === null || phase === null) {
    return { campaign: null, phase: null, year: Number(year), document: null }
  }
  const found = known.phases.get(`${campaign}/${phase}`)
  if (found === undefined) {
    if (known.phases.size === 0) row.report('needs_first', { kind: 'campaigns' }, 'phase')
    else row.report('unknown_phase', { near: row.near(known.nearPhases, `${campaign}/${phase}`) }, 'phase')
  }
  return { campaign, phase, year: null, document: found?.document || null }
}

function readTarget(row: RowReader, max: number | null): number | null {
  const text = row.required('target')
  if (text === '' || text.toLowerCase() === EXEMPT) return null
  const target = row.number('target')
  if (target !== null && max !== null && (target < 0 || target > max)) {
    row.report('target_out_of_range', { max }, 'target')
  }
  return target
}
