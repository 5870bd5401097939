import { parseArgs } from 'node:util'
import { DatabaseFailsError } from './app.ts'
import { commands } from './commands/commands.ts'
import type { Call, Command, Outcome } from './commands/command.ts'
import { NotWrittenError } from './commands/write-out.ts'
import { readConfig } from './config.ts'
import type { Environment } from './config.ts'
import { createWords, localeNamed } from './i18n/words.ts'
import { systemClock } from './lib/clock.ts'
import { visibleText } from './lib/visible-text.ts'

/** Exit status of a command: done, refused (nothing changed), wrong usage or a wrong environment. */
const DONE = 0
const REFUSED = 1
const USAGE = 2

/** Where a command finds its environment and says what it did: a process, as far as it is used. */
export interface Surroundings {
  env: Environment
  stdin: AsyncIterable<string | Uint8Array>
  stdout: { write: (text: string) => unknown }
  stderr: { write: (text: string) => unknown }
}

/** Runs one command with its arguments. Returns the exit status; rejects only for what nobody foresaw. */
export async function runCli(args: readonly string[], around: Surroundings): Promise<number> {
  const words = createWords(localeNamed(around.env['CHITIEU_LOCALE']))
  const command = await findCommand(args)
  if (!command) {
    const help = args[0] === '--help' || args[0] === 'help'
    const all = await Promise.all(Object.values(commands).map(async load => await load()))
    const usage = [words.say('cli.usage'), ...all.map(usageLine)]
    ;(help ? around.stdout : around.stderr).write(`${usage.join('\n')}\n`)
    return help ? DONE : USAGE
  }
  const given = parsed(command, args)
  if (!given) {
    around.stderr.write(`${words.say('cli.usage')}\n${usageLine(command)}\n`)
    return USAGE
  }
  const read = readConfig(around.env)
  if (!read.ok) {
    for (const { variable, code } of read.problems) {
      around.stderr.write(`${words.say(`config.${code}`, { variable })}\n`)
    }
    return USAGE
  }
  const { positionals, values: options } = given
  const print = (line: string) => around.stdout.write(`${line}\n`)
  const edge = { clock: systemClock, stdin: around.stdin, print }
  const operator = operatorIn(around.env)
  const call = { config: read.config, words, ...edge, operator, positionals, options }
  const outcome = await command.run(call).catch((error: unknown) => unusable(error, call))
  return report(outcome, options['json'] === true, around)
}

/** Whose account it is, behind a `sudo` too. */
function operatorIn(env: Environment): string {
  return env['SUDO_USER'] || env['LOGNAME'] || env['USER'] || 'unknown'
}

/** A database or a port that the configuration names and that cannot be used, as a sentence; other errors are thrown on. */
function unusable(error: unknown, { config, words }: Call): Outcome {
  if (error instanceof DatabaseFailsError) {
    const url = config.databaseUrl
    return { status: 'usage', text: words.say('cli.database_fails', { url, detail: error.message }) }
  }
  if (error instanceof NotWrittenError) {
    const text = words.say('cli.not_written', { path: error.path })
    return { status: 'refused', text, json: { problems: [] } }
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return { status: 'usage', text: words.say('cli.port_taken', { port: config.port }) }
  }
  throw error
}

async function findCommand(args: readonly string[]): Promise<Command | undefined> {
  const named = Object.keys(commands).filter(name =>
    name.split(' ').every((word, index) => args[index] === word),
  )
  const [longest] = named.toSorted((a, b) => b.length - a.length)
  return longest === undefined ? undefined : await commands[longest]?.()
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

function report(outcome: Outcome, json: boolean, { stdout, stderr }: Surroundings): number {
  if (outcome.status === 'printed') return DONE
  if (outcome.status !== 'done') stderr.write(`${visibleText(outcome.text)}\n`)
  if (outcome.status === 'usage') return USAGE
  if (json) stdout.write(`${JSON.stringify(outcome.json)}\n`)
  else if (outcome.status === 'done' && outcome.text !== '') stdout.write(`${visibleText(outcome.text)}\n`)
  return outcome.status === 'done' ? DONE : REFUSED
}
