import type { TextKey } from '../i18n/typed-words.ts'
import type { Words } from '../i18n/words.ts'
import type { Problem } from '../imports/problem.ts'

/** One problem as a sentence: where in which file (an import that is undone has none), which value, and what would be right. */
export function sayProblem(words: Words, given: Problem): string {
  const { file, line, column, value, code, params } = given
  // The parameters of a code are those of its sentence: a test says every one of them.
  const any: { say: (key: TextKey, variables: object) => string } = words
  const problem = any.say(`imports.problems.${code}`, params)
  if (file === '') return words.say('imports.said', { where: value ?? '', problem })
  const where = any.say(`imports.where.${place(line, column)}`, { file, line, column })
  return value === null
    ? words.say('imports.said', { where, problem })
    : words.say('imports.saidOfValue', { where, value, problem })
}

function place(line: number | null, column: string | null): 'file' | 'line' | 'column' | 'cell' {
  if (line === null) return column === null ? 'file' : 'column'
  return column === null ? 'line' : 'cell'
}
