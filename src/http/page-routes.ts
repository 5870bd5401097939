import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasKey, type PageKey, takesKey } from './page-key.ts'
import { isOwnHost } from './same-origin.ts'
import type { PageWords } from './page-words.ts'

export interface PageRouteOptions {
  words: PageWords
  pageKey: PageKey
  /** IANA time zone in which the page shows times. */
  timeZone: string
  /** Longest text that may be sent, in UTF-16 units. */
  maxText: number
}

interface StaticFile {
  url: string
  type: string
  body: Buffer | string
  cache: string
}

const PAGE = new URL('./page/', import.meta.url)
const TYPES = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
])
const FONTS = ['400Regular/BeVietnamPro_400Regular', '600SemiBold/BeVietnamPro_600SemiBold'] as const

/** The chat page at `/` and what it is made of, read once, from memory after that. */
export function pageRoutes(app: FastifyInstance, options: PageRouteOptions): void {
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    if (isOwnHost(request.headers)) return undefined
    return reply.code(403).type('text/plain; charset=utf-8').send(options.words.refusals.wrongHost)
  })
  for (const file of [indexFile(options), ...pageFiles(), ...FONTS.map(fontFile)]) {
    const etag = `"${createHash('sha256').update(file.body).digest('base64url').slice(0, 22)}"`
    const onRequest = file.url === '/' ? [gate(options)] : []
    app.get(file.url, { onRequest }, async (request, reply) => {
      reply.header('etag', etag).header('cache-control', file.cache)
      return request.headers['if-none-match'] === etag
        ? reply.code(304).send()
        : reply.type(file.type).send(file.body)
    })
  }
}

/** Lets in who has the key, takes it from the address, and tells everybody else where it is. */
function gate({ pageKey, words }: PageRouteOptions) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (await takesKey(request, reply, pageKey)) return reply
    if (await hasKey(request, pageKey)) return undefined
    return reply
      .code(401)
      .header('cache-control', 'no-store')
      .type('text/plain; charset=utf-8')
      .send(words.refusals.locked)
  }
}

/** The scripts, styles and signs of the page's folder. */
function pageFiles(): StaticFile[] {
  return readdirSync(PAGE).flatMap(name => {
    const type = TYPES.get(extname(name))
    const url = `/page/${name}`
    return type ? [{ url, type, body: readFileSync(new URL(name, PAGE)), cache: 'no-cache' }] : []
  })
}

function fontFile(path: string): StaticFile {
  const body = readFileSync(new URL(import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${path}.ttf`)))
  const url = `/page/fonts/${path.slice(path.indexOf('/') + 1)}.ttf`
  return { url, type: 'font/ttf', body, cache: 'public, max-age=604800' }
}

function indexFile({ words, timeZone, maxText }: PageRouteOptions): StaticFile {
  const data = { locale: words.locale, timeZone, maxText, words: words.page }
  const html = readFileSync(new URL('index.html', PAGE), 'utf8')
    .replaceAll(/\{\{([\w.]+)\}\}/g, (_all, path: string) => escapeHtml(wordAt(words, path)))
    .replace('<!--data-->', () => JSON.stringify(data).replaceAll('<', '\\u003c'))
  return { url: '/', type: 'text/html; charset=utf-8', body: html, cache: 'no-cache' }
}

/** The word at a path like `page.pick.title`. Throws for a path that leads to none, when the server is made. */
function wordAt(words: PageWords, path: string): string {
  let at: unknown = words
  for (const key of path.split('.')) at = new Map(Object.entries(at ?? {})).get(key)
  if (typeof at !== 'string') throw new Error(`index.html names the word ${path}, which does not exist`)
  return at
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
