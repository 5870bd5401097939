import type { Answer } from '../../answers/answer.ts'
import type { Attachment } from '../../lib/message.ts'
import { groupTitle } from '../answers/group-title.ts'
import { MAX_LINES } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { XLSX } from './digest-sheet.ts'
import { rowsOf } from './figure-columns.ts'
import { unitColumns } from './indicator-sheets.ts'
import { writeSpreadsheet } from './write-spreadsheet.ts'

const LISTS = ['below', 'met', 'top', 'bottom', 'ranking']

/**
 * The whole list as a spreadsheet, where it is longer than what is shown of it or was asked for as a file; else null. A
 * later part of a list comes without one.
 */
export async function sheetOfList(answer: Answer, ctx: SayContext): Promise<Attachment | null> {
  const { question, figures } = answer
  const [first] = figures
  if (!first || first.reason === 'not_allowed' || !LISTS.includes(question.intent)) return null
  const isLong = figures.length > MAX_LINES && question.offset === null
  if (!isLong && question.output !== 'file') return null
  const title = groupTitle(answer, first.indicator, ctx)
  const lines = ctx.sample ? [title, ctx.words.say('answers.sample')] : [title]
  const soFar = ctx.words.say('sheets.column.soFar')
  const columns = unitColumns(ctx).filter(({ title: name }) => name !== soFar)
  const sheet = {
    name: ctx.words.say('sheets.list'),
    lines,
    columns,
    rows: rowsOf(
      columns,
      figures.map(figure => ({ figure, toDate: null })),
    ),
    frozenColumns: 2,
  }
  return {
    name: ctx.words.say('sheets.listFile', { day: ctx.today }),
    type: XLSX,
    bytes: await writeSpreadsheet([sheet], { title, day: ctx.today }),
    description: title,
  }
}
