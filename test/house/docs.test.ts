import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../../src/commands/commands.ts'
import { VARIABLES } from '../../src/config.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...globSync('docs/**/*.md', { cwd: ROOT })]
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

test('every link of the documentation leads somewhere', () => {
  const broken = documents.flatMap(file =>
    [...read(file).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)|<img src="([^"]+)"/g)]
      .map(found => found[1] ?? found[2] ?? '')
      .filter(target => !existsSync(join(ROOT, dirname(file), target)))
      .map(target => `${file}: ${target}`),
  )
  expect(broken).toEqual([])
})

test('every file and folder that the documentation names is there', () => {
  const gone = documents
    .filter(file => !file.startsWith('docs/decisions/') && file !== 'CHANGELOG.md')
    .flatMap(file =>
      [...read(file).matchAll(/`((?:src|test|locales|docs|migrations)\/[\w./-]+)`/g)]
        .map(found => found[1] ?? '')
        .filter(path => !/NAME|NNNN|LANGUAGE/.test(path) && !existsSync(join(ROOT, path)))
        .map(path => `${file}: ${path}`),
    )
  expect(gone).toEqual([])
})

test('every command and every variable is told to who operates it', () => {
  const told = read('docs/operate.md')
  const untold = Object.keys(commands)
    .map(name => `chitieu ${name}`)
    .filter(call => !told.includes(call))
  const silent = VARIABLES.map(({ name }) => name.replace(/_\d+$/, '')).filter(
    name => !told.includes(`\`${name}\``),
  )
  expect([untold, silent]).toEqual([[], []])
})

test('each decision has a date, its context, what was decided and its price, and stands in the list', () => {
  const records = documents.filter(file => /^docs\/decisions\/\d{4}-/.test(file)).toSorted()
  const list = read('docs/decisions/README.md')
  for (const [at, record] of records.entries()) {
    const number = String(at + 1).padStart(4, '0')
    expect(basename(record)).toMatch(new RegExp(`^${number}-`))
    expect(list).toContain(`[${number}](${basename(record)})`)
    expect(read(record)).toMatch(
      new RegExp(
        `^# ${at + 1}\\. .+\\n\\n\\d{4}-\\d\\d-\\d\\d\\n\\n## Context\\n\\n[^#]+## Decision\\n\\n[^#]+## Price\\n\\n[^#]{20,}$`,
      ),
    )
  }
  expect(records.length).toBeGreaterThan(20)
})

test('the list of commands calls each by its own name', async () => {
  for (const [name, load] of Object.entries(commands)) expect((await load()).name).toBe(name)
})
