import type { Texts } from '../../../locales/vi/texts.ts'
import type { Figure } from '../../answers/answer.ts'
import type { Indicator } from '../../core/indicator.ts'
import type { SayContext } from '../phrases/context.ts'
import { missing, placeOf } from '../phrases/figure-lines.ts'
import { indicatorOf } from '../phrases/names.ts'
import { periodName } from '../phrases/period-name.ts'
import type { Shade } from '../phrases/shades.ts'
import type { Cell } from './write-spreadsheet.ts'

const PERCENT = '0.00%'
const DECIMAL = '0.00'
const COUNT = '#,##0'

/** A column of lines: its title, its width in characters, and what stands in it. */
export interface Column<Line> {
  title: string
  width: number
  cell: (line: Line) => Cell
}

/** A column by the name of its title. */
export function column<Line>(
  say: SayContext,
  key: keyof Texts['sheets']['column'],
  width: number,
  cell: (line: Line) => Cell,
): Column<Line> {
  return { title: say.words.say(`sheets.column.${key}`), width, cell }
}

/** The columns but for the unit above where it is the same for all, as in a province of communes: it only makes the others small in print. */
export function withoutSameParent<Line>(
  columns: readonly Column<Line>[],
  lines: readonly Line[],
  { words }: SayContext,
): Column<Line>[] {
  const parent = words.say('sheets.column.parent')
  return columns.filter(({ title, cell }) => title !== parent || new Set(lines.map(cell)).size > 1)
}

/** The cells of lines, column by column. */
export function rowsOf<Line>(columns: readonly Column<Line>[], lines: readonly Line[]): Cell[][] {
  return lines.map(line => columns.map(one => one.cell(line)))
}

/** What was measured, against what, and whether that is met. */
export function resultColumns<Line extends { figure: Figure; toDate: Figure | null }>(
  say: SayContext,
): Column<Line>[] {
  const [met, notMet] = [say.words.say('sheets.met'), say.words.say('sheets.notMet')]
  return [
    column(say, 'value', 10, ({ figure }) => measured(say, figure, figure.value)),
    column(say, 'numerator', 12, ({ figure }) => count(figure.numerator)),
    column(say, 'denominator', 12, ({ figure }) => count(figure.denominator)),
    column(say, 'target', 10, ({ figure }) => measured(say, figure, figure.target)),
    column(say, 'gap', 12, ({ figure }) => decimal(figure.gap)),
    column(say, 'met', 12, ({ figure }) =>
      figure.met === null ? null : { centred: figure.met ? met : notMet },
    ),
    column(say, 'soFar', 12, ({ figure, toDate }) => measured(say, figure, toDate?.value ?? null)),
  ]
}

/** The place among the peers, how far the figures reach, and what is to be said of them. */
export function placeColumns<Line extends { figure: Figure }>(say: SayContext): Column<Line>[] {
  return [
    column(say, 'rank', 11, ({ figure }) => placeOf(figure)?.rank ?? null),
    column(say, 'of', 11, ({ figure }) => placeOf(figure)?.of ?? null),
    column(say, 'dataTo', 14, ({ figure }) => (figure.dataTo === null ? null : { day: figure.dataTo })),
    column(say, 'note', 26, ({ figure }) => noteOf(figure, say)),
  ]
}

/** How a value of each unit of measure stands in a cell. */
const MEASURED: Record<Indicator['unit'], (value: number) => { number: number; format: string }> = {
  percent: value => ({ number: Number((value / 100).toFixed(6)), format: PERCENT }),
  points: value => ({ number: value, format: DECIMAL }),
  place: value => ({ number: value, format: COUNT }),
}

/** 40.3 of a percent is the number 0.403 shown as `40,30%`; points and places stay as they are. */
export function measured(
  say: Pick<SayContext, 'indicators'>,
  { indicator }: Pick<Figure, 'indicator'>,
  value: number | null,
  shade?: Shade,
): Cell {
  if (value === null) return null
  const shaded = shade ? { shade } : {}
  return { ...MEASURED[indicatorOf(say, indicator).unit](value), ...shaded }
}

export function decimal(value: number | null): Cell {
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
