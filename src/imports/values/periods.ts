import { middleOf, parsePeriod } from '../../core/period.ts'
import type { Window } from '../../core/window.ts'
import { foldText } from '../names/fold-name.ts'
import { dayOf } from './days.ts'

export interface Period extends Window {
  middle: string
  /** Said as a month in words ("tháng 10"), not by its days or in a notation. */
  isNamedMonth?: true
}

/** What a title or a file's name says of periods. */
export interface FoundPeriod {
  period: Period
  /** The words that say it, folded. */
  words: string
}

/** No words for a period are longer; longer texts are not searched. */
const LONGEST = 120
const YEAR = String.raw`(20\d{2})`
/** Between a number and its year: `8/2026`, `8.2026`, `8-2026`, `8 năm 2026`, `8 2026`. */
const OF_YEAR = String.raw`(?: ?[/._-] ?| (?:cua )?nam ?| nam ?|,? nam ?| )`
const DAY = String.raw`(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?`
const TO = String.raw` ?(?:-|–|—|~|,? ?(?:- ?)?den(?: het)?|toi)(?: ngay)?:? ?`
const ROMAN: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4' }

type Groups = readonly (string | undefined)[]
interface Form {
  pattern: RegExp
  /** The period as text that `parsePeriod` reads, or null. */
  of: (groups: Groups, year: string | null) => string | null
}

const two = (text = '') => text.padStart(2, '0')
const optionalYear = `(?:${OF_YEAR}${YEAR})?`

/** How offices write periods, in folded text; the year may be missing where the surroundings say it. */
const FORMS: readonly Form[] = [
  { pattern: form(`(?:tu )?(?:ngay )?:? ?${DAY}${TO}${DAY}`), of: range },
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
const BARE: readonly Form[] = [
  { pattern: form(String.raw`(\d{1,2}) ?[/.-] ?${YEAR}`), of: ([month, year]) => `${year}-${two(month)}` },
  { pattern: form(String.raw`${YEAR} ?[/.-] ?(\d{1,2})`), of: ([year, month]) => `${year}-${two(month)}` },
  { pattern: form(String.raw`${YEAR}(0[1-9]|1[0-2])`), of: ([year, month]) => `${year}-${month}` },
  { pattern: form(String.raw`${YEAR}-?w(\d{1,2})`), of: ([year, week]) => `${year}-W${two(week)}` },
  { pattern: form(String.raw`w(\d{1,2})[/.-]${YEAR}`), of: ([week, year]) => `${year}-W${two(week)}` },
]

/**
 * The period that a cell says: `2024-W20` and the like, or in the words of offices ("Từ ngày … đến ngày …", "6 tháng
 * đầu năm 2026", "Tuần 32 (03/8–09/8/2026)", "8.2026"); null for anything else. `year` stands where the words lack one.
 */
export function readPeriod(text: string, year: string | null = null): Period | null {
  if (text.length > LONGEST) return null
  const exact = parsePeriod(text)
  if (exact !== null) return periodOf(exact)
  const folded = foldText(text).replace(/^(?:ky|thoi gian|bao cao|so lieu)(?: bao cao)? ?:? ?/, '')
  for (const { pattern, of } of [...FORMS, ...BARE]) {
    const match = new RegExp(`^(?:${pattern.source})$`, 'u').exec(folded)
    const found = match === null ? null : parsed(of(match.slice(1), year))
    if (found !== null) return found
  }
  return inBrackets(folded, year)
}

/** `Tuần 32 (03/8–09/8/2026)`: the days in the brackets are what is meant. */
function inBrackets(folded: string, year: string | null): Period | null {
  const parts = /^([^()]+)\(([^()]+)\)$/.exec(folded)
  if (parts === null) return null
  const [outer, inner] = [parts[1]?.trim() ?? '', parts[2]?.trim() ?? '']
  const own = /20\d{2}/.exec(inner)?.[0] ?? null
  const within = readPeriod(inner, year)
  return within === null || readPeriod(outer, own ?? year) === null ? null : within
}

/** The periods that a title, a sheet's or a file's name says; of nested ones only the innermost. */
export function findPeriods(text: string, year: string | null = null): FoundPeriod[] {
  let rest = ` ${foldText(text.slice(0, 2_000)).replaceAll(/[_]+/g, ' ')} `.replaceAll(NOT_PERIODS, ' · ')
  const found: FoundPeriod[] = []
  for (const { pattern, of } of FORMS) {
    const whole = new RegExp(`(?<![\\p{L}\\p{N}/.])(?:${pattern.source})(?![\\p{L}\\p{N}]|[/.]\\d)`, 'gu')
    rest = rest.replaceAll(whole, (words: string, ...groups: (string | undefined)[]) => {
      const period = parsed(of(groups.slice(0, countGroups(pattern)), year))
      if (period === null) return words
      found.push({ period, words: words.trim() })
      return ' · '
    })
  }
  return found.filter(each => !found.some(other => other !== each && isInside(other.period, each.period)))
}

const DOCUMENT_NUMBER = String.raw`\d+\/20\d{2}\/[\w-]+`
const DOCUMENT_KINDS =
  'cong van|ke hoach|quyet dinh|to trinh|van ban|thong bao|nghi quyet|thong tu|nghi dinh|chi thi'
const issued = (kinds: string) =>
  String.raw`(?:${kinds}) ?(?:so)? ?[\w/.-]* ?(?:cua [^,;()]{1,60})?,? ?ngay \d{1,2}(?:[/.-]| thang )\d{1,2}(?:[/.-]| nam )\d{4}`

/** Numbers of documents, and the days on which these were issued: the year of "Thông tư số 01/2020/TT-VPCP" is no table's. */
const DOCUMENTS = new RegExp(`${DOCUMENT_NUMBER}|${issued(DOCUMENT_KINDS)}`, 'gu')

/** Dates of documents and of signing: they say when something was written, not what it covers. */
const NOT_PERIODS = new RegExp(
  [
    String.raw`(?<!\p{L})tu(?: ngay)? ?:? ?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?! ?(?:[-–—~,]|den|toi))`,
    issued(`${DOCUMENT_KINDS}|bao cao|so:?`),
    String.raw`, ?ngay \.*\d{0,2}\.* ?thang \.*\d{0,2}\.* ?nam ?\d{4}`,
    String.raw`tinh den(?: het)?(?: ngay)? \d{1,2}[/.-]\d{1,2}[/.-]\d{4}`,
    String.raw`(?:in|xuat|lap|ket xuat|trich xuat) (?:luc|ngay|vao)[^;()]{0,30}\d{4}`,
    DOCUMENT_NUMBER,
  ].join('|'),
  'gu',
)

/**
 * The year that a table speaks of, from the first of the texts that names one: its title, the names of its sheet and its
 * file. Null where that text names several ("so với năm 2025"): which of them is meant is not said.
 */
export function yearSaid(texts: readonly string[]): string | null {
  for (const text of texts) {
    const years = new Set(
      foldText(text)
        .replaceAll(DOCUMENTS, ' ')
        .match(/(?<!\d)20\d{2}(?!\d)/g) ?? [],
    )
    if (years.size > 0) return years.size === 1 ? [...years].join('') : null
  }
  return null
}

function form(source: string, only?: string): RegExp {
  return new RegExp(only === undefined ? source : source.replace('tuan|w|t', only), 'u')
}

const groupCounts = new Map<RegExp, number>()

function countGroups(pattern: RegExp): number {
  const known = groupCounts.get(pattern) ?? (new RegExp(`${pattern.source}|`, 'u').exec('')?.length ?? 1) - 1
  groupCounts.set(pattern, known)
  return known
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

/** The first or last so many months of a year. */
function monthsOf(words: string, end: string, year: string | null | undefined): string | null {
  const count = { sau: 6, chin: 9, ba: 3 }[words] ?? Number(words)
  if (year === null || year === undefined || !(count >= 1 && count <= 12)) return null
  const [first, last] = end === 'dau' ? [1, count] : [13 - count, 12]
  const to = parsePeriod(`${year}-${two(String(last))}`)?.to ?? ''
  return `${year}-${two(String(first))}-01/${to}`
}

function parsed(text: string | null): Period | null {
  const window = text === null ? null : parsePeriod(text)
  if (text === null || window === null) return null
  return /^\d{4}-\d{2}$/.test(text) ? { ...periodOf(window), isNamedMonth: true } : periodOf(window)
}

function periodOf({ from, to }: Window): Period {
  return { from, to, middle: middleOf({ from, to }) }
}

function isInside(inner: Window, outer: Window): boolean {
  const isLonger = outer.from < inner.from || outer.to > inner.to
  return isLonger && outer.from <= inner.from && inner.to <= outer.to
}
