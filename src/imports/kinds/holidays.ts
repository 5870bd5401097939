import { holidayWords } from '../../../locales/vi/files.ts'
import { type HolidayRow, isDayOff } from '../../core/holidays.ts'
import { addDays } from '../../core/period.ts'
import type { CatalogReader } from './catalog-reader.ts'

const KINDS = ['off', 'work'] as const
const FIRST_YEAR = '2000'
const LAST_YEAR = '2100'
/** No office closes so long: nothing unasked would be sent meanwhile. */
const LONGEST_CLOSURE_DAYS = 30

export const holidayReader: CatalogReader<'holidays'> = {
  required: ['date', 'name', 'kind'],
  optional: [],
  either: [],
  needed: ['date', 'kind'],
  needs: () => [],
  read(row) {
    const date = (row.required('date') && row.day('date')) || ''
    const year = date.slice(0, 4)
    if (date !== '' && (year < FIRST_YEAR || year > LAST_YEAR)) row.report('bad_day', {}, 'date')
    return { date, name: row.text('name'), kind: row.oneOf('kind', KINDS, holidayWords) }
  },
  check(records, { known, warnings }) {
    const table = new Map(known.holidays)
    for (const [day, { record }] of records) table.set(day, record)
    for (const { record, row } of records.values()) {
      const { date, kind } = record
      // Lists of a year's days off name those, too, that are off anyway; a day that is worked anyway is a slip.
      if (kind === 'work' && !isDayOff(date, [])) row.doubts(warnings).report('worked_anyway', {}, 'date')
      if (closureAround(date, table) > LONGEST_CLOSURE_DAYS) {
        row.report('long_closure', { max: LONGEST_CLOSURE_DAYS }, 'date')
        return
      }
    }
  },
}

/** How many days running around this one are off; no more are counted than are too many. */
function closureAround(date: string, table: ReadonlyMap<string, HolidayRow>): number {
  const isOff = (day: string) => {
    const row = table.get(day)
    return isDayOff(day, row === undefined ? [] : [row])
  }
  if (!isOff(date)) return 0
  let days = 1
  for (const step of [1, -1]) {
    for (let day = addDays(date, step); days <= LONGEST_CLOSURE_DAYS && isOff(day); day = addDays(day, step))
      days++
  }
  return days
}
