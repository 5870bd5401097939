import { setImmediate as eventLoopTurn } from 'node:timers/promises'
import type { Digest } from '../answers/digest-facts.ts'
import { readDigestTable, type TableRow } from '../answers/digest-table.ts'
import { readDigest } from '../answers/read-digest.ts'
import type { DigestReading } from '../answers/digest-subtree.ts'
import type { DigestKind } from '../core/digest.ts'
import type { Window } from '../core/window.ts'
import type { Attachment, Message } from '../lib/message.ts'
import type { SayContext } from '../replies/phrases/context.ts'
import { ifMade } from '../replies/if-made.ts'
import { sheetOfDigest } from '../replies/sheets/digest-sheet.ts'
import { heatOfDigest, illustrateDigest } from '../replies/pictures/illustrate.ts'
import { sayDigest } from '../replies/digests/say-digest.ts'

/** What a digest is of; `heat`: with the table of all units in colours instead of the usual picture. */
export interface DigestAsked {
  kind: DigestKind
  late: boolean
  window?: Window | null
  /** The day that it is of, where that is not today. */
  day?: string | undefined
  heat?: boolean
  /** For many readers: without what single people were told, did and wrote, and without anything to press. */
  shared?: boolean
}

/**
 * A digest as it is true at the moment of the reading: its facts, and the message with its picture and, where there is
 * anything to work with, its spreadsheet.
 */
export async function composeDigest(
  reading: DigestReading,
  { kind, late, window = null, day, heat = false, shared = false }: DigestAsked,
  say: SayContext,
): Promise<{ digest: Digest; rows: TableRow[]; message: Message }> {
  const read = await readWhole(reading, async unhurried => {
    const digest = await readDigest(unhurried, { kind, late, named: window, day })
    return { digest, rows: await readDigestTable(unhurried, digest) }
  })
  const { rows } = read
  const digest = shared ? { ...read.digest, alerts: [] } : read.digest
  const [image, file] = await Promise.all([
    ifMade(pictureOf(digest, heat ? rows : [], say)),
    rows.some(isKnown) ? ifMade(sheetOfDigest(digest, rows, say)) : null,
  ])
  const text = sayDigest(digest, say)
  const said = shared ? { ...text, choices: [] } : text
  return {
    digest,
    rows,
    message: { ...said, ...(image ? { image } : {}), ...(file ? { file } : {}) },
  }
}

/**
 * What is read of many figures, with a turn for others before each part of them. Where figures came in between, it is read
 * again, so that all of it is of one state.
 */
async function readWhole<Found>(
  reading: DigestReading,
  read: (unhurried: DigestReading) => Promise<Found>,
): Promise<Found> {
  const { observations } = reading
  const inWindow: typeof observations.inWindow = async query => {
    await eventLoopTurn()
    return await observations.inWindow(query)
  }
  const before = await observations.revision()
  const found = await read({ ...reading, observations: { ...observations, inWindow } })
  return (await observations.revision()) === before ? found : await read(reading)
}

/** The table in colours where there are rows for it, else the usual picture. */
async function pictureOf(
  digest: Digest,
  rows: readonly TableRow[],
  say: SayContext,
): Promise<Attachment | null> {
  return (await heatOfDigest(digest, rows, say)) ?? (await illustrateDigest(digest, say))
}

function isKnown({ figure: { value, target } }: TableRow): boolean {
  return value !== null || target !== null
}
