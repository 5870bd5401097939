import type { FastifyReply, FastifyRequest } from 'fastify'
import { sameSecret } from '../lib/secret.ts'

/** The key that a page must bring; null while it needs none. */
export type PageKey = () => Promise<string | null>

const COOKIE = 'chitieu_key'

/** Whether the request comes from a page that has been opened with the key, or none is needed. */
export async function hasKey({ headers }: FastifyRequest, key: PageKey): Promise<boolean> {
  const needed = await key()
  if (needed === null) return true
  const kept = /(?:^|;\s*)chitieu_key=([\w-]+)/.exec(headers.cookie ?? '')?.[1]
  return sameSecret(kept, needed)
}

/**
 * What the address `/?key=…` does: the right key is kept by the browser for this page alone, out of reach of scripts, and
 * the address is freed of it. False where there is no such key in the address.
 */
export async function takesKey(request: FastifyRequest, reply: FastifyReply, key: PageKey): Promise<boolean> {
  const needed = await key()
  const given = new URL(request.url, 'http://page').searchParams.get('key')
  if (needed === null || given === null || !sameSecret(given, needed)) return false
  const cookie = `${COOKIE}=${needed}; Path=/; HttpOnly; SameSite=Lax`
  await reply.header('set-cookie', cookie).header('cache-control', 'no-store').redirect('/', 303)
  return true
}
