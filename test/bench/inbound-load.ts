import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

/** What came of sending updates to a webhook. */
export interface Arrivals {
  /** Milliseconds until each was acknowledged. */
  ms: number[]
  /** Updates that were answered with anything but 200. */
  refused: number
  /** Processor time of the receiver meanwhile, milliseconds. */
  cpuMs: number
}

export interface Load {
  url: string
  path: string
  pid: number
  secret: string
  chats: number
  aSecond: number
  seconds: number
}

/** As many connections as Telegram opens to a webhook. */
const CONNECTIONS = 40
const TICK_MS = 5

/** Sends updates at a steady rate, chats in turn, whether earlier ones have been acknowledged or not. */
export async function load(given: Load): Promise<Arrivals> {
  const { aSecond, seconds, pid, chats } = given
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const arrivals: Arrivals = { ms: [], refused: 0, cpuMs: 0 }
  const all: Promise<void>[] = []
  const cpu = processorMs(pid)
  const began = performance.now()
  for (let sent = 0; sent < aSecond * seconds;) {
    const due = Math.min(aSecond * seconds, ((performance.now() - began) / 1_000) * aSecond)
    for (; sent < due; sent++) all.push(one(given, agent, update(sent, 1_000_000 + (sent % chats)), arrivals))
    await new Promise(resolve => setTimeout(resolve, TICK_MS))
  }
  arrivals.cpuMs = processorMs(pid) - cpu
  await Promise.all(all)
  agent.destroy()
  return arrivals
}

async function one(
  { url, path, secret }: Load,
  agent: Agent,
  body: string,
  arrivals: Arrivals,
): Promise<void> {
  const began = performance.now()
  const status = await new Promise<number>(resolve => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-telegram-bot-api-secret-token': secret,
    }
    const asked = request(`${url}${path}`, { agent, method: 'POST', headers }, answer => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    asked.on('error', () => resolve(0))
    asked.end(body)
  })
  arrivals.ms.push(performance.now() - began)
  if (status !== 200) arrivals.refused++
}

function update(number: number, chat: number): string {
  const date = Math.floor(Date.now() / 1_000)
  const message = {
    message_id: number + 1,
    date,
    chat: { id: chat, type: 'private' },
    from: { id: chat, is_bot: false, first_name: 'An' },
    text: 'tỷ lệ trực tuyến của tôi',
  }
  return JSON.stringify({ update_id: 1_000 + number, message })
}

/** User and system time of a process, milliseconds; 0 where the system does not tell. */
function processorMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}
