import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { suggestibleIndicators } from '../imports/built-in.ts'
import { readBook } from '../imports/files/book.ts'
import type { Grid } from '../imports/files/cell.ts'
import { type Known, knownOf } from '../imports/known.ts'
import { codeFrom } from '../imports/names/code-from.ts'
import { problem } from '../imports/problem.ts'
import { sheetNamed } from '../imports/sheet-choice.ts'
import { type NoProfile, suggestProfile } from '../imports/suggest-profile.ts'
import type { Suggestion } from '../imports/suggest-text.ts'
import { wholeUnits } from '../imports/unit-of-sheet.ts'
import { textOption } from './command.ts'
import type { Call, Command, Outcome } from './command.ts'
import { sayProblems } from './say-problem.ts'
import { withApp } from './with-app.ts'
import { writeOut } from './write-out.ts'

export const profileSuggest: Command = {
  name: 'profile suggest',
  usage: 'profile suggest FILE [--sheet NAME] [--out FILE.json] [--json]',
  positionals: [1, 1],
  options: { sheet: { type: 'string' }, out: { type: 'string' } },
  run: async call => {
    const [file = ''] = call.positionals
    const bytes = await readFile(file).catch(() => null)
    if (!bytes) return refused(call.words.say('cli.no_such_file', { path: file }))
    const book = await readBook(basename(file), bytes)
    if (!book.ok) return refused(sayProblems(call.words, book.problems).join('\n'), book.problems)
    const sheet = textOption(call, 'sheet')
    return await withApp(call, async app => {
      const catalog = await app.db.read.catalog.get()
      const known = knownOf({ ...catalog, indicators: suggestibleIndicators(catalog.indicators) })
      for (const reading of book.readings) {
        const sheets = reading.sheets()
        const all = 'code' in sheets ? [] : sheets.grids
        const grids = all.filter(({ lines }) => lines.length > 0)
        const named = sheet === undefined ? undefined : sheetNamed(all, sheet)
        if (sheet !== undefined && grids.length > 0 && named === undefined) {
          return refused(call.words.say('cli.profile_no_sheet', { sheet, sheets: listed(grids) }))
        }
        const meant = named === undefined ? grids.filter(({ isHidden }) => !isHidden) : [named]
        const made = suggestedIn(meant, known, nameOf(file))
        if (made.length > 0) return await written(call, made, grids)
        const whole = wholeUnits(basename(file), meant, known)
        if (whole !== null) return refused(sayProblems(call.words, [whole]).join('\n'), [whole])
      }
      const [name, count] = [basename(file), catalog.units.length]
      const text =
        count === 0
          ? call.words.say('cli.profile_no_units', { file: name })
          : call.words.say('cli.profile_no_column', { file: name, count })
      return refused(text)
    })
  },
}

interface Made {
  grid: Grid
  found: Suggestion | NoProfile
}

/** What is suggested for each of the sheets. */
function suggestedIn(grids: readonly Grid[], known: Known, name: string): Made[] {
  return grids.flatMap(grid => {
    const found = suggestProfile(grid, name, known)
    return found === null ? [] : [{ grid, found }]
  })
}

/** Writes the profile of the first sheet that has one, and says of which it is, what to check and what to type next. */
async function written(call: Call, made: readonly Made[], grids: readonly Grid[]): Promise<Outcome> {
  const { words } = call
  const [file = ''] = call.positionals
  const { grid, found } = made.find(each => 'text' in each.found) ?? made[0]!
  if ('is' in found) {
    const columns = found.columns.map(each => `“${each}”`).join(', ')
    const name = basename(file)
    const problems =
      found.is === 'quarters_assigned'
        ? [problem(name, 'targets_by_period', { periods: columns })]
        : [problem(name, found.is, { columns })]
    return refused(sayProblems(words, problems).join('\n'), problems)
  }
  const path = textOption(call, 'out') ?? `${nameOf(file)}.json`
  await writeOut(path, found.text)
  const others = made.filter(each => each.grid !== grid).map(each => each.grid)
  const command = ['chitieu import', quoted(file), '--profile', quoted(path)]
  if (grids.length > 1 && grid.name !== null) command.push('--sheet', quoted(grid.name))
  const text = [
    ...(grid.name === null || grids.length < 2 ? [] : [words.say('cli.profile_sheet', { sheet: grid.name })]),
    ...(others.length === 0 ? [] : [words.say('cli.profile_other_sheets', { sheets: listed(others) })]),
    words.say('cli.profile_written', { path }),
    ...found.doubts.map(({ is, ...facts }) => words.say(`cli.profile_${is}`, facts)),
    words.say('cli.profile_next', { command: command.join(' ') }),
  ]
  return {
    status: 'done',
    text: text.join('\n'),
    json: { file: path, sheet: grid.name, profile: found.text, check: found.doubts },
  }
}

function nameOf(file: string): string {
  return codeFrom(basename(file).replace(/\.\w+$/, ''))
}

function listed(grids: readonly Grid[]): string {
  return grids.map(({ name }) => `“${name}”`).join(', ')
}

/** As a shell takes it for one word. */
function quoted(text: string): string {
  return /^[\p{L}\p{N}_./-]+$/u.test(text) ? text : `"${text.replaceAll(/["\\$`]/g, String.raw`\$&`)}"`
}

function refused(text: string, problems: readonly object[] = []): Outcome {
  return { status: 'refused', text, json: { problems } }
}
