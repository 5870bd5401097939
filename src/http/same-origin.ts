import type { IncomingHttpHeaders } from 'node:http'

const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]']

/**
 * Whether the request was made for this server by name: a page elsewhere that points its own name at 127.0.0.1
 * (DNS rebinding) is told apart by the Host header. `publicUrl` is the address of the server outside, if it has one.
 */
export function isOwnHost(headers: IncomingHttpHeaders, publicUrl: string | null): boolean {
  const name = hostOf(`http://${headers.host ?? ''}`)?.hostname
  return name !== undefined && (LOCAL_NAMES.includes(name) || name === hostOf(publicUrl)?.hostname)
}

/** Whether a browser says that the request comes from a page of this server, or says nothing of it. */
export function isOwnPage(headers: IncomingHttpHeaders, publicUrl: string | null): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (headers.origin === undefined) return true
  const origin = hostOf(headers.origin)?.host
  return origin !== undefined && (origin === headers.host || origin === hostOf(publicUrl)?.host)
}

function hostOf(url: string | null): URL | null {
  return url !== null && URL.canParse(url) ? new URL(url) : null
}
