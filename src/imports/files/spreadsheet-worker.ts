import type { Workbook } from 'hucre/xlsx'
import { serveJobs } from '../../lib/side-thread.ts'
import type { Grid } from './cell.ts'
import { gridsOf } from './grids-of-workbook.ts'
import type { WorkbookFault } from './grids-of-workbook.ts'
import { htmlGrids } from './html-tables.ts'
import { withOdsMarks } from './ods-marks.ts'
import { withMarks } from './xls-marks.ts'

export type WorkerFormat = 'xlsx' | 'xls' | 'ods' | 'html'

export interface WorkerJob {
  format: WorkerFormat
  bytes: Uint8Array
}

/** Columns A to DQ are 121: one more than a table may have. */
const RANGE = 'A1:DQ1048576'

void serveJobs({ ready: Promise.all([import('hucre/xlsx'), import('hucre/ods')]), work: read })

async function read({ format, bytes }: WorkerJob): Promise<Grid[] | WorkbookFault> {
  try {
    if (format === 'html') return htmlGrids(new TextDecoder().decode(bytes))
    const { sheets } = await open(format, bytes)
    if (format === 'xls') return gridsOf(withMarks(sheets, bytes))
    return gridsOf(format === 'ods' ? withOdsMarks(sheets, bytes) : sheets)
  } catch {
    // Whatever stumbles over what others have written, the file is at fault.
    return 'broken_spreadsheet'
  }
}

async function open(format: Exclude<WorkerFormat, 'html'>, bytes: Uint8Array): Promise<Workbook> {
  if (format === 'ods') {
    const { readOds } = await import('hucre/ods')
    return await readOds(bytes, { range: RANGE, readStyles: true })
  }
  const { readXls, readXlsx } = await import('hucre/xlsx')
  const options = { range: RANGE, readStyles: true }
  return format === 'xls' ? await readXls(bytes, options) : await readXlsx(bytes, options)
}
