import { describe, expect, it } from 'vitest'
import { sampleProvince } from '../../src/sample/province.ts'
import { STORY } from '../../src/sample/story.ts'
import { sized } from '../sizes.ts'
import { addDays, lastSunday, percent, phaseTwo, read, sundayOf, target } from './reading.ts'
import type { Reading } from './reading.ts'

const AROUND_YEAR_ENDS = [2025, 2026, 2027, 2028].flatMap(year => [
  `${year}-12-31`,
  `${year + 1}-01-01`,
  `${year + 1}-01-03`,
])

/** One day of every week of three years, another weekday each time. */
const EVERY_WEEK = Array.from({ length: 157 }, (_, week) => addDays('2025-12-01', 7 * week + (week % 7)))

/** Days of the sample that are looked at, one of so many weeks: all of them take a while. */
const EACH = sized({ quick: 40, usual: 20, long: 1 })
const DAYS = [...EVERY_WEEK.filter((_, week) => week % EACH === EACH >> 1), ...AROUND_YEAR_ENDS]

interface Scene {
  today: string
  /** The last Sunday, and the one before it. */
  now: string
  before: string
  reading: Reading
}

/** Units with a part, whose lines are looked through again and again: the others are left out. */
const STARS = [
  STORY.province,
  STORY.justFallen.unit,
  STORY.recovered.unit,
  STORY.withinReach.unit,
  STORY.unreachable.unit,
  STORY.noData.unit,
  STORY.stale.unit,
  STORY.noDossiers.unit,
  STORY.exempt.unit,
  ...STORY.tied.units,
]

const scenes: Scene[] = DAYS.map(today => {
  const now = lastSunday(today)
  return { today, now, before: addDays(now, -7), reading: read(sampleProvince(today), STARS) }
})

interface Part {
  unit: string
  indicator: string
}

function value({ reading }: Scene, { unit, indicator }: Part, until: string): number {
  return percent(phaseTwo(reading, unit, indicator, until))
}

function goal({ reading }: Scene, { unit, indicator }: Part): number {
  const assigned = target(reading, unit, indicator)
  if (assigned === null) throw new Error(`${unit} has no target for ${indicator}`)
  return assigned
}

function leads({ reading }: Scene, { unit, member }: { unit: string; member: string }): boolean {
  return reading.members.some(
    row => row['member'] === member && row['unit'] === unit && row['role'] === 'leader',
  )
}

/** Indicators of the unit that are under their target by the last Sunday. */
function under(at: Scene, unit: string): string[] {
  return at.reading.indicators
    .map(row => row['code'] ?? '')
    .filter(indicator => {
      const assigned = target(at.reading, unit, indicator)
      return assigned !== null && value(at, { unit, indicator }, at.now) < assigned
    })
}

/** Dossiers still to come in the phase, by the mean day of the last four weeks; what is needed of them; highest percent. */
function outlook(at: Scene, part: Part): { expected: number; needed: number } {
  const end = at.reading.phases.find(row => row['phase'] === '2')?.['end'] ?? ''
  const daysLeft = (Date.parse(end) - Date.parse(at.today)) / 86_400_000
  const [n, d] = phaseTwo(at.reading, part.unit, part.indicator, at.now)
  const [, old] = phaseTwo(at.reading, part.unit, part.indicator, addDays(at.now, -28))
  const expected = Math.round(((d - old) / 28) * daysLeft)
  return { expected, needed: Math.ceil((goal(at, part) / 100) * (d + expected) - n) }
}

/** Days of loading on which it does not hold. */
function failing(holds: (at: Scene) => boolean): string[] {
  return scenes.filter(at => !holds(at)).map(at => at.today)
}

describe('the story, whenever it is loaded', () => {
  it('has the second phase running and figures up to the last Sunday', () => {
    const fails = failing(({ reading, before, today, now }) => {
      const { start = '', end = '' } = reading.phases.find(row => row['phase'] === '2') ?? {}
      const weeks = reading.observations.map(row => row[2] ?? '').filter(period => period.includes('-W'))
      return start <= before && today < end && weeks.map(sundayOf).toSorted().at(-1) === now
    })
    expect(fails).toEqual([])
    expect(scenes.length).toBeGreaterThan(AROUND_YEAR_ENDS.length)
  })

  it('has a unit that met its target a week ago and is under it now: the only bad news for its leader', () => {
    const part = STORY.justFallen
    expect(failing(at => value(at, part, at.before) >= goal(at, part))).toEqual([])
    expect(failing(at => value(at, part, at.now) < goal(at, part))).toEqual([])
    expect(failing(at => under(at, part.unit).join() === part.indicator)).toEqual([])
    expect(failing(at => leads(at, part))).toEqual([])
  })

  it('has a unit that was under its target a week ago and meets it now, with all others', () => {
    const part = STORY.recovered
    expect(failing(at => value(at, part, at.before) < goal(at, part))).toEqual([])
    expect(failing(at => value(at, part, at.now) >= goal(at, part))).toEqual([])
    expect(failing(at => under(at, part.unit).length === 0)).toEqual([])
    expect(failing(at => leads(at, part))).toEqual([])
  })

  it('has a department that is under one target and can still get there', () => {
    const part = STORY.withinReach
    expect(failing(at => under(at, part.unit).join() === part.indicator)).toEqual([])
    expect(failing(at => leads(at, part))).toEqual([])
    const reaches = (at: Scene): boolean => {
      const { expected, needed } = outlook(at, part)
      return 0 < needed && needed < expected
    }
    expect(failing(reaches)).toEqual([])
  })

  it('has a unit that every dossier still to come would not bring there', () => {
    const fails = failing(at => {
      const { expected, needed } = outlook(at, STORY.unreachable)
      return expected > 0 && needed > expected
    })
    expect(fails).toEqual([])
  })

  it('has a unit with targets that sent nothing, and one that sent nothing of late', () => {
    const { unit } = STORY.noData
    expect(failing(({ reading }) => linesOf(reading, unit).length === 0)).toEqual([])
    expect(failing(({ reading }) => target(reading, unit, 'online_rate') === 60)).toEqual([])
    const fails = failing(({ reading, now }) => {
      const last = linesOf(reading, STORY.stale.unit).at(-1)?.[2] ?? ''
      return sundayOf(last) === addDays(now, -21)
    })
    expect(fails).toEqual([])
  })

  it('has a small unit in which nothing arises that the indicator counts', () => {
    const { unit, indicator } = STORY.noDossiers
    expect(failing(at => phaseTwo(at.reading, unit, indicator, at.now)[1] === 0)).toEqual([])
    expect(failing(at => phaseTwo(at.reading, unit, 'online_rate', at.now)[1] > 20)).toEqual([])
    const sends = ({ reading }: Scene): boolean => linesOf(reading, unit).some(row => row[1] === indicator)
    expect(failing(sends)).toEqual([])
  })

  it('has a unit that the plan leaves out, though it sends figures', () => {
    const { unit } = STORY.exempt
    const free = ({ reading }: Scene): boolean =>
      reading.indicators.every(({ code = '' }) => target(reading, unit, code) === null)
    expect(failing(free)).toEqual([])
    expect(failing(at => phaseTwo(at.reading, unit, 'online_rate', at.now)[1] > 100)).toEqual([])
  })

  it('has two units that share a place', () => {
    const [one, other] = STORY.tied.units.map(unit => ({ unit, indicator: STORY.tied.indicator }))
    if (one === undefined || other === undefined) throw new Error('two units')
    expect(failing(at => value(at, one, at.now) === value(at, other, at.now))).toEqual([])
    expect(failing(at => value(at, one, at.before) > 0)).toEqual([])
  })

  it('finds an old department under its new name', () => {
    const fails = failing(({ reading, today }) => {
      const old = reading.units.find(row => row['code'] === STORY.merged.unit)
      return old?.['merged_into'] === STORY.merged.into && (old['active_to'] ?? '9') < today
    })
    expect(fails).toEqual([])
  })
})

function linesOf(reading: Reading, unit: string): string[][] {
  return reading.observations.filter(row => row[0] === unit)
}
