import type { Digest } from '../answers/digest-facts.ts'
import { readDigestTable } from '../answers/digest-table.ts'
import { readDigest } from '../answers/read-digest.ts'
import type { DigestReading } from '../answers/read-digest.ts'
import type { DigestKind } from '../core/digest.ts'
import type { Window } from '../core/window.ts'
import type { Message } from '../lib/message.ts'
import type { SayContext } from '../replies/phrases/context.ts'
import { sheetOfDigest } from '../replies/sheets/digest-sheet.ts'
import { illustrateDigest } from '../replies/pictures/illustrate.ts'
import { sayDigest } from '../replies/digests/say-digest.ts'

/**
 * A digest as it is true at the moment of the reading: its facts, and the message with its picture and, where there is
 * anything to work with, its spreadsheet.
 */
export async function composeDigest(
  reading: DigestReading,
  { kind, late, window = null }: { kind: DigestKind; late: boolean; window?: Window | null },
  say: SayContext,
): Promise<{ digest: Digest; message: Message }> {
  const digest = await readDigest(reading, kind, late, window)
  const image = await illustrateDigest(digest, say)
  const rows = await readDigestTable(reading, digest)
  const file = rows.some(isKnown) ? await sheetOfDigest(digest, rows, say) : null
  return {
    digest,
    message: { ...sayDigest(digest, say), ...(image ? { image } : {}), ...(file ? { file } : {}) },
  }
}

function isKnown({ value, target }: { value: number | null; target: number | null }): boolean {
  return value !== null || target !== null
}
