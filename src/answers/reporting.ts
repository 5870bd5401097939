import { hasCome } from '../core/arrival.ts'
import { belongs, counts } from '../core/observe.ts'
import { addDays, daysIn } from '../core/period.ts'
import { type Rhythm, rhythmOf } from '../core/rhythm.ts'
import { isActive } from '../core/unit-tree.ts'
import type { Window } from '../core/window.ts'
import { keeper } from './kept.ts'
import { mainIndicatorOf } from './main-indicator.ts'
import type { Sight } from './scene.ts'

/** How far back rows say in which rhythm, and who, reports, days. */
const REACH_DAYS = 400
/** So many of the newest rows say the rhythm. */
const NEWEST = 600

/** How one indicator is reported in the province, as it is seen at the moment. */
export interface Reporting {
  rhythm: Rhythm
  /** Last day that its figures cover, today at the latest; null without any. */
  lastDay: string | null
  /** Whether at least half of the units that report have a row in the stretch (the rules, "Late data"). */
  hasCome: (stretch: Window) => boolean
}

interface Row extends Window {
  unit: string
}

const keep = keeper<Reporting>()

/** How the indicator is reported: its rhythm, how far its figures reach, and whether a period has come. */
export async function reportingOf(sight: Sight, indicator: string): Promise<Reporting> {
  return await keep(sight, indicator, async () => {
    const { moment } = sight.scene
    const window = { from: addDays(moment.today, -REACH_DAYS), to: addDays(moment.today, 31) }
    const found = await sight.observations.inWindow({ indicators: [indicator], window })
    const rows = found
      .filter(row => counts(row, moment))
      .map(({ unit, from, to }) => ({ unit, from, to }))
      .toSorted((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0))
    const newest = rows[0]?.to ?? null
    return {
      rhythm: rhythmOf(rows.slice(0, NEWEST)),
      lastDay: newest === null || newest < moment.today ? newest : moment.today,
      hasCome: remembered(stretch => cameTo(sight, rows, stretch)),
    }
  })
}

/** The same of each stretch asked for again: an evaluation asks of one for every unit. */
function remembered(come: (stretch: Window) => boolean): (stretch: Window) => boolean {
  const known = new Map<string, boolean>()
  return stretch => {
    const key = `${stretch.from}|${stretch.to}`
    const found = known.get(key) ?? come(stretch)
    known.set(key, found)
    return found
  }
}

/** The rhythm of the province: that of its main indicator. */
export async function provinceRhythm(sight: Sight): Promise<Rhythm> {
  const codes = sight.scene.catalog.indicators.map(one => one.code)
  const main = mainIndicatorOf(sight.scene, codes)
  return main === null ? rhythmOf([]) : (await reportingOf(sight, main)).rhythm
}

function cameTo({ scene }: Sight, rows: readonly Row[], stretch: Window): boolean {
  const reporting = new Set<string>()
  const withRow = new Set<string>()
  for (const row of rows) {
    const unit = scene.tree.byCode.get(row.unit)
    if (!unit || !isActive(unit, stretch.to)) continue
    reporting.add(row.unit)
    if (belongs(row, stretch) && daysIn(row) <= daysIn(stretch)) withRow.add(row.unit)
  }
  return hasCome(withRow.size, reporting.size)
}
