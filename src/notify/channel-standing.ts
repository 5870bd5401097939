import type { Channel, ChannelName, Probe } from '../channels/channel.ts'
import type { Trouble } from './choose.ts'

const PROBE_EVERY_MS = { out: 3_000, refused: 15_000 }

/** How sending over a channel stands, for /healthz, the metrics and whoever must be told. */
export interface Standing extends Trouble {
  cause: string
}

/** Whether a channel is out, refuses the bot, or works, and when it is asked again. */
export interface ChannelStanding {
  /** As long as nothing has been delivered since. */
  standing(): Standing | null
  /** The same, but null for a trial after trouble. */
  out(): Standing | null
  /** After trouble, one message at a time until one has arrived. */
  onTrial(): boolean
  /** Whether the platform is being asked. */
  isAsked(): boolean
  /** When it is asked again, milliseconds. */
  nextProbe(): number
  /** Asks the platform; who asks meanwhile gets the same answer. */
  ask(): Promise<Probe>
  fall(cause: string, refused: boolean): void
  /** Stands as it stood for an earlier process; the platform is asked at the next look. */
  resume(known: Standing): void
  works(): void
  /** Asks the platform again, when it is time to. */
  look(): Promise<void>
}

export interface StandingDeps {
  channel: Pick<Channel, 'name' | 'probe'>
  now: () => number
  random: () => number
  /** The channel fell out, is refused, or works again. */
  changed: (channel: ChannelName, standing: Standing | null) => void
  /** A channel that refused the bot says that it is there: a message is tried. */
  trying: (channel: ChannelName) => void
}

/** A probe further ahead than any wait was set by a clock that was wrong: then it is time. */
function dueOf(nextProbe: number, now: number): number {
  return nextProbe - now > 2 * PROBE_EVERY_MS.refused ? 0 : nextProbe
}

/** @param worked told before anybody else that the channel works. */
export function createChannelStanding(deps: StandingDeps, worked: () => void): ChannelStanding {
  const { channel, now, random, changed, trying } = deps
  let standing: Standing | null = null
  let trial = false
  let nextProbe = 0
  let asking: Promise<Probe> | null = null

  function fall(cause: string, refused: boolean): void {
    const at = now()
    const before = standing
    standing = { since: before?.since ?? at, cause, refused }
    trial = false
    const every = refused ? PROBE_EVERY_MS.refused : PROBE_EVERY_MS.out
    nextProbe = at + every * (0.7 + 0.6 * random())
    if (before === null || before.refused !== refused) changed(channel.name, standing)
  }

  function works(): void {
    const before = standing
    standing = null
    trial = false
    worked()
    if (before !== null) changed(channel.name, null)
  }

  async function ask(): Promise<Probe> {
    asking ??= channel.probe().finally(() => (asking = null))
    return await asking
  }

  async function look(): Promise<void> {
    if (standing === null || trial || now() < dueOf(nextProbe, now())) return
    const { since, cause, refused } = standing
    nextProbe = now() + PROBE_EVERY_MS.out
    const probe = await ask()
    if (!probe.ok) return fall(probe.cause, probe.down)
    // A refused bot is believed only when a message has arrived; a platform that is back is believed at once.
    if (!refused) return works()
    standing = { since, cause, refused }
    trial = true
    trying(channel.name)
  }

  return {
    standing: () => standing,
    out: () => (trial ? null : standing),
    onTrial: () => trial,
    isAsked: () => asking !== null,
    nextProbe: () => dueOf(nextProbe, now()),
    ask,
    fall,
    resume(known) {
      standing = known
      nextProbe = 0
      changed(channel.name, standing)
    },
    works,
    look,
  }
}
