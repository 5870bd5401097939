import { expect, test } from 'vitest'
import { civilDay } from '../../src/core/moment.ts'
import { nextOpening } from '../../src/core/working-time.ts'
import { NO_NEWS, withNews } from '../../src/notices/alert-facts.ts'
import type { NewsItem } from '../../src/notices/alert-facts.ts'
import { Random } from '../reference/random.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const MINUTE = 60_000
const RULES = {
  timeZone: ZONE,
  quiet: { from: '21:00', to: '06:30' },
  workingDaysOnly: true,
  holidays: [],
}

/** Days on which nobody works, as they were announced: the first three of Tết, Giỗ Tổ, and those of the sun's calendar. */
const FREE: Record<number, readonly string[]> = {
  2024: ['2024-02-10', '2024-02-11', '2024-02-12', '2024-04-18'],
  2025: ['2025-01-29', '2025-01-30', '2025-01-31', '2025-04-07'],
  2026: ['2026-02-17', '2026-02-18', '2026-02-19', '2026-04-26'],
  2027: ['2027-02-06', '2027-02-07', '2027-02-08', '2027-04-16'],
}
const EVERY_YEAR = ['01-01', '04-30', '05-01', '09-02']
const ALERTS = ['A', 'B', 'C']

/** What becomes of an alert at a moment: it falls below its target, or recovers. */
interface Turn {
  at: number
  unit: string
  isBelow: boolean
}

/** Each alert turns at random minutes, day and night, some thirty times a year. */
function turnsOf(year: number, random: Random): Turn[] {
  const from = Date.parse(`${year}-01-01T00:00:00+07:00`)
  const turns = ALERTS.flatMap(unit => {
    const minutes = Array.from({ length: 60 }, () => random.whole(0, 365 * 1440 - 1)).toSorted(
      (a, b) => a - b,
    )
    return minutes.map((minute, index) => ({ at: from + minute * MINUTE, unit, isBelow: index % 2 === 0 }))
  })
  return turns.toSorted((a, b) => a.at - b.at)
}

/** Turns in the messages that hold them: the first turn decides when the window opens. */
function held(turns: readonly Turn[]): { opens: number; turns: Turn[] }[] {
  const messages: { opens: number; turns: Turn[] }[] = []
  for (const turn of turns) {
    const last = messages.at(-1)
    if (last && turn.at < last.opens) last.turns.push(turn)
    else messages.push({ opens: nextOpening(turn.at, RULES), turns: [turn] })
  }
  return messages
}

function itemOf({ unit, isBelow }: Turn, value: number): NewsItem {
  const what = isBelow ? 'fell' : 'recovered'
  return { what, unit, term: 'CD/1', indicator: 'x', episode: 1, value, before: null, to: null }
}

test.each([2024, 2025, 2026, 2027])(
  'all that is held in %i ends as told or as counted, and nothing is told on a day off or at night',
  year => {
    const random = new Random(year)
    const told = new Map<string, NewsItem>()
    const isTold = (unit: string) => told.has(unit) && told.get(unit)?.what !== 'recovered'
    for (const { opens, turns } of held(turnsOf(year, random))) {
      const day = civilDay(opens, ZONE)
      const wall = new Date(opens + 7 * 60 * MINUTE).toISOString().slice(11, 16)
      expect([0, 6]).not.toContain(new Date(`${day}T00:00:00Z`).getUTCDay())
      expect([...(FREE[year] ?? []), ...EVERY_YEAR.map(one => `${year}-${one}`)]).not.toContain(day)
      expect(wall >= '06:30' && wall < '21:00').toBe(true)
      // Who knows of no fall learns of none that is over; who knows of one learns how it stands.
      const over = ALERTS.filter(unit => !isTold(unit)).flatMap(unit =>
        turns.filter(turn => turn.unit === unit && !turn.isBelow),
      )
      const facts = turns.reduce(
        (waiting, turn) =>
          withNews(
            waiting,
            [itemOf(turn, random.whole(0, 1_000_000))],
            item => told.get(item.unit)?.value ?? null,
          ),
        NO_NEWS,
      )
      expect(facts.gone).toBe(over.length)
      for (const item of facts.items) told.set(item.unit, item)
      const turned = new Map(turns.map(turn => [turn.unit, turn.isBelow]))
      expect([...turned.keys()].map(isTold)).toEqual([...turned.values()])
    }
    expect(told.size).toBe(ALERTS.length)
  },
)

function changed(before: number, target: number): NewsItem {
  const about = { unit: 'A', term: 'CD/1', indicator: 'x', episode: 1, value: 40, to: null }
  return { ...about, what: 'changed', before, target }
}

/** What waits to be told after all that. */
function waits(...news: NewsItem[]): NewsItem[] {
  return news.reduce((all, item) => withNews(all, [item], () => 40), NO_NEWS).items
}

test('a target that was changed and changed back before anybody heard of it is not told, one that went on is told as one change', () => {
  expect(waits(changed(60, 70), changed(70, 60))).toEqual([])
  expect(waits(changed(60, 70), changed(70, 80))).toEqual([changed(60, 80)])
  expect(waits(changed(60, 70), changed(70, 60), changed(60, 35))).toEqual([changed(60, 35)])
  const fell = itemOf({ at: 0, unit: 'A', isBelow: true }, 40)
  expect(waits(fell, changed(60, 70))).toEqual([{ ...changed(60, 70), what: 'fell', before: null }])
})
