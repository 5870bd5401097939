import { cellText, columnLetters, type Line } from '../files/cell.ts'
import { foldName } from '../names/fold-name.ts'
import type { Profile } from '../profile.ts'
import type { Header } from './header.ts'
import { type Column, PERIOD_FIELDS } from './sheet.ts'

/** Titles of the columns that number the rows. */
const NUMBERING = new Set(['stt', 'tt', 'so tt', 'so thu tu', 'no'])
const NUMBER = /^[-(]?\d[\d\s\u00A0.,]*%?\)?$/u

export interface UnreadColumn extends Column {
  /** Whether most of what stands in it is numbers. */
  hasNumbers: boolean
}

/** The columns that hold something and of which nothing is taken or compared, but for those that number the rows. */
export function unreadColumns(header: Header, rows: readonly Line[], profile: Profile): UnreadColumn[] {
  const fields = fieldsUsed(profile)
  const used = new Set(
    [...header.columns].flatMap(([field, { index }]) =>
      fields === null || fields.has(field) ? [index] : [],
    ),
  )
  const width = Math.max(header.titles.length, ...new Set(rows.map(({ cells }) => cells.length)))
  return Array.from({ length: width }, (_, index) => index).flatMap((index): UnreadColumn[] => {
    const title = header.titles[index] ?? ''
    if (used.has(index) || NUMBERING.has(foldName(title))) return []
    const texts = rows.map(({ cells }) => cellText(cells[index])).filter(text => text !== '')
    const hasNumbers = texts.filter(text => NUMBER.test(text)).length * 2 > texts.length
    if (texts.length === 0 || (title === '' && !texts.some(text => /\d/.test(text)))) return []
    const name = header.names[index] || columnLetters(index)
    return [{ index, header: title || name, name, path: [title], hasNumbers }]
  })
}

/** Fields of a wide table whose cells are taken or compared; null where every column of the profile is. */
function fieldsUsed({ figures, sums, ranks, kind }: Profile): ReadonlySet<string> | null {
  if ((kind !== 'observations' && kind !== 'targets') || figures.length === 0) return null
  const counted = figures.flatMap(({ numerator = [], denominator = [], value = '', check = '' }) => [
    ...numerator,
    ...denominator,
    value,
    check,
  ])
  const compared = [
    ...sums.flatMap(each => [each.total, ...each.parts]),
    ...ranks.flatMap(each => [each.rank, each.by]),
  ]
  const keys = kind === 'targets' ? [...KEYS, ...TERMS] : KEYS
  return new Set([...keys, ...counted, ...compared])
}

/** What an annex of targets says besides of whom and for when. */
const TERMS = ['kind', 'campaign', 'phase', 'year', 'document', 'except']
const KEYS = ['unit', 'unit_code', 'note', ...PERIOD_FIELDS]
