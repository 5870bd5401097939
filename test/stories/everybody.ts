import { onTestFinished } from 'vitest'
import type { App } from '../../src/app.ts'
import type { Channel, Receive } from '../../src/channels/channel.ts'
import { TELEGRAM_ABILITIES } from '../../src/channels/telegram/abilities.ts'
import type { Command, Outcome } from '../../src/commands/command.ts'
import { inviteMember } from '../../src/commands/invite.ts'
import { plainText } from '../../src/lib/message.ts'
import { createService } from '../../src/service.ts'
import { createVirtualTime } from '../lib/virtual-time.ts'
import { bring, handClock, smallProvince } from './province.ts'
import type { HandClock } from './province.ts'

/** The small province with its service, and everything that anybody there received. */
export interface Everybody {
  app: App
  /** All that is due is answered, sent and written down. */
  settle: () => Promise<void>
  clock: HandClock
  /** What arrived at an address since it was last asked. */
  heard: (address: string) => string[]
  /** How often "typing…" was shown there. */
  typed: (address: string) => number
  /** Somebody writes; all that is due is answered and sent. */
  say: (address: string, text: string, group?: boolean) => Promise<void>
  /** Somebody presses a button under a message of ours. */
  press: (address: string, messageId: string, text: string) => Promise<void>
  /** Somebody writes in a group. */
  sayIn: (group: string, sender: string, text: string) => Promise<void>
  /** Several messages that arrive together. */
  sayAll: (messages: readonly { address: string; text: string }[]) => Promise<void>
  /** A command of the operator, at the time of the story. */
  run: (command: Command, ...positionals: string[]) => Promise<Outcome>
  /** Invites the member; the code. */
  invite: (member: string) => Promise<string>
  /** Links an address to the member by a code, and forgets what was said meanwhile. */
  link: (address: string, member: string) => Promise<void>
}

/** The members of the small province, with somebody who looks after them. */
export const MEMBERS = `member,name,role,unit
gd,Giám đốc Sở GTVT,leader,P-S1
bcd,Ban Chỉ đạo,committee,P
qt,Quản trị tỉnh,admin,P`

/** Starts it at a moment, on one chat app that delivers everything at once. */
export async function everybody(at: string): Promise<Everybody> {
  const clock = handClock(at)
  const { app } = await smallProvince(clock)
  await bring(app, 'members', MEMBERS)
  const chatApp = fakeChatApp()
  const waits = createVirtualTime(clock.now())
  const channels = new Map([['telegram', chatApp.channel]])
  const service = createService(app, { channels, timer: waits.timer })
  onTestFinished(async () => await service.stop())
  await service.start()
  let updates = 0
  const settle = async () => {
    await service.settle()
    // What was sent is written down a moment later.
    await waits.advance(MOMENT_MS)
    await service.settle()
  }
  const sayAll: Everybody['sayAll'] = async messages => {
    await Promise.all(messages.map(({ address, text }) => chatApp.arrive(address, text, ++updates)))
    await settle()
  }
  const people: Everybody = {
    app,
    settle,
    clock,
    heard: chatApp.heard,
    typed: chatApp.typed,
    sayAll,
    async press(address, messageId, text) {
      await chatApp.arrive(address, text, ++updates, { messageId })
      await settle()
    },
    async sayIn(group, sender, text) {
      await chatApp.arrive(group, text, ++updates, { sender })
      await settle()
    },
    async say(address, text, group = false) {
      await chatApp.arrive(address, text, ++updates, group ? { sender: 'ai đó' } : {})
      await settle()
    },
    run: async (command, ...positionals) => await run(app, clock, command, positionals),
    async invite(member) {
      const outcome = await run(app, clock, inviteMember, [member])
      return codeIn(outcome)
    },
    async link(address, member) {
      await people.say(address, await people.invite(member))
      await people.say(address, 'Đúng')
      people.heard(address)
    },
  }
  return people
}

function codeIn(outcome: Outcome): string {
  const said = 'json' in outcome ? JSON.stringify(outcome.json) : ''
  return /"code":"(\w+)"/.exec(said)?.[1] ?? ''
}

async function run(app: App, clock: HandClock, command: Command, positionals: string[]): Promise<Outcome> {
  const { config, words } = app
  const edge = { stdin: (async function* () {})(), print: () => {}, operator: 'lan' }
  return await command.run({ config, words, clock, ...edge, positionals, options: {} })
}

const MOMENT_MS = 10

const nobody: Receive = async () => {}

/** In a group who writes; of a press the message under which it was. */
interface Arriving {
  sender?: string
  messageId?: string
}

function fakeChatApp() {
  const received = new Map<string, string[]>()
  const typing = new Map<string, number>()
  let receive = nobody
  let sent = 0
  const channel: Channel = {
    name: 'telegram',
    abilities: TELEGRAM_ABILITIES,
    limits: { channel: null, chat: null, group: null },
    callsOf: () => 1,
    isGroup: address => address.startsWith('-'),
    probe: async () => ({ ok: true }),
    start: async into => void (receive = into),
    stop: async () => {},
    typing: async address => void typing.set(address, (typing.get(address) ?? 0) + 1),
    health: () => ({ ok: true }),
    async send(address, message) {
      const place = message.onlyReplaces ? `in the place of ${message.replaces}: ` : ''
      received.set(address, [...(received.get(address) ?? []), `${place}${plainText(message)}`])
      return { outcome: 'sent', messageId: String(++sent) }
    },
  }
  return {
    channel,
    typed: (address: string) => typing.get(address) ?? 0,
    heard: (address: string): string[] => {
      const texts = received.get(address) ?? []
      received.delete(address)
      return texts
    },
    arrive: async (address: string, text: string, update: number, { sender, messageId }: Arriving = {}) =>
      await receive({
        channel: 'telegram',
        kind: messageId === undefined ? 'text' : 'button',
        album: null,
        messageId: messageId ?? null,
        address,
        text,
        updateId: String(update),
        sentAt: 0,
        private: sender === undefined,
        ...(sender !== undefined && { sender }),
      }),
  }
}
