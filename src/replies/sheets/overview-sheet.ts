import type { Digest, DigestLine } from '../../answers/digest-facts.ts'
import type { Indicator } from '../../core/indicator.ts'
import { digestFinding, digestTitle } from '../digests/digest-finding.ts'
import type { SayContext } from '../phrases/context.ts'
import { indicatorOf } from '../phrases/names.ts'
import { type Column, column, decimal, placeColumns, resultColumns, rowsOf } from './figure-columns.ts'
import type { SheetContent } from './write-spreadsheet.ts'

/** The first sheet: what was found, then a line for each indicator. */
export function overviewSheet(digest: Digest, say: SayContext): SheetContent {
  const { words } = say
  const all: Column<DigestLine>[] = [
    column(say, 'indicator', 28, ({ figure }) => indicatorOf(say, figure.indicator).shortName),
    ...resultColumns<DigestLine>(say),
    ...(digest.lines.some(line => line.met !== null) ? metColumns(say) : []),
    column(say, 'change', 12, ({ change }) => decimal(change)),
    ...placeColumns<DigestLine>(say),
    column(say, 'counted', 40, ({ figure }) => formulaOf(indicatorOf(say, figure.indicator), say)),
  ]
  // A column that says nothing makes all others smaller in print.
  const columns = all.filter(({ cell }) => digest.lines.some(line => cell(line) !== null))
  const lines = [digestTitle(digest, say), digestFinding(digest, say)]
  return {
    name: words.say('sheets.overview'),
    lines: say.sample ? [...lines, words.say('answers.sample')] : lines,
    columns,
    rows: rowsOf(columns, digest.lines),
    frozenColumns: 1,
  }
}

/** How many of the units below have met their target; a unit with none below lacks these columns. */
function metColumns(say: SayContext): Column<DigestLine>[] {
  return [
    column(say, 'metUnits', 14, ({ met }) => met?.met ?? null),
    column(say, 'judgedUnits', 14, ({ met }) => met?.of ?? null),
  ]
}

/** "hồ sơ nộp trực tuyến / hồ sơ tiếp nhận"; nothing for a published score. */
function formulaOf({ numeratorLabel, denominatorLabel }: Indicator, { words }: SayContext): string | null {
  if (numeratorLabel === '' || denominatorLabel === '') return null
  return words.say('sheets.formula', { numerator: numeratorLabel, denominator: denominatorLabel })
}
