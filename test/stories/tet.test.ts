import { expect, test } from 'vitest'
import { isDayOff } from '../../src/core/holidays.ts'
import { civilDay, momentAt } from '../../src/core/moment.ts'
import { alert } from '../../src/notices/alert.ts'
import { everybody } from './everybody.ts'
import type { Everybody } from './everybody.ts'
import { Random } from '../reference/random.ts'
import { bring } from './province.ts'
import { sized } from '../sizes.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const DAY = 86_400_000
const MINUTE = 60_000

/** The first day of the lunar year, as it was announced. */
const TET = { 2024: '2024-02-10', 2025: '2025-01-29', 2026: '2026-02-17', 2027: '2027-02-06' }
const YEARS = sized({ quick: [2025], usual: [2026], long: [2024, 2025, 2026, 2027] } as const)
const SEEDS = sized({ quick: 1, usual: 1, long: 5 })

/** A department with a leader who has a chat, in a campaign that runs from the first day of the year. */
async function newYear(year: number, to = `${year}-03-31`): Promise<Everybody> {
  const people = await everybody(`${year}-01-02T08:00:00+07:00`)
  await bring(
    people.app,
    'campaigns',
    `campaign,name,phase,phase_name,start,end,document\nXD,Chiến dịch xuân,1,Giai đoạn xuân,${year}-01-01,${to},1/KH`,
  )
  await bring(
    people.app,
    'targets',
    'campaign,phase,unit,indicator,target,document\nXD,1,P-S1,online_rate,60,1/KH',
  )
  await people.link('an', 'gd')
  return people
}

/** Figures of any day come at any minute of the weeks around Tết, and every day is looked at in its morning. */
function happenings(year: keyof typeof TET, random: Random): { at: number; online: number | null }[] {
  const tet = Date.parse(`${TET[year]}T00:00:00+07:00`)
  const mornings = Array.from({ length: 32 }, (_, at) => tet + (at - 15) * DAY + 390 * MINUTE)
  const brought = Array.from({ length: 24 }, () => tet + random.whole(-15 * 1440, 17 * 1440 - 1) * MINUTE)
  return [
    { at: tet - 16 * DAY + 600 * MINUTE, online: 30 },
    ...mornings.map(at => ({ at, online: null })),
    ...brought.map(at => ({ at, online: random.whole(20, 100) })),
  ].toSorted((a, b) => a.at - b.at)
}

async function live(people: Everybody, { at, online }: { at: number; online: number | null }): Promise<void> {
  people.clock.set(new Date(at).toISOString())
  if (online === null) await people.app.evaluate()
  else {
    const day = civilDay(at - DAY, ZONE)
    const rows = ['P-S1', 'P-S2'].map(unit => `${unit},online_rate,${day},${online},100,,`)
    const head = 'unit,indicator,period,numerator,denominator,value,note'
    await bring(people.app, 'observations', [head, ...rows].join('\n'))
  }
  await people.settle()
}

/** The same in so many days from one of the year on, with so many imports at any minute, day and night. */
function ofDays(from: string, days: number, random: Random): { at: number; online: number | null }[] {
  const start = Date.parse(`${from}T00:00:00+07:00`)
  const mornings = Array.from({ length: days }, (_, at) => start + at * DAY + 390 * MINUTE)
  const brought = Array.from(
    { length: Math.ceil(days / 3) },
    () => start + random.whole(0, days * 1440 - 1) * MINUTE,
  )
  return [
    ...mornings.map(at => ({ at, online: null })),
    ...brought.map(at => ({ at, online: random.whole(20, 100) })),
  ].toSorted((a, b) => a.at - b.at)
}

/** Rows that were dropped although what they told of still stood. */
async function lost({ app }: Everybody, seen: Set<number>): Promise<unknown[]> {
  const rows = (await app.db.read.outbox.list('withdrawn')).filter(
    row => row.topic === 'alert' && !seen.has(row.id),
  )
  const [now] = await app.db.read.alerts.ofUnits(['P-S1'])
  for (const row of rows) seen.add(row.id)
  const falls = rows.filter(row =>
    alert.read(row.facts)?.items.some(item => item.what === 'fell' || item.what === 'first'),
  )
  return now?.state === 'below' ? falls : []
}

test.each(YEARS.flatMap(year => Array.from({ length: SEEDS }, (_, seed) => ({ year, seed }))))(
  'around Tết $year, seed $seed: nothing is sent on a day off or at night; all that is held is sent or has passed by itself',
  async ({ year, seed }) => {
    const people = await newYear(year)
    people.heard('an')
    const seen = new Set<number>()
    const sentAt: number[] = []
    const gone: unknown[] = []
    for (const one of happenings(year, new Random(100 * year + seed))) {
      await live(people, one)
      sentAt.push(...people.heard('an').map(() => one.at))
      gone.push(...(await lost(people, seen)))
    }
    const { app } = people
    const { holidays } = await app.db.read.catalog.get()
    const wrong = sentAt.filter(at => {
      const { today, minute } = momentAt(at, ZONE)
      return isDayOff(today, holidays) || minute < 390 || minute >= 1_260
    })
    expect(wrong.map(at => new Date(at).toISOString())).toEqual([])
    const days = sentAt.map(at => Math.floor((at - Date.parse(`${TET[year]}T00:00:00+07:00`)) / DAY))
    expect(days.filter(day => day >= -1 && day <= 3)).toEqual([])
    expect(sentAt.length).toBeGreaterThan(0)
    expect(gone).toEqual([])
    // The last happening is a working morning: nothing of alerts waits any more.
    people.clock.set(`${year}-04-01T09:00:00+07:00`)
    await people.settle()
    const waiting = await app.db.read.outbox.list('queued', 'held')
    expect(waiting.filter(row => row.topic === 'alert' && row.member === 'gd')).toEqual([])
  },
  300_000,
)

/** A Saturday that is worked, and the Monday that is free instead; the table of holidays decides. */
const SWAPPED = { off: '08-31', work: '08-22' }
const SLICES = sized({
  quick: [{ year: 2026, from: '2026-08-20', days: 8 }],
  usual: [{ year: 2026, from: '2026-08-20', days: 14 }],
  long: [2024, 2025, 2026, 2027].map(year => ({ year, from: `${year}-01-02`, days: 363 })),
})

test.each(SLICES)(
  'in $days days from $from: nothing on Tết, weekends, free days and at night; what was held was told or has passed by itself',
  async ({ year, from, days }) => {
    const people = await newYear(year, `${year}-12-31`)
    const { app } = people
    await bring(
      app,
      'holidays',
      `date,name,kind\n${year}-${SWAPPED.off},Nghỉ hoán đổi,off\n${year}-${SWAPPED.work},Làm bù,work`,
    )
    people.heard('an')
    const seen = new Set<number>()
    const sentAt: number[] = []
    const gone: unknown[] = []
    for (const one of ofDays(from, days, new Random(year))) {
      await live(people, one)
      sentAt.push(...people.heard('an').map(() => one.at))
      gone.push(...(await lost(people, seen)))
    }
    const { holidays } = await app.db.read.catalog.get()
    const wrong = sentAt.filter(at => {
      const { today, minute } = momentAt(at, ZONE)
      return isDayOff(today, holidays) || minute < 390 || minute >= 1_260
    })
    expect(wrong.map(at => new Date(at).toISOString())).toEqual([])
    expect(sentAt.map(at => civilDay(at, ZONE))).not.toContain(`${year}-${SWAPPED.off}`)
    expect(sentAt.length).toBeGreaterThan(0)
    expect(gone).toEqual([])
    const last = Date.parse(`${from}T09:00:00+07:00`) + days * DAY
    people.clock.set(new Date(last + 5 * DAY).toISOString())
    await people.settle()
    const waiting = await app.db.read.outbox.list('queued', 'held')
    const untold = waiting.filter(
      row => row.topic === 'alert' && row.member === 'gd' && row.notBefore <= last,
    )
    expect(untold).toEqual([])
  },
  900_000,
)
