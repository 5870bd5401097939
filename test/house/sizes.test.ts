import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFailed, test } from 'vitest'

const ROOT = new URL('../..', import.meta.url).pathname

/** Non-null assertions allowed in a thousand lines outside `ask/`. */
const ASSERTIONS = 2

test('no function is longer than 60 lines or takes more than 4 parameters', () => {
  expect(largeFunctions()).toEqual([])
})

test('what may be missing is dealt with, not asserted away', () => {
  const files = globSync('src/**/*.ts', { cwd: ROOT }).filter(file => !file.startsWith('src/ask/'))
  const lines = files.flatMap(file =>
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .map((line, at) => ({ line, at: `${file}:${at + 1}` })),
  )
  const asserted = lines.filter(({ line }) => /[\w)\]]!(?:[.,;)\][]|$)/.test(line))
  onTestFailed(() => console.error(asserted.map(({ at }) => at).join('\n')))
  expect(asserted.length).toBeLessThanOrEqual((lines.length / 1000) * ASSERTIONS)
})

/** What the linter finds too large, as `file:line message`. */
function largeFunctions(): string[] {
  const linter = join(ROOT, 'node_modules/.bin/oxlint')
  const config = join(ROOT, 'test/house/sizes.oxlintrc.json')
  const told: Found = JSON.parse(outputOf(linter, ['-c', config, '-f', 'json', 'src']))
  return told.diagnostics.map(
    ({ filename, message, labels }) => `${filename}:${labels[0]?.span.line ?? 0} ${message}`,
  )
}

interface Found {
  diagnostics: { filename: string; message: string; labels: { span: { line: number } }[] }[]
}

/** What a program prints, whatever its exit status. */
function outputOf(program: string, args: readonly string[]): string {
  try {
    return execFileSync(program, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 })
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) return String(error.stdout)
    throw error
  }
}
