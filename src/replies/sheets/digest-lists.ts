import type { Digest, DigestAlert } from '../../answers/digest-facts.ts'
import type { SayContext } from '../phrases/context.ts'
import { indicatorOf } from '../phrases/names.ts'
import { type Column, column, measured, rowsOf, withoutSameParent } from './figure-columns.ts'
import type { SheetContent } from './write-spreadsheet.ts'

/** The alerts that stand, what was answered and written; null without any. */
export function alertsSheet({ alerts }: Digest, say: SayContext): SheetContent | null {
  if (alerts.length === 0) return null
  const all: Column<DigestAlert>[] = [
    ...unitColumns<DigestAlert>(say, alert => alert.unit),
    column(say, 'indicator', 30, ({ indicator }) => indicatorOf(say, indicator).shortName),
    column(say, 'value', 10, alert => measured(say, alert, alert.value)),
    column(say, 'target', 10, alert => measured(say, alert, alert.target)),
    column(say, 'since', 14, ({ since }) => ({ day: since })),
    column(say, 'answered', 18, ({ state }) => say.words.say(`sheets.answered.${state}`)),
  ]
  const width = alerts.some(alert => alert.written.length > 0) ? 60 : 30
  const columns = [
    ...withoutSameParent(all, alerts, say),
    column<DigestAlert>(say, 'explanation', width, alert => written(alert, say)),
  ]
  return {
    name: say.words.say('sheets.alerts'),
    lines: [],
    columns,
    rows: rowsOf(columns, alerts),
    frozenColumns: 2,
  }
}

/** "13/5/2024, Rmah H'Blang: …", a line for each text; null where nothing was written. */
function written({ written: texts }: DigestAlert, { words }: SayContext): string | null {
  if (texts.length === 0) return null
  return texts.map(({ author, day, text }) => words.say('sheets.written', { author, day, text })).join('\n')
}

/** The units without figures in the period; null where none lacks them. */
export function gapsSheet({ gaps }: Digest, say: SayContext): SheetContent | null {
  if (gaps.length === 0) return null
  const columns = unitColumns<string>(say, unit => unit)
  return { name: say.words.say('sheets.gaps'), lines: [], columns, rows: rowsOf(columns, gaps) }
}

function unitColumns<Line>(say: SayContext, unitOf: (line: Line) => string): Column<Line>[] {
  const { byCode } = say.tree
  return [
    column(say, 'code', 12, unitOf),
    column(say, 'unit', 38, line => byCode.get(unitOf(line))?.name ?? unitOf(line)),
    column(say, 'parent', 24, line => byCode.get(byCode.get(unitOf(line))?.parent ?? '')?.name ?? null),
  ]
}
