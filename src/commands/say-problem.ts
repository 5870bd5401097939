import { imports } from '../../locales/vi/imports.ts'
import { UNIT_KINDS, type UnitKind } from '../core/unit-tree.ts'
import type { TextKey } from '../i18n/typed-words.ts'
import type { Words } from '../i18n/words.ts'
import { IMPORT_KINDS, type ImportKind } from '../imports/outcome.ts'
import type { Problem } from '../imports/problem.ts'
import type { PeriodSource } from '../imports/table-period.ts'

/** Faults of which the cause is one, whatever stands in the cells. */
const ONE_CAUSE: ReadonlySet<string> = new Set([
  'uncomputed_formula',
  'error_cell',
  'empty_cell',
  'needs_first',
  'under_heading',
  'under_kind',
  'under_title',
  'note_office_left_out',
])
/** Of these the first cell stands for all that are as wrong. */
const AS_WRONG: ReadonlySet<string> = new Set(['bad_number', 'date_as_number'])
const SHOWN = 8
const { layouts } = imports

/** Problems as sentences: one for each cause, with the lines in which it is found. */
export function sayProblems(words: Words, problems: readonly Problem[]): string[] {
  const causes = Map.groupBy(problems, ({ file, column, code, params, value, line }) => {
    const what = ONE_CAUSE.has(code) || AS_WRONG.has(code) || line === null ? '' : value
    return JSON.stringify([file, column, code, params, what])
  })
  return [...causes.values()].map(([first, ...others]) => {
    if (first === undefined) return ''
    return others.length === 0 ? sayProblem(words, first) : sayCause(words, [first, ...others])
  })
}

/** One problem as a sentence: where in which file (an import that is undone has none), which value, and what would be right. */
function sayProblem(words: Words, given: Problem): string {
  const { file, line, column } = given
  // The parameters of a code are those of its sentence: a test says every one of them.
  const any: { say: (key: TextKey, variables: object) => string } = words
  if (file === '')
    return words.say('imports.said', { where: given.value ?? '', problem: sentence(words, given) })
  const where = any.say(`imports.where.${place(line, column)}`, { file, line, column })
  return said(words, where, given)
}

function sayCause(words: Words, problems: readonly [Problem, ...Problem[]]): string {
  const [first] = problems
  const numbers = [...new Set(problems.flatMap(({ line }) => (line === null ? [] : [line])))]
  const lines = numbers.length > SHOWN ? `${numbers.slice(0, SHOWN).join(', ')}, …` : numbers.join(', ')
  const { file, column } = first
  const facts = { file, count: numbers.length, lines }
  const where =
    column === null
      ? words.say('imports.where.lines', facts)
      : words.say('imports.where.cells', { ...facts, column })
  const value = ONE_CAUSE.has(first.code) ? null : first.value
  return numbers.length <= 1 ? sayProblem(words, first) : said(words, where, { ...first, value })
}

function said(words: Words, where: string, given: Problem): string {
  const problem = sentence(words, given)
  return given.value === null
    ? words.say('imports.said', { where, problem })
    : words.say('imports.saidOfValue', { where, value: given.value, problem })
}

function sentence(words: Words, { code, params }: Problem): string {
  const any: { say: (key: TextKey, variables: object) => string } = words
  return any.say(`imports.problems.${code}`, spoken(words, params))
}

function place(line: number | null, column: string | null): 'file' | 'line' | 'column' | 'cell' {
  if (line === null) return column === null ? 'file' : 'column'
  return column === null ? 'line' : 'cell'
}

/** Parameters that are words of the program in the words of people. */
function spoken(words: Words, params: object): object {
  const { source, kind, tier, kinds, known, layout, profile }: Partial<Record<string, unknown>> = {
    ...params,
  }
  const any: { say: (key: TextKey) => string } = words
  return {
    ...params,
    ...(isPeriodSource(source) && { source: any.say(`imports.periodSources.${source}`) }),
    ...(isTier(tier) && { tier: words.say(`units.peers.${tier}`) }),
    ...(isKind(kind) && { kind: any.say(`imports.kinds.${kind}`) }),
    ...(typeof kinds === 'string' && { kinds: inWords(words, kinds) }),
    ...(typeof known === 'string' && { known: inWords(words, known) }),
    ...(typeof layout === 'string' && { layout: layoutIn(words, layout) }),
    ...(typeof profile === 'string' && { profile: layoutIn(words, profile) }),
  }
}

/**
 * A list from which something has to be typed: each part that is a kind of file or a layout of the program has its words
 * behind it; others as they are.
 */
function inWords(words: Words, list: string): string {
  const any: { say: (key: TextKey) => string } = words
  const parts = list.split(', ').map(code => {
    if (isKind(code)) return words.say('imports.kindToType', { code, kind: any.say(`imports.kinds.${code}`) })
    const kind = layoutIn(words, code)
    return kind === code ? code : words.say('imports.kindToType', { code, kind })
  })
  return parts.join(', ')
}

/** The kinds of files as they are typed, with their words. */
export function kindsToType(words: Words): string {
  return inWords(words, IMPORT_KINDS.join(', '))
}

/** What an office calls a layout of the program; the name of another profile as it is. */
function layoutIn(words: Words, name: string): string {
  const any: { say: (key: TextKey) => string } = words
  const layout = name.replaceAll('-', '_')
  return isLayout(layout) ? any.say(`imports.layouts.${layout}`) : name
}

function isTier(tier: unknown): tier is UnitKind {
  const kinds: readonly unknown[] = UNIT_KINDS
  return kinds.includes(tier)
}

function isLayout(name: string): name is keyof typeof layouts {
  return name in layouts
}

const PERIOD_SOURCES: readonly unknown[] = [
  'given',
  'title',
  'sheet',
  'file',
  'note',
] satisfies PeriodSource[]

function isPeriodSource(text: unknown): text is PeriodSource {
  return PERIOD_SOURCES.includes(text)
}

function isKind(text: unknown): text is ImportKind {
  return IMPORT_KINDS.some(kind => kind === text)
}
