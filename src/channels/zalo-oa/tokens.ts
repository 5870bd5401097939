import { createHash } from 'node:crypto'
import { z } from 'zod'
import { HOUR_MS, isRecent } from '../../core/durations.ts'
import type { Clock } from '../../lib/clock.ts'
import { newOwner } from '../../lib/owner.ts'
import { errorName } from '../../lib/error-name.ts'
import type { Log } from '../../lib/log.ts'
import { parseJson } from '../../lib/parse-json.ts'
import { type Timer, withDeadline } from '../../lib/timer.ts'
import { networkFailure, shortReason } from '../api-call.ts'
import type { ChannelKeep } from '../channel-keep.ts'
import { createKeptPair, type Kept, type KeptPair, type Pair } from './kept-pair.ts'
import { endTurn, takeTurn } from './refresh-turn.ts'

const REFRESH_TIMEOUT_MS = 15_000
/** Whoever has claimed the refresh token is done after so long, or is no more. */
const TURN_MS = 20_000
/** A token lives 25 hours; it is renewed while there is still time for an operator to act. */
const RENEWED_BEFORE_MS = 5 * HOUR_MS
/** After a refresh that failed the next is not tried before this, as long as the old token is good. */
const TRY_AGAIN_MS = 60_000

export interface Credentials {
  appId: string
  appSecret: string
  refreshToken: string
  oauthRoot: string
}

export type Access = { ok: true; token: string } | { ok: false; cause: string; refused: boolean }

export interface Tokens {
  /** A good access token; renews it when it is about to end. Never rejects. */
  access(): Promise<Access>
  /** The platform did not take this token: the next `access` gives another. */
  distrust(token: string): void
  /** Null while all is well, else a short cause. */
  trouble(): string | null
  /** Every token that this process has known, and what else must not be told. */
  secrets(): readonly string[]
}

const renewed = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.union([z.string(), z.number()]).transform(Number),
})
const refusal = z.object({
  error: z.number(),
  error_name: z.string().optional(),
  message: z.string().optional(),
})

interface TokenDeps {
  channel: string
  credentials: Credentials
  /** Of the account, shown beside its webhook. */
  secretKey: string
  keep: ChannelKeep
  clock: Clock
  timer: Timer
  log: Log
  fetch: typeof globalThis.fetch
  /** Tells an operator, when the platform refuses to renew; `of` names the refresh token without telling it, so that it is told of once. */
  alarm: (of: string) => void
}

/**
 * The tokens of an Official Account. A refresh token can be used once, so one refresh runs at a time, in whatever process,
 * and the new pair is on disk before it is used: killed at any instant, the next process has the pair that is good.
 */
export function createTokens(deps: TokenDeps): Tokens {
  const { credentials, keep, clock } = deps
  const known = new Set([credentials.appSecret, credentials.refreshToken, deps.secretKey])
  const pairs = createKeptPair(credentials.refreshToken, keep)
  const held = createHeldPair(known)
  const trouble = createTrouble(deps)
  const renewal = createRenewal(deps, { pairs, held, trouble })
  let running: Promise<Access> | null = null

  async function fetchOrKeep(): Promise<Access> {
    try {
      const now = clock.now()
      if (held.isFresh(now)) return held.access()
      if (renewal.isUnsaved()) return await renewal.save()
      const kept = await pairs.read()
      held.use(kept.pair)
      // Another process may have renewed it: then what troubled this one is over.
      if (held.isFresh(now)) return trouble.over(held.access())
      const good = held.isGood(now)
      if (good && trouble.isRecent(now)) return held.access()
      const fresh = await renewal.run(kept, good)
      return fresh.ok || !good ? fresh : held.access()
    } catch (error) {
      return trouble.failed(`the new token was not kept: ${errorName(error)}`, false)
    }
  }

  return {
    access() {
      running ??= fetchOrKeep().finally(() => (running = null))
      return running
    },
    distrust: token => held.distrust(token),
    trouble: () => trouble.cause(),
    secrets: () => [...known],
  }
}

/** Uses the refresh token when it is this process's turn. */
function createRenewal(
  deps: TokenDeps,
  parts: { pairs: KeptPair; held: HeldPair; trouble: ReturnType<typeof createTrouble> },
) {
  const { pairs, held, trouble } = parts
  const me = newOwner()
  /** Given by the platform and not on disk yet. */
  let unsaved: Pair | null = null

  async function save(): Promise<Access> {
    if (unsaved !== null) await pairs.save(unsaved)
    if (unsaved !== null) held.use(unsaved)
    unsaved = null
    return trouble.over(held.access())
  }

  async function renew(kept: Kept): Promise<Access> {
    const { refresh } = kept.pair
    const came = await askForPair(deps, refresh, held.secrets())
    if (!came.ok) {
      await endTurn(pairs, kept, { cause: came.cause, refused: came.refused })
      return trouble.failed(came.cause, came.refused, refresh)
    }
    unsaved = { seed: pairs.seed, ...came.pair, ends: deps.clock.now() + came.seconds * 1_000 }
    return await save()
  }

  return {
    isUnsaved: () => unsaved !== null,
    save,
    /**
     * @param kept the pair as it was just read.
     * @param good whether the old access token still is, so that another's refresh is not waited for.
     */
    async run(kept: Kept, good: boolean): Promise<Access> {
      const turn = await takeTurn(pairs, kept, { me, timer: deps.timer, mostMs: TURN_MS, waits: !good })
      if (turn.do === 'renew') return await renew(turn.kept)
      if (turn.do === 'fail') return trouble.failed(turn.failed.cause, turn.failed.refused, kept.pair.refresh)
      held.use((await pairs.read()).pair)
      return held.isFresh(deps.clock.now()) ? trouble.over(held.access()) : held.access()
    },
  }
}

/** Why the last renewal failed, if it did. */
function createTrouble({ channel, clock, log, alarm }: TokenDeps) {
  let trouble: { cause: string; refused: boolean; at: number } | null = null
  return {
    cause: () => trouble?.cause ?? null,
    isRecent: (now: number) => trouble !== null && isRecent(trouble.at, now, TRY_AGAIN_MS - 1),
    over(access: Access): Access {
      trouble = null
      return access
    },
    /** @param refresh the token that was refused. */
    failed(cause: string, refused: boolean, refresh = ''): Access {
      if (trouble?.cause !== cause) log.error({ channel, cause }, 'the access token was not renewed')
      if (refused && trouble?.refused !== true) alarm(nameOf(refresh))
      trouble = { cause, refused, at: clock.now() }
      return { ok: false, cause, refused }
    },
  }
}

type HeldPair = ReturnType<typeof createHeldPair>

/** The pair that is in use. Its tokens are added to those that are known. */
function createHeldPair(known: Set<string>) {
  let current: Pair | null = null
  let distrusted: string | null = null
  return {
    /** One that the platform did not take is no good. */
    use(next: Pair): void {
      for (const token of [next.access, next.refresh]) if (token !== null) known.add(token)
      current = next.access === distrusted ? { ...next, access: null } : next
    },
    isFresh(now: number): boolean {
      return current !== null && current.access !== null && current.ends - now > RENEWED_BEFORE_MS
    },
    secrets: () => [...known],
    isGood(now: number): boolean {
      return current !== null && current.access !== null && current.ends > now
    },
    access(): Access {
      const token = current?.access
      return token ? { ok: true, token } : { ok: false, cause: 'there is no access token', refused: false }
    },
    distrust(token: string): void {
      distrusted = token
      if (current?.access === token) current = { ...current, access: null }
    },
  }
}

/** Names a token in a key. */
function nameOf(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 16)
}

type Renewed =
  | { ok: true; pair: { access: string; refresh: string }; seconds: number }
  | { ok: false; cause: string; refused: boolean }

async function askForPair(
  { credentials, timer, fetch }: { credentials: Credentials; timer: Timer; fetch: typeof globalThis.fetch },
  refreshToken: string,
  secrets: readonly string[],
): Promise<Renewed> {
  const { appId, appSecret, oauthRoot } = credentials
  const form = new URLSearchParams({
    refresh_token: refreshToken,
    app_id: appId,
    grant_type: 'refresh_token',
  })
  try {
    const body = await withDeadline(timer, REFRESH_TIMEOUT_MS, undefined, async signal => {
      const response = await fetch(`${oauthRoot}/v4/oa/access_token`, {
        method: 'POST',
        headers: { secret_key: appSecret, 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
        redirect: 'error',
        signal,
      })
      return await response.text()
    })
    return readPair(body, secrets)
  } catch (error) {
    return { ok: false, cause: networkFailure(error).description, refused: false }
  }
}

function readPair(body: string, secrets: readonly string[]): Renewed {
  const answer = parseJson(body)
  const read = renewed.safeParse(answer)
  if (read.success && Number.isFinite(read.data.expires_in)) {
    const { access_token: access, refresh_token: refresh, expires_in: seconds } = read.data
    return { ok: true, pair: { access, refresh }, seconds }
  }
  const no = refusal.safeParse(answer)
  if (!no.success) return { ok: false, cause: 'no answer of the platform', refused: false }
  const reason = shortReason(no.data.error_name ?? no.data.message ?? '', secrets)
  return { ok: false, cause: `${no.data.error} ${reason}`.trim(), refused: true }
}
