import type { Digest } from '../answers/digest-facts.ts'
import { readDigest } from '../answers/read-digest.ts'
import type { DigestReading } from '../answers/read-digest.ts'
import type { DigestKind } from '../ask/question.ts'
import type { Message } from '../lib/message.ts'
import type { SayContext } from '../replies/context.ts'
import { illustrateDigest } from '../replies/illustrate.ts'
import { sayDigest } from '../replies/say-digest.ts'

/** A digest as it is true at the moment of the reading: its facts, and the message with its picture. */
export async function composeDigest(
  reading: DigestReading,
  kind: DigestKind,
  late: boolean,
  say: SayContext,
): Promise<{ digest: Digest; message: Message }> {
  const digest = await readDigest(reading, kind, late)
  const image = await illustrateDigest(digest, say)
  return { digest, message: { ...sayDigest(digest, say), ...(image ? { image } : {}) } }
}
