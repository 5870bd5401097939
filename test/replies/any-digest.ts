import type { Digest, DigestLine } from '../../src/answers/digest-facts.ts'
import { behind, catalog, GIA_LAI, WEEK_20 } from './province.ts'

const noRank = { rank: null, of: null, rankChange: null }

/** Of the whole province in week 20: rolled up, without a target of its own. */
export const whole = behind({
  unit: GIA_LAI,
  rolledUpFrom: 257,
  window: WEEK_20,
  target: null,
  gap: null,
  met: null,
  ...noRank,
})

/** One indicator of a report; of the province unless something else is said. */
export function lineOf(parts: Partial<DigestLine> = {}): DigestLine {
  return { figure: whole, toDate: null, met: { met: 92, of: 256 }, target: null, change: 5.36, ...parts }
}

/** The weekly report of the province for week 20, with the parts that a test is about. */
export function digestOf(parts: Partial<Digest> = {}): Digest {
  return {
    kind: 'weekly',
    unit: GIA_LAI,
    day: '2024-05-20',
    window: WEEK_20,
    late: false,
    insteadOf: null,
    edge: null,
    phases: [{ phase: catalog.phases[1]!, state: 'running', day: 19, days: 60, daysLeft: 41, met: [] }],
    lines: [lineOf()],
    leagues: [],
    moved: [],
    fallen: [],
    recovered: [],
    alerts: [],
    behind: null,
    gaps: [],
    unitCount: 257,
    dataTo: '2024-05-19',
    ...parts,
  }
}
