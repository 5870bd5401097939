import type { App } from '../app.ts'
import { isSame, periodText } from '../core/period.ts'
import { percentOf } from '../core/rounding.ts'
import { readableTime } from './command.ts'
import type { Call, Command, Outcome } from './command.ts'
import { withApp } from './with-app.ts'

/** Every revision of the figures of a unit and an indicator, with the import that brought it and who imported. */
export const history: Command = {
  name: 'history',
  usage: 'history UNIT INDICATOR [--json]',
  positionals: [2, 2],
  options: {},
  run: async call => {
    const [unit = '', indicator = ''] = call.positionals
    return await withApp(call, async app => {
      const { units, indicators } = await app.db.read.catalog.get()
      const known = [...units.map(one => one.code), ...indicators.map(one => one.code)]
      const missing = [unit, indicator].find(code => !known.includes(code))
      if (missing !== undefined) {
        const sentence = call.words.say('cli.no_such_code', { code: missing })
        return { status: 'refused', text: sentence, json: { error: sentence } }
      }
      return await revisions(app, call, unit, indicator)
    })
  },
}

async function revisions({ db }: App, call: Call, unit: string, indicator: string): Promise<Outcome> {
  const { words } = call
  const rows = await db.read.observations.history(unit, indicator)
  const imports = new Map((await db.read.imports.list()).map(one => [one.id, one]))
  const actors = await importers(db, [...new Set(rows.map(row => row.importId))])
  const json = rows.map(({ importId, recordedAt, from, to, ...row }, place) => {
    const next = rows[place + 1]
    return {
      ...row,
      period: periodText({ from, to }),
      import: importId,
      file: imports.get(importId)?.file ?? '',
      actor: actors.get(importId) ?? null,
      recorded_at: new Date(recordedAt).toISOString(),
      replaced: next !== undefined && isSame(next, { from, to }),
    }
  })
  const lines = json.map((row, place) =>
    words.say(row.replaced ? 'cli.history_line_replaced' : 'cli.history_line', {
      period: row.period,
      figure: figureText(call, row),
      at: readableTime(call, rows[place]?.recordedAt ?? 0),
      import: row.import,
      file: row.file,
      actor: row.actor ?? '–',
    }),
  )
  const none = words.say('cli.history_none', { unit, indicator })
  return { status: 'done', text: lines.join('\n') || none, json }
}

/** Who imported, by the number of the import; imports that are older than the audit have nobody. */
async function importers(db: App['db'], ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await db.read.audit.about(ids.map(id => `import:${id}`))
  const made = rows.filter(row => row.action === 'import')
  return new Map(made.map(row => [Number(row.object.slice('import:'.length)), row.actor]))
}

function figureText(
  { words }: Call,
  {
    numerator,
    denominator,
    value,
  }: { numerator: number | null; denominator: number | null; value: number | null },
): string {
  if (numerator === null || denominator === null) return value === null ? '–' : words.decimal(value)
  const counts = `${words.count(numerator)}/${words.count(denominator)}`
  return denominator === 0 ? counts : `${counts} (${words.percent(percentOf(numerator, denominator))})`
}
