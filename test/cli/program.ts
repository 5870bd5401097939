import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'
import { runCli } from '../../src/cli.ts'
import { copyReferenceDatabase } from '../db/reference-database.ts'
import { tempFolder } from '../db/temp-database.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
export const ENTRY = join(ROOT, 'src/chitieu.mjs')
/** Sunday evening of week 20. */
export const EVENING = '2024-05-19T20:00:00+07:00'

/** What a command did. */
export interface Ended {
  status: number
  out: string
  err: string
}

/** An environment with nothing in it but what a program needs. */
export function cleanEnvironment(more: Record<string, string> = {}): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env
  return { PATH, HOME, LOG_LEVEL: 'silent', ...more }
}

/** Runs `chitieu ARGS` as a process of its own, in this environment. */
export async function chitieu(args: readonly string[], environment: Record<string, string>): Promise<Ended> {
  return await new Promise(resolve => {
    const options = { env: cleanEnvironment(environment), cwd: ROOT, maxBuffer: 1 << 26 }
    execFile(process.execPath, [ENTRY, ...args], options, (error, out, err) => {
      resolve({ status: error === null ? 0 : Number(error.code), out, err })
    })
  })
}

/** Runs the same command inside this process: as many as a test needs, without their starts. */
export async function inProcess(
  args: readonly string[],
  environment: Record<string, string>,
  input = '',
): Promise<Ended> {
  let [out, err] = ['', '']
  const status = await runCli(args, {
    env: { LOG_LEVEL: 'silent', ...environment },
    stdin: Readable.from([input]),
    stdout: { write: text => (out += text) },
    stderr: { write: text => (err += text) },
  })
  return { status, out, err }
}

/** The program on a database of its own. */
export interface Program {
  path: string
  run: (...args: string[]) => Promise<Ended>
  /** Runs with `--json` and gives what was printed; throws unless it ended with the status. */
  json: <T>(args: readonly string[]) => Promise<T>
  /** Runs it with these lines on its standard input. */
  fed: (lines: readonly string[], ...args: string[]) => Promise<Ended>
  /** Runs it as a process of its own. */
  start: (...args: string[]) => Promise<Ended>
}

/** The program on the database at this path, with more in its environment. */
export function programOn(path: string, more: Record<string, string> = {}): Program {
  const environment = { DATABASE_URL: `file:${path}`, ...more }
  const run = async (...args: string[]) => await inProcess(args, environment)
  return {
    path,
    run,
    async json<T>(args: readonly string[]): Promise<T> {
      const ended = await run(...args, '--json')
      if (ended.status !== 0) throw new Error(`${ended.status}: ${ended.err}${ended.out}`)
      const value: T = JSON.parse(ended.out)
      return value
    },
    fed: async (lines, ...args) => await inProcess(args, environment, `${lines.join('\n')}\n`),
    start: async (...args) => await chitieu(args, environment),
  }
}

/** The reference province; `copy` gives each test a database of its own. */
export function loadedProvince(): { copy: () => Program } {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-cli-'))
  const path = join(folder, 'province.db')
  beforeAll(async () => await copyReferenceDatabase(path))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    copy() {
      const own = join(tempFolder(), 'province.db')
      copyFileSync(path, own)
      return programOn(own)
    },
  }
}
