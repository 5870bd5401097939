import { describe, expect, test } from 'vitest'
import { imports } from '../../locales/vi/imports.ts'
import { sayProblems } from '../../src/commands/say-problem.ts'
import { createWords } from '../../src/i18n/words.ts'
import { layoutsOf } from '../../src/imports/layouts.ts'
import { IMPORT_KINDS } from '../../src/imports/outcome.ts'
import { problem } from '../../src/imports/problem.ts'

const words = createWords('vi')
const LAYOUTS = IMPORT_KINDS.flatMap(layoutsOf).map(({ name }) => name)
/** Names of the program for kinds and layouts, as words of their own. */
const INNER = new RegExp(
  String.raw`(?<![\p{L}-])(?:${[...IMPORT_KINDS, ...LAYOUTS].join('|')})(?![\p{L}-])`,
  'u',
)
/** What has to be typed: a command, a word in quotes for a profile, a code with its words behind it. */
const TYPED = /chitieu [^.,”)]*|"\w+"|--\w+|\([a-z]+\)/gu

const PLACES = /\{\{[^}]*\}\}/g

describe('nobody reads a name that only the program knows', () => {
  test('in the sentences of imports, but for what is to be typed', () => {
    const said = Object.entries(imports.problems).filter(([, text]) =>
      INNER.test(text.replaceAll(PLACES, '').replaceAll(TYPED, '')),
    )
    expect(said.map(([code]) => code)).toEqual([])
  })

  test.each(LAYOUTS)('the layout %s has words', profile => {
    for (const code of ['note_layout', 'note_profile'] as const) {
      expect(sayProblems(words, [problem('a.xlsx', code, { profile })]).join()).not.toMatch(INNER)
    }
    const said = sayProblems(words, [problem('a.xlsx', 'not_recognised', { layout: profile })]).join()
    expect(said).not.toMatch(INNER)
  })

  test.each(IMPORT_KINDS)('the kind %s has words', kind => {
    for (const code of ['note_kind', 'needs_first', 'profile_of_kind', 'taken_for'] as const) {
      const [said = ''] = sayProblems(words, [problem('a.xlsx', code, { kind })])
      expect(said.replaceAll(TYPED, '')).not.toMatch(INNER)
    }
  })

  test('where one has to be typed its words stand behind it', () => {
    const [said] = sayProblems(words, [problem('a.xlsx', 'kind_needed', { kinds: 'units, members' })])
    expect(said).toContain('units (đơn vị), members (thành viên)')
  })
})
