import type { Intent } from '../question.ts'

/** What is true of an intent, whatever the message. */
export interface IntentFacts {
  /** Whom it is about: named units (the asker's own where none is), a group, or nobody. */
  about: 'units' | 'group' | 'nobody'
  /** Which days it speaks of: those that have figures, or a phase and its end; `none` where days mean nothing. */
  days: 'past' | 'phase' | 'none'
  /** A single day named with it is the end that is waited for: "đến 30/6". */
  untilDay?: true
  /** It may be about a number named instead of the target: "đạt 80% chưa". */
  ofNumber?: true
  /** A short message may go on from it. */
  continued?: true
  /** Words for it make a clause one that asks. */
  asksClause?: true
  /** What it becomes when the asker has no unit of the kind said: one about all of that kind. */
  withoutUnit?: Intent
  /** About a group, or about units where only such are named. */
  orUnits?: true
  /** About units, or about a group where one is named: "huyện nào 3 tuần liền dưới chỉ tiêu". */
  orGroup?: true
  /** Something is changed by it, on a yes: it is asked about alone. */
  act?: true
  /** The same asked from the other end. */
  opposite?: Intent
}

const nobody: IntentFacts = { about: 'nobody', days: 'none' }
const act: IntentFacts = { ...nobody, act: true }
const units: IntentFacts = { about: 'units', days: 'past', continued: true }
const group: IntentFacts = { about: 'group', days: 'past', continued: true }
const phase: IntentFacts = { ...units, days: 'phase', asksClause: true }

/** One row for each intent: a new intent is declared here, and nowhere else is a list of intents kept. */
const INTENT_FACTS: Readonly<Record<Intent, IntentFacts>> = {
  value: { ...units, withoutUnit: 'ranking' },
  rank: { ...units, asksClause: true, withoutUnit: 'ranking' },
  trend: { ...units, asksClause: true, withoutUnit: 'unknown' },
  compare: units,
  target: { ...phase, untilDay: true, withoutUnit: 'unknown', orGroup: true },
  gap: { ...phase, ofNumber: true, withoutUnit: 'below' },
  need: { ...phase, untilDay: true, ofNumber: true, withoutUnit: 'unknown' },
  forecast: { ...phase, untilDay: true, ofNumber: true, withoutUnit: 'unknown', orGroup: true },
  below: { ...group, asksClause: true },
  met: { ...group, asksClause: true },
  top: { ...group, asksClause: true, opposite: 'bottom' },
  bottom: { ...group, asksClause: true, opposite: 'top' },
  ranking: group,
  progress: { ...nobody, continued: true, asksClause: true, orGroup: true },
  define: { ...nobody, continued: true },
  alerts: nobody,
  movers: { ...group, asksClause: true },
  since: { ...units, asksClause: true, orGroup: true },
  why: { ...units, asksClause: true },
  what_if: { ...phase, untilDay: true },
  goal: { ...phase, untilDay: true },
  total: { ...group, asksClause: true, orUnits: true },
  missing: { ...group, asksClause: true, orUnits: true },
  responses: { ...group, days: 'none', asksClause: true, orUnits: true },
  verify: { ...units, asksClause: true },
  situation: { ...nobody, continued: true, asksClause: true, orGroup: true },
  settings: act,
  acknowledge: act,
  snooze: act,
  explain: act,
  ask_explanation: { ...act, asksClause: true },
  report: nobody,
  subscribe: act,
  unsubscribe: act,
  help: nobody,
  greeting: nobody,
  clarify: nobody,
  unknown: nobody,
}

export function factsOf(intent: Intent): IntentFacts {
  return INTENT_FACTS[intent]
}

/** Whether it is about units, be they named or a group. */
export function isAboutUnits(intent: Intent): boolean {
  return factsOf(intent).about !== 'nobody'
}

export function isAboutGroup(intent: Intent): boolean {
  return factsOf(intent).about === 'group'
}

/** Whether it looks towards the end of a phase. */
export function looksAhead(intent: Intent): boolean {
  return factsOf(intent).days === 'phase'
}
