import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Phase } from '../../src/core/campaign.ts'
import type { Indicator } from '../../src/core/indicator.ts'
import { UNIT_KINDS } from '../../src/core/unit-tree.ts'
import type { Unit } from '../../src/core/unit-tree.ts'
import type { LexiconInput } from '../../src/ask/lexicon.ts'
import type { AskContext } from '../../src/ask/reading.ts'

/** Rows of a CSV file of the fixtures, by column. */
export function csvRows(path: string): Record<string, string>[] {
  return parse(readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8'), {
    columns: true,
    bom: true,
  })
}

const text = (cell: string | undefined): string | null => (cell === undefined || cell === '' ? null : cell)
const list = (cell: string | undefined): string[] => (cell ? cell.split('|') : [])

function unitsOf(path: string): Unit[] {
  return csvRows(path).map(row => {
    const kind = UNIT_KINDS.find(one => one === row['kind'])
    if (!kind) throw new Error(`no such kind: ${row['kind']}`)
    return {
      code: row['code']!,
      name: row['name']!,
      shortName: row['short_name']!,
      kind,
      parent: text(row['parent']),
      aliases: list(row['aliases']),
      activeFrom: text(row['active_from']),
      activeTo: text(row['active_to']),
      mergedInto: text(row['merged_into']),
    }
  })
}

function accumulationOf(cell: string | undefined): Indicator['accumulation'] {
  return cell === 'latest' || cell === 'published' ? cell : 'sum'
}

function indicatorsOf(path: string): Indicator[] {
  return csvRows(path).map(row => ({
    code: row['code']!,
    name: row['name']!,
    shortName: row['short_name']!,
    numeratorLabel: row['numerator_label']!,
    denominatorLabel: row['denominator_label']!,
    accumulation: accumulationOf(row['accumulation']),
    points: row['points'] ? Number(row['points']) : null,
    aliases: list(row['aliases']),
    unit: row['unit'] === 'points' ? 'points' : 'percent',
    max: 100,
    better: 'higher',
  }))
}

function phasesOf(path: string): Phase[] {
  return csvRows(path).map(row => ({
    campaign: row['campaign']!,
    campaignName: row['name']!,
    phase: row['phase']!,
    phaseName: row['phase_name']!,
    from: row['start']!,
    to: row['end']!,
    document: row['document']!,
  }))
}

/** The units, indicators and phases of a province's folder of fixtures. */
export function provinceOf(folder: string): LexiconInput {
  return {
    units: unitsOf(`${folder}/units.csv`),
    indicators: indicatorsOf(`${folder}/indicators.csv`),
    phases: phasesOf(`${folder}/campaigns.csv`),
  }
}

/** Gia Lai in 2024: districts, communes, a campaign of two phases. */
export function giaLai2024(): LexiconInput {
  return provinceOf('gia-lai-2024')
}

/** All 34 provinces with their 3,321 communes of 2026. */
export function allProvinces(): LexiconInput {
  return { ...giaLai2024(), units: unitsOf('admin-units.csv') }
}

/** Who asks in Gia Lai, on Sunday 19 May 2024 unless said otherwise. */
export function asker(member: string, today = '2024-05-19'): AskContext {
  const row = csvRows('gia-lai-2024/members.csv').find(one => one['member'] === member)
  if (!row) throw new Error(`no such member: ${member}`)
  const unit = row['unit']!
  return { unit, scope: unit, today, previous: null, pendingChoices: [] }
}
