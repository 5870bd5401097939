import { errorName } from '../lib/error-name.ts'
import type { Log } from '../lib/log.ts'
import { parseJson } from '../lib/parse-json.ts'
import { isSecret } from '../lib/secret.ts'
import type { ChannelName, Guard, Webhook } from './channel.ts'

/** A webhook with a door: closed at first, it answers 503 so that the platform tries again later. */
export interface GuardedWebhook extends Webhook {
  open(): void
  /** Lets nobody in any more, and waits for who is inside. */
  close(): Promise<void>
}

/** Who may come in: who sends the secret in a header, or who has signed the body. */
type Admission = { header: string; secret: string } | { admits: (request: Request) => boolean }
type Request = Parameters<Webhook['handle']>[0]

function admissionBy(admission: Admission): (request: Request) => boolean {
  if ('admits' in admission) return admission.admits
  const isOurs = isSecret(admission.secret)
  return ({ headers }) => {
    const given = headers[admission.header]
    return isOurs(typeof given === 'string' ? given : undefined)
  }
}

/**
 * A webhook for those who know the secret. Answers 401 without it (before the body is looked at), 400 to what is not
 * JSON, 503 when the update could not be kept (the platform then tries again), otherwise 200.
 * @param header lower-case name of the header that carries the secret.
 * @param keep resolves when the update is kept.
 */
export function createGuardedWebhook(
  deps: {
    channel: ChannelName
    path: string
    log: Log
    keep: (update: unknown) => Promise<void>
  } & Admission,
): GuardedWebhook {
  const inside = new Set<Promise<number>>()
  const isAdmitted = admissionBy(deps)
  let isOpen = false

  const take = async (body: string) =>
    await statusOf(body, deps.keep, error => {
      const fields = { channel: deps.channel, error: errorName(error) }
      deps.log.error(fields, 'an update could not be kept')
    })

  return {
    path: deps.path,
    // A signature is over the body: only a secret of its own can be judged before that is read.
    ...('header' in deps && { admits: headers => isAdmitted({ headers, body: '' }), guard: guardOf(deps) }),
    async handle({ headers, body }) {
      if (!isAdmitted({ headers, body })) return 401
      if (!isOpen) return 503
      const taking = take(body)
      inside.add(taking)
      return taking.finally(() => inside.delete(taking))
    },
    open() {
      isOpen = true
    },
    async close() {
      isOpen = false
      await Promise.allSettled(inside)
    },
  }
}

function guardOf({
  channel,
  path,
  header,
  secret,
  keep,
}: Pick<Guard, 'channel' | 'path' | 'header' | 'secret'> & {
  keep: (update: unknown) => Promise<void>
}): Guard {
  return { channel, path, header, secret, take: async body => await keep(parseJson(body)) }
}

/** What a body that was let in is answered with, once it is kept: 400 when it is not JSON, 503 when it could not be kept. */
export async function statusOf(
  body: string,
  keep: (update: unknown) => Promise<void>,
  failed: (error: unknown) => void,
): Promise<200 | 400 | 503> {
  // A platform that only looks whether we are there may send nothing.
  if (body.trim() === '') return 200
  const update = parseJson(body)
  if (update === undefined) return 400
  try {
    await keep(update)
    return 200
  } catch (error) {
    failed(error)
    return 503
  }
}
