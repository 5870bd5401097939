import type { Texts } from '../../../locales/vi/texts.ts'
import type { Figure } from '../../answers/answer.ts'
import type { Digest, DigestLine } from '../../answers/digest-facts.ts'
import type { Indicator } from '../../core/indicator.ts'
import type { Attachment } from '../../lib/message.ts'
import type { SayContext } from '../phrases/context.ts'
import { aboutDigest } from '../digests/digest-about.ts'
import { missing, placeOf } from '../phrases/figure-lines.ts'
import { indicatorOf, unitName } from '../phrases/names.ts'
import { periodName } from '../phrases/period-name.ts'
import { digestTitle } from '../digests/say-digest.ts'
import { writeSpreadsheet } from './write-spreadsheet.ts'
import type { Cell, SheetContent } from './write-spreadsheet.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PERCENT = '0.00%'
const DECIMAL = '0.00'
const COUNT = '#,##0'

/** A column: its title, its width in characters, and what stands in it for one unit and indicator. */
interface Column {
  title: string
  width: number
  cell: (line: DigestLine) => Cell
}

type MakeColumn = (
  key: keyof Texts['sheets']['column'],
  width: number,
  cell: (figure: Figure, line: DigestLine) => Cell,
) => Column

/**
 * The spreadsheet that goes with a report, to work with: an overview, `rows` (every unit × indicator, as
 * `readDigestTable` gives them) with filters, and what the figures are. Values are numbers; what does not exist is an
 * empty cell with its reason beside it.
 */
export async function sheetOfDigest(
  digest: Digest,
  rows: readonly Figure[],
  say: SayContext,
): Promise<Attachment> {
  const { words } = say
  const title = digestTitle(digest, say)
  const sheets = [overview(digest, say), byUnit(rows, say), aboutDigest(digest, rows, say)]
  return {
    name: words.say('sheets.digestFile', { day: digest.day }),
    type: XLSX,
    bytes: await writeSpreadsheet(sheets, { title, day: digest.day }),
    description: words.say('sheets.digestDescription', {
      unit: unitName(say, digest.unit),
      period: resultsPeriod(digest, say),
    }),
  }
}

function overview(digest: Digest, say: SayContext): SheetContent {
  const { words } = say
  const column = columnMaker(say)
  const columns = [
    column('indicator', 52, figure => indicatorOf(say, figure.indicator).name),
    ...resultColumns(say),
    ...(digest.overall.some(line => line.met !== null) ? metColumns(say) : []),
    column('change', 12, (_, { change }) => decimal(change)),
    ...placeColumns(say),
    column('counted', 52, figure => formulaOf(indicatorOf(say, figure.indicator), say)),
  ]
  const lines = [
    digestTitle(digest, say),
    words.say('sheets.resultsFor', { period: resultsPeriod(digest, say) }),
  ]
  return {
    name: words.say('sheets.overview'),
    lines: say.sample ? [...lines, words.say('answers.sample')] : lines,
    columns,
    rows: rowsOf(columns, digest.overall),
    frozenColumns: 1,
  }
}

function byUnit(figures: readonly Figure[], say: SayContext): SheetContent {
  const { words, tree } = say
  const column = columnMaker(say)
  const unitOf = (figure: Figure) => tree.byCode.get(figure.unit)
  const kindOf = (figure: Figure) => words.say(`units.peers.${unitOf(figure)?.kind ?? 'other'}`)
  const columns = [
    column('code', 12, figure => figure.unit),
    column('unit', 38, figure => unitOf(figure)?.name ?? figure.unit),
    column('kind', 20, figure => words.capital(kindOf(figure))),
    column('parent', 24, figure => tree.byCode.get(unitOf(figure)?.parent ?? '')?.name ?? null),
    column('indicator', 30, figure => indicatorOf(say, figure.indicator).shortName),
    ...resultColumns(say),
    ...placeColumns(say),
  ]
  const facts = figures.map(figure => ({ figure, met: null, change: null }))
  const name = words.say('sheets.units')
  return { name, lines: [], columns, rows: rowsOf(columns, facts), frozenColumns: 2 }
}

/** What was measured, against what, and whether that is met. */
function resultColumns(say: SayContext): Column[] {
  const column = columnMaker(say)
  const [met, notMet] = [say.words.say('sheets.met'), say.words.say('sheets.notMet')]
  return [
    column('value', 10, figure => measured(say, figure, figure.value)),
    column('numerator', 12, figure => count(figure.numerator)),
    column('denominator', 12, figure => count(figure.denominator)),
    column('target', 10, figure => measured(say, figure, figure.target)),
    column('gap', 12, figure => decimal(figure.gap)),
    column('met', 12, figure => (figure.met === null ? null : figure.met ? met : notMet)),
  ]
}

/** How many of the units below have met their target; a unit with none below lacks these columns. */
function metColumns(say: SayContext): Column[] {
  const column = columnMaker(say)
  return [
    column('metUnits', 14, (_, { met }) => met?.met ?? null),
    column('judgedUnits', 14, (_, { met }) => met?.of ?? null),
  ]
}

function placeColumns(say: SayContext): Column[] {
  const column = columnMaker(say)
  return [
    column('rank', 11, figure => placeOf(figure)?.rank ?? null),
    column('of', 11, figure => placeOf(figure)?.of ?? null),
    column('dataTo', 14, ({ dataTo }) => (dataTo === null ? null : { day: dataTo })),
    column('note', 36, figure => noteOf(figure, say)),
  ]
}

function columnMaker({ words }: SayContext): MakeColumn {
  return (key, width, cell) => ({
    title: words.say(`sheets.column.${key}`),
    width,
    cell: line => cell(line.figure, line),
  })
}

function rowsOf(columns: readonly Column[], lines: readonly DigestLine[]): Cell[][] {
  return lines.map(line => columns.map(column => column.cell(line)))
}

/** 40.3 of a percent is the number 0.403 shown as `40,30%`; points stay as they are. */
function measured(say: SayContext, { indicator }: Figure, value: number | null): Cell {
  if (value === null) return null
  if (indicatorOf(say, indicator).unit === 'points') return { number: value, format: DECIMAL }
  return { number: Number((value / 100).toFixed(6)), format: PERCENT }
}

function decimal(value: number | null): Cell {
  return value === null ? null : { number: value, format: DECIMAL }
}

function count(value: number | null): Cell {
  return value === null ? null : { number: value, format: COUNT }
}

/** Why there is no value or no target, of which period a published value is, and that a target is an upper bound. */
function noteOf(figure: Figure, say: SayContext): string | null {
  const { words } = say
  const notes = [
    figure.value === null ? missing(say, figure) : null,
    figure.reason === 'exempt' ? words.say('figures.reason.exempt') : null,
    figure.reason === 'not_assigned' ? words.say('figures.reason.not_assigned') : null,
    figure.publishedFor ? periodName(say, figure.publishedFor) : null,
    figure.target !== null && indicatorOf(say, figure.indicator).better === 'lower'
      ? words.say('sheets.atMost')
      : null,
  ]
  const said = [...new Set(notes.filter(note => note !== null))]
  return said.length === 0 ? null : words.capital(said.join('; '))
}

/** "hồ sơ nộp trực tuyến / hồ sơ tiếp nhận"; nothing for a published score. */
function formulaOf({ numeratorLabel, denominatorLabel }: Indicator, { words }: SayContext): string | null {
  if (numeratorLabel === '' || denominatorLabel === '') return null
  return words.say('sheets.formula', { numerator: numeratorLabel, denominator: denominatorLabel })
}

function resultsPeriod(digest: Digest, say: SayContext): string {
  return periodName(say, digest.overall[0]?.figure.window ?? digest.window)
}
