import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { foldSet } from '../words/fold.ts'
import type { FoundCue } from '../lattice/read-cues.ts'
import type { FoundOperator } from '../lattice/operators.ts'
import type { Condition, Question } from '../question.ts'
import { isWider, overlapOf } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import { partOf } from './asked-world.ts'
import type { Evidence } from './evidence.ts'

/**
 * Conditions that one plain number does not say: several numbers ("dưới 50 % trực tuyến mà số hóa trên 70 %"), a
 * margin to the target, a change. They take the place of the threshold.
 */
export function fillConditions(question: Question, evidence: Evidence): void {
  if (fillJudged(question, evidence)) return
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

/** "Số hóa đạt mà thanh toán chưa đạt", "vừa không đạt … vừa không đạt …": a judgement for each indicator. */
function fillJudged(question: Question, { read, cues, operators }: Evidence): boolean {
  if (question.intent !== 'below' && question.intent !== 'met') return false
  const named = read.chosen.filter(({ meaning }) => meaning.is === 'indicator' && meaning.codes.length === 1)
  const judged = judgements(cues)
  const joint = operators.find(({ operator }) => operator === 'jointly')
  const apart = new Set(judged.map(({ cue }) => (cue === 'not_reached' ? 'under' : 'met')))
  if (named.length < 2 || judged.length === 0 || (!joint && apart.size < 2)) return false
  question.conditions = named.map(one => {
    const [nearestCue] = judged.toSorted((a, b) => away(one, a) - away(one, b))
    const code = one.meaning.is === 'indicator' ? one.meaning.codes[0]! : null
    const op = nearestCue!.cue === 'not_reached' ? '>' : '<='
    return { indicator: code, measure: 'gap', op, value: 0, to: null }
  })
  question.parts.push(partOf('condition', joint ?? judged[0]!, read))
  return true
}

/** Each judgement once, at the word that judges: "đạt … chưa" goes around what it is about. */
function judgements(cues: readonly FoundCue[]): FoundCue[] {
  const found = cues
    .filter(({ cue }) => cue === 'not_reached' || cue === 'reach' || cue === 'reached_yet')
    .map(one => (one.cue === 'reached_yet' ? { ...one, to: one.from + 1 } : one))
  return found.filter(
    (one, at) =>
      found.every(other => other === one || !isWider(other, one)) &&
      found.findIndex(other => other.from === one.from && other.to === one.to) === at,
  )
}

function away(a: Run, b: Run): number {
  return b.to <= a.from ? a.from - b.to : b.from - a.to
}

interface Found {
  run: Run
  condition: Condition
}

const NONE: Pick<Condition, 'indicator' | 'to'> = { indicator: null, to: null }
/** "Dưới 2 điểm", "chưa tới", "không quá": less than the number, where "thiếu" said what is measured. */
const LESS = /(?:^| )(?:duoi|chua toi|chua den|chua day|khong qua)(?: |$)/
/** "Từ 5 điểm", "ít nhất", "trở lên", "không quá": the number itself counts; "trên", "hơn", "dưới" are strict. */
const WITH_NUMBER =
  /(?:^| )(?:tu|it nhat|toi thieu|tro len|tro xuong|do len|do lai|do xuong|khong qua|khong duoi|khong vuot qua)(?: |$)/

function comparing(run: Run, { tokens }: Evidence['read'], less: boolean): Condition['op'] {
  const folds = tokens.slice(run.from, run.to).map(token => token.fold)
  const counts = WITH_NUMBER.test(folds.join(' ')) || folds.length < 3
  if (less) return counts && folds.length >= 3 ? '<=' : '<'
  return counts ? '>=' : '>'
}

const OTHER_WAY: Record<'<' | '<=' | '>' | '>=', Condition['op']> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}
const turned = (op: Condition['op']): Condition['op'] => (op === 'between' ? op : OTHER_WAY[op])

/** "Vượt chỉ tiêu trên 10 điểm": the gap is target − value, so that what is met lies under zero. */
function marginOf(one: FoundOperator, { read }: Evidence): Found[] {
  const value = one.values.find(number => typeof number === 'number')
  if (value === undefined) return []
  const run = { from: one.from, to: one.to }
  if (one.operator === 'over_target')
    return [
      { run, condition: { ...NONE, measure: 'gap', op: turned(comparing(run, read, false)), value: -value } },
    ]
  if (one.operator === 'under_target') {
    const words = read.tokens.slice(one.from + 1, one.to).map(token => token.fold)
    const op = comparing(run, read, LESS.test(words.join(' ')))
    return [{ run, condition: { ...NONE, measure: 'gap', op, value } }]
  }
  if (one.operator !== 'changed_by') return []
  const falls = FALLING.has(read.tokens[one.from]!.fold)
  const signed = falls ? -value : value
  const op = comparing(run, read, false)
  return [{ run, condition: { ...NONE, measure: 'change', op: falls ? turned(op) : op, value: signed } }]
}

const FALLING = foldSet(ruleWords.falling)

function plainOf(cue: FoundCue, { read }: Evidence): Found[] {
  const value = Number(cue.values.at(-1))
  if (!Number.isFinite(value) || read.tokens[cue.from]!.number !== null) return []
  const words = read.tokens.slice(cue.from, cue.to).map(token => token.fold)
  const counts = WITH_NUMBER.test(words.join(' '))
  const [strict, whole] = cue.cue === 'under' ? (['<', '<='] as const) : (['>', '>='] as const)
  const op = counts ? whole : strict
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
  return named.toSorted((a, b) => away(cue, a) - away(cue, b))[0]?.code ?? null
}
