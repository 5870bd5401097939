import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { UNIT_KINDS } from '../core/unit-tree.ts'
import { type Problem, problem } from './problem.ts'

const SHIPPED = fileURLToPath(new URL('./profiles/', import.meta.url))

const pattern = z.string().refine(isPattern, 'is not a regular expression')
const name = z.string().min(1)
const unitKinds = z.array(z.enum(UNIT_KINDS)).optional()
/** Names of columns as defined under `columns`. */
const columnList = z.array(name).min(1)

/** How one office's table is laid out. Patterns are matched with folded text: small letters without diacritics. */
const profileSchema = z
  .strictObject({
    name,
    about: z.string(),
    kind: z.enum(['units', 'indicators', 'campaigns', 'targets', 'members', 'observations']),
    /** Field or own name → headers that it may have in the file; `#3` is the third column. */
    columns: z.record(name, z.array(name).min(1)),
    /** Columns that may be missing. */
    optional: z.array(name).default([]),
    /** What stands in every row under a field that the file does not have. */
    fixed: z.record(name, z.string()).default({}),
    /** Of how many rows the header may consist; cells of an upper row reach over the empty ones to their right. */
    headerRows: z.array(z.int().min(1).max(4)).min(1).default([1]),
    /** `auto`: a comma where columns are separated by semicolons. */
    decimal: z.enum(['comma', 'point', 'auto']).default('auto'),
    grouped: z.boolean().default(false),
    empty: z.array(name).default([]),
    skipRows: z.array(z.strictObject({ column: name, pattern })).default([]),
    /** Rows that sum up the others: not imported, but compared. */
    totalRows: z.array(z.strictObject({ column: name, pattern })).default([]),
    unit: z
      .strictObject({
        /** Words that may stand before a name, tried in this order; of what kinds a unit is that is called so. */
        strip: z.array(z.strictObject({ words: name, kinds: unitKinds })).default([]),
        kinds: unitKinds,
      })
      .default({ strip: [] }),
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
    for (const used of namesUsed(profile)) {
      if (!(used in profile.columns))
        context.addIssue({ code: 'custom', message: `"${used}" is not under columns` })
    }
  })

export type Profile = z.infer<typeof profileSchema>

/** Names of the profiles that come with the program. */
export function shippedProfiles(): string[] {
  return readdirSync(SHIPPED)
    .filter(file => file.endsWith('.json'))
    .map(file => basename(file, '.json'))
    .toSorted()
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

function parseProfile(file: string, text: string): Profile | Problem {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return problem(file, 'bad_profile', { at: '{', cause: 'JSON' })
  }
  const parsed = profileSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const at = issue?.path.join('.') ?? ''
  return problem(file, 'bad_profile', { at: at === '' ? '{}' : at, cause: issue?.message ?? '' })
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

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u').source !== ''
  } catch {
    return false
  }
}
