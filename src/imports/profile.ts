import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { jsonWords, profileKeys } from '../../locales/vi/files.ts'
import { UNIT_KINDS } from '../core/unit-tree.ts'
import { parseJson } from '../lib/parse-json.ts'
import { foldName } from './names/fold-name.ts'
import { IMPORT_KINDS } from './outcome.ts'
import { compilePattern } from './pattern.ts'
import { type Problem, problem } from './problem.ts'

const SHIPPED = fileURLToPath(new URL('./profiles/', import.meta.url))

const pattern = z.string().refine(text => compilePattern(text) !== null, 'pattern')
const name = z.string().min(1)
const unitKinds = z.array(z.enum(UNIT_KINDS)).optional()
/** Names of columns as defined under `columns`. */
const columnList = z.array(name).min(1)

/** How one office's table is laid out. Patterns are matched with folded text: small letters without diacritics. */
const profileSchema = z
  .strictObject({
    name,
    about: z.string(),
    kind: z.enum(IMPORT_KINDS),
    /** Field or own name → headers that it may have in the file; `#3` is the third column, `A | B` B under A. */
    columns: z.record(name, z.array(name).min(1)),
    /** Columns that may be missing. */
    optional: z.array(name).default([]),
    /** What stands in every row under a field that the file does not have. */
    fixed: z.record(name, z.string()).default({}),
    /** What the texts of a column mean: field → text → code. */
    values: z.record(name, z.record(z.string(), z.string())).default({}),
    /** Names of the sheet in which the table stands. */
    sheet: z.array(name).default([]),
    /** Of how many rows the header may consist; cells of an upper row reach over the empty ones to their right. */
    headerRows: z.array(z.int().min(1).max(5)).min(1).default([1, 2, 3, 4]),
    /** `auto`: as each column shows; where none does, a comma where columns are separated by semicolons. */
    decimal: z.enum(['comma', 'point', 'auto']).default('auto'),
    grouped: z.boolean().default(false),
    empty: z.array(z.string()).default([]),
    skipRows: z.array(z.strictObject({ column: name, pattern })).default([]),
    /** Rows that sum up the others: not imported, but compared. */
    totalRows: z.array(z.strictObject({ column: name, pattern })).default([]),
    unit: z
      .strictObject({
        /** Words that may stand before a name, and behind it. */
        strip: z.array(z.strictObject({ words: name, kinds: unitKinds })).default([]),
        stripAfter: z.array(name).default([]),
        kinds: unitKinds,
      })
      .default({ strip: [], stripAfter: [] }),
    /** From the text of a period cell, and of the file's name, to a period. */
    periods: z.array(z.strictObject({ pattern, period: name })).default([]),
    filePeriods: z.array(z.strictObject({ pattern, period: name })).default([]),
    /** A wide table: one row a unit, and these figures in it. Counts are sums of columns. */
    figures: z
      .array(
        z.strictObject({
          indicator: name,
          numerator: columnList.optional(),
          denominator: columnList.optional(),
          value: name.optional(),
          /** Column with the percent as published: compared, not stored. */
          check: name.optional(),
        }),
      )
      .default([]),
    sums: z.array(z.strictObject({ total: name, parts: columnList })).default([]),
    ranks: z.array(z.strictObject({ rank: name, by: name })).default([]),
  })
  .superRefine((profile, context) => {
    const asked =
      profile.figures.some(({ indicator }) => indicator === '?') || namesUsed(profile).includes('?')
    if (asked) context.addIssue({ code: 'custom', message: 'question' })
    for (const { numerator = [], denominator = [] } of profile.figures) {
      const [used] = numerator
      const isSame = [...numerator].toSorted().join('|') === [...denominator].toSorted().join('|')
      if (used !== undefined && used !== '?' && isSame)
        context.addIssue({ code: 'custom', message: 'same', params: { used } })
    }
    for (const used of namesUsed(profile)) {
      if (!(used in profile.columns))
        context.addIssue({ code: 'custom', message: 'column', params: { used } })
    }
  })

export type Profile = z.infer<typeof profileSchema>

let names: string[] | null = null

/** Names of the profiles that come with the program. */
export function shippedProfiles(): string[] {
  names ??= readdirSync(SHIPPED)
    .filter(file => file.endsWith('.json'))
    .map(file => basename(file, '.json'))
    .toSorted()
  return names
}

const shipped = new Map<string, Profile>()

/** A profile that comes with the program. */
export function shippedProfile(profile: string): Profile {
  const found = shipped.get(profile) ?? readProfile(profile)
  if ('code' in found) throw new Error(`the profile ${profile} is damaged: ${JSON.stringify(found)}`)
  shipped.set(profile, found)
  return found
}

/** A profile by its name, or by the path of a `.json` file; a problem says what is wrong with it. */
export function readProfile(nameOrPath: string): Profile | Problem {
  const known = shippedProfiles()
  const path = known.includes(nameOrPath) ? `${SHIPPED}${nameOrPath}.json` : nameOrPath
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return problem(nameOrPath, 'unknown_profile', { known: known.join(', ') }, { value: nameOrPath })
  }
  return parseProfile(nameOrPath, text)
}

/** The profile that a text of JSON describes, its keys in English or Vietnamese; or the first fault with its line. */
export function parseProfile(file: string, text: string): Profile | Problem {
  const json = parseJson(text.replace(/^\uFEFF/, ''))
  if (json === undefined) return notJson(file, text)
  const parsed = profileSchema.safeParse(inEnglish(json))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  return issue === undefined ? notJson(file, text) : fault(file, text, issue)
}

/** Where the text stops being JSON: the parser of the language says where, and no more can be said. */
function notJson(file: string, text: string): Problem {
  let at = text.length
  try {
    JSON.parse(text)
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    if (position !== undefined) at = Number(position)
  }
  const line = text.slice(0, at).split('\n').length
  const near = text
    .slice(Math.max(0, at - 20), at + 20)
    .replaceAll(/\s+/g, ' ')
    .trim()
  return problem(file, 'profile_not_json', { near: near || '{' }, { line })
}

function fault(file: string, text: string, issue: z.core.$ZodIssue): Problem {
  const path = issue.path.map(String)
  const at = path.map(part => asWrittenIn(text, wordIn(text, part))).join('.') || '{}'
  const lineOf = (word: string) => ({
    line: text.slice(0, Math.max(0, text.indexOf(`"${word}"`))).split('\n').length,
  })
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    const known = Object.keys(profileSchema.shape)
      .map(each => asWrittenIn(text, each))
      .join(', ')
    return problem(file, 'profile_key', { key, known }, lineOf(wordIn(text, key)))
  }
  if (issue.code === 'custom' && issue.message === 'question')
    return problem(file, 'profile_question', {}, lineOf('?'))
  if (issue.code === 'custom' && issue.message === 'column') {
    const used = String(issue.params?.['used'] ?? '')
    return problem(file, 'profile_column', { used }, lineOf(used))
  }
  if (issue.code === 'custom' && issue.message === 'same')
    return problem(file, 'profile_same', {}, { value: String(issue.params?.['used'] ?? '') })
  const last = path.findLast(part => Number.isNaN(Number(part))) ?? ''
  const place = lineOf(wordIn(text, last))
  if (issue.code === 'custom') return problem(file, 'profile_pattern', { at }, place)
  return problem(file, 'profile_value', { at, expected: expectedBy(issue) }, place)
}

function expectedBy(issue: z.core.$ZodIssue): string {
  if ('values' in issue) return issue.values.join(', ')
  const kind = 'expected' in issue ? String(issue.expected) : issue.code
  return jsonWords[kind] ?? jsonWords['other'] ?? ''
}

/** A key in the language in which the text has its keys. */
function asWrittenIn(text: string, key: string): string {
  const other = VIETNAMESE.get(key)
  if (other === undefined || text.includes(`"${key}"`)) return key
  return Object.keys(profileKeys).some(each => text.includes(`"${each}"`)) ? other : key
}

/** The word as the text has it: a key may stand there in Vietnamese. */
function wordIn(text: string, key: string): string {
  if (text.includes(`"${key}"`)) return key
  const other = VIETNAMESE.get(key) ?? key
  return text.includes(`"${other}"`) ? other : key
}

const VIETNAMESE = new Map(Object.entries(profileKeys).map(([key, english]) => [english, key]))
const ENGLISH = new Map(Object.entries(profileKeys).map(([key, english]) => [foldName(key), english]))

/** The same value with Vietnamese keys in English, but for those that are names of columns or texts of cells. */
function inEnglish(value: unknown, isFree = false): unknown {
  if (Array.isArray(value)) return value.map(each => inEnglish(each))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const english = isFree ? key : (ENGLISH.get(foldName(key)) ?? key)
    if (english === 'comment') return []
    const free = !isFree && ['columns', 'fixed', 'values'].includes(english)
    return [[english, inEnglish(inner, free || isFree)]]
  })
  return Object.fromEntries(entries)
}

function namesUsed(profile: z.infer<typeof profileSchema>): string[] {
  const { figures, sums, ranks, skipRows, totalRows, optional } = profile
  return [
    ...optional,
    ...[...skipRows, ...totalRows].map(rule => rule.column),
    ...figures.flatMap(({ numerator = [], denominator = [], value, check }) =>
      [...numerator, ...denominator, value, check].filter(each => each !== undefined),
    ),
    ...sums.flatMap(({ total, parts }) => [total, ...parts]),
    ...ranks.flatMap(({ rank, by }) => [rank, by]),
    ...(figures.length > 0 ? ['unit'] : []),
  ]
}
