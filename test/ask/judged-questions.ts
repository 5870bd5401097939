import { readFileSync } from 'node:fs'
import type { Lexicon, LexiconInput } from '../../src/ask/lexicon.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
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

/** Bắc Giang in 2023, of three tiers: 19 departments, 10 districts, a part of their communes, two campaigns. */
export function bacGiang2023(): LexiconInput {
  return provinceOf('bac-giang-2023')
}

export function judgedQuestions(path: string): Judged[] {
  const text = readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8')
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
}

/** Unit of each member of a province's folder. */
export function membersOf(folder: string): ReadonlyMap<string, string> {
  return new Map(csvRows(`${folder}/members.csv`).map(row => [row['member']!, row['unit']!]))
}

/** Reads a question as its member asks it on its day, and says what is not as judged; empty when all is. */
export function faults(row: Judged, lexicon: Lexicon, members: ReadonlyMap<string, string>): string[] {
  const unit = members.get(row.as)
  if (unit === undefined) throw new Error(`no such member: ${row.as}`)
  const context = { unit, scope: unit, today: row.at.slice(0, 10), previous: null, pendingChoices: [] }
  return differencesFrom(row, readQuestion(row.q, lexicon, context).questions[0]!)
}
