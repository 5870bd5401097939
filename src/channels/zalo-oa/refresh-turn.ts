import { isGone } from '../../lib/owner.ts'
import type { Timer } from '../../lib/timer.ts'
import type { Kept, KeptPair, Pair } from './kept-pair.ts'

/** Who waits for another's refresh looks again after this long. */
const LOOK_MS = 250

/** Whether it is one's turn to use the refresh token. */
export type Turn =
  /** It is: nobody else uses the token until the turn is ended. */
  | { do: 'renew'; kept: Kept }
  /** Another has the turn, or has brought a new pair. */
  | { do: 'leave' }
  /** Another had the turn, and no new pair came of it. */
  | { do: 'fail'; failed: NonNullable<Pair['failed']> }

/**
 * A refresh token can be used once, by whatever process: it is claimed beside the pair before the call. A claim whose
 * process is gone, or that was watched for `mostMs` milliseconds without a change, is taken over.
 * @param options `me` names who claims, as `newOwner` does; `waits`: whether another's turn is waited for.
 */
export async function takeTurn(
  pairs: KeptPair,
  first: Kept,
  { me, timer, mostMs, waits }: { me: string; timer: Timer; mostMs: number; waits: boolean },
): Promise<Turn> {
  let kept = first
  for (let watched = 0; ;) {
    const { turn, refresh } = kept.pair
    if (turn === undefined || turn === me || isGone(turn) || watched >= mostMs) {
      const mine = await pairs.replace(kept, { ...kept.pair, turn: me, failed: undefined })
      if (mine !== null) return { do: 'renew', kept: mine }
    } else {
      if (!waits) return { do: 'leave' }
      await timer.wait(LOOK_MS)
      watched += LOOK_MS
    }
    const next = await pairs.read()
    if (next.pair.refresh !== refresh) return { do: 'leave' }
    const { failed } = next.pair
    if (turn !== undefined && next.pair.turn === undefined && failed !== undefined)
      return { do: 'fail', failed }
    if (next.pair.turn !== turn) watched = 0
    kept = next
  }
}

/** Ends a turn that brought no new pair. */
export async function endTurn(
  pairs: KeptPair,
  kept: Kept,
  failed: NonNullable<Pair['failed']>,
): Promise<void> {
  await pairs.replace(kept, { ...kept.pair, turn: undefined, failed })
}
