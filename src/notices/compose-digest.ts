import type { Digest } from '../answers/digest-facts.ts'
import { readDigestTable, type TableRow } from '../answers/digest-table.ts'
import { readDigest } from '../answers/read-digest.ts'
import type { DigestReading } from '../answers/digest-subtree.ts'
import type { DigestKind } from '../core/digest.ts'
import type { Window } from '../core/window.ts'
import type { Message } from '../lib/message.ts'
import type { SayContext } from '../replies/phrases/context.ts'
import { sheetOfDigest } from '../replies/sheets/digest-sheet.ts'
import { heatOfDigest, illustrateDigest } from '../replies/pictures/illustrate.ts'
import { sayDigest } from '../replies/digests/say-digest.ts'

/** What a digest is of; `heat`: with the table of all units in colours instead of the usual picture. */
export interface DigestAsked {
  kind: DigestKind
  late: boolean
  window?: Window | null
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
  { kind, late, window = null, heat = false, shared = false }: DigestAsked,
  say: SayContext,
): Promise<{ digest: Digest; rows: TableRow[]; message: Message }> {
  const all = await readDigest(reading, kind, late, window)
  const digest = shared ? { ...all, alerts: [] } : all
  const rows = await readDigestTable(reading, digest)
  const coloured = heat ? await heatOfDigest(digest, rows, say) : null
  const image = coloured ?? (await illustrateDigest(digest, say))
  const file = rows.some(isKnown) ? await sheetOfDigest(digest, rows, say) : null
  const text = sayDigest(digest, say)
  const said = shared ? { ...text, choices: [] } : text
  return {
    digest,
    rows,
    message: { ...said, ...(image ? { image } : {}), ...(file ? { file } : {}) },
  }
}

function isKnown({ figure: { value, target } }: TableRow): boolean {
  return value !== null || target !== null
}
