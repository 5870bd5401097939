import { createHash } from 'node:crypto'
import { z } from 'zod'
import { parseJson } from '../../lib/parse-json.ts'
import type { ChannelKeep } from '../channel-keep.ts'

const pair = z.object({
  /** Names the token of the environment from which this pair descends: another one there starts anew. */
  seed: z.string(),
  access: z.string().nullable(),
  refresh: z.string(),
  /** Milliseconds. */
  ends: z.number(),
  /** Who is using the refresh token at this moment. */
  turn: z.string().optional(),
  /** How the last turn ended, where it brought no new pair. */
  failed: z.object({ cause: z.string(), refused: z.boolean() }).optional(),
})
export type Pair = z.infer<typeof pair>

/** The pair on disk, and the text that stands for it there. */
export interface Kept {
  pair: Pair
  text: string | null
}

/** The pair on disk, where any process may change it, as long as nobody else has since it was read. */
export interface KeptPair {
  seed: string
  read(): Promise<Kept>
  /** Null where the disk holds something else by now. */
  replace(before: Kept, pair: Pair): Promise<Kept | null>
  /** Keeps the pair whatever the disk holds. */
  save(pair: Pair): Promise<void>
}

/** @param firstRefresh the token of the environment. */
export function createKeptPair(firstRefresh: string, keep: ChannelKeep): KeptPair {
  const seed = createHash('sha256').update(firstRefresh).digest('hex').slice(0, 16)
  return {
    seed,
    async read() {
      const text = await keep.value('tokens')
      const stored = pair.safeParse(parseJson(text ?? ''))
      const first = { seed, access: null, refresh: firstRefresh, ends: 0 }
      return { text, pair: stored.success && stored.data.seed === seed ? stored.data : first }
    },
    async replace(before, after) {
      const text = JSON.stringify(after)
      return (await keep.swap('tokens', before.text, text)) ? { pair: after, text } : null
    },
    save: async after => await keep.keep('tokens', JSON.stringify(after)),
  }
}
