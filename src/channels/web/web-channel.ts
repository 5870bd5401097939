import type { Clock } from '../../lib/clock.ts'
import { errorName } from '../../lib/error-name.ts'
import type { Channel, Delivery, Incoming, Receive } from '../channel.ts'
import { WEB_ABILITIES, WEB_LIMITS } from './abilities.ts'
import { createLiveHistory, type LiveHistory } from './live-history.ts'
import { MAX_INCOMING, type Posted, type PostOutcome, type WebChat, type WebMember } from './web-chat.ts'
import { botLine, personLine } from './web-line.ts'
import type { WebStore } from './web-store.ts'

const RETRY_AFTER_MS = 5_000

export interface WebChannelOptions {
  clock: Clock
  store: WebStore
  /** Who may be chosen. */
  members(): Promise<WebMember[]>
  /** Links the chat at `address` to the member. Called at least once before anything is received from it. */
  onChoose(address: string, member: string): Promise<void>
  /** What the chat says to a text longer than `MAX_INCOMING`. */
  tooLong(): string
}

/** The address of a member's web chat. */
export function webAddress(member: string): string {
  return `member:${member}`
}

/**
 * The web chat: a channel of one's own, for trying out and for operators. What is sent is kept first and then told
 * to every open page of the address, so a page that was closed finds it on reopening.
 */
export function createWebChannel(options: WebChannelOptions): Channel & WebChat {
  const { clock } = options
  const history = createLiveHistory(options)
  const { choose, enter } = createEntry(options)
  const receiving = new Set<Promise<PostOutcome>>()
  let receive: Receive | null = null

  async function take(posted: Posted, into: Receive): Promise<PostOutcome> {
    const { member, id, text, label } = posted
    const address = await enter(member)
    if (!address) return 'unknown_member'
    const isNew = await history.sayOnce(address, personLine(clip(label ?? text), id))
    if (text.length > MAX_INCOMING) {
      if (isNew) await history.say(address, botLine({ blocks: [{ text: options.tooLong() }], choices: [] }))
      return 'too_long'
    }
    await into(incomingOf(posted, address, clock.now()))
    return 'received'
  }

  async function post(posted: Posted): Promise<PostOutcome> {
    if (!receive) return 'closed'
    const taking = take(posted, receive)
    receiving.add(taking)
    return taking.finally(() => receiving.delete(taking))
  }

  return {
    name: 'web',
    abilities: WEB_ABILITIES,
    limits: WEB_LIMITS,
    async start(into) {
      receive = into
    },
    async stop() {
      receive = null
      history.endAll()
      await Promise.allSettled(receiving)
    },
    send: createSend(history, clock),
    callsOf: () => 1,
    isGroup: () => false,
    probe: async () => ({ ok: true }),
    async typing(address) {
      history.tell(address, { kind: 'typing' })
    },
    health: () => ({ ok: receive !== null }),
    members: () => options.members(),
    choose,
    post,
    async open(member, afterId, page) {
      // Looking on links nobody: that is what choosing, and writing, do.
      const known = (await options.members()).some(one => one.member === member)
      return known ? history.open(webAddress(member), afterId, page) : null
    },
    file: (member, id, slot) => options.store.file(webAddress(member), id, slot),
  }
}

/** Never rejects: what could not be kept is to be sent again. */
function createSend(history: LiveHistory, clock: Clock): Channel['send'] {
  return async function send(address, message) {
    try {
      return { outcome: 'sent', messageId: String(await history.say(address, botLine(message), message)) }
    } catch (error) {
      return unwritten(error, clock.now())
    }
  }
}

/** Members choose themselves; whoever was linked by this process is let in without choosing again. */
function createEntry(options: WebChannelOptions) {
  const linked = new Set<string>()

  async function choose(member: string): Promise<WebMember | null> {
    const chosen = (await options.members()).find(one => one.member === member)
    if (!chosen) return null
    const address = webAddress(member)
    await options.onChoose(address, member)
    linked.add(address)
    return chosen
  }

  /** The address of the member's chat; null when there is no such member. */
  async function enter(member: string): Promise<string | null> {
    const address = webAddress(member)
    return linked.has(address) || (await choose(member)) ? address : null
  }

  return { choose, enter }
}

/** What was posted, as the rest of the service reads what any channel brings. */
function incomingOf({ id, text, label }: Posted, address: string, sentAt: number): Incoming {
  return {
    channel: 'web',
    address,
    updateId: `${address}/${id}`,
    kind: label === undefined ? 'text' : 'button',
    text,
    album: null,
    messageId: null,
    sentAt,
    private: true,
  }
}

function unwritten(error: unknown, now: number): Delivery {
  return {
    outcome: 'retry',
    cause: `the web chat's history could not be written (${errorName(error)})`,
    scope: 'unclear',
    afterMs: now + RETRY_AFTER_MS,
    named: false,
    mostTries: null,
    ambiguous: false,
  }
}

/** At most `MAX_INCOMING` UTF-16 units of the text, never half of a character, with a sign that it goes on. */
function clip(text: string): string {
  return text.length <= MAX_INCOMING
    ? text
    : `${text.slice(0, MAX_INCOMING).replace(/[\uD800-\uDBFF]$/, '')}…`
}
