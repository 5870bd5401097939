import type { App } from '../app.ts'
import { invite } from '../bot/invites.ts'
import { isActive } from '../core/member.ts'
import type { Member } from '../core/member.ts'
import { invitationsSheet } from '../replies/sheets/invitations-sheet.ts'
import { readableTime, textOption } from './command.ts'
import type { Call, Command, Outcome } from './command.ts'
import { waysTo } from './ways.ts'
import { withApp } from './with-app.ts'
import { expectWritable, writeOut } from './write-out.ts'

/** A one-time code for a member, or for everybody who has no chat yet: one live code for each. */
export const inviteMember: Command = {
  name: 'invite',
  usage: 'invite MEMBER|--all [--out FILE.xlsx] [--json]',
  positionals: [0, 1],
  options: { all: { type: 'boolean' }, out: { type: 'string' } },
  run: async call => {
    const [code] = call.positionals
    const all = call.options['all'] === true
    if ((code === undefined) !== all)
      return { status: 'usage', text: call.words.say('people.list.inviteWhom') }
    return await withApp(call, async app => {
      const invited = await invitedIn(app, code)
      if (invited.length === 0 && code !== undefined) {
        const sentence = call.words.say('cli.no_such_member', { member: code })
        return { status: 'refused', text: sentence, json: { error: sentence } }
      }
      return await inviteAll(app, call, invited)
    })
  },
}

async function activeIn({ db, moment }: Pick<App, 'db' | 'moment'>): Promise<Member[]> {
  const { today } = moment()
  return (await db.read.catalog.get()).members.filter(one => isActive(one, today))
}

/** The member of the code; without one, everybody who has no chat: the test page is nobody's. */
async function invitedIn({ db, moment }: App, code: string | undefined): Promise<Member[]> {
  const active = await activeIn({ db, moment })
  if (code !== undefined) return active.filter(one => one.member === code)
  const own = (await db.read.chats.linked()).filter(({ channel }) => channel !== 'web')
  const linked = new Set(own.map(chat => chat.member))
  return active.filter(one => !linked.has(one.member))
}

async function inviteAll(app: App, call: Call, invited: readonly Member[]): Promise<Outcome> {
  const out = textOption(call, 'out')
  if (out !== undefined) await expectWritable(out)
  const made = await app.db.write(async stores => {
    const codes: Awaited<ReturnType<typeof invite>>[] = []
    for (const { member } of invited) codes.push(await invite(stores, member, call.clock.now()))
    return codes
  })
  const ways = await waysTo(app, await activeIn(app))
  const rows = made.map(({ member, code, expires }) => {
    const way = ways(member)
    const where = { channel: way?.channel ?? null, bot: way?.bot ?? null, link: way?.link(code) ?? null }
    return { member, code, expires: new Date(expires).toISOString(), ...where }
  })
  if (out !== undefined) await writeOut(out, await sheetOf(app, call, rows), true)
  const text =
    out === undefined
      ? rows.map(row => said(call, row)).join('\n') || call.words.say('people.list.nobodyToInvite')
      : call.words.say('people.list.didWrite', { file: out, count: rows.length })
  const full = hasBots(app) && rows.some(({ channel }) => channel === null)
  return {
    status: 'done',
    text: full ? `${text}\n${call.words.say('people.list.noRoom')}` : text,
    json: call.options['all'] === true ? rows : rows[0],
  }
}

interface Invited {
  member: string
  code: string
  expires: string
  channel: string | null
  bot: string | null
  link: string | null
}

function said(call: Call, { member, code, expires, bot, link }: Invited): string {
  const until = readableTime(call, Date.parse(expires))
  const lines = [call.words.say('cli.invited', { member, code, expires: until })]
  if (bot !== null) lines.push(call.words.say('people.list.sendTo', { bot, link: link ?? '' }).trimEnd())
  return lines.join('\n')
}

/** Whether some channel says how it is found. */
function hasBots({ config }: App): boolean {
  return config.channels.some(({ invitation: { name, link } }) => name !== null || link !== null)
}

async function sheetOf(app: App, call: Call, rows: readonly Invited[]): Promise<Uint8Array> {
  const { members, units } = await app.db.read.catalog.get()
  const invitations = rows.map(row => {
    const member = members.find(one => one.member === row.member)
    const unit = units.find(one => one.code === member?.unit)
    const about = { name: member?.name ?? row.member, unitName: unit?.name ?? '' }
    return { ...row, ...about, expires: readableTime(call, Date.parse(row.expires)) }
  })
  return await invitationsSheet(invitations, call.words, app.moment().today)
}
