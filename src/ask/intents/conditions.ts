import type { FoundCue } from '../lattice/read-cues.ts'
import type { FoundOperator } from '../lattice/operators.ts'
import type { Condition, Question } from '../question.ts'
import { overlapOf } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import { partOf } from './asked.ts'
import type { Evidence } from './evidence.ts'

/**
 * Conditions that one plain number does not say: several numbers ("dưới 50 % trực tuyến mà số hóa trên 70 %"), a
 * margin to the target, a change. They take the place of the threshold.
 */
export function fillConditions(question: Question, evidence: Evidence): void {
  const measured = evidence.operators.flatMap(one => marginOf(one, evidence))
  const plain = evidence.cues
    .filter(({ cue }) => cue === 'under' || cue === 'over')
    .filter(cue => measured.every(({ run }) => overlapOf(run, cue) === 0))
    .flatMap(cue => plainOf(cue, evidence))
  const apart = plain.filter((one, at) => plain.findIndex(other => overlapOf(other.run, one.run) > 0) === at)
  const isAbout = question.intent === 'below' || question.intent === 'met' || question.intent === 'movers'
  if (!isAbout || (measured.length === 0 && apart.length < 2)) return
  const all = measured.length > 0 && apart.length === 0 ? measured : [...measured, ...apart]
  question.conditions = all.map(({ condition }) => condition)
  question.threshold = null
  question.thresholdTo = null
  question.parts.push(...all.map(({ run }) => partOf('condition', run, evidence.read)))
}

interface Found {
  run: Run
  condition: Condition
}

const NONE: Pick<Condition, 'indicator' | 'to'> = { indicator: null, to: null }
const LESS: ReadonlySet<string> = new Set(['duoi', 'toi', 'den', 'qua', 'day'])

/** "Vượt chỉ tiêu trên 10 điểm": the gap is target − value, so that what is met lies under zero. */
function marginOf(one: FoundOperator, { read }: Evidence): Found[] {
  const value = one.values.find(number => typeof number === 'number')
  if (value === undefined) return []
  const run = { from: one.from, to: one.to }
  if (one.operator === 'over_target')
    return [{ run, condition: { ...NONE, measure: 'gap', op: '<=', value: -value } }]
  if (one.operator === 'under_target') {
    const words = read.tokens.slice(one.from + 1, one.to).map(token => token.fold)
    const op = words.some(word => LESS.has(word)) ? '<=' : '>='
    return [{ run, condition: { ...NONE, measure: 'gap', op, value } }]
  }
  if (one.operator !== 'changed_by') return []
  const falls = FALLING.has(read.tokens[one.from]!.fold)
  const signed = falls ? -value : value
  return [{ run, condition: { ...NONE, measure: 'change', op: falls ? '<=' : '>=', value: signed } }]
}

const FALLING: ReadonlySet<string> = new Set(['giam', 'tut', 'sut', 'rot', 'xuong'])

function plainOf(cue: FoundCue, { read }: Evidence): Found[] {
  const value = Number(cue.values.at(-1))
  if (!Number.isFinite(value) || read.tokens[cue.from]!.number !== null) return []
  const op = cue.cue === 'under' ? '<' : '>'
  return [
    {
      run: { from: cue.from, to: cue.to },
      condition: { indicator: nearest(cue, read), measure: 'value', op, value, to: null },
    },
  ]
}

/** The indicator that stands nearest to a number, the one before it where two are as near. */
function nearest(cue: Run, { chosen }: Evidence['read']): string | null {
  const named = chosen.flatMap(({ meaning, from, to }) =>
    meaning.is === 'indicator' && meaning.codes.length === 1 ? [{ code: meaning.codes[0]!, from, to }] : [],
  )
  const away = ({ from, to }: Run): number => (to <= cue.from ? cue.from - to : from - cue.to)
  return named.toSorted((a, b) => away(a) - away(b))[0]?.code ?? null
}
