import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lexicon, LexiconInput } from '../../src/ask/lexicon.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { civilDay } from '../../src/core/moment.ts'
import { differencesFrom } from './judge.ts'
import type { Expected } from './judge.ts'
import { csvRows, provinceOf } from './provinces.ts'

/** A row of a question file: who asks what, when, and what a right understanding gives. */
export interface Judged extends Expected {
  id: number
  as: string
  at: string
  q: string
}

/** Lâm Đồng in 2026, of two tiers: departments, 124 communes with their former units, a campaign of three phases. */
export function lamDong2026(): LexiconInput {
  return provinceOf('lam-dong-2026')
}

const FIXTURES = new URL('../fixtures', import.meta.url).pathname

/** The files of judged questions, each in the folder of its province. */
export function judgedFiles(): string[] {
  return readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter(file => /^[^/]+\/questions[^/]*\.jsonl$/.test(file))
    .toSorted()
}

export function judgedQuestions(path: string): Judged[] {
  const text = readFileSync(join(FIXTURES, path), 'utf8')
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
}

/** Unit of each member of a province's folder. */
export function membersOf(folder: string): ReadonlyMap<string, string> {
  return new Map(csvRows(`${folder}/members.csv`).map(row => [row['member']!, row['unit']!]))
}

/** The day of the province on which a row is asked. */
export function dayOf({ at }: Pick<Judged, 'at'>): string {
  return civilDay(Date.parse(at), 'Asia/Ho_Chi_Minh')
}

/** Reads a question as its member asks it on its day, and says what is not as judged; empty when all is. */
export function faults(row: Judged, lexicon: Lexicon, members: ReadonlyMap<string, string>): string[] {
  const unit = members.get(row.as)
  if (unit === undefined) throw new Error(`no such member: ${row.as}`)
  const context = { unit, scope: unit, today: dayOf(row), previous: null, pendingChoices: [] }
  return differencesFrom(row, readQuestion(row.q, lexicon, context).questions[0]!)
}
