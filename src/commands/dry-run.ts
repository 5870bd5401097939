import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { isDay } from '../core/period.ts'
import { openDatabase } from '../db/open-database.ts'
import type { Database } from '../db/stores/database.ts'
import { loadFolder } from '../imports/load-folder.ts'
import { tellingsOf } from '../watch/dry-run.ts'
import type { Telling } from '../watch/dry-run.ts'
import { textOption } from './command.ts'
import type { Call, Outcome } from './command.ts'
import { sayProblems } from './say-problem.ts'
import { withApp } from './with-app.ts'

/** Who would have been told what on each day of a stretch. */
export async function dryRun(call: Call): Promise<Outcome> {
  const [from, to] = [textOption(call, 'from') ?? '', textOption(call, 'to') ?? '']
  if (!isDay(from) || !isDay(to) || from > to) return { status: 'usage', text: call.words.say('cli.from_to') }
  return await withApp(call, async app => {
    const tellings = await tellingsOf(app.db, { from, to, zone: call.config.timeZone, words: call.words })
    const lines = tellings.map(one => call.words.say('cli.telling', { ...one, text: firstLine(one.text) }))
    const text = [...lines, call.words.say('cli.tellings', { count: tellings.length })].join('\n')
    return { status: 'done', text, json: { from, to, messages: tellings } }
  })
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}

/** Compares what would be told with what a folder expects: its own series where it has some, else the database. */
export async function expected(call: Call, folder: string): Promise<Outcome> {
  const file = join(folder, 'expected.csv')
  if (!existsSync(file)) return refused(call.words.say('cli.no_such_file', { path: file }))
  const rows = readExpected(readFileSync(file, 'utf8'))
  if (rows === null)
    return refused(call.words.say('cli.expected_unreadable', { file, columns: COLUMNS.join(',') }))
  if (!existsSync(join(folder, 'units.csv')))
    return await withApp(call, async app => await compare(call, app.db, rows))
  const place = mkdtempSync(join(tmpdir(), 'chitieu-expect-'))
  const db = await openDatabase(`file:${join(place, 'series.db')}`)
  try {
    const problems = (await loadFolder(db, folder, call.clock.now())).flatMap(one =>
      one.ok ? [] : one.problems,
    )
    if (problems.length > 0) return refused(sayProblems(call.words, problems).join('\n'))
    return await compare(call, db, rows)
  } finally {
    db.close()
    rmSync(place, { recursive: true, force: true })
  }
}

const COLUMNS = ['day', 'member', 'what', 'unit', 'indicator'] as const

/** Rows of `expected.csv` as one text each; null where it is none. */
function readExpected(text: string): string[] | null {
  try {
    const records: Record<string, string>[] = parse(text, {
      columns: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
    })
    const [head] = parse(text, { bom: true, trim: true, to: 1 })
    if (!head || !COLUMNS.every(name => head.includes(name))) return null
    return records.map(record => COLUMNS.map(name => record[name] ?? '').join(','))
  } catch {
    return null
  }
}

/** What is told, in rows as the file has them: one for each alert, one for a message about none. */
function rowsOf(tellings: readonly Telling[]): string[] {
  return tellings.flatMap(({ day, member, topic, about }) =>
    about.length === 0
      ? [`${day},${member},${topic},,`]
      : about.map(({ what, unit, indicator }) => `${day},${member},${what},${unit},${indicator}`),
  )
}

async function compare(call: Call, db: Database, rows: readonly string[]): Promise<Outcome> {
  const { words } = call
  const days = rows.map(row => row.slice(0, 10)).toSorted()
  const { phases } = await db.read.catalog.get()
  const known = phases.flatMap(phase => [phase.from, phase.to]).toSorted()
  const from = textOption(call, 'from') ?? [days[0], known[0]].filter(day => day !== undefined).toSorted()[0]
  const to =
    textOption(call, 'to') ??
    [days.at(-1), known.at(-1)]
      .filter(day => day !== undefined)
      .toSorted()
      .at(-1)
  if (from === undefined || to === undefined || !isDay(from) || !isDay(to))
    return { status: 'usage', text: words.say('cli.from_to') }
  const found = rowsOf(await tellingsOf(db, { from, to, zone: call.config.timeZone, words }))
  const missing = rows.filter(row => !found.includes(row))
  const unexpected = found.filter(row => !rows.includes(row))
  const json = { from, to, expected: rows.length, missing, unexpected }
  if (missing.length + unexpected.length === 0)
    return { status: 'done', text: words.say('cli.as_expected', { count: rows.length, from, to }), json }
  const lines = [...missing.map(row => `- ${row}`), ...unexpected.map(row => `+ ${row}`)]
  const counts = { missing: missing.length, unexpected: unexpected.length }
  return { status: 'refused', text: [words.say('cli.not_expected', counts), ...lines].join('\n'), json }
}

function refused(text: string): Outcome {
  return { status: 'refused', text, json: { error: text } }
}
