import { percentWords } from '../../../locales/vi/ask/numbers.ts'
import { halfWord, missingWords, outlookWords } from '../../../locales/vi/ask/operators.ts'
import { foldWord, foldSet } from '../words/fold.ts'
import { isAboutGroup, factsOf } from './facts.ts'
import type { Question, Step } from '../question.ts'
import type { Operator } from './operator-words.ts'
import { typedEntries } from '../words/typed-entries.ts'
import { stepWords } from '../../../locales/vi/ask/periods.ts'
import type { AskContext } from '../reading.ts'
import type { FoundCue } from '../lattice/read-cues.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import { overlapOf } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import { numbersOf, partOf } from './asked-world.ts'
import { wordsOf } from '../words/tokens.ts'
import { fillConditions } from './conditions.ts'
import type { Evidence } from './evidence.ts'
import { fillEvery } from './every.ts'

/** What the operators fill, and what they leave unanswered. */
export function fillAsked(question: Question, evidence: Evidence, context: AskContext): void {
  const { asked, read, periods, unused, operators } = evidence
  if (question.intent !== 'greeting' && question.intent !== 'help')
    question.notAnswered.push(...unused.map(part => ({ ...part, reason: 'unsupported' as const })))
  if (operators.some(({ operator }) => operator === 'upwards') && factsOf(question.intent).about === 'group')
    question.order = 'lowest'
  const halves = operators.filter(one => one.operator === 'half' && !isMore(wordsOf(one, read)))
  if (halves.some(one => isHalf(wordsOf(one, read)))) fillHalf(question)
  fillConditions(question, evidence)
  fillEvery(question, evidence)
  for (const one of [...operators.filter(({ operator }) => operator === 'factor'), ...halves])
    if (!isIn(one, asked))
      question.parts.push(partOf(one.operator === 'half' ? 'condition' : 'factor', one, read))
  fillPlaces(question, evidence)
  if (
    question.intent === 'report' &&
    question.units.some(code => code !== context.unit && code !== context.scope)
  )
    question.parts.push({ part: 'report_of', text: '' })
  fillOutlook(question, evidence)
  fillStep(question, evidence)
  if (asked === null || asked.intent !== question.intent) return
  Object.assign(question, asked.fills)
  if (question.by === 'value' && evidence.cues.some(cue => isOfPlace(cue, read))) question.by = 'place'
  if (asked.part !== null) question.parts.push(partOf(asked.part, asked.by, read))
  if (asked.kinds && question.group) question.group.kinds = asked.kinds
  const within = periods.find(({ from, to }) => overlapOf({ from, to }, asked.by) > 0)
  if (
    within &&
    question.streak !== null &&
    question.streak.of !== 'record' &&
    question.period?.from === within.period?.from
  )
    question.period = null
}

/** "Còn mấy huyện chưa được một nửa": of a list half is the bound. */
function fillHalf(question: Question): void {
  const isList = question.intent === 'below' || question.intent === 'met'
  if (isList && question.threshold === null) question.threshold = 50
}

const HALF = foldWord(halfWord)
/** "Chua dat nua": without diacritics "nữa", where no number stands before. */
const isMore = (text: string): boolean => new RegExp(`(?<!mot|một|1|phan|phân) ${HALF}$`, 'iu').test(text)
const isHalf = (text: string): boolean => text.split(' ').map(foldWord).includes(HALF)

/** "Tụt mấy hạng", "tụt mấy"; "tụt mấy điểm" is of the value. */
function isOfPlace({ cue, to }: FoundCue, { tokens }: ReadTokens): boolean {
  return cue === 'rank' || (cue === 'rank_change' && !POINTS.has(tokens[to]?.fold ?? ''))
}

const POINTS = new Set(percentWords.map(words => foldWord(words.split(' ')[0]!)))

/** "Từng tháng", "theo quý", "3 tháng liền", "tuần nào cao nhất": in which stretches a course or a record is told. */
function fillStep(question: Question, { cues, operators, read, asked }: Evidence): void {
  const intent = asked?.intent ?? question.intent
  if (intent !== 'trend' && intent !== 'since') return
  const said = [
    ...cues.filter(({ cue }) => cue === 'course'),
    ...operators.filter(({ operator }) => STEPPING.has(operator)),
  ]
  const words = said.flatMap(({ from, to }) => read.tokens.slice(from, to).map(({ fold }) => fold))
  question.step = words.map(word => STEPS.get(word)).find(step => step !== undefined) ?? null
}

const STEPPING: ReadonlySet<Operator> = new Set(['each', 'record', 'streak'])
const STEPS: ReadonlyMap<string, Step> = new Map(
  typedEntries<Step, string>(stepWords).map(([step, word]) => [foldWord(word), step]),
)

/** "Từ hạng 3 đến hạng 6": a part of the table. */
function fillPlaces(question: Question, { operators, read }: Evidence): void {
  const found = operators.find(({ operator }) => operator === 'from_place')
  const [first, last] = found ? numbersOf(found) : []
  if (!found || question.group === null || first === undefined || last === undefined) return
  if (first < 1 || last < first || !NAMES_PLACE.test(wordsOf(found, read))) return
  if (question.intent === 'value' || question.intent === 'rank') question.intent = 'ranking'
  Object.assign(question, { offset: first - 1, limit: last - first + 1 })
  question.parts.push(partOf('offset', found, read))
}

/** "Những xã nào có nguy cơ không đạt": who will rather miss the target; nothing else of a group is foretold. */
function fillOutlook(question: Question, { cues, read }: Evidence): void {
  const { intent } = question
  if (!isAboutGroup(intent)) return
  const words = (run: Run): string[] => read.tokens.slice(run.from, run.to).map(({ fold }) => fold)
  const outlook = cues.find(
    ({ cue, from, to }) => cue === 'forecast' && words({ from, to }).some(word => OUTLOOKS.has(word)),
  )
  if (!outlook) return
  if (intent === 'below' || intent === 'met') {
    question.intent = 'forecast'
    const misses = words(outlook).some(word => MISSES.has(word))
    question.order = intent === 'below' || misses ? 'worst' : 'best'
  } else question.parts.push(partOf('forecast', outlook, read))
}

const NAMES_PLACE = /hạng|hang|thứ|thu|vị trí|vi tri/iu

const OUTLOOKS = foldSet(outlookWords)
const MISSES = foldSet(missingWords)

function isIn(run: Run, asked: Evidence['asked']): boolean {
  return asked !== null && overlapOf(run, asked.by) > 0
}
