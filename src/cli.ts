import { parseArgs } from 'node:util'
import { DatabaseFailsError } from './app.ts'
import { commands } from './commands/commands.ts'
import type { Call, Command, Outcome } from './commands/command.ts'
import { readConfig } from './config.ts'
import { createWords } from './i18n/words.ts'
import { systemClock } from './lib/clock.ts'

/** Exit status of a command: done, refused (nothing changed), wrong usage or a wrong environment. */
const DONE = 0
const REFUSED = 1
const USAGE = 2

/** Runs one command with its arguments; the environment, the clock and the streams are this process's. Returns the exit status. */
export async function runCli(args: readonly string[]): Promise<number> {
  const words = createWords('vi')
  // Whoever reads our output may stop reading, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  const command = findCommand(args)
  if (!command) {
    process.stderr.write(`${words.say('cli.usage')}\n${commands.map(usageLine).join('\n')}\n`)
    return args[0] === '--help' || args[0] === 'help' ? DONE : USAGE
  }
  const given = parsed(command, args)
  if (!given) {
    process.stderr.write(`${words.say('cli.usage')}\n${usageLine(command)}\n`)
    return USAGE
  }
  const read = readConfig(process.env)
  if (!read.ok) {
    for (const { variable, code } of read.problems) {
      process.stderr.write(`${words.say(`config.${code}`, { variable })}\n`)
    }
    return USAGE
  }
  const { positionals, values: options } = given
  const call = { config: read.config, words, clock: systemClock, positionals, options }
  const outcome = await command.run(call).catch((error: unknown) => unusable(error, call))
  return report(outcome, options['json'] === true)
}

/** A database or a port that the configuration names and that cannot be used, as a sentence; other errors are thrown on. */
function unusable(error: unknown, { config, words }: Call): Outcome {
  if (error instanceof DatabaseFailsError) {
    const url = config.databaseUrl
    return { status: 'usage', text: words.say('cli.database_fails', { url, detail: error.message }) }
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return { status: 'usage', text: words.say('cli.port_taken', { port: config.port }) }
  }
  throw error
}

function findCommand(args: readonly string[]): Command | undefined {
  const named = commands.filter(command =>
    command.name.split(' ').every((word, index) => args[index] === word),
  )
  return named.toSorted((a, b) => b.name.length - a.name.length)[0]
}

function parsed(command: Command, args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: args.slice(command.name.split(' ').length),
      options: { ...command.options, json: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    })
    const [least, most] = command.positionals
    return positionals.length >= least && positionals.length <= most ? { values, positionals } : null
  } catch {
    return null
  }
}

function usageLine(command: Command): string {
  return `  chitieu ${command.usage}`
}

function report(outcome: Outcome, json: boolean): number {
  if (outcome.status === 'usage') {
    process.stderr.write(`${outcome.text}\n`)
    return USAGE
  }
  if (outcome.status === 'refused') {
    process.stderr.write(`${outcome.text}\n`)
    if (json) process.stdout.write(`${JSON.stringify(outcome.json)}\n`)
    return REFUSED
  }
  if (json) process.stdout.write(`${JSON.stringify(outcome.json)}\n`)
  else if (outcome.text !== '') process.stdout.write(`${outcome.text}\n`)
  return DONE
}
