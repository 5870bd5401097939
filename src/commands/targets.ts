import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { readFigures } from '../answers/figures.ts'
import { readScene } from '../answers/scene.ts'
import type { Scene, Sight } from '../answers/scene.ts'
import type { App } from '../app.ts'
import { yearOf } from '../core/period.ts'
import { assignTargets } from '../core/assign-targets.ts'
import type { Reasoned, TargetReason } from '../core/assign-targets.ts'
import { TargetRulesError } from '../core/target-rules.ts'
import type { TargetRules } from '../core/target-rules.ts'
import { shownTarget } from '../replies/phrases/figure-lines.ts'
import { lowerFirst } from '../replies/phrases/names.ts'
import type { Words } from '../i18n/words.ts'
import { storeTargets } from '../imports/store-targets.ts'
import type { Call, Command, Outcome } from './command.ts'
import { withApp } from './with-app.ts'

const percent = z.number().min(0)
const formula = z.union([
  z.strictObject({ fixed: percent }),
  z.strictObject({ central: percent, below: percent, above: percent }),
])
const nestedFormula = z.union([formula, z.strictObject({ share: percent })])

const nameText = z.string().min(1)

/** Something is given, by phase or by year. */
function isGiven({ phases, years }: { phases?: unknown; years?: unknown }): boolean {
  return phases !== undefined || years !== undefined
}

const nestedRule = z
  .strictObject({
    indicator: nameText,
    phases: z.record(z.string(), nestedFormula).exactOptional(),
    years: z.record(z.string(), nestedFormula).exactOptional(),
  })
  .refine(isGiven, { path: ['phases'] })
const ruleShape = z
  .strictObject({
    indicator: nameText,
    kinds: z.array(z.string()).min(1),
    except: z.array(z.string()).exactOptional(),
    phases: z.record(z.string(), formula).exactOptional(),
    years: z.record(z.string(), formula).exactOptional(),
    within: z.array(nestedRule).exactOptional(),
  })
  .refine(isGiven, { path: ['phases'] })
const rulesFile = z.strictObject({
  campaign: nameText.exactOptional(),
  document: nameText.exactOptional(),
  rules: z.array(ruleShape),
  explicit: z
    .array(
      z.strictObject({
        unit: nameText,
        indicator: nameText,
        target: percent.nullable(),
        phase: z.string().exactOptional(),
        year: z.int().exactOptional(),
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
  const refusal = campaignRefusal(scene, rules, words)
  if (refusal !== null) return refused(refusal)
  const unknown = indicatorsOf(rules).find(code => !scene.indicators.has(code))
  if (unknown !== undefined) return refused(words.say('cli.no_such_code', { code: unknown }))
  try {
    const rows = await rowsOf({ scene, observations: app.db.read.observations }, rules)
    return await keep(app, call, { file, scene }, rows)
  } catch (error) {
    if (!(error instanceof TargetRulesError)) throw error
    const detail = error.problems.map(({ problem, text }) => `${problem}: ${text}`).join('; ')
    return refused(words.say('cli.rules_unreadable', { file, detail }))
  }
}

/** Rules by phases need a campaign, and of several the name of one; null where nothing is wrong. */
function campaignRefusal({ catalog }: Scene, { rules, campaign }: TargetRules, words: Words): string | null {
  const campaigns = [...new Set(catalog.phases.map(phase => phase.campaign))]
  if (campaign !== undefined || !rules.some(rule => rule.phases !== undefined)) return null
  if (campaigns.length === 0) return words.say('cli.no_campaign')
  return campaigns.length > 1 ? words.say('cli.several_campaigns', { campaigns: campaigns.join(', ') }) : null
}

function indicatorsOf({ rules, explicit = [] }: TargetRules): string[] {
  const named = [...rules.flatMap(rule => [rule, ...(rule.within ?? [])]), ...explicit]
  return [...new Set(named.map(one => one.indicator))]
}

/** The rows that the rules give, with the results of the year before as baseline. */
async function rowsOf(sight: Sight, rules: TargetRules): Promise<Reasoned[]> {
  const { catalog, indicators } = sight.scene
  const years = [
    ...catalog.phases.map(phase => Number(phase.from.slice(0, 4))),
    ...rules.rules
      .flatMap(rule => [rule, ...(rule.within ?? [])])
      .flatMap(({ years: of }) => Object.keys(of ?? {}).map(Number)),
  ]
  const results = new Map<string, number | null>()
  for (const year of new Set(years.map(one => one - 1)))
    for (const figure of await readFigures(sight, {
      units: catalog.units.map(unit => unit.code),
      indicators: indicatorsOf(rules),
      window: yearOf(`${year}-01-01`),
      term: null,
    }))
      if (figure.rolledUpFrom === null)
        results.set(`${year}|${figure.unit}|${figure.indicator}`, figure.value)
  return assignTargets(rules, {
    units: catalog.units,
    phases: catalog.phases,
    baseline: (unit, indicator, year) => results.get(`${year}|${unit}|${indicator}`) ?? null,
    max: indicator => indicators.get(indicator)?.max ?? 100,
  })
}

/** Who gets what by which decision and why: a line for each row, for a person. */
function tableOf(words: Words, { tree, indicators, catalog }: Scene, rows: readonly Reasoned[]): string[] {
  const nameOf = (code: string) => lowerFirst(indicators.get(code)?.shortName ?? code)
  return rows.map(({ row, reason }) => {
    const { unit, indicator, campaign, phase, year, target, document } = row
    const named = catalog.phases.find(one => one.campaign === campaign && one.phase === phase)
    const full = indicators.get(indicator)
    return words.say('cli.target_row', {
      unit: tree.byCode.get(unit ?? '')?.name ?? unit ?? '',
      indicator: nameOf(indicator),
      term: named ? lowerFirst(named.phaseName) : words.say('cli.target_year', { year: String(year) }),
      target: target === null || !full ? words.say('cli.no_target') : shownTarget({ words }, full, target),
      document,
      why: whyOf(reason, nameOf, words),
    })
  })
}

function whyOf(reason: TargetReason, nameOf: (indicator: string) => string, words: Words): string {
  if (reason.why === 'within' || reason.why === 'at_most') {
    const { outer, target, share } = reason
    const said = { outer: nameOf(outer), target: words.decimal(target), share: words.decimal(share ?? 0) }
    return words.say(`cli.target_why.${reason.why}`, said)
  }
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

async function keep(
  app: App,
  call: Call,
  { file, scene }: { file: string; scene: Scene },
  reasoned: Reasoned[],
): Promise<Outcome> {
  const dryRun = call.options['dry-run'] === true
  const rows = reasoned.map(({ row }) => row)
  const outcome = await storeTargets(app.db, rows, { file, at: call.clock.now(), dryRun })
  if (!dryRun && outcome.importId !== null) await app.evaluateAfterImport()
  const { added, changed } = outcome
  const counts = { rows: rows.length, added, changed }
  const sum = dryRun ? call.words.say('cli.would_assign', counts) : call.words.say('cli.assigned', counts)
  const text = dryRun ? [...tableOf(call.words, scene, reasoned), sum].join('\n') : sum
  const targets = reasoned.map(
    ({ row: { campaign, phase, year, unit, indicator, target, document }, reason }) => {
      return { campaign, phase, year, unit, indicator, target, document, reason }
    },
  )
  return { status: 'done', text, json: { targets, added, changed, import: outcome.importId } }
}

function refused(text: string): Outcome {
  return { status: 'refused', text, json: { error: text } }
}
