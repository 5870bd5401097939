import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { weekReported } from '../../src/answers/digest-window.ts'
import { DAY_MS, HOUR_MS } from '../../src/core/durations.ts'
import { civilDay, momentAt } from '../../src/core/moment.ts'
import { addDays } from '../../src/core/period.ts'
import type { DigestPreference } from '../../src/db/stores/subscriptions.ts'
import { createScheduler } from '../../src/jobs/scheduler.ts'
import { watchJobs } from '../../src/jobs/watch-jobs.ts'
import { digest, isStillWanted } from '../../src/notices/digest.ts'
import { followPreference } from '../../src/watch/follow-preference.ts'
import { createMemoryLog } from '../channels/memory-log.ts'
import { sized } from '../sizes.ts'
import { handClock } from '../stories/province.ts'
import { watchedProvince } from './watched-province.ts'

const HANOI = 'Asia/Ho_Chi_Minh'
const START = Date.parse('2024-05-12T19:00:00+07:00')
const MEMBERS = ['bcd', 'b2', 'b3']

/** The committees of a province, whose reports are queued by the schedule and taken as sent when they are due. */
async function reporting() {
  const { db, ...province } = await watchedProvince()
  const rows = MEMBERS.slice(1).map(member => `${member},Ủy viên ${member},committee,P`)
  await province.import('members', ['member,name,role,unit', ...rows].join('\n'), '2024-05-05T08:00')
  await province.week('2024-W18', { 'P-X1.online': 70 }, '2024-05-05T08:00')
  const clock = handClock('2024-05-06T08:00:00+07:00')
  const log = createMemoryLog()
  const to = (at: number) => clock.set(new Date(at).toISOString())
  const now = () => momentAt(clock.now(), HANOI)
  async function send() {
    const { outbox, catalog } = db.read
    const members = new Map((await catalog.get()).members.map(one => [one.member, one]))
    for (const row of await outbox.list('queued')) {
      if (row.topic !== 'digest' || row.notBefore > clock.now()) continue
      const wanted = await isStillWanted(db.read, row, { members, now: now() })
      const state = wanted ? 'sent' : 'withdrawn'
      await db.write(async stores => await stores.outbox.finish(row.id, { state, sentAt: clock.now() }))
    }
  }
  async function tick() {
    // A new process each time: nothing is kept but what is stored.
    const jobs = watchJobs({ db, moment: now }).filter(({ name }) => name === 'digest-weekly')
    await createScheduler({ jobs, db, clock, timeZone: HANOI, log, ran: () => {} }).tick()
    await send()
  }
  async function prefer(member: string, change: Partial<DigestPreference>) {
    await db.write(async stores => {
      const before = (await stores.subscriptions.preferences()).find(one => one.member === member)
      const none = { member, hour: null, weekday: null, pausedUntil: null, onlyNews: false }
      await stores.subscriptions.prefer({ ...none, ...before, ...change })
      await followPreference(stores, member, now())
    })
    await send()
  }
  /** Mondays of the weeks that the member was told of, in order, each as often as it was. */
  async function told(member: string): Promise<string[]> {
    const own = (await db.read.outbox.withPrefix('digest:weekly:')).filter(
      row => row.member === member && row.state === 'sent',
    )
    return own.map(row => weekReported(digest.read(row.facts)?.day ?? '').from).toSorted()
  }
  const setHour = async (text: string) =>
    await db.write(async ({ settings }) => await settings.set('digest_weekly', text))
  await tick()
  return { db, clock, log, to, tick, prefer, told, setHour }
}

test.each([
  ['sun 18:00', ['2024-05-06', '2024-05-13']],
  ['tue 08:00', ['2024-05-06']],
  // Nobody had the week before that yet.
  ['fri 16:00', ['2024-04-29', '2024-05-06']],
])(
  'an hour that is moved on Sunday evening to %s loses no week and tells none twice',
  async (hour, weeks) => {
    const { clock, to, tick, told, setHour } = await reporting()
    to(START)
    await setHour(hour)
    for (; clock.now() <= START + 8 * DAY_MS; to(clock.now() + 3 * HOUR_MS)) await tick()
    expect(await told('bcd')).toEqual(weeks)
  },
)

test('who chooses another day has each week once: the one that waited as well, and the next one on the new day', async () => {
  const { clock, to, tick, prefer, told } = await reporting()
  const until = async (iso: string) => {
    for (; clock.now() < Date.parse(iso); to(clock.now() + 3 * HOUR_MS)) await tick()
  }
  await prefer('bcd', { weekday: 4 })
  await until('2024-05-14T10:00:00+07:00')
  // The report of Thursday waits; on Sunday comes that of the week that ends then.
  await prefer('bcd', { weekday: 7, hour: '18:00' })
  await until('2024-05-20T10:00:00+07:00')
  expect(await told('bcd')).toEqual(['2024-04-29', '2024-05-06', '2024-05-13'])
  await prefer('bcd', { weekday: 1, hour: '07:30' })
  await until('2024-05-28T10:00:00+07:00')
  expect(await told('bcd')).toEqual(['2024-04-29', '2024-05-06', '2024-05-13', '2024-05-20'])
})

const HOURS = ['07:30', '10:00', '18:00']
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const step = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ do: 'nothing' } as const) },
  fc.record({
    do: fc.constant('move' as const),
    day: fc.constantFrom(...DAYS),
    hour: fc.constantFrom(...HOURS),
  }),
  fc.record({
    do: fc.constant('prefer' as const),
    member: fc.constantFrom('b2', 'b3'),
    weekday: fc.option(fc.integer({ min: 1, max: 7 })),
    hour: fc.option(fc.constantFrom(...HOURS)),
  }),
  fc.record({ do: fc.constant('pause' as const), days: fc.integer({ min: 0, max: 10 }) }),
  fc.record({ do: fc.constant('down' as const), hours: fc.integer({ min: 5, max: 60 }) }),
)

test('whatever is moved, chosen, paused or spent offline, each week comes once or is left out for a reason', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 110 }), async steps => {
      const { clock, log, to, tick, prefer, told, setHour } = await reporting()
      to(START)
      /** Days on which b3 had chosen silence. */
      const silent = new Set<string>()
      let until = ''
      for (const one of steps) {
        if (one.do === 'move') await setHour(`${one.day} ${one.hour}`)
        if (one.do === 'prefer') await prefer(one.member, { weekday: one.weekday, hour: one.hour })
        if (one.do === 'pause') {
          until = addDays(civilDay(clock.now(), HANOI), one.days)
          await prefer('b3', { pausedUntil: until })
        }
        for (let day = civilDay(clock.now(), HANOI); day < until; day = addDays(day, 1)) silent.add(day)
        await tick()
        to(clock.now() + (one.do === 'down' ? one.hours : 5) * HOUR_MS)
      }
      const last = weekReported(civilDay(clock.now() - 9 * DAY_MS, HANOI)).from
      for (const member of MEMBERS) {
        const weeks = await told(member)
        expect({ member, weeks }).toEqual({ member, weeks: [...new Set(weeks)] })
        for (let week = '2024-05-13'; week <= last; week = addDays(week, 7)) {
          const isLogged = log.lines.some(({ fields }) => {
            const { slot, decision } = fields as { slot?: number; decision?: string }
            return decision === 'skip' && weekReported(civilDay(slot ?? 0, HANOI)).from === week
          })
          const after = Array.from({ length: 16 }, (_, at) => addDays(week, 6 + at))
          const isSilent = member === 'b3' && after.some(day => silent.has(day))
          expect(weeks.includes(week) || isLogged || isSilent, `${member} ${week}`).toBe(true)
        }
      }
    }),
    { numRuns: sized({ quick: 3, usual: 6, long: 100 }) },
  )
})
