import { readFileSync } from 'node:fs'
import type { Lexicon, LexiconInput } from '../../src/ask/lexicon.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { csvRows, indicatorsOf, phasesOf, unitsOf } from './provinces.ts'

/** A row of a question file: what a right understanding gives. A key that is absent is not judged. */
export interface Judged {
  id: number
  as: string
  at: string
  q: string
  intent: Question['intent']
  indicators?: string[]
  units?: string[]
  period?: { from: string; to: string }
  group?: { kind: string | null; within: string | null }
  limit?: number
  threshold?: number
  choices?: string[]
}

/** Lâm Đồng in 2026, of two tiers: departments, 124 communes with their former units, a campaign of three phases. */
export function lamDong2026(): LexiconInput {
  return {
    units: unitsOf('lam-dong-2026/units.csv'),
    indicators: indicatorsOf('lam-dong-2026/indicators.csv').map(indicator =>
      indicator.code === 'service_score'
        ? { ...indicator, accumulation: 'published', unit: 'points' }
        : indicator,
    ),
    phases: phasesOf('lam-dong-2026/campaigns.csv'),
  }
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
  const got = readQuestion(row.q, lexicon, context).questions[0]!
  const wrong: string[] = []
  const judge = (key: string, is: unknown, should: unknown): void => {
    if (JSON.stringify(is) !== JSON.stringify(should))
      wrong.push(`${key} ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`)
  }
  judge('intent', got.intent, row.intent)
  if (row.indicators && row.intent !== 'clarify')
    judge('indicators', got.indicators.toSorted(), row.indicators.toSorted())
  if (row.units) judge('units', got.units.toSorted(), row.units.toSorted())
  if (row.period) judge('period', got.period && { from: got.period.from, to: got.period.to }, row.period)
  if (row.group) judge('kind', got.group?.kind, row.group.kind)
  if (row.group?.within) judge('within', got.group?.within, row.group.within)
  if (row.limit) judge('limit', got.limit, row.limit)
  if (row.threshold !== undefined) judge('threshold', got.threshold, row.threshold)
  if (row.choices) judge('choices', got.choices.toSorted(), row.choices.toSorted())
  return wrong
}
