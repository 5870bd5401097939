import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Question } from '../../src/ask/question.ts'
import { differencesFrom } from '../ask/judge.ts'
import type { Expected } from '../ask/judge.ts'
import { gradeOfWrong } from './row.ts'
import type { Row } from './row.ts'

interface Conversation {
  id: string
  as: string
  turns: { at: string; q: string; expect: Expected[] }[]
}

const PROVINCE = new URL('../fixtures/gia-lai-2024', import.meta.url).pathname

/** The judged conversations of the reference province. */
export function judgedConversations(): Conversation[] {
  return readFileSync(join(PROVINCE, 'conversations.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
}

/** The turns of the conversations, in order. */
export function conversationRows(conversations: readonly Conversation[]): Row[] {
  return conversations.flatMap(({ id, as, turns }) =>
    turns.map((turn, at) => ({
      from: 'gia-lai-2024/conversations.jsonl',
      id: `${id}.${at + 1} ${as}`,
      text: turn.q,
      grade: got => {
        if (got.length !== turn.expect.length) return gradeOfWrong(got[0])
        const bad = got.find((one, place) => differencesFrom(turn.expect[place]!, one).length > 0)
        return bad ? gradeOfWrong(bad) : 'right'
      },
    })),
  )
}

/**
 * The questions of each turn, as the program of a tree understands them by `chitieu ask --batch`; null when it has no
 * such command.
 */
export function recordConversations(
  tree: string,
  conversations: readonly Conversation[],
): Question[][] | null {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-readings-'))
  const env = { ...process.env, DATABASE_URL: `file:${join(folder, 'province.db')}`, LOG_LEVEL: 'silent' }
  const program = join(tree, 'src/chitieu.mjs')
  try {
    execFileSync(process.execPath, [program, 'load', PROVINCE], { env, stdio: 'ignore' })
    const input = conversations.map(({ as, turns }) => JSON.stringify({ as, turns })).join('\n')
    const asked = spawnSync(process.execPath, [program, 'ask', '--batch', '-'], {
      env,
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    if (asked.status !== 0) return null
    return asked.stdout
      .trim()
      .split('\n')
      .flatMap(line => turnsOf(JSON.parse(line)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function turnsOf(told: { questions: Question[] }[] | { error: string }): Question[][] {
  if (!Array.isArray(told)) throw new Error(`a conversation was not answered: ${told.error}`)
  return told.map(turn => turn.questions)
}
