import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Phase } from '../../src/core/campaign.ts'
import { type Unit, UNIT_KINDS } from '../../src/core/unit-tree.ts'

/** The reference province, read straight from its files. */
type Cells = Record<string, string>

export function readTable(path: string): Cells[] {
  return parse(readFileSync(new URL(`../fixtures/${path}`, import.meta.url)), { columns: true, bom: true })
}

export const units: Unit[] = readTable('gia-lai-2024/units.csv').map(cells => ({
  code: cells.code!,
  name: cells.name!,
  shortName: cells.short_name!,
  kind: UNIT_KINDS.find(kind => kind === cells.kind)!,
  parent: cells.parent === '' ? null : cells.parent!,
  aliases: cells.aliases!.split('|').filter(alias => alias !== ''),
  activeFrom: null,
  activeTo: null,
  mergedInto: null,
}))

export const phases: Phase[] = readTable('gia-lai-2024/campaigns.csv').map(cells => ({
  campaign: cells.campaign!,
  campaignName: cells.name!,
  phase: cells.phase!,
  phaseName: cells.phase_name!,
  from: cells.start!,
  to: cells.end!,
  document: cells.document!,
}))
