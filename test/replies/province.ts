import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Answer, Figure } from '../../src/answers/answer.ts'
import { worldOf } from '../../src/answers/world.ts'
import { emptyQuestion } from '../../src/ask/intents/assemble.ts'
import type { Question } from '../../src/ask/question.ts'
import type { Phase, Term } from '../../src/core/campaign.ts'
import type { Indicator } from '../../src/core/indicator.ts'
import { ROLES } from '../../src/core/member.ts'
import type { Member } from '../../src/core/member.ts'
import { phaseTerm } from '../../src/core/term.ts'
import { UNIT_KINDS } from '../../src/core/unit-tree.ts'
import { settingsOf } from '../../src/settings/settings.ts'
import type { Unit } from '../../src/core/unit-tree.ts'
import type { Window } from '../../src/core/window.ts'
import type { Catalog } from '../../src/db/stores/catalog.ts'
import { createWords } from '../../src/i18n/words.ts'
import type { SayContext } from '../../src/replies/phrases/context.ts'

/** The reference province as replies see it: names of units, indicators, phases and members, and no figures. */
type Cells = Record<string, string>

function readTable(file: string): Cells[] {
  const url = new URL(`../fixtures/gia-lai-2024/${file}`, import.meta.url)
  return parse(readFileSync(url), { columns: true, bom: true })
}

const units: Unit[] = readTable('units.csv').map(cells => ({
  code: cells.code!,
  name: cells.name!,
  shortName: cells.short_name!,
  kind: UNIT_KINDS.find(kind => kind === cells.kind)!,
  parent: cells.parent === '' ? null : cells.parent!,
  aliases: [],
  activeFrom: null,
  activeTo: null,
  mergedInto: null,
}))

const indicators: Indicator[] = readTable('indicators.csv').map(cells => ({
  code: cells.code!,
  name: cells.name!,
  shortName: cells.short_name!,
  numeratorLabel: cells.numerator_label!,
  denominatorLabel: cells.denominator_label!,
  accumulation: cells.accumulation === 'latest' ? 'latest' : 'sum',
  points: cells.points === '' ? null : Number(cells.points),
  aliases: [],
  unit: 'percent',
  max: 100,
  better: 'higher',
}))

/** Indicators that the files lack: a published score, and one of which less is better. */
const score: Indicator = {
  code: 'service_score',
  name: 'Điểm chỉ số phục vụ người dân, doanh nghiệp',
  shortName: 'Điểm chỉ số phục vụ',
  numeratorLabel: '',
  denominatorLabel: '',
  accumulation: 'published',
  points: null,
  aliases: [],
  unit: 'points',
  max: 100,
  better: 'higher',
}
const late: Indicator = {
  ...score,
  code: 'late_rate',
  name: 'Tỷ lệ hồ sơ trễ hạn',
  shortName: 'Hồ sơ trễ hạn',
  numeratorLabel: 'hồ sơ trễ hạn',
  denominatorLabel: 'hồ sơ đã giải quyết',
  accumulation: 'sum',
  unit: 'percent',
  better: 'lower',
}

const phases: Phase[] = readTable('campaigns.csv').map(cells => ({
  campaign: cells.campaign!,
  campaignName: cells.name!,
  phase: cells.phase!,
  phaseName: cells.phase_name!,
  from: cells.start!,
  to: cells.end!,
  document: cells.document!,
}))

const members: Member[] = readTable('members.csv').map(cells => ({
  member: cells.member!,
  name: cells.name!,
  role: ROLES.find(role => role === cells.role)!,
  unit: cells.unit!,
}))

export const catalog: Catalog = {
  revision: 1,
  units,
  indicators: [...indicators, score, late],
  phases,
  targets: [],
  members,
  holidays: [],
}
const world = worldOf(catalog)
export const words = createWords('vi')

export const SGTVT = 'GL-S01'
export const IA_GRAI = 'GL-H628'
export const DUC_CO = 'GL-H631'
export const IA_PNON = 'GL-X23881'
export const GIA_LAI = 'GL'

/** Week 20 of 2024, phase 2 up to its Sunday, and phase 2 as a term. */
export const WEEK_20: Window = { from: '2024-05-13', to: '2024-05-19' }
const PHASE_2: Window = { from: '2024-05-02', to: '2024-05-19' }
export const TERM_2: Term = phaseTerm(phases[1]!)

/** Who hears a reply: by default the leader of Sở GTVT, on Sunday of week 20. */
export function saying(asker = 'gd-sgtvt', more: Partial<SayContext> = {}): SayContext {
  const member = members.find(one => one.member === asker)!
  return {
    words,
    ...world,
    today: '2024-05-19',
    timeZone: 'Asia/Ho_Chi_Minh',
    asker: member,
    bands: settingsOf(new Map()).scoreBands,
    sample: false,
    peers: 'figures',
    ...more,
  }
}

export function questionOf(parts: Partial<Question> & Pick<Question, 'intent'>): Question {
  return { ...emptyQuestion(parts.intent), ...parts }
}

/** A figure of which nothing is known but what is said: Sở GTVT, online rate, phase 2 to date. */
export function figureOf(parts: Partial<Figure> = {}): Figure {
  return {
    unit: SGTVT,
    indicator: 'online_rate',
    window: PHASE_2,
    value: null,
    numerator: null,
    denominator: null,
    term: TERM_2,
    target: null,
    document: null,
    gap: null,
    met: null,
    rank: null,
    of: null,
    rankChange: null,
    dataTo: null,
    reason: null,
    rolledUpFrom: null,
    publishedFor: null,
    sources: [],
    ...parts,
  }
}

/** A figure with counts that has not met its target of 60 %. */
export function behind(parts: Partial<Figure> = {}): Figure {
  return figureOf({
    value: 47.1,
    numerator: 584,
    denominator: 1240,
    target: 60,
    document: '629/KH-UBND',
    gap: 12.9,
    met: false,
    rank: 9,
    of: 17,
    rankChange: -2,
    dataTo: '2024-05-19',
    unit: IA_GRAI,
    ...parts,
  })
}

/** A figure with counts that is over its target of 60 %. */
export function ahead(parts: Partial<Figure> = {}): Figure {
  return figureOf({
    window: WEEK_20,
    value: 61.25,
    numerator: 245,
    denominator: 400,
    target: 60,
    document: '629/KH-UBND',
    gap: -1.25,
    met: true,
    rank: 3,
    of: 19,
    rankChange: 1,
    rankSince: 'week',
    dataTo: '2024-05-19',
    ...parts,
  })
}

export function answerOf(
  question: Partial<Question> & Pick<Question, 'intent'>,
  parts: Partial<Omit<Answer, 'question'>> = {},
): Answer {
  const figures = parts.figures ?? []
  return {
    question: questionOf(question),
    figures,
    leftOut: 0,
    groupSize: figures.length,
    matched: figures.length,
    assigned: (parts.groupSize ?? figures.length) - (parts.leftOut ?? 0),
    phases: [],
    alerts: [],
    dataFrom: '2023-01-01',
    dataTo: '2024-05-19',
    insteadOf: null,
    ...parts,
  }
}
