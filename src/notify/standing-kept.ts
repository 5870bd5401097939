import { z } from 'zod'
import type { Database, Stores } from '../db/stores/database.ts'
import { parseJson } from '../lib/parse-json.ts'
import type { Standing } from './channel-standing.ts'
import type { Lanes } from './lanes.ts'

const NAME = 'out'
const kept = z.object({ since: z.number(), cause: z.string() })

/**
 * Keeps since when a channel is out, so that a process that starts meanwhile counts on and does not begin anew. A bot that
 * is refused hands over at once anyhow: nothing is kept of it.
 */
export async function keepStanding(
  db: Pick<Database, 'writeTogether'>,
  channel: string,
  standing: Standing | null,
): Promise<void> {
  const value =
    standing === null || standing.refused
      ? ''
      : JSON.stringify({ since: standing.since, cause: standing.cause })
  await db.writeTogether(({ channels }) => channels.keep(channel, NAME, value))
}

/** Takes up again what was known of channels that were out, and asks their platforms whether they still are. */
export async function recallStandings(
  { channels }: Pick<Stores, 'channels'>,
  lanes: Lanes,
  now: number,
): Promise<void> {
  for (const [name, { watch }] of lanes) {
    const known = kept.safeParse(parseJson((await channels.kept(name, NAME)) ?? '')).data
    if (known === undefined || watch.standing() !== null) continue
    watch.resume({ since: Math.min(known.since, now), cause: known.cause, refused: false })
    await watch.look()
  }
}
