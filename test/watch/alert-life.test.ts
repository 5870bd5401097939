import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { local, watchedProvince } from './watched-province.ts'

const X1 = 'P-X1'
const DAY = 86_400_000

describe('the first evaluation of a phase', () => {
  test('tells each unit below in one summary, whatever the number of its indicators', async () => {
    const { week, told, outbox } = await watchedProvince()
    const found = await week(
      '2024-W18',
      { 'P-X1.online': 20, 'P-X1.pay': 10, 'P-S1.online': 70 },
      '2024-05-06T08:00',
    )
    expect(found).toMatchObject({ evaluated: 3, recovered: [], queued: 1 })
    expect(found.opened).toEqual([
      {
        unit: X1,
        indicator: 'online',
        campaign: 'CD',
        phase: '1',
        year: null,
        state: 'below',
        pace: 'behind',
        value: 20,
        // 30 % at first, 30 points in 28 days, 8 of which have passed.
        expected: 38.57,
        target: 60,
      },
      expect.objectContaining({ unit: X1, indicator: 'pay', pace: 'behind', expected: 40, target: 40 }),
    ])
    expect(await told()).toEqual(['alert ct-xa queued'])
    expect(JSON.parse((await outbox())[0]?.facts ?? '')).toMatchObject({
      first: true,
      unit: X1,
      term: 'CD/1',
    })
  })

  test('has nothing to say where there are no figures yet', async () => {
    const { evaluate, told } = await watchedProvince()
    expect(await evaluate('2024-04-29T06:30')).toEqual({ evaluated: 0, opened: [], recovered: [], queued: 0 })
    expect(await told()).toEqual([])
  })
})

describe('evaluating again', () => {
  test('the same figures adds nothing: not at once, not the next morning', async () => {
    const { week, evaluate, told, db } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 20 }, '2024-05-06T08:00')
    const before = await db.read.alerts.ofUnits([X1])
    for (const at of ['2024-05-06T08:00', '2024-05-06T08:01']) {
      expect(await evaluate(at)).toEqual({ evaluated: 1, opened: [], recovered: [], queued: 0 })
    }
    expect(await db.read.alerts.ofUnits([X1])).toEqual(before)
    await evaluate('2024-05-07T06:30')
    expect(await told()).toEqual(['alert ct-xa queued'])
  })

  test('by an import, a schedule and a command at the same time tells once', async () => {
    const { week, evaluate, told } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 70 }, '2024-05-06T08:00')
    const at = '2024-05-13T08:00'
    await Promise.all([week('2024-W19', { 'P-X1.online': 10 }, at), evaluate(at), evaluate(at)])
    await evaluate(at)
    expect(await told()).toEqual(['alert ct-xa queued'])
  })
})

describe('a unit that had met its target', () => {
  test('and falls is told at once, and so is its recovery; a second fall is news again', async () => {
    const { week, told, send, alert } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 70 }, '2024-05-06T08:00')
    expect(await told()).toEqual([])
    const fell = await week('2024-W19', { 'P-X1.online': 10 }, '2024-05-13T08:00')
    expect(fell.opened).toEqual([expect.objectContaining({ state: 'below', value: 40 })])
    await send('2024-05-13T08:01')
    const rose = await week('2024-W20', { 'P-X1.online': 100 }, '2024-05-20T08:00')
    expect(rose.recovered).toEqual([
      expect.objectContaining({ unit: X1, state: 'recovered', pace: null, value: 60, target: 60 }),
    ])
    await send('2024-05-20T08:01')
    const again = await week('2024-W21', { 'P-X1.online': 0 }, '2024-05-26T20:00')
    expect(again.opened).toHaveLength(1)
    expect(await told()).toEqual(['alert ct-xa sent', 'recovered ct-xa sent', 'alert ct-xa queued'])
    expect((await alert(X1, 'online')).episode).toBe(2)
  })

  test('the fall of one indicator and the recovery of another are two messages of one evaluation', async () => {
    const { week, told, send } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 70, 'P-X1.pay': 10 }, '2024-05-06T08:00')
    await send('2024-05-06T08:01')
    await week('2024-W19', { 'P-X1.online': 10, 'P-X1.pay': 90 }, '2024-05-13T08:00')
    expect((await told()).slice(1)).toEqual(['alert ct-xa queued', 'recovered ct-xa queued'])
  })
})

describe('a unit that is below but on track', () => {
  test('is told at once when it turns behind, and not when it catches up', async () => {
    const { week, told, send, alert, evaluate } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 45 }, '2024-05-06T08:00')
    expect((await alert(X1, 'online')).pace).toBe('on_track')
    await send('2024-05-06T08:01')
    const turned = await week('2024-W19', { 'P-X1.online': 35 }, '2024-05-13T08:00')
    expect(turned).toMatchObject({ opened: [], queued: 1 })
    expect((await alert(X1, 'online')).pace).toBe('behind')
    await send('2024-05-13T08:01')
    await week('2024-W20', { 'P-X1.online': 85 }, '2024-05-19T20:00')
    expect((await alert(X1, 'online')).pace).toBe('on_track')
    expect(await told()).toEqual(['alert ct-xa sent', 'alert ct-xa sent'])
    // Behind a second time, by nothing but the days that pass: 55 % where 56,79 % are expected.
    expect(await evaluate('2024-05-23T06:30')).toMatchObject({ queued: 1 })
    expect((await told()).at(-1)).toBe('alert ct-xa queued')
  })
})

describe('a unit that stays below', () => {
  test('is reminded after seven days at the earliest, with what it was told before', async () => {
    const { week, evaluate, told, send, outbox } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 20 }, '2024-05-06T08:00')
    await send('2024-05-06T08:01')
    await week('2024-W19', { 'P-X1.online': 30 }, '2024-05-13T07:59')
    expect(await told()).toHaveLength(1)
    await evaluate('2024-05-13T08:00')
    await evaluate('2024-05-13T08:00')
    const reminders = (await outbox()).filter(row => row.topic === 'reminder')
    expect(reminders).toHaveLength(1)
    expect(JSON.parse(reminders[0]?.facts ?? '').alerts).toEqual([
      { indicator: 'online', episode: 1, value: 25, before: 20 },
    ])
    await send('2024-05-13T08:01')
    for (const day of ['14', '15', '16', '17', '18', '19']) await evaluate(`2024-05-${day}T08:00`)
    expect((await told()).filter(one => one.startsWith('reminder'))).toHaveLength(1)
    await evaluate('2024-05-20T08:00')
    expect((await told()).filter(one => one.startsWith('reminder'))).toHaveLength(2)
  })

  test('is left in peace while it is snoozed, and reminded on the day that was asked for', async () => {
    const { week, evaluate, told, send, change } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 20 }, '2024-05-06T08:00')
    await send('2024-05-06T08:01')
    await change(X1, 'online', { snoozedUntil: local('2024-05-09T00:00').at, acknowledgedAt: 1 })
    await evaluate('2024-05-08T06:30')
    expect(await told()).toHaveLength(1)
    await evaluate('2024-05-09T06:30')
    await evaluate('2024-05-10T06:30')
    expect((await told()).slice(1)).toEqual(['reminder ct-xa queued'])
    await change(X1, 'online', { snoozedUntil: local('2024-05-22T00:00').at })
    await evaluate('2024-05-21T06:30')
    expect(await told()).toHaveLength(2)
    await evaluate('2024-05-22T06:30')
    expect(await told()).toHaveLength(3)
  })

  test('and behind, without a word from its leader, is told to the unit above after seven days, once', async () => {
    const { week, evaluate, told } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 20 }, '2024-05-06T08:00')
    await evaluate('2024-05-13T07:59')
    expect((await told()).filter(one => one.startsWith('escalation'))).toEqual([])
    await evaluate('2024-05-13T08:00')
    await evaluate('2024-05-21T08:00')
    expect((await told()).filter(one => one.startsWith('escalation'))).toEqual(['escalation ct-huyen queued'])
  })

  test('is not told to the unit above once its leader has acknowledged; a new fall is', async () => {
    const { week, evaluate, told, change, send } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 20 }, '2024-05-06T08:00')
    await change(X1, 'online', { acknowledgedAt: local('2024-05-06T09:00').at, acknowledgedBy: 'ct-xa' })
    await evaluate('2024-05-14T08:00')
    expect((await told()).filter(one => one.startsWith('escalation'))).toEqual([])
    await week('2024-W19', { 'P-X1.online': 100 }, '2024-05-14T09:00')
    await send('2024-05-14T09:01')
    await week('2024-W20', { 'P-X1.online': 0 }, '2024-05-18T09:00')
    await evaluate('2024-05-25T09:00')
    expect((await told()).filter(one => one.startsWith('escalation'))).toEqual(['escalation ct-huyen queued'])
  })
})

describe('a correction', () => {
  test('that lifts the unit over its target withdraws what was not sent, and nothing is said of a recovery', async () => {
    const { week, told } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 20 }, '2024-05-06T22:00')
    expect(await told()).toEqual(['alert ct-xa queued'])
    const corrected = await week('2024-W18', { 'P-X1.online': 90 }, '2024-05-06T22:10')
    expect(corrected.recovered).toHaveLength(1)
    expect(await told()).toEqual(['alert ct-xa withdrawn'])
  })

  test('of one of two indicators leaves the notice of the other', async () => {
    const { week, told } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 20, 'P-X1.pay': 10 }, '2024-05-06T22:00')
    await week('2024-W18', { 'P-X1.online': 90, 'P-X1.pay': 10 }, '2024-05-06T22:10')
    expect(await told()).toEqual(['alert ct-xa queued'])
  })

  test('that takes the target back ends the alert without a word', async () => {
    const { db, week, told, import: bring, evaluate, alert } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 20 }, '2024-05-06T08:00')
    const key = [...(await db.read.catalog.records('targets')).entries()].find(
      ([, row]) => row.unit === X1 && row.phase === '1' && row.indicator === 'online',
    )?.[0]
    await db.write(async stores => await stores.catalog.put('targets', new Map([[key ?? '', null]])))
    expect(await evaluate('2024-05-07T06:30')).toEqual({ evaluated: 0, opened: [], recovered: [], queued: 0 })
    expect((await alert(X1, 'online')).state).toBe('recovered')
    expect(await told()).toEqual(['alert ct-xa queued'])
    const again = 'campaign,phase,unit,indicator,target,document\nCD,1,P-X1,online,60,2/KH'
    await bring('targets', again, '2024-05-08T08:00')
    expect((await evaluate('2024-05-08T08:00')).opened).toHaveLength(1)
  })
})

describe('the end of a phase', () => {
  test('ends its alerts; the next phase begins with a summary of its own', async () => {
    const { week, evaluate, told, send, alert } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 20 }, '2024-05-06T08:00')
    await send('2024-05-06T08:01')
    await week('2024-W21', { 'P-X1.online': 20 }, '2024-05-26T08:00')
    await send('2024-05-26T08:01')
    const before = await told()
    for (const day of ['27', '28', '31']) await evaluate(`2024-05-${day}T06:30`)
    expect(await told()).toEqual(before)
    const first = await week('2024-W22', { 'P-X1.online': 50 }, '2024-06-03T08:00')
    expect(first.opened).toEqual([expect.objectContaining({ phase: '2', target: 70, value: 50 })])
    // The line of the second phase begins at what the first one reached.
    expect((await alert(X1, 'online', 'CD/2')).expected).toBe(31.43)
    expect((await told()).at(-1)).toBe('alert ct-xa queued')
  })
})

describe('who is told', () => {
  test('each leader once, however many chats there are, or none: where it arrives is decided when it is sent', async () => {
    const { db, week, outbox, chat } = await watchedProvince()
    await chat('ct-xa', 'zalo-bot', 'z1')
    await chat('ct-xa', 'telegram', '7')
    const gone = await chat('gd', 'telegram', '8')
    await db.write(async stores => await stores.chats.markGone(gone.id, 1))
    await week('2024-W18', { 'P-X1.online': 20, 'P-S1.online': 20 }, '2024-05-06T08:00')
    const rows = (await outbox()).map(({ member, chat: to }) => ({ member, to }))
    expect(rows.toSorted((a, b) => (a.member ?? '').localeCompare(b.member ?? ''))).toEqual([
      { member: 'ct-xa', to: null },
      { member: 'gd', to: null },
    ])
  })

  test('at night nobody: it waits until the morning', async () => {
    const { week, outbox } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 20 }, '2024-05-06T21:00')
    expect((await outbox())[0]?.notBefore).toBe(local('2024-05-07T06:30').at)
    await week('2024-W19', { 'P-S1.online': 20 }, '2024-05-13T06:29')
    expect((await outbox())[1]?.notBefore).toBe(local('2024-05-13T06:30').at)
    await week('2024-W20', { 'P-X1.pay': 1 }, '2024-05-20T20:59')
    expect((await outbox()).at(-1)?.notBefore).toBe(local('2024-05-20T20:59').at)
  })

  test('nobody of what never had a target, nor of a denominator of nothing', async () => {
    const { week, import: bring, evaluate, told } = await watchedProvince()
    await week('2024-W18', { 'P-H1.online': 1, 'P-S1.pay': 1 }, '2024-05-06T08:00')
    const nothing = 'unit,indicator,period,numerator,denominator,value,note\nP-X1,pay,2024-W18,0,0,,'
    await bring('observations', nothing, '2024-05-06T08:05')
    expect(await evaluate('2024-05-06T08:05')).toEqual({ evaluated: 0, opened: [], recovered: [], queued: 0 })
    expect(await told()).toEqual([])
  })

  test('of a yearly target, in the year', async () => {
    const { week, import: bring, told, alert } = await watchedProvince()
    await bring('targets', 'year,unit,indicator,target,document\n2024,P-S1,pay,50,2/QĐ', '2024-02-01T08:00')
    const found = await week('2024-W07', { 'P-S1.pay': 20 }, '2024-02-19T08:00')
    expect(found.opened).toEqual([
      expect.objectContaining({ unit: 'P-S1', campaign: null, phase: null, year: 2024, target: 50 }),
    ])
    expect(await told()).toEqual(['alert gd queued'])
    expect((await alert('P-S1', 'pay', '2024')).openedAt + DAY).toBe(local('2024-02-20T08:00').at)
  })
})

test('whatever the weeks bring and however often they are evaluated, a fall is told before its recovery, and once', async () => {
  const percent = fc.integer({ min: 0, max: 100 })
  const day = fc.constantFrom('06', '13', '20', '26')
  const step = fc.record({ online: percent, pay: percent, times: fc.integer({ min: 1, max: 3 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(day, step), { minLength: 2, maxLength: 8 }), async steps => {
      const watched = await watchedProvince()
      // Weeks in their order; a day that comes again brings a correction of its week.
      for (const [date, { online, pay, times }] of steps.toSorted(([a], [b]) => Number(a) - Number(b))) {
        const week = `2024-W${18 + ['06', '13', '20', '26'].indexOf(date)}`
        const figures = { 'P-X1.online': online, 'P-X1.pay': pay }
        await watched.week(week, figures, `2024-05-${date}T08:00`)
        const before = await watched.outbox()
        for (let time = 0; time < times; time++) await watched.evaluate(`2024-05-${date}T08:00`)
        expect(await watched.outbox()).toEqual(before)
        await watched.send(`2024-05-${date}T08:00`)
      }
      const open = new Set<string>()
      for (const row of await watched.outbox()) {
        const { alerts }: { alerts: { indicator: string; episode: number }[] } = JSON.parse(row.facts)
        for (const name of alerts.map(({ indicator, episode }) => `${indicator}.${episode}`)) {
          expect([row.topic, open.has(name)]).not.toEqual(['recovered', false])
          if (row.topic === 'recovered') open.delete(name)
          else open.add(name)
        }
      }
      const rows = await watched.db.read.alerts.ofUnits([X1])
      const isKnown = (row: (typeof rows)[number]) => row.toldState === 'below' || row.toldState === 'behind'
      const known = rows.filter(isKnown).map(row => `${row.indicator}.${row.episode}`)
      expect(known.toSorted()).toEqual([...open].toSorted())
      for (const row of rows) expect(row.state === 'below').toBe(row.value < row.target)
      // What leaders do not know lies within the hysteresis.
      const unknown = rows.filter(row => isKnown(row) !== (row.state === 'below'))
      for (const row of unknown) expect(Math.abs(row.value - row.target)).toBeLessThanOrEqual(0.5)
    }),
    { numRuns: 25 },
  )
})
