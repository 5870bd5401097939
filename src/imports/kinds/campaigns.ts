import type { Phase } from '../../core/campaign.ts'
import { codeFrom } from '../names/code-from.ts'
import type { CatalogReader } from './catalog-reader.ts'

export const campaignReader: CatalogReader<'campaigns'> = {
  required: ['campaign', 'name', 'phase', 'phase_name', 'start', 'end', 'document'],
  optional: [],
  either: [],
  needed: ['name', 'phase_name', 'start', 'end'],
  needs: () => [],
  read(row) {
    const [name, phaseName] = [row.name('name'), row.name('phase_name')]
    const phase: Phase = {
      campaign: row.lacksCode('campaign') ? codeFrom(name) : row.code('campaign'),
      campaignName: name,
      phase: row.lacksCode('phase') ? codeFrom(phaseName) : row.code('phase'),
      phaseName,
      from: row.required('start') && (row.day('start') ?? ''),
      to: row.required('end') && (row.day('end') ?? ''),
      document: row.text('document'),
    }
    if (row.isGood && phase.to < phase.from) row.report('dates_reversed', { from: phase.from }, 'end')
    return phase
  },
  check(records, { known }) {
    const all = new Map(known.phases)
    for (const [key, { record }] of records) all.set(key, record)
    const names = new Map<string, { name: string; line: number }>()
    for (const { record, row } of records.values()) {
      const other = overlapping(record, all.values())
      if (other !== null) {
        row.report('phases_overlap', { other: other.phaseName, from: other.from, to: other.to }, 'start')
      }
      const first = names.get(record.campaign)
      if (first === undefined) names.set(record.campaign, { name: record.campaignName, line: row.line })
      else if (first.name !== record.campaignName) row.report('name_differs', first, 'name')
    }
  },
}

/** Another phase of the same campaign that shares a day with this one. */
export function overlapping(phase: Phase, phases: Iterable<Phase>): Phase | null {
  for (const other of phases) {
    const isOther = other.campaign === phase.campaign && other.phase !== phase.phase
    if (isOther && other.from <= phase.to && phase.from <= other.to) return other
  }
  return null
}
