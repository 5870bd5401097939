import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { App } from '../app.ts'
import { importFile, importWork } from '../imports/import-file.ts'
import { loadFolder } from '../imports/load-folder.ts'
import { listImports, undoImport } from '../imports/undo-import.ts'
import { IMPORT_KINDS } from '../imports/outcome.ts'
import { stayLean } from '../lib/lean.ts'
import type { ImportOutcome } from '../imports/outcome.ts'
import type { Problem } from '../imports/problem.ts'
import type { ImportRequest } from '../imports/request.ts'
import type { Words } from '../i18n/words.ts'
import type { Consequences } from '../watch/consequences.ts'
import type { Verdicts } from '../watch/verdicts.ts'
import { sayConsequences } from './say-consequences.ts'
import { readableTime, textOption } from './command.ts'
import { kindsToType, sayProblems } from './say-problem.ts'
import type { Call, Command, Outcome } from './command.ts'
import { withApp } from './with-app.ts'

export const load: Command = {
  name: 'load',
  usage: 'load DIR [--json]',
  positionals: [1, 1],
  options: {},
  run: async call => {
    const [directory = ''] = call.positionals
    const found = await stat(directory).catch(() => null)
    if (!found?.isDirectory()) return refused(call.words.say('cli.no_such_folder', { path: directory }), [])
    return await withApp(call, async app => {
      const before = await app.verdicts()
      const outcomes = await loadFolder(app.db, directory, call.clock.now())
      const done = { outcomes, consequences: await afterImports(app, outcomes), before }
      return await reportImports(call, app, done)
    })
  },
}

/** A file of so many bytes holds tens of thousands of rows, packed or not. */
const LARGE = 500_000

export const importOne: Command = {
  name: 'import',
  usage:
    'import [KIND] FILE [--profile NAME] [--sheet NAME] [--period P] [--unit UNIT] [--column WORDS] [--fractions] [--accept-spelling] [--dry-run] [--json]',
  positionals: [1, 2],
  options: {
    profile: { type: 'string' },
    sheet: { type: 'string' },
    period: { type: 'string' },
    unit: { type: 'string' },
    column: { type: 'string' },
    fractions: { type: 'boolean' },
    'accept-spelling': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  run: async call => {
    const [kind, file = ''] =
      call.positionals.length === 1 ? [undefined, call.positionals[0]] : call.positionals
    if (kind !== undefined && !IMPORT_KINDS.some(one => one === kind)) {
      return {
        status: 'usage',
        text: call.words.say('cli.unknown_kind', { kind, kinds: kindsToType(call.words) }),
      }
    }
    const bytes = await readFile(file).catch(() => null)
    if (!bytes) return refused(call.words.say('cli.no_such_file', { path: file }), [])
    if (bytes.length > LARGE) stayLean()
    return await withApp(call, async app => {
      const request = { ...requestOf(call), file: basename(file), bytes, ...(kind !== undefined && { kind }) }
      return await reportImports(call, app, await importOrTry(app, request))
    })
  },
}

/** What the options of the command say of how a file is to be read. */
function requestOf(call: Call): Omit<ImportRequest, 'kind' | 'file' | 'bytes'> {
  const [profile, sheet, period, unit, column] = ['profile', 'sheet', 'period', 'unit', 'column'].map(name =>
    textOption(call, name),
  )
  return {
    at: call.clock.now(),
    dryRun: call.options['dry-run'] === true,
    fractions: call.options['fractions'] === true,
    acceptSpelling: call.options['accept-spelling'] === true,
    ...(profile !== undefined && { profile }),
    ...(sheet !== undefined && { sheet }),
    ...(period !== undefined && { period }),
    ...(unit !== undefined && { unit }),
    ...(column !== undefined && { column }),
  }
}

export const listAllImports: Command = {
  name: 'imports',
  usage: 'imports [--json]',
  positionals: [0, 0],
  options: {},
  run: async call =>
    await withApp(call, async app => {
      const imports = await listImports(app.db)
      const lines = imports.map(one =>
        call.words.say(one.undoneAt === null ? 'cli.import_line' : 'cli.import_line_undone', {
          id: one.id,
          kind: one.kind,
          file: one.file,
          rows: one.rows,
          added: one.added,
          changed: one.changed,
          at: readableTime(call, one.at),
        }),
      )
      const text = lines.length > 0 ? lines.join('\n') : call.words.say('cli.no_imports')
      return { status: 'done', text, json: imports }
    }),
}

export const undo: Command = {
  name: 'undo',
  usage: 'undo ID [--json]',
  positionals: [1, 1],
  options: {},
  run: async call => {
    const id = Number(call.positionals[0])
    if (!Number.isInteger(id) || id < 1)
      return { status: 'usage', text: call.words.say('cli.id_is_a_number') }
    return await withApp(call, async app => {
      const outcome = await undoImport(app.db, id, call.clock.now())
      if (!outcome.ok) return refused(problemText(call.words, outcome.problems), outcome.problems)
      await app.evaluateAfterImport()
      return { status: 'done', text: call.words.say('cli.undone', { id }), json: { undone: id } }
    })
  },
}

/** Imports one file, or tries it: what would follow of it is worked out and taken back. */
async function importOrTry(app: App, request: ImportRequest): Promise<Done> {
  const before = await app.verdicts()
  if (request.dryRun !== true) {
    const outcome = await importFile(app.db, request)
    return { outcomes: [outcome], consequences: await afterImports(app, [outcome]), before }
  }
  const work = await importWork(app.db, { ...request, dryRun: false })
  if (typeof work !== 'function') {
    const outcome = work.ok ? { ...work, dryRun: true } : work
    return { outcomes: [outcome], consequences: null, before }
  }
  const { result, consequences } = await app.foresee(work)
  if (!result.ok) return { outcomes: [result], consequences: null, before }
  const tried: ImportOutcome = { ...result, importId: null, dryRun: true }
  return { outcomes: [tried], consequences, before }
}

interface Done {
  outcomes: readonly ImportOutcome[]
  /** Null where nothing was, or would be, stored. */
  consequences: Consequences | null
  /** How all units stood before. */
  before: Verdicts
}

async function afterImports(app: App, outcomes: readonly ImportOutcome[]): Promise<Consequences | null> {
  const isStored = outcomes.some(outcome => outcome.ok && outcome.importId !== null)
  return isStored && outcomes.every(outcome => outcome.ok) ? await app.evaluateAfterImport() : null
}

async function reportImports(
  call: Call,
  app: App,
  { outcomes, consequences, before }: Done,
): Promise<Outcome> {
  const problems = outcomes.flatMap(outcome => (outcome.ok ? [] : outcome.problems))
  if (problems.length > 0) return refused(problemText(call.words, problems), problems)
  const lines = outcomes.flatMap(outcome => (outcome.ok ? [importText(call.words, outcome)] : []))
  const { units } = await app.db.read.catalog.get()
  const follows = consequences === null ? [] : sayConsequences(call, consequences, { units, before })
  const [first, ...others] = outcomes
  const json = first !== undefined && others.length === 0 ? { ...first, consequences } : outcomes
  return { status: 'done', text: [...lines, ...follows].join('\n'), json }
}

function importText(words: Words, outcome: ImportOutcome & { ok: true }): string {
  const { file, rows, added, changed, unchanged } = outcome
  const key = outcome.dryRun
    ? 'cli.would_import'
    : outcome.importId === null
      ? 'cli.nothing_new'
      : 'cli.imported'
  const line = words.say(key, { file, rows, added, changed, unchanged })
  return [line, ...sayProblems(words, [...outcome.notes, ...outcome.warnings]).map(each => `  ${each}`)].join(
    '\n',
  )
}

function problemText(words: Words, problems: readonly Problem[]): string {
  return sayProblems(words, problems).join('\n')
}

function refused(text: string, problems: readonly Problem[]): Outcome {
  return { status: 'refused', text, json: { problems } }
}
