import { createHash } from 'node:crypto'
import { z } from 'zod'
import { HOUR_MS, isRecent } from '../../core/durations.ts'
import type { Clock } from '../../lib/clock.ts'
import { errorName } from '../../lib/error-name.ts'
import type { Log } from '../../lib/log.ts'
import { parseJson } from '../../lib/parse-json.ts'
import { type Timer, withDeadline } from '../../lib/timer.ts'
import { networkFailure, shortReason } from '../api-call.ts'
import type { ChannelKeep } from '../channel-keep.ts'

const REFRESH_TIMEOUT_MS = 15_000
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

const pair = z.object({
  /** Names the token of the environment from which this pair descends: another one there starts anew. */
  seed: z.string(),
  access: z.string().nullable(),
  refresh: z.string(),
  /** Milliseconds. */
  ends: z.number(),
})
type Pair = z.infer<typeof pair>

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
  /** Tells an operator, when the platform refuses to renew. */
  alarm: () => void
}

/**
 * The tokens of an Official Account. A refresh token can be used once, so one refresh runs at a time, and the new pair is
 * on disk before it is used: killed at any instant, the next process has the pair that is good.
 */
export function createTokens(deps: TokenDeps): Tokens {
  const { channel, credentials, keep, clock, log, alarm } = deps
  const known = new Set([credentials.appSecret, credentials.refreshToken, deps.secretKey])
  const held = createHeldPair(credentials.refreshToken, keep, known)
  /** Given by the platform and not on disk yet. */
  let unsaved: Pair | null = null
  let running: Promise<Access> | null = null
  let trouble: { cause: string; refused: boolean; at: number } | null = null

  function failed(cause: string, refused: boolean): Access {
    if (trouble?.cause !== cause) log.error({ channel, cause }, 'the access token was not renewed')
    if (refused && trouble?.refused !== true) alarm()
    trouble = { cause, refused, at: clock.now() }
    return { ok: false, cause, refused }
  }

  async function renew(old: Pair): Promise<Access> {
    if (unsaved === null) {
      const came = await askForPair(deps, old.refresh, [...known])
      if (!came.ok) return failed(came.cause, came.refused)
      unsaved = { seed: held.seed, ...came.pair, ends: clock.now() + came.seconds * 1_000 }
    }
    await held.save(unsaved)
    unsaved = null
    trouble = null
    return held.access()
  }

  async function fetchOrKeep(): Promise<Access> {
    try {
      const now = clock.now()
      if (held.isFresh(now)) return held.access()
      const old = unsaved ?? (await held.readAnew())
      if (unsaved === null && held.isFresh(now)) return held.access()
      const good = unsaved === null && old.access !== null && old.ends > now
      if (good && trouble !== null && isRecent(trouble.at, now, TRY_AGAIN_MS - 1)) return held.access()
      const fresh = await renew(old)
      return fresh.ok || !good ? fresh : held.access()
    } catch (error) {
      return failed(`the new token was not kept: ${errorName(error)}`, false)
    }
  }

  return {
    access() {
      running ??= fetchOrKeep().finally(() => (running = null))
      return running
    },
    distrust: token => held.distrust(token),
    trouble: () => trouble?.cause ?? null,
    secrets: () => [...known],
  }
}

/** The pair that is in use, and on disk where another process may renew it. Its tokens are added to those that are known. */
function createHeldPair(firstRefresh: string, keep: ChannelKeep, known: Set<string>) {
  const seed = createHash('sha256').update(firstRefresh).digest('hex').slice(0, 16)
  let current: Pair | null = null
  let distrusted: string | null = null
  const use = (next: Pair): Pair => {
    for (const token of [next.access, next.refresh]) if (token !== null) known.add(token)
    return (current = next)
  }
  return {
    seed,
    /** The pair as another process may have renewed it meanwhile; one that the platform did not take is no good. */
    async readAnew(): Promise<Pair> {
      const stored = pair.safeParse(parseJson((await keep.value('tokens')) ?? ''))
      const first = { seed, access: null, refresh: firstRefresh, ends: 0 }
      const found = stored.success && stored.data.seed === seed ? stored.data : first
      return use(found.access === distrusted ? { ...found, access: null } : found)
    },
    /** On disk first, then in use. */
    async save(fresh: Pair): Promise<void> {
      await keep.keep('tokens', JSON.stringify(fresh))
      use(fresh)
    },
    isFresh(now: number): boolean {
      return current !== null && current.access !== null && current.ends - now > RENEWED_BEFORE_MS
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
