import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readBook } from '../imports/files/book.ts'
import { knownOf } from '../imports/known.ts'
import { codeFrom } from '../imports/names/code-from.ts'
import { suggestProfile } from '../imports/suggest-profile.ts'
import { textOption } from './command.ts'
import type { Command, Outcome } from './command.ts'
import { sayProblems } from './say-problem.ts'
import { withApp } from './with-app.ts'

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
    const name = codeFrom(basename(file).replace(/\.\w+$/, ''))
    const sheet = textOption(call, 'sheet')
    return await withApp(call, async app => {
      const known = knownOf(await app.db.read.catalog.get())
      for (const reading of book.readings) {
        const sheets = reading.sheets()
        const grids = 'code' in sheets ? [] : sheets.grids
        const meant = grids.filter(grid => (sheet === undefined ? !grid.isHidden : grid.name === sheet))
        const found = meant.map(grid => suggestProfile(grid, name, known)).find(each => each !== null)
        if (!found) continue
        if ('periods' in found) {
          const periods = found.periods.map(each => `“${each}”`).join(', ')
          return refused(call.words.say('cli.profile_periods_across', { file: basename(file), periods }))
        }
        const path = textOption(call, 'out') ?? `${name}.json`
        await writeFile(path, found.text)
        const doubts = found.doubts.map(({ is, ...facts }) => call.words.say(`cli.profile_${is}`, facts))
        const text = [call.words.say('cli.profile_written', { path }), ...doubts].join('\n')
        return { status: 'done', text, json: { file: path, profile: found.text, check: found.doubts } }
      }
      return refused(call.words.say('cli.profile_no_units', { file: basename(file) }))
    })
  },
}

function refused(text: string, problems: readonly object[] = []): Outcome {
  return { status: 'refused', text, json: { problems } }
}
