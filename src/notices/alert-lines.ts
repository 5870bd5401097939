import type { Need } from '../answers/answer.ts'
import { gapAndMet, readFigures } from '../answers/figures.ts'
import { withNeed } from '../answers/needs.ts'
import { termToDate } from '../answers/windows.ts'
import type { World } from '../answers/world.ts'
import { termKey } from '../core/campaign.ts'
import type { Term } from '../core/campaign.ts'
import { civilDay } from '../core/moment.ts'
import { daysBetween } from '../core/period.ts'
import { hundredths, round2 } from '../core/rounding.ts'
import { phaseTerm, yearTerm } from '../core/term.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import { NEWS } from './alert-facts.ts'
import type { Correction, NewsFacts, NewsItem } from './alert-facts.ts'
import type { Telling } from './topic.ts'

/** One alert of a message, as it stands at the moment of sending. */
export interface AlertLine {
  what: NewsItem['what']
  unit: string
  term: Term
  indicator: string
  value: number
  target: number
  pace: 'on_track' | 'behind' | null
  /** Civil day since when it stands. */
  since: string
  /** What is still needed by the end of the term, where it is known and asked for. */
  need: Need | null
  /** Value − value that was told last; null when that is not known. */
  changeSinceTold: number | null
  /** The target before the one that stands; null unless this is what is told. */
  targetBefore: number | null
  /** What the unit has written about it. */
  explanation: string | null
}

/** What is true of a message at the moment of sending. */
export interface AlertNews {
  /** In the order in which they are said: the most urgent first, of these the furthest from its target. */
  lines: AlertLine[]
  /** What was told before and is another figure now: each unit and indicator once, the largest difference first. */
  corrections: Correction[]
  /** What fell and recovered while the message waited. */
  gone: number
  over: boolean
  /** Last civil day that the figures cover. */
  dataTo: string | null
  /** Working days after which what is not answered is told above. */
  escalationDays: number
}

/** Longer lists say nothing of what each still needs. */
const MOST_WITH_NEED = 3

/** Of the alerts that facts name those that stand as they say, with today's figures; null when none does. */
export async function newsNow(facts: NewsFacts, telling: Telling): Promise<AlertNews | null> {
  const { scene, observations } = telling
  const units = [...new Set([...facts.items, ...facts.corrections].map(item => item.unit))]
  const rows = await telling.alerts.ofUnits(units.filter(unit => scene.tree.byCode.has(unit)))
  const corrections = shownOnce(facts.corrections)
  const items = facts.items.filter(item => !isSaidBy(scene, corrections, item))
  const found = items.flatMap(item => {
    const row = rows.find(one => isOf(one, item))
    const term = termOf(scene, item.term)
    return row && term && standsAs(row, item) ? [lineOf(telling, row, item, term)] : []
  })
  if (found.length === 0 && corrections.length === 0) return null
  const lines = found.toSorted((a, b) => NEWS.indexOf(a.what) - NEWS.indexOf(b.what) || lack(b) - lack(a))
  const dataTo = units.length === 1 ? (await observations.dataToByUnit(scene.moment)).get(units[0]!) : null
  return {
    lines:
      lines.length > MOST_WITH_NEED ? lines : await Promise.all(lines.map(each => needed(telling, each))),
    corrections,
    gone: facts.gone + items.length - found.length,
    over: facts.over,
    dataTo: dataTo ?? (await observations.dataTo(scene.moment)),
    escalationDays: scene.settings.escalationDays,
  }
}

/**
 * Whether a correction says it already: of what is still open, and of a recovery that was none, as the figure that was told
 * was wrong.
 */
function isSaidBy(world: World, corrections: readonly Correction[], item: NewsItem): boolean {
  const from = termOf(world, item.term)?.from
  const said = corrections.find(
    one =>
      one.of === 'alert' && one.unit === item.unit && one.indicator === item.indicator && one.from === from,
  )
  if (!said || said.now === null) return false
  if (item.what === 'recovered') return gapAndMet(world, item.indicator, said.now, said.target).met === true
  return item.what === 'reminder'
}

/** Of each unit and indicator one, the largest difference first. */
export function shownOnce(corrections: readonly Correction[]): Correction[] {
  const byFigure = Map.groupBy(corrections, ({ unit, indicator }) => `${unit}|${indicator}`)
  const shown = [...byFigure.values()].flatMap(some => some.toSorted(byWeight).slice(0, 1))
  return shown.toSorted((a, b) => moved(b) - moved(a))
}

/** What an alert told before what a digest did, of these the shortest stretch. */
function byWeight(a: Correction, b: Correction): number {
  if (a.of !== b.of) return a.of === 'alert' ? -1 : 1
  return daysBetween(a.from, a.to) - daysBetween(b.from, b.to)
}

function moved({ told, now }: Correction): number {
  return now === null ? Infinity : Math.abs(now - told)
}

/** How far it is from its target, hundredths of points. */
function lack({ value, target }: AlertLine): number {
  return Math.abs(hundredths(target) - hundredths(value))
}

function isOf(row: AlertRow, { unit, term, indicator, episode }: NewsItem): boolean {
  return row.unit === unit && row.term === term && row.indicator === indicator && row.episode === episode
}

/** Whether what was to be told is still so. */
function standsAs({ state, pace, target }: AlertRow, { what, before }: NewsItem): boolean {
  if (what === 'changed') return target !== before
  if (what === 'recovered') return state === 'recovered'
  if (what === 'behind' || what === 'escalated') return state === 'below' && pace === 'behind'
  return state === 'below'
}

function lineOf({ scene }: Telling, row: AlertRow, { what, before }: NewsItem, term: Term): AlertLine {
  const { unit, indicator, value, target, pace, explanation } = row
  const isChange = what === 'changed'
  return {
    what,
    unit,
    term,
    indicator,
    value,
    target,
    pace,
    explanation,
    need: null,
    since: civilDay(row.openedAt, scene.moment.zone),
    changeSinceTold: isChange || before === null ? null : round2(value - before),
    targetBefore: isChange ? before : null,
  }
}

async function needed(telling: Telling, line: AlertLine): Promise<AlertLine> {
  const { unit, indicator, term } = line
  const { today } = telling.scene.moment
  if (line.pace === null || line.what === 'escalated' || today > term.to) return line
  const window = termToDate(term, today)
  const [figure] = await readFigures(telling, { units: [unit], indicators: [indicator], window, term })
  if (!figure) return line
  return { ...line, need: (await withNeed(telling, figure, term)).need ?? null }
}

/** The phase or year that a stored key names, or null when it is there no more. */
export function termOf(world: World, key: string): Term | null {
  const phase = world.catalog.phases.map(phaseTerm).find(term => termKey(term) === key)
  return phase ?? (/^\d{4}$/.test(key) ? yearTerm(Number(key), '') : null)
}
