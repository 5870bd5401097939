import type { Texts } from '../../../locales/vi/texts.ts'
import type { Digest } from '../../answers/digest-facts.ts'
import type { TableRow } from '../../answers/digest-table.ts'
import type { SayContext } from '../phrases/context.ts'
import { indicatorOf, unitName } from '../phrases/names.ts'
import { periodName } from '../phrases/period-name.ts'
import { digestTitle } from './digest-finding.ts'
import type { Cell, SheetContent } from '../sheets/write-spreadsheet.ts'

type Row = [key: keyof Texts['sheets']['row'], cell: Cell]

/** The sheet that says what the others are: of whom, for when, made when, by which decisions, and how to read it. */
export function aboutDigest(digest: Digest, rows: readonly TableRow[], say: SayContext): SheetContent {
  const { words } = say
  const toDate = digest.lines[0]?.toDate?.window
  const facts: Row[] = [
    ['unit', words.capital(unitName(say, digest.unit))],
    ['digest', digestTitle(digest, say)],
    ['period', words.capital(periodName(say, digest.window))],
    ['toDate', toDate ? words.capital(periodName(say, toDate)) : null],
    ['day', { day: digest.day }],
    ['dataTo', digest.dataTo === null ? null : { day: digest.dataTo }],
    ...digest.phases.map(({ phase }): Row => {
      const { phaseName, from, to } = phase
      return ['phase', words.say('sheets.phase', { phase: phaseName, from, to })]
    }),
    ...documentsOf(digest, rows).map((document): Row => ['document', document]),
    ...readings(digest, say).map((reading): Row => ['reading', reading]),
  ]
  return {
    name: words.say('sheets.about'),
    lines: say.sample ? [words.say('answers.sample')] : [],
    columns: [
      { title: '', width: 26 },
      { title: '', width: 90 },
    ],
    rows: facts.map(([key, cell]) => [words.say(`sheets.row.${key}`), cell]),
  }
}

/** The decisions behind the targets and the phases, each once. */
function documentsOf(digest: Digest, rows: readonly TableRow[]): string[] {
  const figures = [...digest.lines, ...rows].map(row => row.figure)
  const named = [...digest.phases.map(one => one.phase.document), ...figures.map(one => one.document)]
  return [...new Set(named.flatMap(document => (document ? [document] : [])))]
}

function readings(digest: Digest, say: SayContext): string[] {
  const { words } = say
  const isLower = digest.lines.some(
    ({ figure }) => indicatorOf(say, figure.indicator).better === 'lower' && figure.target !== null,
  )
  return [
    words.say('sheets.gapReading'),
    ...(isLower ? [words.say('sheets.lowerReading')] : []),
    words.say('sheets.emptyReading'),
    words.say('sheets.rankReading'),
    words.say('sheets.changeReading'),
  ]
}
