import type { IncomingHttpHeaders } from 'node:http'

const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]']

/**
 * Whether the request was made for this machine by name: a page elsewhere that points its own name at 127.0.0.1
 * (DNS rebinding) is told apart by the Host header.
 */
export function isOwnHost(headers: IncomingHttpHeaders): boolean {
  const name = urlOf(`http://${headers.host ?? ''}`)?.hostname
  return name !== undefined && LOCAL_NAMES.includes(name)
}

/** Whether a browser says that the request comes from a page of this server, or says nothing of it. */
export function isOwnPage(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (headers.origin === undefined) return true
  const origin = urlOf(headers.origin)?.host
  return origin !== undefined && origin === headers.host
}

function urlOf(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null
}
