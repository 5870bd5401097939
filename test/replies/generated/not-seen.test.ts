/**
 * What nobody may see shows nowhere: two provinces that differ only in figures which a person may not see give that person
 * the same texts, pictures and files, on every channel, whatever is asked.
 */
import { expect, test } from 'vitest'
import { answerQuestion } from '../../../src/answers/answer-question.ts'
import { fitMessage } from '../../../src/channels/fit-message.ts'
import { TELEGRAM_ABILITIES } from '../../../src/channels/telegram/abilities.ts'
import { WEB_ABILITIES } from '../../../src/channels/web/abilities.ts'
import { ZALO_BOT_ABILITIES } from '../../../src/channels/zalo-bot/abilities.ts'
import { ZALO_OA_ABILITIES } from '../../../src/channels/zalo-oa/abilities.ts'
import { createWords } from '../../../src/i18n/words.ts'
import { plainText } from '../../../src/lib/message.ts'
import type { Message } from '../../../src/lib/message.ts'
import { composeDigest } from '../../../src/notices/compose-digest.ts'
import { sayContext } from '../../../src/replies/phrases/context.ts'
import { illustrate } from '../../../src/replies/pictures/illustrate.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { sheetOfList } from '../../../src/replies/sheets/list-sheet.ts'
import { evaluate } from '../../../src/watch/evaluate.ts'
import { readingOf } from '../../answers/scene.ts'
import { momentOf, smallProvince, weeks } from '../../answers/small-province.ts'
import type { Person, SmallProvince } from '../../answers/small-province.ts'
import { Random } from '../../reference/random.ts'
import { sized } from '../../sizes.ts'
import { ABOUT_GROUPS, ABOUT_UNITS, drawn } from './asked.ts'

const AT = momentOf('2024-05-19 20:00')
const SETTINGS = ['figures', 'places', 'none'] as const
const QUESTIONS = sized({ quick: 20, usual: 40, long: 1_000 })
const DRAWN = sized({ quick: 0, usual: 1, long: 40 })
/** Whose digests are held against one another. */
const READERS = sized<readonly Person[]>({ quick: [], usual: ['binh'], long: ['an', 'binh', 'chi', 'ha'] })

const CHANNELS = {
  telegram: TELEGRAM_ABILITIES,
  web: WEB_ABILITIES,
  zaloBot: ZALO_BOT_ABILITIES,
  zaloOa: ZALO_OA_ABILITIES,
  text: { images: 'none', files: 'none' },
} as const

type Peers = (typeof SETTINGS)[number]

/**
 * Of each person two units of which nothing may be seen, of one kind, place and target; and two peers, of whom nobody may
 * see the counts, and by the setting nothing at all.
 */
const HIDDEN: readonly Hidden[] = [
  { person: 'an', strangers: ['X1', 'X2'], peers: ['S2', 'S3'] },
  { person: 'binh', strangers: ['S1', 'S3'], peers: null },
  { person: 'chi', strangers: ['S1', 'S3'], peers: ['X2', 'X3'] },
  { person: 'ha', strangers: ['S1', 'S3'], peers: null },
]
interface Hidden {
  person: Person
  strangers: Pair
  peers: Pair | null
}
type Pair = readonly [string, string]

const UNITS = ['S1', 'S2', 'S3', 'X1', 'X2', 'X3', 'X4']
const INDICATORS = ['online_rate', 'late_rate', 'active_services_rate']

/** Online dossiers of a hundred in each of three weeks. */
const RATES: Record<string, readonly [number, number, number]> = {
  S1: [31, 44, 42],
  S2: [47, 40, 51],
  S3: [38, 36, 57],
  X1: [22, 35, 33],
  X2: [41, 30, 46],
  X3: [27, 29, 48],
  X4: [52, 61, 39],
}

/** Rows of a province in which these units have the figures of one another. */
function rowsOf(hidden: Hidden, peers: Peers, swapped: boolean): string[] {
  const figures = new Map(UNITS.map(unit => [unit, { rates: RATES[unit] ?? [0, 0, 0], size: 1 }]))
  const swap = ([a, b]: Pair) => {
    const [one, other] = [figures.get(a), figures.get(b)]
    if (one && other) figures.set(a, other).set(b, one)
  }
  if (hidden.peers) {
    const [a, b] = hidden.peers
    // Where the values of peers may be seen, two have the same ones, of other counts.
    const rates = RATES[a] ?? [0, 0, 0]
    if (peers !== 'none') figures.set(a, { rates, size: 1 }).set(b, { rates, size: 3 })
  }
  if (swapped) for (const pair of [hidden.strangers, hidden.peers]) if (pair) swap(pair)
  return INDICATORS.flatMap(indicator =>
    [...figures].flatMap(([unit, { rates, size }]) =>
      weeks(
        unit,
        indicator,
        Object.fromEntries(rates.map((n, at) => [18 + at, [n * size, 100 * size] as const])),
      ),
    ),
  )
}

/** Two provinces that differ only in what the person may not see. */
async function twoProvinces(hidden: Hidden, peers: Peers): Promise<SmallProvince[]> {
  const both = [false, true].map(async swapped => {
    const province = await smallProvince(rowsOf(hidden, peers, swapped))
    await evaluate(province.db, AT)
    return province
  })
  return await Promise.all(both)
}

/** All that a message shows, on each channel. */
function shown(message: Message): object {
  return Object.fromEntries(
    Object.entries(CHANNELS).map(([channel, can]) => {
      const { choices, image, file, ...rest } = fitMessage(message, can)
      const attached = [image, file].map(
        one => one && [one.name, one.description, Buffer.from(one.bytes).toString('base64')],
      )
      return [channel, [plainText({ ...rest, choices }), choices, attached]]
    }),
  )
}

/** The same questions of a person to both provinces, each with what came of it. */
async function replies(
  { db }: SmallProvince,
  person: Person,
  random: Random,
): Promise<{ asked: object; is: object }[]> {
  const reading = await readingOf(db, AT, person)
  const { imports, explanations } = db.read
  const ctx = sayContext(reading.scene, createWords('vi'), reading.member)
  const intents = [...new Set([...ABOUT_UNITS, ...ABOUT_GROUPS])]
  const found = []
  for (let at = 0; at < QUESTIONS; at++) {
    const intent = intents[at % intents.length] ?? 'value'
    const question = { ...drawn(random, intent, reading), chart: at < DRAWN * 4 && at % 4 === 0 }
    const answer = await answerQuestion({ ...reading, imports, explanations, question })
    const message = sayAnswer(answer, ctx)
    const image = question.chart ? await illustrate(answer, ctx) : null
    const file = await sheetOfList({ ...answer, question: { ...question, output: 'file' } }, ctx)
    const { units, group, indicators, period, chart } = question
    const is = shown({ ...message, ...(image ? { image } : {}), ...(file ? { file } : {}) })
    found.push({ asked: { intent, units, group, indicators, period, chart }, is })
  }
  if (!READERS.includes(person)) return found
  const digest = await composeDigest(reading, { kind: 'weekly', late: false }, ctx)
  return [...found, { asked: { intent: 'report' }, is: shown(digest.message) }]
}

/** What differs of a person's replies in the two provinces. */
async function differences(provinces: readonly SmallProvince[], person: Person, peers: Peers) {
  const [one = [], other = []] = await Promise.all(
    provinces.map(async province => {
      await province.db.write(async ({ settings }) => await settings.set('peers', peers))
      return await replies(province, person, new Random(7))
    }),
  )
  expect(one.length).toBeGreaterThanOrEqual(QUESTIONS)
  const differ = one.filter(({ is }, at) => JSON.stringify(is) !== JSON.stringify(other[at]?.is))
  return differ.map(({ asked }) => ({ peers, ...asked }))
}

test.each(HIDDEN)('nothing that $person may not see shows in a text, a picture or a file', async hidden => {
  const open = await twoProvinces(hidden, 'figures')
  const closed = hidden.peers ? await twoProvinces(hidden, 'none') : open
  const found = []
  for (const peers of SETTINGS)
    found.push(...(await differences(peers === 'none' ? closed : open, hidden.person, peers)))
  expect(found).toEqual([])
})
