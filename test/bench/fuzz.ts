import { buildLexicon } from '../../src/ask/lexicon.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { oddString } from '../ask/odd-strings.ts'
import { allProvinces } from '../ask/provinces.ts'
import { seeded } from '../ask/spellings.ts'

/** `npm run fuzz [HOW_MANY] [SEED]`: reads odd strings where the whole country can be named; fails on a throw or a slow one. */
const [howMany = '1000000', seed = '766'] = process.argv.slice(2)
/** Milliseconds of the processor. */
const MOST_MS = 50
/** A string that took longer is read so many times more, and the least counts: the processor itself may be slowed down. */
const AGAIN = 4

const lexicon = buildLexicon(allProvinces())
const random = seeded(Number(seed))
const context = { unit: '52', scope: '52', today: '2026-05-15', previous: null, pendingChoices: [] }

/** Milliseconds of the processor that reading takes. */
function timeOf(text: string): number {
  const began = process.threadCpuUsage()
  const { questions } = readQuestion(text, lexicon, context)
  const { user, system } = process.threadCpuUsage(began)
  const took = (user + system) / 1000
  if (questions.length === 0) throw new Error(`no question of ${JSON.stringify(text)}`)
  return took
}

let slowest = 0
let slow = 0
for (let turn = 0; turn < Number(howMany); turn++) {
  const text = oddString(turn, random)
  let took = timeOf(text)
  for (let more = 0; took > MOST_MS && more < AGAIN; more++) took = Math.min(took, timeOf(text))
  slowest = Math.max(slowest, took)
  if (took <= MOST_MS) continue
  slow++
  console.error(`${took.toFixed(0)} ms: ${JSON.stringify(text).slice(0, 200)}`)
}
console.log(`${howMany} strings, the slowest ${slowest.toFixed(1)} ms, ${slow} over ${MOST_MS} ms`)
process.exitCode = slow === 0 ? 0 : 1
