import { momentOption, textOption } from './command.ts'
import { dryRun, expected } from './dry-run.ts'
import type { App } from '../app.ts'
import type { Call, Command } from './command.ts'
import { withApp } from './with-app.ts'

export const evaluate: Command = {
  name: 'evaluate',
  usage: 'evaluate [--at ISO] [--json] | --from DAY --to DAY --dry-run | --expect DIR',
  positionals: [0, 0],
  options: {
    at: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    'dry-run': { type: 'boolean' },
    expect: { type: 'string' },
  },
  run: async call => {
    const folder = textOption(call, 'expect')
    if (folder !== undefined) return await expected(call, folder)
    if (call.options['dry-run'] === true) return await dryRun(call)
    if (textOption(call, 'from') ?? textOption(call, 'to'))
      return { status: 'usage', text: call.words.say('cli.from_to') }
    const at = momentOption(call)
    if (at === null) return { status: 'usage', text: call.words.say('cli.at_is_a_moment') }
    return await withApp(call, async app => {
      await noteRun(call, app, 'evaluate')
      const result = await app.evaluate(at)
      const text = call.words.say('cli.evaluated', {
        evaluated: result.evaluated,
        opened: result.opened.length,
        recovered: result.recovered.length,
        queued: result.queued,
      })
      return { status: 'done', text, json: result }
    })
  },
}

export const runJob: Command = {
  name: 'run',
  usage: 'run JOB [--at ISO] [--json]',
  positionals: [1, 1],
  options: { at: { type: 'string' } },
  run: async call => {
    const [name = ''] = call.positionals
    const at = momentOption(call)
    if (at === null) return { status: 'usage', text: call.words.say('cli.at_is_a_moment') }
    return await withApp(call, async app => {
      const job = app.jobs(at).find(one => one.name === name)
      if (!job) {
        const jobs = app.jobs(at).map(one => one.name)
        return { status: 'usage', text: call.words.say('cli.unknown_job', { name, jobs: jobs.join(', ') }) }
      }
      await noteRun(call, app, name)
      await job.run(at, false)
      return { status: 'done', text: call.words.say('cli.job_done', { name }), json: { job: name, at } }
    })
  },
}

/** Keeps in the audit that somebody ran by hand what the schedule runs, and who. */
async function noteRun({ clock }: Call, { db }: Pick<App, 'db'>, job: string): Promise<void> {
  await db.write(async ({ audit }) => {
    await audit.add({ at: clock.now(), action: 'run', object: `job:${job}` })
  })
}
