import type { Digest } from '../../answers/digest-facts.ts'
import type { TableRow } from '../../answers/digest-table.ts'
import type { Attachment } from '../../lib/message.ts'
import { aboutDigest } from '../digests/digest-about.ts'
import { digestTitle } from '../digests/digest-finding.ts'
import type { SayContext } from '../phrases/context.ts'
import { unitName } from '../phrases/names.ts'
import { periodName } from '../phrases/period-name.ts'
import { alertsSheet, gapsSheet } from './digest-lists.ts'
import { indicatorSheets } from './indicator-sheets.ts'
import { overviewSheet } from './overview-sheet.ts'
import { summarySheet } from './summary-sheet.ts'
import { writeSpreadsheet } from './write-spreadsheet.ts'
import type { SheetContent } from './write-spreadsheet.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The spreadsheet that goes with a report, to print and to work with: an overview, units × indicators in colours with a
 * place to sign, a sheet for each indicator, one for alerts and their explanations, one for missing figures, and what
 * the figures are. `rows` are those of `readDigestTable`. Values are numbers; what does not exist is an empty cell.
 */
export async function sheetOfDigest(
  digest: Digest,
  rows: readonly TableRow[],
  say: SayContext,
): Promise<Attachment> {
  const { words } = say
  const title = digestTitle(digest, say)
  const sheets: (SheetContent | null)[] = [
    overviewSheet(digest, say),
    summarySheet(digest, rows, say),
    ...indicatorSheets(digest, rows, say),
    alertsSheet(digest, say),
    gapsSheet(digest, say),
    aboutDigest(digest, rows, say),
  ]
  return {
    name: words.say('sheets.digestFile', { day: digest.day }),
    type: XLSX,
    bytes: await writeSpreadsheet(
      sheets.filter(sheet => sheet !== null),
      { title, day: digest.day },
    ),
    description: words.say('sheets.digestDescription', {
      unit: unitName(say, digest.unit),
      period: periodName(say, digest.window),
    }),
  }
}
