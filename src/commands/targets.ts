import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { readFigures } from '../answers/figures.ts'
import { readScene } from '../answers/scene.ts'
import type { Sight } from '../answers/scene.ts'
import type { App } from '../app.ts'
import { yearOf } from '../core/period.ts'
import { assignTargets, targetReason, TargetRulesError } from '../core/target-rules.ts'
import type { TargetReason, TargetRules } from '../core/target-rules.ts'
import type { TargetRow } from '../core/target.ts'
import { storeTargets } from '../imports/store-targets.ts'
import type { Call, Command, Outcome } from './command.ts'
import { withApp } from './with-app.ts'

const percent = z.number().min(0)
const formula = z.union([
  z.strictObject({ fixed: percent }),
  z.strictObject({ central: percent, below: percent, above: percent }),
])
const rulesFile = z.strictObject({
  campaign: z.string().min(1).exactOptional(),
  rules: z.array(
    z.strictObject({
      indicator: z.string().min(1),
      kinds: z.array(z.string()).min(1),
      except: z.array(z.string()).exactOptional(),
      phases: z.record(z.string(), formula),
    }),
  ),
  explicit: z
    .array(
      z.strictObject({
        unit: z.string().min(1),
        indicator: z.string().min(1),
        target: percent.nullable(),
        phase: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
})

/** Computes targets from rules and last year's results, and stores them unless it is a dry run. */
export const assign: Command = {
  name: 'targets assign',
  usage: 'targets assign RULES.json [--dry-run] [--json]',
  positionals: [1, 1],
  options: { 'dry-run': { type: 'boolean' } },
  run: async call => {
    const [file = ''] = call.positionals
    const text = await readFile(file, 'utf8').catch(() => null)
    if (text === null) return refused(call.words.say('cli.no_such_file', { path: file }))
    const read = parseRules(text)
    if (!read.ok)
      return refused(call.words.say('cli.rules_unreadable', { file: basename(file), detail: read.detail }))
    return await withApp(call, async app => await assignIn(app, call, basename(file), read.rules))
  },
}

function parseRules(text: string): { ok: true; rules: TargetRules } | { ok: false; detail: string } {
  try {
    const parsed = rulesFile.safeParse(JSON.parse(text))
    if (parsed.success) return { ok: true, rules: parsed.data }
    const [issue] = parsed.error.issues
    return { ok: false, detail: issue ? issue.path.join('.') : '' }
  } catch {
    return { ok: false, detail: 'JSON' }
  }
}

async function assignIn(app: App, call: Call, file: string, rules: TargetRules): Promise<Outcome> {
  const { words } = call
  const scene = await readScene(app.db.read, app.moment())
  const campaigns = [...new Set(scene.catalog.phases.map(phase => phase.campaign))]
  const campaign = rules.campaign ?? campaigns[0]
  if (campaign === undefined) return refused(words.say('cli.no_campaign'))
  if (campaigns.length > 1 && rules.campaign === undefined) {
    return refused(words.say('cli.several_campaigns', { campaigns: campaigns.join(', ') }))
  }
  const unknown = rules.rules.find(rule => !scene.indicators.has(rule.indicator))
  if (unknown) return refused(words.say('cli.no_such_code', { code: unknown.indicator }))
  try {
    const rows = await rowsOf({ scene, observations: app.db.read.observations }, { ...rules, campaign })
    return await keep(app, call, file, rows)
  } catch (error) {
    if (!(error instanceof TargetRulesError)) throw error
    const detail = error.problems.map(({ problem, text }) => `${problem}: ${text}`).join('; ')
    return refused(words.say('cli.rules_unreadable', { file, detail }))
  }
}

/** A row with why the unit got it. */
interface Reasoned {
  row: TargetRow
  reason: TargetReason
}

/** The rows that the rules give, with the results of the year before the campaign as baseline. */
async function rowsOf(sight: Sight, rules: TargetRules): Promise<Reasoned[]> {
  const { catalog, indicators, moment } = sight.scene
  const phases = catalog.phases.filter(phase => phase.campaign === rules.campaign)
  const start = phases.map(phase => phase.from).toSorted()[0] ?? moment.today
  const figures = await readFigures(sight, {
    units: catalog.units.map(unit => unit.code),
    indicators: [...new Set(rules.rules.map(rule => rule.indicator))],
    window: yearOf(`${Number(start.slice(0, 4)) - 1}-01-01`),
    term: null,
  })
  const baseline = new Map(
    figures
      .filter(figure => figure.rolledUpFrom === null)
      .map(figure => [`${figure.unit}|${figure.indicator}`, figure.value]),
  )
  const baselineOf = (unit: string, indicator: string) => baseline.get(`${unit}|${indicator}`) ?? null
  const max = (indicator: string) => indicators.get(indicator)?.max ?? 100
  const rows = assignTargets(rules, { units: catalog.units, phases, baseline: baselineOf, max })
  const kinds = new Map(catalog.units.map(unit => [unit.code, unit.kind]))
  return rows.map(row => {
    const { unit, indicator } = row
    const known = {
      kind: kinds.get(unit ?? '') ?? '',
      baseline: baselineOf(unit ?? '', indicator),
      max: max(indicator),
    }
    return { row, reason: targetReason(rules, row, known) }
  })
}

/** Who gets what and why: a line for each row, for a person. */
function tableOf({ words }: Call, rows: readonly Reasoned[]): string[] {
  return rows.map(({ row: { unit, indicator, phase, target }, reason }) =>
    words.say('cli.target_row', {
      unit: unit ?? '',
      indicator,
      phase: phase ?? '',
      target: target === null ? '–' : words.decimal(target),
      why: whyOf(reason, words),
    }),
  )
}

function whyOf(reason: TargetReason, words: Call['words']): string {
  if (reason.why !== 'below' && reason.why !== 'above') return words.say(`cli.target_why.${reason.why}`)
  const { baseline, central, added } = reason
  if (baseline === null)
    return words.say('cli.target_why.unknown', {
      central: words.decimal(central),
      added: words.decimal(added),
    })
  const numbers = {
    baseline: words.decimal(baseline),
    central: words.decimal(central),
    added: words.decimal(added),
  }
  return words.say(`cli.target_why.${reason.why}`, numbers)
}

async function keep(app: App, call: Call, file: string, reasoned: Reasoned[]): Promise<Outcome> {
  const dryRun = call.options['dry-run'] === true
  const rows = reasoned.map(({ row }) => row)
  const outcome = await storeTargets(app.db, rows, { file, at: call.clock.now(), dryRun })
  if (!dryRun && outcome.importId !== null) await app.evaluateAfterImport()
  const { added, changed } = outcome
  const counts = { rows: rows.length, added, changed }
  const sum = dryRun ? call.words.say('cli.would_assign', counts) : call.words.say('cli.assigned', counts)
  const text = dryRun ? [...tableOf(call, reasoned), sum].join('\n') : sum
  const targets = reasoned.map(({ row: { campaign, phase, unit, indicator, target, document }, reason }) => {
    return { campaign, phase, unit, indicator, target, document, reason }
  })
  return { status: 'done', text, json: { targets, added, changed, import: outcome.importId } }
}

function refused(text: string): Outcome {
  return { status: 'refused', text, json: { error: text } }
}
