import { createApp } from '../app.ts'
import type { BroughtBack } from '../db/sqlite/after-restore.ts'
import { restoreSqlite } from '../db/sqlite/open-sqlite.ts'
import type { Words } from '../i18n/words.ts'
import type { Command, Outcome } from './command.ts'
import { withApp } from './with-app.ts'

/** A consistent copy of the database, while the service runs. */
export const backup: Command = {
  name: 'backup',
  usage: 'backup FILE [--json]',
  positionals: [1, 1],
  options: {},
  run: async call => {
    const [file = ''] = call.positionals
    return await withApp(call, async app => {
      // In the copy, too: whoever reads it later sees when it was made.
      await app.db.write(async ({ audit }) => {
        await audit.add({ at: call.clock.now(), action: 'backup', object: 'database', after: file })
      })
      try {
        await app.db.backup(file)
      } catch (error) {
        const detail = error instanceof Error ? error.message : ''
        return refused(call.words.say('people.ops.backupFails', { file, detail }))
      }
      return { status: 'done', text: call.words.say('people.ops.backedUp', { file }), json: { file } }
    })
  },
}

/** Puts a copy back in the place of the database; refused over a newer one, and while a service has it open. */
export const restore: Command = {
  name: 'restore',
  usage: 'restore FILE [--json]',
  positionals: [1, 1],
  options: {},
  run: async call => {
    const [file = ''] = call.positionals
    const brought = await restoreSqlite(file, call.config.databaseUrl)
    if (typeof brought === 'string') return refused(call.words.say(`people.restore.${brought}`, { file }))
    const by = { name: `operator:${call.operator}`, chat: null }
    const app = await createApp(call.config, { clock: call.clock, words: call.words, by })
    await app.db.write(async ({ audit }) => {
      await audit.add({ at: call.clock.now(), action: 'restore', object: 'database', after: file })
    })
    app.close()
    const text = [call.words.say('people.ops.restored', { file }), ...sayBrought(call.words, brought)].join(
      '\n',
    )
    return { status: 'done', text, json: { file, ...brought } }
  },
}

/** What an operator has to know before the service runs again. */
function sayBrought(words: Words, { waiting, ended, members }: BroughtBack): string[] {
  return [
    ...(ended > 0 ? [words.say('people.ops.restoredEnded', { count: ended })] : []),
    ...(waiting > 0 ? [words.say('people.ops.restoredWaiting', { count: waiting })] : []),
    ...(members.length > 0
      ? [words.say('people.ops.restoredMembers', { count: members.length, members: members.join(', ') })]
      : []),
  ]
}

function refused(text: string): Outcome {
  return { status: 'refused', text, json: { error: text } }
}
