import { expect, onTestFinished, test, vi } from 'vitest'
import { createScheduler } from '../../src/jobs/scheduler.ts'
import type { Job } from '../../src/jobs/scheduler.ts'
import { watchJobs } from '../../src/jobs/watch-jobs.ts'
import type { App } from '../../src/app.ts'
import type { Database } from '../../src/db/stores/database.ts'
import { type Clock, watchedClock } from '../../src/lib/clock.ts'
import { createMemoryLog } from '../channels/memory-log.ts'
import { tempDatabase } from '../db/temp-database.ts'
import { settle } from '../lib/virtual-time.ts'
import { addDays } from '../../src/core/period.ts'
import { digest } from '../../src/notices/digest.ts'
import { bringWeek, handClock, smallProvince } from '../stories/province.ts'

const HANOI = 'Asia/Ho_Chi_Minh'
const HOUR = 3_600_000
const onTheWall: Clock = { now: () => Date.now() }

/** The schedule of the whole app on its database, as of a new process. */
function scheduleOf(app: App) {
  const log = createMemoryLog()
  const { db, clock } = app
  return createScheduler({ jobs: app.jobs(), db, clock, timeZone: HANOI, log, ran: () => {} })
}

function scheduleWith(jobs: Job[], db: Database, clock: Clock) {
  const log = createMemoryLog()
  let ran = 0
  const scheduler = createScheduler({ jobs, db, clock, timeZone: HANOI, log, ran: () => void ran++ })
  return { scheduler, log, ran: () => ran }
}

async function digests(app: App) {
  const rows = (await app.db.read.outbox.list()).filter(row => row.topic === 'digest')
  return rows.map(({ member, facts }) => {
    const read = digest.read(facts)
    return { member, facts: read && { kind: read.kind, slot: read.slot, late: read.late } }
  })
}

function jobThat(name: string, run: Job['run']): Job {
  return { name, rhythm: { every: 'day', at: '07:30' }, graceMs: HOUR, run }
}

/** Lets minutes pass on faked timers. */
async function minutes(many: number): Promise<void> {
  for (let minute = 0; minute < many; minute++) {
    await vi.advanceTimersByTimeAsync(60_000)
    await settle()
  }
}

test('a weekly report is queued once on Monday, by whichever process ticks, and once each week', async () => {
  const clock = handClock('2024-05-12T12:00:00+07:00')
  const { app } = await smallProvince(clock)
  await bringWeek(app, '2024-W18', 80)
  await scheduleOf(app).tick()
  expect(await digests(app)).toEqual([])
  clock.set('2024-05-13T07:31:00+07:00')
  const schedule = scheduleOf(app)
  await Promise.all([schedule.tick(), schedule.tick()])
  await scheduleOf(app).tick()
  const slot = Date.parse('2024-05-13T07:30:00+07:00')
  expect(await digests(app)).toEqual([{ member: 'bcd', facts: { kind: 'weekly', slot, late: false } }])
  clock.set('2024-05-20T07:30:00+07:00')
  await schedule.tick()
  expect(await digests(app)).toHaveLength(2)
})

test('the weekly report comes when the operator wants it, from the moment on at which that was said', async () => {
  const clock = handClock('2024-05-12T12:00:00+07:00')
  const { app } = await smallProvince(clock)
  await bringWeek(app, '2024-W18', 80)
  const schedule = scheduleOf(app)
  const want = async (time: string) =>
    await app.db.write(async ({ settings }) => await settings.set('digest_weekly', time))
  const slots: string[] = []
  for (const [at, time] of [
    ['12T12:00'],
    ['13T07:31'],
    // The Monday's has been sent: another hour holds from the next week on.
    ['13T09:00', 'mon 16:00'],
    ['13T10:00', 'tue 08:00'],
    ['14T08:00'],
    ['15T12:00', 'wed 09:00'],
    ['20T07:30'],
    ['22T09:30'],
  ] as const) {
    clock.set(`2024-05-${at}:00+07:00`)
    if (time !== undefined) await want(time)
    await schedule.tick()
    const sent = await digests(app)
    if (sent.length > slots.length) slots.push(at)
  }
  expect(slots).toEqual(['13T07:31', '22T09:30'])
})

test.each([
  ['an hour', '2024-05-13T08:30:00+07:00', '2024-05-13'],
  ['three days', '2024-05-16T07:00:00+07:00', '2024-05-13'],
  ['three weeks and a day', '2024-06-04T06:00:00+07:00', '2024-06-03'],
])('after a downtime of %s one report is made up for and called late', async (_name, back, slotDay) => {
  const clock = handClock('2024-05-12T12:00:00+07:00')
  const { app } = await smallProvince(clock)
  await bringWeek(app, '2024-W18', 80)
  await scheduleOf(app).tick()
  clock.set(back)
  await scheduleOf(app).tick()
  await scheduleOf(app).tick()
  const slot = Date.parse(`${slotDay}T07:30:00+07:00`)
  expect(await digests(app)).toEqual([{ member: 'bcd', facts: { kind: 'weekly', slot, late: true } }])
})

test('a report missed by more than its grace is dropped, and the next one comes in its time', async () => {
  const clock = handClock('2024-05-12T12:00:00+07:00')
  const { app } = await smallProvince(clock)
  await bringWeek(app, '2024-W18', 80)
  await scheduleOf(app).tick()
  clock.set('2024-05-17T08:00:00+07:00')
  await scheduleOf(app).tick()
  expect(await digests(app)).toEqual([])
  clock.set('2024-05-20T07:30:00+07:00')
  await scheduleOf(app).tick()
  expect(await digests(app)).toEqual([{ member: 'bcd', facts: expect.objectContaining({ late: false }) }])
})

test('the report of a phase whose first day was spent offline comes late, once', async () => {
  const clock = handClock('2024-04-20T12:00:00+07:00')
  const { app } = await smallProvince(clock)
  const [phase] = (await app.db.read.catalog.get()).phases
  if (phase === undefined) throw new Error('no phase')
  const at = (day: string, time: string) => clock.set(`${day}T${time}:00+07:00`)
  at(addDays(phase.from, -2), '12:00')
  await scheduleOf(app).tick()
  at(addDays(phase.from, 1), '08:00')
  await scheduleOf(app).tick()
  await scheduleOf(app).tick()
  const slot = Date.parse(`${phase.from}T07:30:00+07:00`)
  const phases = (await digests(app)).filter(({ facts }) => JSON.stringify(facts).includes('phase'))
  expect(phases).toEqual([{ member: 'bcd', facts: { kind: 'phase', slot, late: true } }])
})

test('a clock that goes back makes nothing happen a second time', async () => {
  const clock = handClock('2024-05-12T12:00:00+07:00')
  const { app } = await smallProvince(clock)
  await bringWeek(app, '2024-W18', 80)
  const schedule = scheduleOf(app)
  for (const at of ['12T12:00', '13T07:30', '13T06:00', '12T07:30', '13T07:31', '14T07:30']) {
    clock.set(`2024-05-${at}:00+07:00`)
    await schedule.tick()
  }
  expect(await digests(app)).toHaveLength(1)
})

test('a clock that was weeks ahead, once it is right, leaves no report out and none twice', async () => {
  const clock = handClock('2024-05-12T12:00:00+07:00')
  const { app } = await smallProvince(clock)
  await bringWeek(app, '2024-W18', 80)
  const slots = async () =>
    (await digests(app)).map(({ facts }) =>
      new Date((facts?.slot ?? 0) + 7 * HOUR).toISOString().slice(5, 10),
    )
  for (const at of ['05-12T12:00', '06-04T06:00', '05-12T13:00']) {
    clock.set(`2024-${at}:00+07:00`)
    await scheduleOf(app).tick()
  }
  expect(await slots()).toEqual(['06-03'])
  for (const at of [
    '05-13T07:30',
    '05-13T07:31',
    '05-20T07:30',
    '05-27T07:30',
    '06-03T07:30',
    '06-10T07:30',
  ]) {
    clock.set(`2024-${at}:00+07:00`)
    await scheduleOf(app).tick()
  }
  expect(await slots()).toEqual(['06-03', '05-13', '05-20', '05-27', '06-10'])
})

test('every job of the watch is found by its name, and what is told of a slot is told once', async () => {
  const clock = handClock('2024-05-13T08:00:00+07:00')
  const { app } = await smallProvince(clock)
  await bringWeek(app, '2024-W19', 20)
  const { db } = app
  const jobs = watchJobs({ db, moment: () => app.moment() })
  expect(jobs.map(job => job.name)).toEqual([
    'evaluate',
    'stale',
    'digest-daily',
    'digest-weekly',
    'digest-monthly',
    'digest-phase',
  ])
  for (const job of [...jobs, ...jobs]) await job.run(clock.now(), false)
  const rows = await db.read.outbox.list()
  expect(rows.map(row => `${row.topic} ${row.member}`)).toEqual(['alert gd', 'digest bcd'])
})

test('what fails is tried again at the next tick, and stops neither other jobs nor the schedule', async () => {
  const { db } = tempDatabase()
  const clock = handClock('2024-05-12T12:00:00+07:00')
  const runs: string[] = []
  let broken = true
  const failing = jobThat('failing', async () => {
    runs.push('failing')
    if (broken) throw new Error('disk full')
  })
  const other = jobThat('other', async () => void runs.push('other'))
  const { scheduler, log } = scheduleWith([failing, other], db, clock)
  await scheduler.tick()
  clock.set('2024-05-13T07:30:00+07:00')
  await scheduler.tick()
  expect(runs).toEqual(['failing', 'other'])
  expect(log.lines.filter(line => line.level === 'error')).toHaveLength(1)
  broken = false
  await scheduler.tick()
  await scheduler.tick()
  expect(runs).toEqual(['failing', 'other', 'failing'])
})

test('a database that cannot be read for a while costs ticks, not the schedule', async () => {
  const { db } = tempDatabase()
  const clock = handClock('2024-05-12T12:00:00+07:00')
  let broken = false
  const read = {
    ...db.read,
    schedule: {
      ...db.read.schedule,
      last: async (name: string) => {
        if (broken) throw new Error('the disk is gone')
        return await db.read.schedule.last(name)
      },
    },
  }
  let runs = 0
  const job = jobThat('one', async () => void runs++)
  const { scheduler } = scheduleWith([job], { ...db, read }, clock)
  await scheduler.tick()
  broken = true
  clock.set('2024-05-13T07:30:00+07:00')
  await scheduler.tick()
  expect(runs).toBe(0)
  broken = false
  await scheduler.tick()
  expect(runs).toBe(1)
  await scheduler.stop()
})

test('by a clock that has leapt far ahead nothing is run until it has stayed so', async () => {
  const at = { wall: Date.parse('2024-05-13T07:29:00+07:00'), steady: 0 }
  const clock = watchedClock(
    () => at.wall,
    () => at.steady,
  )
  const { db } = tempDatabase()
  const slots: number[] = []
  const { scheduler } = scheduleWith([jobThat('one', async slot => void slots.push(slot))], db, clock)
  await scheduler.tick()
  const right = at.wall
  at.wall = Date.parse('2025-06-20T07:31:00+07:00')
  await scheduler.tick()
  at.wall = right + 2 * 60_000
  await scheduler.tick()
  expect(slots).toEqual([Date.parse('2024-05-13T07:30:00+07:00')])
  at.wall = Date.parse('2025-06-20T07:31:00+07:00')
  await scheduler.tick()
  at.wall += 10 * 60_000
  at.steady += 10 * 60_000
  await scheduler.tick()
  expect(slots.at(-1)).toBe(Date.parse('2025-06-20T07:30:00+07:00'))
})

test('a clock that leaps adds no tick and costs none', async () => {
  vi.useFakeTimers({
    toFake: ['Date', 'setTimeout', 'clearTimeout'],
    now: Date.parse('2024-05-13T00:29:30Z'),
  })
  onTestFinished(() => void vi.useRealTimers())
  const { db } = tempDatabase()
  let ticks = 0
  const log = createMemoryLog()
  const ticked = async () => {
    ticks++
    throw new Error('no matter')
  }
  const about = { jobs: [], db, clock: onTheWall, timeZone: HANOI, log, ran: () => {}, ticked }
  const scheduler = createScheduler(about)
  scheduler.start()
  for (const to of ['2025-06-20T03:00:10Z', '2024-05-13T00:31:20Z', '2024-01-01T00:00:59Z']) {
    vi.setSystemTime(Date.parse(to))
    await minutes(2)
  }
  expect(ticks).toBeGreaterThanOrEqual(5)
  expect(ticks).toBeLessThanOrEqual(8)
  await scheduler.stop()
})

test('the timer only ticks, once a minute while it is started', async () => {
  vi.useFakeTimers({
    toFake: ['Date', 'setTimeout', 'clearTimeout'],
    now: Date.parse('2024-05-13T00:29:30Z'),
  })
  onTestFinished(() => void vi.useRealTimers())
  const { db } = tempDatabase()
  const slots: number[] = []
  const job = jobThat('one', async slot => void slots.push(slot))
  const { scheduler, ran } = scheduleWith([job], db, onTheWall)
  await minutes(3)
  expect(scheduler.lastTick()).toBeNull()
  vi.setSystemTime(Date.parse('2024-05-13T00:28:30Z'))
  await scheduler.tick()
  scheduler.start()
  await minutes(5)
  expect(slots).toEqual([Date.parse('2024-05-13T07:30:00+07:00')])
  expect(ran()).toBe(1)
  expect(scheduler.lastTick()).toBeGreaterThan(Date.parse('2024-05-13T00:32:00Z'))
  await scheduler.stop()
  const last = scheduler.lastTick()
  await minutes(3)
  expect(scheduler.lastTick()).toBe(last)
})
