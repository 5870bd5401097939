import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Question } from '../../src/ask/question.ts'
import { conversationRows, judgedConversations, recordConversations } from './conversation-rows.ts'
import { differing, report } from './report.ts'
import type { Recording, Row } from './row.ts'
import { singleRows, worldsOf } from './single-rows.ts'
import { commitOf, inTree, lend, ROOT, WORKTREE } from './trees.ts'

/**
 * `npm run ask:compare [REV_A] [REV_B|worktree] [-- --all]`: reads everything that is asked in the tests with the code
 * of two revisions (HEAD and the files as they are, where none is named) and prints each reading that differs: better,
 * worse, other by what its row says. Ends with 1 when any is worse. `--all` takes all communes instead of a twentieth.
 */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean' } } })
const [revisionA = 'HEAD', revisionB = WORKTREE] = positionals
/** Every so many communes are named in all their spellings. */
const EVERY = 20
const RECORDER = 'test/readings/record.ts'
const CACHE = join(ROOT, 'node_modules/.cache/readings')

const singles = singleRows(values.all === true ? 1 : EVERY)
const conversations = judgedConversations()
const recording: Recording = { worlds: worldsOf(singles), rows: singles.map(row => row.ask) }
const asked = JSON.stringify({ recording, conversations })

interface Recorded {
  singles: Question[][]
  conversations: Question[][] | null
}

/** What a revision reads: recorded now, or, of a commit, kept from an earlier time with the same questions. */
function readingsOf(revision: string): Recorded {
  if (revision === WORKTREE) return inTree(revision, record)
  const name = createHash('sha256')
    .update(commitOf(revision) + asked)
    .digest('hex')
  const file = join(CACHE, `${name}.json`)
  if (!existsSync(file)) {
    const recorded = inTree(revision, record)
    mkdirSync(CACHE, { recursive: true })
    writeFileSync(file, JSON.stringify(recorded))
  }
  const kept: Recorded = JSON.parse(readFileSync(file, 'utf8'))
  return kept
}

function record(tree: string): Recorded {
  return { singles: recordSingles(tree), conversations: recordConversations(tree, conversations) }
}

function recordSingles(tree: string): Question[][] {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-readings-'))
  const [input, output] = [join(folder, 'in.json'), join(folder, 'out.jsonl')]
  try {
    writeFileSync(input, JSON.stringify(recording))
    execFileSync(process.execPath, [lend(tree, RECORDER), input, output], { stdio: 'inherit' })
    return readFileSync(output, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const [a, b] = [readingsOf(revisionA), readingsOf(revisionB)]
const pairs = (rows: readonly Row[], before: Question[][], after: Question[][]) =>
  rows.map((row, at) => ({ row, before: before[at] ?? [], after: after[at] ?? [] }))
const compared = pairs(singles, a.singles, b.singles)
if (a.conversations && b.conversations)
  compared.push(...pairs(conversationRows(conversations), a.conversations, b.conversations))
else console.log('conversations are not compared: a revision has no "ask --batch" that reads them\n')
console.log(report(compared, [revisionA, revisionB]))
process.exitCode = differing(compared).some(one => one.verdict === 'worse') ? 1 : 0
