import { profileKeys, rankTitles } from '../../locales/vi/files.ts'
import { type AskedColumn, isAskedAsValue } from './asked-column.ts'
import { foldName } from './names/fold-name.ts'
import type { GuessedColumn } from './guessed-column.ts'
import { says } from './says.ts'
import { shortened } from './shortened.ts'
import type { Choice, GuessedFigure } from './suggest-columns.ts'

/** A profile for a layout that none knows, as text of JSON with Vietnamese keys, and which of its lines to check. */
export interface Suggestion {
  text: string
  doubts: ProfileDoubt[]
}

/** A line that was guessed, or that has to be filled in, and what is known of it. */
export interface ProfileDoubt {
  line: number
  /**
   * Chosen, chosen among several, to be chosen by whoever reads it; an indicator that has to be named; cells of a column that
   * are no numbers, in `others`.
   */
  is: 'chosen' | 'chosen_of' | 'column_asked' | 'indicator_asked' | 'column_texts'
  /** Name of the indicator; codes of all where it has to be named. */
  indicator: string
  /** Titles of the columns that were chosen. */
  columns: string
  /** Titles of the columns that may be meant as well, with their names in the profile where one has to be written. */
  others: string
}

/** What is known of a table that is to get a profile. */
export interface Guess {
  name: string
  kind: 'observations' | 'targets'
  unit: GuessedColumn
  columns: readonly GuessedColumn[]
  /** All that hold numbers, also those that cannot be meant. */
  all: readonly GuessedColumn[]
  /** Those of them that may be of the table's own period. */
  own: readonly GuessedColumn[]
  height: number
  figures: readonly GuessedFigure[]
  /** What has to be asked; null where figures are known. */
  asked: AskedColumn | null
}

/** So many cells that are no numbers are quoted, with so many letters. */
const SHOWN_TEXTS = 3
const QUOTED = 40

const KEYS = new Map(Object.entries(profileKeys).map(([key, english]) => [english, key]))
const key = (english: string) => KEYS.get(english) ?? english

/** The profile of what was guessed. */
export function written(guess: Guess): Suggestion {
  const { name, kind, unit, columns, all, height, figures, asked } = guess
  const fieldOf = fieldsOf(guess)
  const field = ({ index }: GuessedColumn) => fieldOf.get(index) ?? ''
  const json = {
    [key('name')]: name,
    [key('about')]: name,
    [key('kind')]: kind,
    [key('columns')]: Object.fromEntries(
      [unit, ...columns].map(each => [field(each), [headerOf(each, all)]]),
    ),
    [key('headerRows')]: [height],
    [key('grouped')]: true,
    [key('figures')]:
      asked === null
        ? figures.map(each => figureJson(each, field))
        : [unsureFigure(asked.column, field(asked.column))],
  }
  const text = `${JSON.stringify(json, null, 2)}\n`
  const title = (column: GuessedColumn) => {
    const [header, last = ''] = [headerOf(column, all), column.path.at(-1)]
    const isNumbered = last !== '' && header === `#${column.index + 1}`
    return isNumbered ? `“${oneLine(last)}” (${header})` : `“${oneLine(header)}”`
  }
  return { text, doubts: doubtsIn(text, guess, { title, field }) }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

/** Names of the columns in the profile, none twice. */
function fieldsOf({ unit, columns }: Guess): Map<number, string> {
  const fieldOf = new Map<number, string>([[unit.index, 'unit']])
  for (const { index, path } of columns) {
    const plain =
      foldName(path.at(-1) ?? '')
        .replaceAll(' ', '_')
        .slice(0, 30) || `cot_${index + 1}`
    fieldOf.set(index, [...fieldOf.values()].includes(plain) ? `${plain}_${index + 1}` : plain)
  }
  return fieldOf
}

function figureJson(
  { indicator, numerator, denominator, value, check }: GuessedFigure,
  field: (column: GuessedColumn) => string,
): object {
  const chosen = ({ column }: Choice) => (column === null ? '?' : field(column))
  return {
    [key('indicator')]: indicator.code,
    ...(numerator && { [key('numerator')]: [chosen(numerator), ...(numerator.plus ?? []).map(field)] }),
    ...(denominator && { [key('denominator')]: [chosen(denominator)] }),
    ...(value && { [key('value')]: chosen(value) }),
    ...(check && { [key('check')]: field(check) }),
  }
}

interface Naming {
  title: (column: GuessedColumn) => string
  field: (column: GuessedColumn) => string
}

const ROLES = ['numerator', 'denominator', 'value'] as const

/** What there is to be said of each line that names an indicator or leaves a column open. */
function doubtsIn(
  text: string,
  { figures, columns, own, asked: unsure }: Guess,
  { title, field }: Naming,
): ProfileDoubt[] {
  const nothing = { columns: '', indicator: '', others: '' }
  let at = -1
  // Those of other days are the last.
  const offered = [...own, ...columns.filter(each => !own.includes(each))]
  let open: readonly GuessedColumn[] = offered
  return text.split('\n').flatMap((said, index): ProfileDoubt[] => {
    const line = index + 1
    const isIndicator = said.includes(`"${key('indicator')}"`)
    if (isIndicator) at++
    const figure = figures[at]
    const role = ROLES.find(each => said.includes(`"${key(each)}"`))
    if (role !== undefined) {
      const asked = figure?.[role]?.others ?? []
      const others = offered.filter(each => role === 'value' || each.holds === 'counts')
      open = asked.length > 0 ? asked : others.filter(each => each !== unsure?.column)
    }
    if (isIndicator && figure !== undefined)
      return [chosenIn(figure, line, title), ...textsIn(columnsOf(figure), line, title)]
    if (isIndicator) {
      const codes = unsure?.indicators.map(({ code }) => code).join(', ') ?? ''
      const asked = unsure === null ? '' : title(unsure.column)
      return [{ ...nothing, line, is: 'indicator_asked', indicator: codes, columns: asked }]
    }
    if (!said.includes('"?"')) return []
    const others = open.map(each => `${title(each)} (${field(each)})`).join(', ')
    return [{ ...nothing, line, is: 'column_asked', others }, ...textsIn(open, line, title)]
  })
}

/** Which cells of the columns are no numbers: a file with them is refused until somebody has written one. */
function textsIn(columns: readonly GuessedColumn[], line: number, title: Naming['title']): ProfileDoubt[] {
  return columns
    .filter(({ texts }) => texts.length > 0)
    .map(column => {
      const some = column.texts.slice(0, SHOWN_TEXTS).map(each => `“${shortened(oneLine(each), QUOTED)}”`)
      const others = [...some, ...(column.texts.length > SHOWN_TEXTS ? ['…'] : [])].join(', ')
      return { line, is: 'column_texts', indicator: '', columns: title(column), others }
    })
}

function columnsOf(figure: GuessedFigure): GuessedColumn[] {
  return choicesOf(figure).flatMap(({ column, plus = [] }) => (column === null ? [] : [column, ...plus]))
}

function choicesOf({ numerator, denominator, value }: GuessedFigure): Choice[] {
  return [numerator, denominator, value].filter(each => each !== undefined)
}

function chosenIn(figure: GuessedFigure, line: number, title: Naming['title']): ProfileDoubt {
  const { indicator } = figure
  const choices = choicesOf(figure)
  // What is the part of a figure is no rival of its whole.
  const taken = columnsOf(figure)
  const columns = choices
    .map(({ column, plus = [] }) => (column === null ? '?' : [column, ...plus].map(title).join(' + ')))
    .join(' / ')
  const others = choices.flatMap(each =>
    each.column === null
      ? []
      : each.others.filter(other => !taken.includes(other) && !isPlace(other)).map(title),
  )
  const is = others.length > 0 ? 'chosen_of' : 'chosen'
  return { line, is, indicator: indicator.shortName, columns, others: [...new Set(others)].join(', ') }
}

/** A column of places is no rival of one of figures. */
function isPlace({ path }: GuessedColumn): boolean {
  return says(path.slice(-1), rankTitles)
}

/** What the operator has to decide: which indicator, and of a count, which other count is the whole. */
function unsureFigure(column: GuessedColumn, field: string): object {
  const figure = isAskedAsValue(column)
    ? { [key('value')]: field }
    : { [key('numerator')]: [field], [key('denominator')]: ['?'] }
  return { [key('indicator')]: '?', ...figure }
}

/** The title under which the profile finds the column again: alone where no other has it, else under the one above. */
function headerOf({ path, index }: GuessedColumn, columns: readonly GuessedColumn[]): string {
  const last = path.at(-1) ?? ''
  if (last === '') return `#${index + 1}`
  const isAlone = columns.every(
    each => each.index === index || foldName(each.path.at(-1) ?? '') !== foldName(last),
  )
  const upper = path.slice(-2).join(' | ')
  const isTwin = columns.some(
    each => each.index !== index && foldName(each.path.join(' ')) === foldName(path.join(' ')),
  )
  return isAlone ? last : isTwin ? `#${index + 1}` : upper
}
