import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Lexicon } from '../../src/ask/lexicon.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import type { AskContext } from '../../src/ask/reading.ts'
import type { Unit } from '../../src/core/unit-tree.ts'
import { oddString } from '../ask/odd-strings.ts'
import { allProvinces } from '../ask/provinces.ts'
import { seeded, spellings } from '../ask/spellings.ts'
import { median, quantile } from './measure.ts'
import type { Row } from './measure.ts'

const MANY = 100_000
const ODD = 20_000
const TYPED: string[] = readFileSync(
  new URL('../fixtures/gia-lai-2024/questions.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map(line => JSON.parse(line).q)
const ASKS = [
  'tỷ lệ trực tuyến',
  'số hóa tuần trước',
  'thanh toán tháng 4',
  'xếp thứ mấy',
  'đạt chỉ tiêu chưa',
  '',
]

/** Reading questions where all provinces and communes of the country can be named. */
export async function askBench(): Promise<Row[]> {
  const input = allProvinces()
  const built = median(5, () => buildLexicon(input))
  const lexicon = buildLexicon(input)
  mixed(input.units, 766).forEach((text, turn) => readQuestion(text, lexicon, context(turn)))
  return [
    { name: 'vocabulary of 3,355 units built', value: built, unit: 'ms', limit: 300 },
    ...reading([...mixed(input.units, 767), ...mixed(input.units, 768)], lexicon),
    growth(mixed(input.units, 769), lexicon),
    ...oddStrings(lexicon),
  ]
}

/** The reference questions, and communes named in twenty spellings, by turns: others for every seed. */
function mixed(units: readonly Unit[], seed: number): string[] {
  const random = seeded(seed)
  const provinces = new Map(units.map(unit => [unit.code, unit]))
  const named = units
    .filter(unit => unit.kind === 'commune')
    .flatMap((unit, at) => {
      const written = spellings(unit, provinces.get(unit.parent!)!, random)
      return (at + seed) % 7 === 0 ? [`${ASKS[at % ASKS.length]!} ${written[at % written.length]!}`] : []
    })
  return named.flatMap((text, at) => [text, TYPED[at % TYPED.length]!])
}

/** A committee of one province after another. */
function context(turn: number): AskContext {
  const unit = ['52', '68', '01', '79'][turn % 4]!
  return { unit, scope: unit, today: '2026-05-15', previous: null, pendingChoices: [] }
}

function timesOf(texts: readonly string[], lexicon: Lexicon): number[] {
  return texts.map((text, turn) => {
    const began = performance.now()
    readQuestion(text, lexicon, context(turn))
    return performance.now() - began
  })
}

function reading(texts: readonly string[], lexicon: Lexicon): Row[] {
  const times = timesOf(texts, lexicon)
  return [
    { name: 'one question understood, median', value: quantile(times, 0.5), unit: 'ms', limit: 0.5 },
    { name: 'one question understood, 99 %', value: quantile(times, 0.99), unit: 'ms', limit: 5 },
  ]
}

function growth(texts: readonly string[], lexicon: Lexicon): Row {
  const collect = collector()
  collect()
  const before = process.memoryUsage().heapUsed
  for (let turn = 0; turn < MANY; turn++)
    readQuestion(`${texts[turn % texts.length]!} ${turn}`, lexicon, context(turn))
  collect()
  const grown = (process.memoryUsage().heapUsed - before) / 2 ** 20
  return { name: 'memory kept after 100,000 questions', value: grown, unit: 'MB', limit: 20 }
}

/** The engine's own collection, opened for this process when it was not started with it. */
function collector(): () => void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = globalThis.gc ?? runInNewContext('gc')
  if (typeof collect !== 'function') throw new Error('no collector')
  return () => void collect()
}

function oddStrings(lexicon: Lexicon): Row[] {
  const random = seeded(2024)
  const texts = Array.from({ length: ODD }, (_, turn) => oddString(turn, random))
  const times = timesOf(texts, lexicon)
  return [
    { name: 'one odd string of 20,000, 99.9 %', value: quantile(times, 0.999), unit: 'ms' },
    { name: 'one odd string of 20,000, slowest', value: quantile(times, 1), unit: 'ms', limit: 50 },
  ]
}
