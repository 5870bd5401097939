import type { ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { startLocalServer } from '../channels/http-server.ts'

export const TOKEN = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'
const CHAT = 5_000_001

/** A Bot API that can keep a message on its way until it is let through, for what happens to the service meanwhile. */
export interface HoldingTelegram {
  root: string
  /** Texts that arrived, in order. */
  arrived: string[]
  /** Messages that are held now. */
  held: () => number
  /** From now on messages are held. */
  hold: () => void
  /** Messages pass again; those that are held arrive, or with `lose` are forgotten. */
  release: (lose?: 'lose') => void
  /** Updates for the bot in one batch: texts by update id. */
  push: (...texts: [id: number, text: string][]) => void
}

export async function startHoldingTelegram(): Promise<HoldingTelegram> {
  const arrived: string[] = []
  const updates: { update_id: number; message: object }[] = []
  let holding = false
  let held: (() => void)[] = []
  let poll: (() => void) | null = null

  const deliver = (text: string, response: ServerResponse) => {
    arrived.push(text)
    answer(response, { message_id: arrived.length, date: 1, chat: { id: CHAT, type: 'private' } })
  }
  const getUpdates = (offset: number, response: ServerResponse) => {
    while ((updates[0]?.update_id ?? offset) < offset) updates.shift()
    if (updates.length > 0) return answer(response, updates)
    poll = () => {
      poll = null
      answer(response, updates)
    }
    response.on('close', () => (poll = null))
  }
  const server = await startLocalServer((request, body, response) => {
    const method = /^\/bot[^/]+\/(\w+)$/.exec(request.url ?? '')?.[1]
    const params: { offset?: number; text?: string } = body.length > 0 ? JSON.parse(body.toString()) : {}
    if (method === 'getUpdates') return getUpdates(params.offset ?? 0, response)
    if (method !== 'sendMessage') return answer(response, true)
    const text = params.text ?? ''
    if (holding) held.push(() => deliver(text, response))
    else deliver(text, response)
  })
  onTestFinished(() => server.close())
  return {
    root: server.root,
    arrived,
    held: () => held.length,
    hold: () => void (holding = true),
    release(lose) {
      holding = false
      if (lose === undefined) for (const letThrough of held) letThrough()
      held = []
    },
    push(...texts) {
      const from = { id: CHAT, is_bot: false, first_name: 'Hoa' }
      const more = { message_id: 1, date: 1_716_120_000, from, chat: { id: CHAT, type: 'private' } }
      for (const [id, text] of texts) updates.push({ update_id: id, message: { ...more, text } })
      poll?.()
    },
  }
}

function answer(response: ServerResponse, result: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, result }))
}
