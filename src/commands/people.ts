import type { App } from '../app.ts'
import { channelMonths } from '../channel-keep.ts'
import { channelsOff } from '../off-channels.ts'
import { closeGroup, endMembership, linkChat, unlinkChat } from '../bot/links.ts'
import { isActive } from '../core/member.ts'
import { addDays } from '../core/period.ts'
import { type ChatRow, isLook } from '../db/stores/chats.ts'
import type { Catalog } from '../db/stores/catalog.ts'
import { channelName } from '../replies/say-link.ts'
import { readableTime } from './command.ts'
import type { Call, Command, Outcome } from './command.ts'
import { passDrafts } from '../watch/pass-drafts.ts'
import { startWatch } from '../watch/watch.ts'
import { withApp } from './with-app.ts'

/** Everybody who belongs to the province, with where each can be reached. */
export const members: Command = {
  name: 'members',
  usage: 'members [--json]',
  positionals: [0, 0],
  options: {},
  run: async call =>
    await withApp(call, async app => {
      const catalog = await app.db.read.catalog.get()
      const linked = Map.groupBy(await ownChats(app), chat => chat.member)
      const { today } = app.moment()
      const off = await channelsOff(app)
      const json = catalog.members.map(one => ({
        ...one,
        active: isActive(one, today),
        chats: (linked.get(one.member) ?? []).map(chat => shown(chat, off)),
      }))
      const lines = json.map(one => {
        const where = one.chats.map(chat => chatText(call, chat)).join('; ')
        const { member, name } = one
        const role = call.words.say(`people.roles.${one.role}`)
        const about = { member, name, role, unit: unitName(catalog, one.unit) }
        if (!one.active) return call.words.say('people.list.left', { ...about, day: one.activeTo ?? '' })
        return where === ''
          ? call.words.say('people.list.unlinked', about)
          : call.words.say('people.list.linked', { ...about, where })
      })
      return { status: 'done', text: lines.join('\n') || call.words.say('people.list.nobody'), json }
    }),
}

/** Every linked chat: whose, where, last seen, reachable or why not; and what each channel has carried this month. */
export const chats: Command = {
  name: 'chats',
  usage: 'chats [--json]',
  positionals: [0, 0],
  options: {},
  run: async call =>
    await withApp(call, async app => {
      const off = await channelsOff(app)
      const json = (await ownChats(app)).map(chat => shown(chat, off))
      const lines = json.map(chat =>
        call.words.say('people.list.chat', {
          id: chat.id,
          member: chat.member ?? '',
          where: chatText(call, chat),
        }),
      )
      const listed = lines.length > 0 ? lines : [call.words.say('people.list.noChats')]
      const groups = await groupLines(app)
      return { status: 'done', text: [...listed, ...groups, ...(await monthLines(app))].join('\n'), json }
    }),
}

/** Every linked chat; what an operator looked at in the test page is no link of anybody. */
async function ownChats({ db }: App): Promise<ChatRow[]> {
  return (await db.read.chats.linked()).filter(chat => !isLook(chat))
}

/** Groups into which digests go, and why none arrives where that is known. */
async function groupLines({ db, words, config }: App): Promise<string[]> {
  const lines: string[] = []
  for (const { chat, unit, by } of await db.read.chats.groups()) {
    const row = await db.read.chats.get(chat)
    const { channel = '', address = '' } = row ?? {}
    const about = { id: chat, unit, by, channel, address }
    const isOff = !config.channels.some(({ name }) => name === channel)
    const why = row?.goneAt !== null ? 'groupGone' : row.mutedAt !== null ? 'muted' : isOff ? 'off' : null
    lines.push(
      why === null
        ? words.say('people.list.group', about)
        : words.say('people.list.groupUnreached', { ...about, why: words.say(`people.reach.${why}`) }),
    )
  }
  return lines
}

async function monthLines(app: App): Promise<string[]> {
  const months = await channelMonths({ ...app, ...app.config }, app.config.channels)
  return months.map(({ channel, counts, people, most }) => {
    const { sent = 0, received = 0, outside_window: outside = 0, templates = 0 } = counts
    const { words } = app
    const parts = [
      most.messages === null
        ? words.say('people.month.messages', { sent, received })
        : words.say('people.month.messagesOf', {
            sent,
            received,
            used: sent + received,
            most: most.messages,
          }),
      most.people === null
        ? words.say('people.month.people', { people })
        : words.say('people.month.peopleOf', { people, most: most.people }),
      outside + templates > 0 ? words.say('people.month.paid', { outside, templates }) : null,
    ]
    return `${channel}: ${parts.filter(part => part !== null).join('; ')}`
  })
}

interface Shown {
  id: number
  channel: string
  address: string
  member: string | null
  linked_at: string | null
  seen_at: string | null
  reachable: boolean
  reason: 'gone' | 'muted' | 'unconfirmed' | 'off' | 'failing' | null
}

function shown(
  { id, channel, address, member, linkedAt, seenAt, ...chat }: ChatRow,
  off: ReadonlyMap<string, number>,
): Shown {
  const reason = whyNot(chat, off.has(channel))
  const times = { linked_at: isoOf(linkedAt), seen_at: isoOf(seenAt) }
  return { id, channel, address, member, ...times, reachable: reason === null, reason }
}

function whyNot(
  chat: Pick<ChatRow, 'goneAt' | 'mutedAt' | 'pending' | 'failingSince'>,
  isOff: boolean,
): Shown['reason'] {
  if (chat.goneAt !== null) return 'gone'
  if (chat.mutedAt !== null) return 'muted'
  if (chat.pending === 'confirm') return 'unconfirmed'
  if (isOff) return 'off'
  return chat.failingSince === null ? null : 'failing'
}

function isoOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

function chatText(call: Call, { channel, seen_at: seenAt, reason }: Shown): string {
  const { words } = call
  const where = channelName(channel, { words })
  const seen = seenAt === null ? '–' : readableTime(call, Date.parse(seenAt))
  const how = words.say(`people.reach.${reason ?? 'ok'}`)
  return words.say('people.list.where', { channel: where, seen, how })
}

/** Links a chat without a code: the operator vouches for it. */
export const link: Command = {
  name: 'link',
  usage: 'link MEMBER CHANNEL ADDRESS [--json]',
  positionals: [3, 3],
  options: {},
  run: async call => {
    const [code = '', channel = '', address = ''] = call.positionals
    return await withApp(call, async app => {
      const member = await memberOf(app, code)
      if (!member) return refused(call.words.say('cli.no_such_member', { member: code }))
      const id = await app.db.write(async stores => {
        const chat = await stores.chats.touch(channel, address)
        await linkChat(stores, chat, member, call.clock.now())
        await stores.outbox.address(code, chat.id, 0)
        return chat.id
      })
      const text = call.words.say('people.list.didLink', { member: code, id })
      return { status: 'done', text, json: { member: code, channel, address, chat: id } }
    })
  },
}

/** Ends the links of a member, or of one chat by its number. */
export const unlink: Command = {
  name: 'unlink',
  usage: 'unlink MEMBER|CHAT [--json]',
  positionals: [1, 1],
  options: {},
  run: async call => {
    const [who = ''] = call.positionals
    return await withApp(call, async app => {
      const linked = await app.db.read.chats.linked()
      const own = linked.filter(chat => chat.member === who)
      const ended = own.length > 0 ? own : linked.filter(chat => String(chat.id) === who)
      const group = (await app.db.read.chats.groups()).find(one => String(one.chat) === who)
      if (ended.length === 0 && group) {
        await app.db.write(async stores => await closeGroup(stores, group.chat, call.clock.now()))
        return {
          status: 'done',
          text: call.words.say('people.list.didClose', { id: group.chat }),
          json: { unlinked: [group.chat] },
        }
      }
      if (ended.length === 0) return refused(call.words.say('people.list.noLink', { who }))
      await app.db.write(async stores => {
        for (const chat of ended) await unlinkChat(stores, chat, call.clock.now())
      })
      const text = call.words.say('people.list.didUnlink', { who, count: ended.length })
      return { status: 'done', text, json: { unlinked: ended.map(chat => chat.id) } }
    })
  },
}

/** Ends a membership at once, with all its links, codes and waiting messages. */
export const leave: Command = {
  name: 'leave',
  usage: 'leave MEMBER [--json]',
  positionals: [1, 1],
  options: {},
  run: async call => {
    const [code = ''] = call.positionals
    return await withApp(call, async app => {
      const member = await memberOf(app, code)
      if (!member) return refused(call.words.say('cli.no_such_member', { member: code }))
      // The last day is the one before: who leaves reads nothing more today.
      const activeTo = addDays(app.moment().today, -1)
      const links = await app.db.write(async stores => {
        const at = call.clock.now()
        await stores.catalog.put('members', new Map([[code, { ...member, activeTo }]]))
        await stores.audit.add({ at, action: 'leave', object: `member:${code}`, before: member.name })
        const ended = await endMembership(stores, code, at)
        await passDrafts(await startWatch(stores, app.moment()))
        return ended
      })
      const text = call.words.say('people.list.didLeave', { name: member.name, count: links })
      return { status: 'done', text, json: { member: code, active_to: activeTo, links } }
    })
  },
}

async function memberOf(app: App, code: string) {
  const { today } = app.moment()
  const { members: all } = await app.db.read.catalog.get()
  return all.find(one => one.member === code && isActive(one, today))
}

function unitName({ units }: Catalog, code: string): string {
  return units.find(unit => unit.code === code)?.name ?? code
}

function refused(text: string): Outcome {
  return { status: 'refused', text, json: { error: text } }
}
