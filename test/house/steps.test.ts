import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { STEPS } from '../check.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const text = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

test('what must hold is one list: each step is a script that the documentation names, and CI runs the list', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(text('package.json'))
  const told = text('docs/develop.md')
  for (const step of STEPS) {
    expect(scripts).toHaveProperty(step)
    expect(told).toMatch(new RegExp(`\`npm (run )?${step}\``))
  }
  expect(text('.ci/run')).toContain('npm run --silent check')
  expect(text('.ci/run')).not.toMatch(/^[^#]*npm run (?!--silent check$)/m)
})

test('README begins with the two commands', () => {
  const commands = [...text('README.md').matchAll(/^ {4}(npm .+)$/gm)].map(found => found[1])
  expect(commands.slice(0, 2)).toEqual(['npm ci && npm start', 'npm ci && npm test'])
})
