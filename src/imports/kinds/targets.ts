import { exemptWords, unitKindWords } from '../../../locales/vi/files.ts'
import type { Indicator } from '../../core/indicator.ts'
import type { TargetRow } from '../../core/target.ts'
import { UNIT_KINDS } from '../../core/unit-tree.ts'
import type { Checks } from '../checks.ts'
import { strictKey } from '../names/spelling.ts'
import { limitIn } from '../values/numbers.ts'
import type { RowReader } from '../tables/row-reader.ts'
import type { Cell } from '../files/cell.ts'
import { shortened } from '../shortened.ts'
import type { CatalogReader } from './catalog-reader.ts'
import { reportEnded } from './doubt-when.ts'
import { foundIndicator, foundUnit } from './found.ts'
import { type TargetGroup, targetGroup } from './target-group.ts'

/** Stands in the target cell of a unit that is exempted. */
const EXEMPT = new Set(['exempt', ...exemptWords].map(strictKey))

export const targetReader: CatalogReader<'targets'> = {
  required: ['indicator', 'target', 'document'],
  optional: ['except'],
  either: [
    ['unit', 'kind'],
    ['phase', 'year'],
    ['campaign', 'year'],
  ],
  needed: ['target', 'indicator'],
  needs: known => (known.units.size === 0 ? ['units'] : []),
  read(row, checks) {
    const term = readTerm(row, checks)
    const group = groupIn(row, checks)
    const unit = row.text('unit') === '' || group !== null ? null : foundUnit(row, checks)
    if (unit !== null && row.isGood) reportEnded(row, unit, beginOf(term, checks.known), checks)
    const said = row.text('kind') === '' ? null : row.oneOf('kind', UNIT_KINDS, unitKindWords)
    const kind = said ?? group?.kind ?? null
    if ((unit === null) === (kind === null)) row.report('unit_or_kind', {}, 'unit')
    const indicator = checks.known.indicators.get(foundIndicator(row, checks))
    const target = readTarget(row, indicator, checks)
    const except = [
      ...row.list('except').map(text => foundUnit(row, checks, { field: 'except', text })),
      ...exceptedIn(group, row, checks),
    ]
    if (except.length > 0 && kind === null) row.report('except_without_kind', {}, 'except')
    const document = row.text('document') || (term.document ?? row.required('document'))
    const { campaign, phase, year } = term
    return { campaign, phase, year, unit, kind, indicator: indicator?.code ?? '', target, document, except }
  },
  check() {},
}

/** The kind of units that the cell of the unit names as a whole, where it names no unit. */
function groupIn(row: RowReader, { known }: Checks): TargetGroup | null {
  const text = row.text('unit')
  if (text === '' || row.text('kind') !== '' || known.findUnit.find(text).codes.length > 0) return null
  return targetGroup(text)
}

/** The units that a group leaves out: named one by one, in names that may hold a comma or an "và" themselves. */
function exceptedIn(group: TargetGroup | null, row: RowReader, checks: Checks): string[] {
  const isUnit = (text: string) => checks.known.findUnit.find(text).codes.length > 0
  return (group?.except ?? []).flatMap(named => {
    const ways = [[named], named.split(/\s*[;|]\s*/), named.split(/\s*[;|,]\s*|\s+và\s+/)]
    const names = ways.find(way => way.every(isUnit)) ?? ways[1] ?? []
    return names.map(text => foundUnit(row, checks, { field: 'unit', text }))
  })
}

/** The first day for which a target is assigned. */
function beginOf({ campaign, phase, year }: Term, { phases }: Checks['known']): string {
  return year === null ? (phases.get(`${campaign}/${phase}`)?.from ?? '') : `${year}-01-01`
}

type Term = Pick<TargetRow, 'campaign' | 'phase' | 'year'> & { document: string | null }

/** Campaign and phase, or a year; never both. The phase's own decision stands where the row names none. */
function readTerm(row: RowReader, { known }: Checks): Term {
  const [campaign, phase, year] = [
    row.textOrNull('campaign'),
    row.textOrNull('phase'),
    row.textOrNull('year'),
  ]
  const isYearly = year !== null && campaign === null && phase === null
  const lacksCampaign = campaign === null && row.has('campaign')
  if (!isYearly && (year !== null || lacksCampaign || phase === null)) {
    row.report('phase_or_year', {}, year === null ? 'phase' : 'year')
  } else if (isYearly && !/^20\d\d$/.test(year)) row.report('bad_year', {}, 'year')
  if (isYearly || phase === null) return { campaign: null, phase: null, year: Number(year), document: null }
  if (known.phases.size === 0) row.report('needs_first', { kind: 'campaigns' }, 'phase')
  else return readPhase(row, known, campaign, phase) ?? unknownPhase(row, known, campaign, phase)
  return { campaign, phase, year: null, document: null }
}

/** The phase by its code or name, in the campaign that is named, or in the only one that has such a phase. */
function readPhase(
  row: RowReader,
  known: Checks['known'],
  campaign: string | null,
  phase: string,
): Term | null {
  const matching = known.findPhases(campaign, phase)
  if (matching.length > 1) {
    row.report(
      'ambiguous_phase',
      { near: matching.map(each => `${each.campaign}/${each.phase}`).join(', ') },
      'phase',
    )
  }
  const [one] = matching
  return one === undefined
    ? null
    : { campaign: one.campaign, phase: one.phase, year: null, document: one.document || null }
}

function unknownPhase(row: RowReader, known: Checks['known'], campaign: string | null, phase: string): Term {
  const near = row.near(known.nearPhases, campaign === null ? phase : `${campaign}/${phase}`)
  if (near === '') row.report('no_phase', {}, 'phase')
  else row.report('unknown_phase', { near }, 'phase')
  return { campaign, phase, year: null, document: null }
}

/** `100% (trừ hồ sơ lý lịch tư pháp)`: for what a target does not hold is not kept, and that is said. */
function withoutNote(row: RowReader, { warnings }: Checks): Cell {
  const cell = row.cell('target')
  const [, bare, note] =
    /^(.*\d\s*%?)\s*\(([^()]*\p{L}[^()]*)\)$/su.exec(typeof cell === 'string' ? cell : '') ?? []
  if (bare === undefined || note === undefined) return cell
  row.doubts(warnings).report('target_note', { note: shortened(note, 80) }, 'target')
  return bare
}

/** "Tăng 5%", "giữ nguyên", "+5": more than before, by what nobody says. */
function isInWords(bare: Cell): boolean {
  return typeof bare === 'string' && (/^\p{L}{2}/u.test(bare) || /^[+±]/.test(bare))
}

function readTarget(row: RowReader, indicator: Indicator | undefined, checks: Checks): number | null {
  const text = row.required('target')
  if (text !== '' && EXEMPT.has(strictKey(text)))
    row.doubts(checks.notes).report('target_exempt', { unit: row.text('unit') || row.text('kind') }, 'target')
  if (text === '' || EXEMPT.has(strictKey(text))) return null
  const limit = limitIn(withoutNote(row, checks))
  if (limit.is === 'range') row.report('target_range', {}, 'target')
  if (limit.is === 'range' || indicator === undefined) return null
  if ((limit.is === 'most') !== (indicator.better === 'lower') && limit.is !== null) {
    row.report(limit.is === 'most' ? 'target_at_most' : 'target_at_least', {}, 'target')
    return null
  }
  if (isInWords(limit.bare)) {
    row.report('target_in_words', {}, 'target')
    return null
  }
  const found = row.measure('target', limit.bare)
  // "KPS" is no exemption.
  if (found === null && row.isGood) row.report('bad_number', {}, 'target')
  if (found === null) return null
  const target = checks.shares.valueOf(found, indicator, row.place('target'))
  const { max } = indicator
  if (target < 0 || target > max) row.report('target_out_of_range', { max }, 'target')
  return target
}
