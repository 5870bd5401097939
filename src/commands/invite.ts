import { invite } from '../bot/invites.ts'
import { readableTime } from './command.ts'
import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

export const inviteMember: Command = {
  name: 'invite',
  usage: 'invite MEMBER [--json]',
  positionals: [1, 1],
  options: {},
  run: async call =>
    await withApp(call, async app => {
      const [member = ''] = call.positionals
      const known = (await app.db.read.catalog.get()).members.some(one => one.member === member)
      if (!known) {
        const sentence = call.words.say('cli.no_such_member', { member })
        return { status: 'refused', text: sentence, json: { error: sentence } }
      }
      const made = await app.db.write(async stores => await invite(stores, member, call.clock.now()))
      const expires = new Date(made.expires).toISOString()
      return {
        status: 'done',
        text: call.words.say('cli.invited', {
          member,
          code: made.code,
          expires: readableTime(call, made.expires),
        }),
        json: { member, code: made.code, expires },
      }
    }),
}
