import { writeFile } from 'node:fs/promises'
import { pino } from 'pino'
import type { App } from '../app.ts'
import { invite } from '../bot/invites.ts'
import { createChannels } from '../channel-parts.ts'
import { isActive } from '../core/member.ts'
import type { Member } from '../core/member.ts'
import { systemTimer } from '../lib/timer.ts'
import { invitationsSheet } from '../replies/sheets/invitations-sheet.ts'
import { readableTime, textOption } from './command.ts'
import type { Call, Command, Outcome } from './command.ts'
import { withApp } from './with-app.ts'

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

/** The member of the code; without one, everybody who has no chat. */
async function invitedIn({ db, moment }: App, code: string | undefined): Promise<Member[]> {
  const { today } = moment()
  const active = (await db.read.catalog.get()).members.filter(one => isActive(one, today))
  if (code !== undefined) return active.filter(one => one.member === code)
  const linked = new Set((await db.read.chats.linked()).map(chat => chat.member))
  return active.filter(one => !linked.has(one.member))
}

async function inviteAll(app: App, call: Call, invited: readonly Member[]): Promise<Outcome> {
  const made = await app.db.write(async stores => {
    const codes: Awaited<ReturnType<typeof invite>>[] = []
    for (const { member } of invited) codes.push(await invite(stores, member, call.clock.now()))
    return codes
  })
  const link = await startLink(app)
  const rows = made.map(({ member, code, expires }) => {
    return { member, code, expires: new Date(expires).toISOString(), link: link(code) }
  })
  const out = textOption(call, 'out')
  if (out !== undefined) await writeFile(out, await sheetOf(app, call, rows), { mode: 0o600 })
  const lines = made.map(({ member, code, expires }) => {
    const said = call.words.say('cli.invited', { member, code, expires: readableTime(call, expires) })
    const url = link(code)
    return url === null ? said : `${said}\n${url}`
  })
  const written =
    out === undefined ? [] : [call.words.say('people.list.didWrite', { file: out, count: rows.length })]
  const text =
    out === undefined ? lines.join('\n') || call.words.say('people.list.nobodyToInvite') : written.join('\n')
  return { status: 'done', text, json: call.options['all'] === true ? rows : rows[0] }
}

/** How a link to the bot is made: the platform is asked once who the bot is; null where none tells. */
async function startLink(app: App): Promise<(word: string) => string | null> {
  const log = pino({ level: 'silent' })
  const { channels } = createChannels(app, { log, timer: systemTimer, due: () => {} })
  for (const channel of channels.values()) {
    if (channel.startLink === undefined) continue
    await channel.probe()
    return word => channel.startLink?.(word) ?? null
  }
  return () => null
}

async function sheetOf(
  app: App,
  call: Call,
  rows: readonly { member: string; code: string; expires: string; link: string | null }[],
): Promise<Uint8Array> {
  const { members, units } = await app.db.read.catalog.get()
  const invitations = rows.map(row => {
    const member = members.find(one => one.member === row.member)
    const unit = units.find(one => one.code === member?.unit)
    const about = { name: member?.name ?? row.member, unitName: unit?.name ?? '' }
    return { ...row, ...about, expires: readableTime(call, Date.parse(row.expires)) }
  })
  return await invitationsSheet(invitations, call.words, app.moment().today)
}
