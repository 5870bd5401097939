import { readFileSync, writeFileSync } from 'node:fs'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Lexicon, LexiconInput } from '../../src/ask/lexicon.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import type { Recording } from './row.ts'

/**
 * `node test/readings/record.ts IN OUT`: reads every question of IN with the code of the tree that this file stands
 * in, and writes the questions understood, one JSON line for each. IN and OUT must suit trees of other days: see
 * `row.ts`.
 */
const [input = '', output = ''] = process.argv.slice(2)
const { worlds, rows }: Recording = JSON.parse(readFileSync(input, 'utf8'))
const lexicons = new Map<string, Lexicon>()

function lexiconOf(world: string, from: LexiconInput): Lexicon {
  const lexicon = lexicons.get(world) ?? buildLexicon(from)
  lexicons.set(world, lexicon)
  return lexicon
}

const lines = rows.map(({ world, unit, today, text }) => {
  const context = { unit, scope: unit, today, previous: null, pendingChoices: [] }
  const lexicon = lexiconOf(world, worlds[world]!)
  try {
    return JSON.stringify(readQuestion(text, lexicon, context).questions)
  } catch (error) {
    return JSON.stringify([{ intent: `thrown: ${String(error)}` }])
  }
})
writeFileSync(output, `${lines.join('\n')}\n`)
