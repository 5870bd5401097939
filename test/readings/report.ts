import type { Question } from '../../src/ask/question.ts'
import { GRADES } from './row.ts'
import type { Grade, Row } from './row.ts'

/** What a row was read as by two revisions. */
export interface Pair {
  row: Row
  before: readonly Question[]
  after: readonly Question[]
}

export const VERDICTS = ['worse', 'other', 'better'] as const

export interface Difference extends Pair {
  grades: readonly [Grade | null, Grade | null]
  verdict: (typeof VERDICTS)[number]
}

/** The pairs that differ, each with what its row says of the change. */
export function differing(pairs: readonly Pair[]): Difference[] {
  return pairs
    .filter(({ before, after }) => shown(before) !== shown(after))
    .map(pair => {
      const grades = [pair.row.grade(pair.before), pair.row.grade(pair.after)] as const
      const change = worth(grades[1]) - worth(grades[0])
      return { ...pair, grades, verdict: change > 0 ? 'better' : change < 0 ? 'worse' : 'other' }
    })
}

/** The comparison in words: each difference, the worst last, then the counts of each collection. */
export function report(pairs: readonly Pair[], names: readonly [string, string]): string {
  const found = differing(pairs)
  const sections = VERDICTS.toReversed().flatMap(verdict => {
    const those = found.filter(one => one.verdict === verdict)
    return [`${verdict}: ${those.length}`, ...those.map(said), '']
  })
  return [...sections, ...counts(pairs, found, names)].join('\n')
}

function said({ row, before, after, grades }: Difference): string {
  const [was, is] = [parts(before), parts(after)]
  const keys = [...new Set([...was.keys(), ...is.keys()])].filter(key => was.get(key) !== is.get(key))
  const changes = keys.map(key => `${key} ${was.get(key) ?? '–'} → ${is.get(key) ?? '–'}`)
  const grade = [...new Set(grades)].join(' → ')
  return `  ${grade} | ${row.from} ${row.id} | ${row.text}\n      ${changes.join('; ')}`
}

function counts(
  pairs: readonly Pair[],
  found: readonly Difference[],
  [nameA, nameB]: readonly [string, string],
): string[] {
  const differ = new Map(found.map(one => [one.row, one.verdict]))
  const lines = [...Map.groupBy(pairs, ({ row }) => row.from)].map(([from, rows]) => {
    const right = (which: 'before' | 'after') =>
      rows.filter(pair => pair.row.grade(pair[which]) === 'right').length
    const of = VERDICTS.map(
      verdict => `${rows.filter(({ row }) => differ.get(row) === verdict).length} ${verdict}`,
    )
    return `${from}: ${rows.length} read, right ${right('before')} → ${right('after')}; ${of.join(', ')}`
  })
  return [...lines, `${pairs.length} readings of ${nameA} and ${nameB}, ${found.length} differ`]
}

function worth(grade: Grade | null): number {
  return grade === null ? 0 : GRADES.indexOf(grade)
}

function shown(questions: readonly Question[]): string {
  return [...parts(questions)].map(([key, value]) => `${key} ${value}`).join('\n')
}

/** Each thing that the questions say, by its name; what is empty is not said, so that a field may come or go unused. */
function parts(questions: readonly Question[]): ReadonlyMap<string, string> {
  return new Map(
    questions.flatMap((question, at) =>
      Object.entries(plain(question))
        .map(([key, value]) => [at === 0 ? key : `${at + 1}.${key}`, JSON.stringify(value)] as const)
        .toSorted(([a], [b]) => a.localeCompare(b)),
    ),
  )
}

/** The object without what is empty, deeply. */
function plain(value: object): Record<string, unknown> {
  const entries = Object.entries(value).map(([key, held]: [string, unknown]) => [
    key,
    typeof held === 'object' && held !== null && !Array.isArray(held) ? plain(held) : held,
  ])
  return Object.fromEntries(entries.filter(([, held]) => !isEmpty(held)))
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
