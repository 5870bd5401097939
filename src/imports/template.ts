import {
  accumulationWords,
  betterWords,
  headings,
  holidayWords,
  measureWords,
  roleWords,
  templateWords,
  unitKindWords,
} from '../../locales/vi/files.ts'
import type { Catalog } from '../db/stores/catalog.ts'
import type { ImportKind } from './outcome.ts'

/** Rows below the example in which a cell offers its allowed values. */
const LAST_ROW = 1_000
const MAX_OFFERED = 2_000

/** What a template draws on, so that its example and its choices are of the province. */
export type Drawn = Pick<Catalog, 'units' | 'indicators' | 'phases'>

/**
 * An empty spreadsheet of a kind: Vietnamese headings, one example row, the allowed values to choose from, and a sheet
 * that explains each column. The example is of what the database holds, and reads back as it stands.
 */
export async function templateOf(kind: ImportKind, drawn: Drawn): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx')
  const columns: Readonly<Record<string, readonly string[]>> = headings[kind]
  const fields = Object.keys(columns)
  const titles = fields.map(field => columns[field]?.[0] ?? field)
  const example = exampleOf(kind, drawn)
  const offered = fields.flatMap((field, at) => {
    const values = valuesOf(kind, field, drawn).slice(0, MAX_OFFERED)
    return values.length === 0 ? [] : [{ at, title: titles[at] ?? field, values }]
  })
  const notes = fields.map((field, at) => [
    titles[at] ?? field,
    templateWords.notes[`${kind}.${field}`] ?? '',
  ])
  return await writeXlsx({
    sheets: [
      {
        name: templateWords.tableSheet,
        rows: [titles, fields.map(field => example[field] ?? null)],
        columns: titles.map(title => ({ width: Math.max(14, title.length + 4) })),
        freezePane: { rows: 1 },
        dataValidations: offered.map(({ at, values }, list) => ({
          type: 'list' as const,
          range: `${letter(at)}2:${letter(at)}${LAST_ROW}`,
          formula1: `'${templateWords.listSheet}'!$${letter(list)}$2:$${letter(list)}$${values.length + 1}`,
          allowBlank: true,
        })),
      },
      {
        name: templateWords.noteSheet,
        rows: [[...templateWords.noteTitles], ...notes],
        columns: [{ width: 24 }, { width: 90 }],
      },
      { name: templateWords.listSheet, rows: listRows(offered) },
    ],
  })
}

function listRows(offered: readonly { title: string; values: readonly string[] }[]): (string | null)[][] {
  const length = Math.max(0, ...offered.map(({ values }) => values.length))
  const titles = offered.map(({ title }) => `${templateWords.allowed} ${title}`)
  return [titles, ...Array.from({ length }, (_, row) => offered.map(({ values }) => values[row] ?? null))]
}

function letter(index: number): string {
  return String.fromCharCode(65 + index)
}

/** The word of each code that a person chooses. */
function firsts(words: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.values(words).flatMap(([first]) => first ?? [])
}

/** What may stand under a field, in words of people; empty where anything may. */
function valuesOf(kind: ImportKind, field: string, { units, indicators, phases }: Drawn): string[] {
  const names = units
    .filter(unit => unit.activeTo === null && unit.mergedInto === null)
    .map(unit => unit.name)
  const lists: Record<string, readonly string[]> = {
    'units.kind': firsts(unitKindWords),
    'units.parent': units
      .filter(unit => unit.kind === 'province' || unit.kind === 'district')
      .map(unit => unit.name),
    'indicators.accumulation': firsts(accumulationWords),
    'indicators.unit': firsts(measureWords),
    'indicators.better': firsts(betterWords),
    'targets.unit': names,
    'targets.kind': firsts(unitKindWords),
    'targets.indicator': indicators.map(indicator => indicator.name),
    'targets.campaign': [...new Set(phases.map(phase => phase.campaignName))],
    'targets.phase': [...new Set(phases.map(phase => phase.phaseName))],
    'members.unit': names,
    'members.role': firsts(roleWords),
    'holidays.kind': firsts(holidayWords),
    'observations.unit': names,
    'observations.indicator': indicators.map(indicator => indicator.name),
  }
  return [...(lists[`${kind}.${field}`] ?? [])]
}

function exampleOf(
  kind: ImportKind,
  { units, indicators, phases }: Drawn,
): Readonly<Record<string, string | number>> {
  const example = templateWords.examples[kind]
  const unit = units.find(each => each.kind === 'commune') ?? units[0]
  const indicator = indicators.find(each => each.unit === 'percent') ?? indicators[0]
  const [phase] = phases
  const own = {
    ...(unit !== undefined && 'unit' in example && { unit: unit.name }),
    ...(indicator !== undefined && 'indicator' in example && { indicator: indicator.name }),
    ...(phase !== undefined &&
      kind === 'targets' && { campaign: phase.campaignName, phase: phase.phaseName, year: '' }),
  }
  return kind === 'units' || kind === 'indicators' ? example : { ...example, ...own }
}
