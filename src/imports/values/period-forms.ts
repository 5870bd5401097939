import { addDays, parsePeriod } from '../../core/period.ts'
import { dayOf } from './days.ts'

const YEAR = String.raw`(20\d{2})`
/** Between a number and its year: `8/2026`, `8.2026`, `8-2026`, `8 năm 2026`, `8 2026`. */
export const OF_YEAR = String.raw`(?: ?[/._-] ?| (?:cua )?nam ?| nam ?|,? nam ?| )`
const DAY = String.raw`(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?`
const TO = String.raw` ?(?:-|–|—|~|[,;]? ?(?:- ?)?(?:den|toi)(?: het)?)(?: ngay)?:? ?`
const MONTH_WORDS: Record<string, string> = {
  gieng: '01',
  mot: '01',
  hai: '02',
  ba: '03',
  tu: '04',
  nam: '05',
  sau: '06',
  bay: '07',
  tam: '08',
  chin: '09',
  muoi: '10',
  'muoi mot': '11',
  'muoi hai': '12',
  chap: '12',
}
const ROMAN: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4' }

/** Of words that look like a period and are none. */
export const NO_PERIOD = ''

type Groups = readonly (string | undefined)[]
interface Form {
  pattern: RegExp
  /** The period as text that `parsePeriod` reads, or null. */
  of: (groups: Groups, year: string | null) => string | null
}

const two = (text = '') => text.padStart(2, '0')
const optionalYear = `(?:${OF_YEAR}${YEAR})?`

const MONTH = String.raw`(?:thang|thg|t) ?(\d{1,2})`
/** "từ đầu năm (2026) đến", "năm 2026 tính đến": from the first of January on. */
const FROM_NEW_YEAR = String.raw`(?:(?:tu|ke tu) dau nam(?: ?${YEAR})?|nam ?${YEAR},? ?\(?(?:luy ke|cong don)?)(?: ?- ?)? ?(?:tinh )?(?:den|toi)(?: het)?(?: ngay)?:? ?`
/** "đến hết", "tính đến ngày": an end, of which nobody knows what it is the end of. */
const UNTIL = String.raw`(?:tinh )?(?:den|toi)(?: het)?(?: \d{1,2}(?:h|g|:)\d{0,2}(?: ?phut)?,?)?`

/** How offices write periods, in folded text; the year may be missing where the surroundings say it. */
export const FORMS: readonly Form[] = [
  { pattern: form(`(?:tu )?(?:ngay )?:? ?${DAY}${TO}${DAY}`), of: range },
  {
    pattern: form(`${FROM_NEW_YEAR}${DAY}`),
    of: ([of1, of2, d, m, own], year) => {
      const end = dayOf(d, m, own ?? of1 ?? of2 ?? year ?? '')
      return end === null ? null : `${end.slice(0, 4)}-01-01/${end}`
    },
  },
  {
    pattern: form(`${FROM_NEW_YEAR}${MONTH}${optionalYear}`),
    of: ([of1, of2, month = '', own], year) => monthsOf(month, 'dau', own ?? of1 ?? of2 ?? year),
  },
  {
    pattern: form(
      String.raw`tu ngay (\d{1,2})(?: thang (\d{1,2}))?(?: nam (\d{4}))? ?,? ?(?:den|toi)(?: het)?(?: ngay)? (\d{1,2}) thang (\d{1,2}) nam (\d{4})`,
    ),
    of: ([d1, m1, ...rest], year) => range([d1, m1 ?? rest[2], ...rest], year),
  },
  {
    pattern: form(`(?:ngay )?bat dau ?:? ?${DAY} ?[,;.]? ?(?:va )?(?:ngay )?ket thuc ?:? ?${DAY}`),
    of: range,
  },
  {
    // "Tuần 45 (02-08/11/2026)", "từ ngày 16 đến hết ngày 22 tháng 11 năm 2026"
    pattern: form(
      String.raw`(?:tu )?(?:ngay )?(\d{1,2})(?: ?(?:-|–|—) ?| (?:den|toi)(?: het)?(?: ngay)? )(\d{1,2})(?:[/.]| thang )(\d{1,2})(?:[/.]| nam )(\d{4})`,
    ),
    of: ([d1, d2, month, own], year) => range([d1, month, own, d2, month, own], year),
  },
  {
    // "Tháng 9 + 10/2026", "quý I và II/2026": one after the other, or nobody knows.
    pattern: form(String.raw`thang (\d{1,2}) ?(?:,|va|\+|&) ?(\d{1,2})${OF_YEAR}${YEAR}`),
    of: ([first, last, own]) =>
      Number(last) === Number(first) + 1 ? monthsBetween([first, own, last, own]) : NO_PERIOD,
  },
  {
    pattern: form(
      String.raw`quy (iv|i{1,3}|[1-4]) ?(?:,|va|\+|&|-|–|den) ?(?:quy )?(iv|i{1,3}|[1-4])${OF_YEAR}${YEAR}`,
    ),
    of: quartersBetween,
  },
  {
    pattern: form(String.raw`(?:ky|thang)(?: bao cao| so lieu) ?:? ?(\d{1,2})[/.-]${YEAR}`),
    of: ([month, own]) => `${own}-${two(month)}`,
  },
  {
    pattern: form(String.raw`(?:nua|(10|15|20) ngay) (dau|cuoi) thang ?(\d{1,2})${optionalYear}`),
    of: ([days = '15', end, month, own], year) =>
      partOfMonth(Number(days), end, `${own ?? year}-${two(month)}`),
  },
  {
    pattern: form(
      String.raw`(?:cac )?tuan (?:thu )?(\d{1,2}) ?(?:,|va|-|–|den|\+|&) ?(?:tuan )?(\d{1,2})(?: ?\/ ?| nam | - |-| )${YEAR}`,
    ),
    of: weeksBetween,
  },
  {
    pattern: form(
      String.raw`thang (gieng|mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi mot|muoi hai|muoi|chap) nam ${YEAR}`,
    ),
    of: ([month = '', year]) => `${year}-${MONTH_WORDS[month]}`,
  },
  {
    pattern: form(
      `(?:tu )?${MONTH}${optionalYear} ?(?:-|–|—|~|(?:den|toi)(?: het)?) ?(?:thang|thg|t)? ?(\\d{1,2})${OF_YEAR}${YEAR}`,
    ),
    of: monthsBetween,
  },
  { pattern: form(`${UNTIL}(?: ngay)?:? ?\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}`), of: () => NO_PERIOD },
  {
    pattern: form(
      String.raw`(?:tinh )?(?:den|toi) het(?: ngay \d{1,2})? (?:thang|quy|tuan|t) ?(?:\d{1,2}|[iv]{1,3})${optionalYear}`,
    ),
    of: () => NO_PERIOD,
  },
  {
    pattern: form(String.raw`(?:ngay )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})`),
    of: ([d, m, y]) => dayOf(d, m, y),
  },
  {
    pattern: form(String.raw`(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})`),
    of: ([d, m, y]) => dayOf(d, m, y),
  },
  {
    pattern: form(String.raw`(?:tuan|w|t) ?(?:thu )?(\d{1,2})(?: ?\/ ?| nam | - |-| )?${YEAR}`, 'tuan|w'),
    of: ([week, year]) => `${year}-W${two(week)}`,
  },
  {
    pattern: form(String.raw`tuan ?(?:thu )?(\d{1,2})`),
    of: ([week], year) => year && `${year}-W${two(week)}`,
  },
  {
    pattern: form(String.raw`(?:thang|thg|t) ?(\d{1,2})${optionalYear}`),
    of: ([month, own], year) => ((own ?? year) ? `${own ?? year}-${two(month)}` : null),
  },
  {
    pattern: form(String.raw`(?:quy|qui|q) ?(iv|i{1,3}|[1-4])${optionalYear}`),
    of: ([quarter = '', own], year) =>
      (own ?? year) ? `${own ?? year}-Q${ROMAN[quarter] ?? quarter}` : null,
  },
  {
    pattern: form(
      String.raw`(?:0?(6|sau|9|chin|3|ba|11|10|8|7|5|4|2) thang (dau|cuoi)|nua (dau|cuoi))(?: cua)? nam(?: ?${YEAR})?`,
    ),
    of: ([count, end, half, own], year) => monthsOf(count ?? '6', end ?? half ?? 'dau', own ?? year),
  },
  {
    pattern: form(String.raw`0?(6|9|3|11|10|8|7|5|4|2) thang(?: ?[/-] ?| nam )${YEAR}`),
    of: ([count = '', own]) => monthsOf(count, 'dau', own ?? null),
  },
  {
    pattern: form(String.raw`(1|2|i{1,2})(?:st|nd)?[ -]?h ?${YEAR}|h([12]) ?[/-]? ?${YEAR}`),
    of: ([, , half, own]) => (half ? monthsOf('6', half === '1' ? 'dau' : 'cuoi', own ?? null) : null),
  },
  { pattern: form(String.raw`(?:ca )?(?:nam|luy ke nam) ?${YEAR}`), of: ([year]) => year ?? null },
]

/** What stands alone in a cell: digits that would be too little among other words. */
export const BARE: readonly Form[] = [
  { pattern: form(String.raw`(\d{1,2}) ?[/.-] ?${YEAR}`), of: ([month, year]) => `${year}-${two(month)}` },
  { pattern: form(String.raw`${YEAR} ?[/.-] ?(\d{1,2})`), of: ([year, month]) => `${year}-${two(month)}` },
  { pattern: form(String.raw`${YEAR}(0[1-9]|1[0-2])`), of: ([year, month]) => `${year}-${month}` },
  { pattern: form(String.raw`${YEAR}-?w(\d{1,2})`), of: ([year, week]) => `${year}-W${two(week)}` },
  { pattern: form(String.raw`w(\d{1,2})[/.-]${YEAR}`), of: ([week, year]) => `${year}-W${two(week)}` },
]

function form(source: string, only?: string): RegExp {
  return new RegExp(only === undefined ? source : source.replace('tuan|w|t', only), 'u')
}

/** From a day to a day; the first may leave out its year. */
function range([d1, m1, y1, d2, m2, y2]: Groups, year: string | null): string | null {
  const end = dayOf(d2, m2, y2 ?? year ?? '')
  if (end === null) return null
  const own = y1 ?? end.slice(0, 4)
  const start = dayOf(d1, m1, own)
  if (start === null) return null
  if (start <= end) return `${start}/${end}`
  return y1 === undefined ? `${Number(own) - 1}${start.slice(4)}/${end}` : null
}

/** The first or last so many days of a month. */
function partOfMonth(days: number, end: string | undefined, month: string): string | null {
  const whole = parsePeriod(month)
  if (whole === null) return null
  const half = addDays(whole.from, days - 1)
  return end === 'dau'
    ? `${whole.from}/${half}`
    : `${days === 15 ? addDays(half, 1) : addDays(whole.to, 1 - days)}/${whole.to}`
}

/** From the Monday of a week to the Sunday of another. */
function weeksBetween([first, last, year]: Groups): string | null {
  const from = parsePeriod(`${year}-W${two(first)}`)?.from
  const to = parsePeriod(`${year}-W${two(last)}`)?.to
  return from === undefined || to === undefined || from > to ? null : `${from}/${to}`
}

/** From a quarter to another. */
function quartersBetween([first = '', last = '', year]: Groups): string | null {
  const [a, b] = [ROMAN[first] ?? first, ROMAN[last] ?? last]
  const [from, to] = [parsePeriod(`${year}-Q${a}`)?.from, parsePeriod(`${year}-Q${b}`)?.to]
  return from === undefined || to === undefined || from > to ? null : `${from}/${to}`
}

/** From a month to another, the first of the same year where it names none. */
function monthsBetween([first = '', own, last = '', year]: Groups): string | null {
  const from = parsePeriod(`${own ?? year}-${two(first)}`)?.from
  const to = parsePeriod(`${year}-${two(last)}`)?.to
  return from === undefined || to === undefined || from > to ? null : `${from}/${to}`
}

/** The first or last so many months of a year. */
function monthsOf(words: string, end: string, year: string | null | undefined): string | null {
  const count = { sau: 6, chin: 9, ba: 3 }[words] ?? Number(words)
  if (year === null || year === undefined || !(count >= 1 && count <= 12)) return null
  const [first, last] = end === 'dau' ? [1, count] : [13 - count, 12]
  const to = parsePeriod(`${year}-${two(String(last))}`)?.to ?? ''
  return `${year}-${two(String(first))}-01/${to}`
}
