/** Provinces that differ only in what a person may not see, and all that a message shows. */
import { fitMessage } from '../../../src/channels/fit-message.ts'
import { TELEGRAM_ABILITIES } from '../../../src/channels/telegram/abilities.ts'
import { WEB_ABILITIES } from '../../../src/channels/web/abilities.ts'
import { ZALO_BOT_ABILITIES } from '../../../src/channels/zalo-bot/abilities.ts'
import { ZALO_OA_ABILITIES } from '../../../src/channels/zalo-oa/abilities.ts'
import { plainText } from '../../../src/lib/message.ts'
import type { Message } from '../../../src/lib/message.ts'
import { evaluate } from '../../../src/watch/evaluate.ts'
import type { Peers } from '../../answers/may-read.ts'
import { momentOf, smallProvince, weeks } from '../../answers/small-province.ts'
import type { Person, SmallProvince } from '../../answers/small-province.ts'

/** When they are asked: the end of the last week that has figures. */
export const AT = momentOf('2024-05-19 20:00')

const CHANNELS = {
  telegram: TELEGRAM_ABILITIES,
  web: WEB_ABILITIES,
  zaloBot: ZALO_BOT_ABILITIES,
  zaloOa: ZALO_OA_ABILITIES,
  text: { images: 'none', files: 'none' },
} as const

/**
 * Of each person two units of which nothing may be seen, of one kind, place and target; and two peers, of whom nobody may
 * see the counts, and by the setting nothing at all.
 */
export const HIDDEN: readonly Hidden[] = [
  { person: 'an', strangers: ['X1', 'X2'], peers: ['S2', 'S3'] },
  { person: 'binh', strangers: ['S1', 'S3'], peers: null },
  { person: 'chi', strangers: ['S1', 'S3'], peers: ['X2', 'X3'] },
  { person: 'ha', strangers: ['S1', 'S3'], peers: null },
]
export interface Hidden {
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

/** Online dossiers of all, week by week. */
type Counts = readonly (readonly [numerator: number, denominator: number])[]

/** The rates of a unit over so many dossiers a week, with some more or fewer online. */
function countsOf(unit: string, dossiers = 100, more = 0): Counts {
  return (RATES[unit] ?? [0, 0, 0]).map(rate => [(rate * dossiers) / 100 + more, dossiers])
}

/** Counts of two peers in one province and in the other, so that what the setting leaves open is the same in both. */
function ofPeers([a, b]: Pair, peers: Peers, isOther: boolean): [Counts, Counts] {
  // Nothing is open: they have one another's figures.
  if (peers === 'none') return isOther ? [countsOf(b), countsOf(a)] : [countsOf(a), countsOf(b)]
  // Places are open: half a point from the one to the other, who stand where they stood.
  if (peers === 'places')
    return isOther ? [countsOf(a, 200, 1), countsOf(b, 200, -1)] : [countsOf(a, 200), countsOf(b, 200)]
  // Values are open: the same ones, of other counts.
  return isOther ? [countsOf(a, 300), countsOf(a)] : [countsOf(a), countsOf(a, 300)]
}

/** Rows of one province or of the other. */
function rowsOf(hidden: Hidden, peers: Peers, isOther: boolean): string[] {
  const figures = new Map(UNITS.map(unit => [unit, countsOf(unit)]))
  const [one, another] = hidden.strangers
  if (isOther) figures.set(one, countsOf(another)).set(another, countsOf(one))
  if (hidden.peers) {
    const [a, b] = hidden.peers
    const [ofA, ofB] = ofPeers(hidden.peers, peers, isOther)
    figures.set(a, ofA).set(b, ofB)
  }
  return INDICATORS.flatMap(indicator =>
    [...figures].flatMap(([unit, counts]) =>
      weeks(unit, indicator, Object.fromEntries(counts.map((count, at) => [18 + at, count]))),
    ),
  )
}

/** Two provinces that differ only in what the person may not see. */
export async function twoProvinces(hidden: Hidden, peers: Peers): Promise<SmallProvince[]> {
  const both = [false, true].map(async isOther => {
    const province = await smallProvince(rowsOf(hidden, peers, isOther))
    await evaluate(province.db, AT)
    await province.db.write(async ({ settings }) => await settings.set('peers', peers))
    return province
  })
  return await Promise.all(both)
}

/** All that a message shows, on each channel. */
export function shown(message: Message): object {
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
