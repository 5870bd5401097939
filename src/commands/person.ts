import { endMembership } from '../bot/links.ts'
import { DAY_MS } from '../core/durations.ts'
import { removeOld } from '../jobs/remove-old.ts'
import { passDrafts } from '../watch/pass-drafts.ts'
import { startWatch } from '../watch/watch.ts'
import { textOption } from './command.ts'
import type { Command, Outcome } from './command.ts'
import { withApp } from './with-app.ts'
import { writeOut } from './write-out.ts'

/** Everything that is kept of one person, as JSON: what the person may ask for. */
export const personExport: Command = {
  name: 'person export',
  usage: 'person export MEMBER [--out FILE.json] [--json]',
  positionals: [1, 1],
  options: { out: { type: 'string' } },
  run: async call => {
    const [code = ''] = call.positionals
    return await withApp(call, async app => {
      const member = (await app.db.read.catalog.get()).members.find(one => one.member === code)
      if (!member) return refused(call.words.say('cli.no_such_member', { member: code }))
      const json = { member, ...(await app.db.read.people.record(code)) }
      const text = JSON.stringify(json, null, 2)
      const out = textOption(call, 'out')
      if (out !== undefined) await writeOut(out, `${text}\n`, true)
      await app.db.write(async ({ audit }) => {
        await audit.add({
          at: call.clock.now(),
          action: 'export',
          object: `member:${code}`,
          after: out ?? null,
        })
      })
      const said = out === undefined ? text : call.words.say('people.person.written', { code, file: out })
      return { status: 'done', text: said, json }
    })
  },
}

/** Ends a membership and forgets the person: name, chats, talk, messages. What was done to alerts, and the audit, stay. */
export const personErase: Command = {
  name: 'person erase',
  usage: 'person erase MEMBER [--json]',
  positionals: [1, 1],
  options: {},
  run: async call => {
    const [code = ''] = call.positionals
    return await withApp(call, async app => {
      const at = call.clock.now()
      const rows = await app.db.write(async stores => {
        const { members } = await stores.catalog.get()
        if (!members.some(one => one.member === code)) return null
        await endMembership(stores, code, at)
        await stores.catalog.put('members', new Map([[code, null]]))
        await passDrafts(await startWatch(stores, app.moment()))
        const forgotten = await stores.people.forget(code)
        await stores.audit.add({ at, action: 'erase', object: `member:${code}`, after: String(forgotten) })
        return forgotten
      })
      if (rows === null) return refused(call.words.say('cli.no_such_member', { member: code }))
      const text = call.words.say('people.person.erased', { code, rows })
      return { status: 'done', text, json: { member: code, rows } }
    })
  },
}

/** Removes what nobody has touched for so many days, whatever the setting `keep_days` says. */
export const purge: Command = {
  name: 'purge',
  usage: 'purge --older-than DAYS [--json]',
  positionals: [0, 0],
  options: { 'older-than': { type: 'string' } },
  run: async call => {
    const days = Number(textOption(call, 'older-than'))
    if (!Number.isInteger(days) || days < 1)
      return { status: 'usage', text: call.words.say('people.person.olderThan') }
    return await withApp(call, async app => {
      const at = call.clock.now()
      const rows = await removeOld(app.db, at - days * DAY_MS)
      await app.db.write(async ({ audit }) => {
        await audit.add({ at, action: 'purge', object: `older_than:${days}`, after: String(rows) })
      })
      return {
        status: 'done',
        text: call.words.say('people.person.purged', { days, rows }),
        json: { days, rows },
      }
    })
  },
}

function refused(text: string): Outcome {
  return { status: 'refused', text, json: { error: text } }
}
