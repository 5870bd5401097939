import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sized } from '../sizes.ts'
import { local, watchedProvince } from './watched-province.ts'

const X1 = 'P-X1'
const DAY = 86_400_000
const FALLS = sized({ quick: 5, usual: 6, long: 20 })

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
        // 30 % at first, 30 points in 28 days, 7 of which have figures.
        expected: 37.5,
        target: 60,
      },
      expect.objectContaining({ unit: X1, indicator: 'pay', pace: 'behind', expected: 40, target: 40 }),
    ])
    expect(await told()).toEqual(['first ct-xa queued'])
    expect(JSON.parse((await outbox())[0]?.facts ?? '').items).toMatchObject([
      { unit: X1, term: 'CD/1', indicator: 'online', value: 20 },
      { unit: X1, term: 'CD/1', indicator: 'pay', value: 10 },
    ])
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
    expect(await told()).toEqual(['first ct-xa queued'])
  })

  test('by an import, a schedule and a command at the same time tells once', async () => {
    const { week, evaluate, told } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 70 }, '2024-05-06T08:00')
    const at = '2024-05-13T08:00'
    await Promise.all([week('2024-W19', { 'P-X1.online': 10 }, at), evaluate(at), evaluate(at)])
    await evaluate(at)
    expect(await told()).toEqual(['fell ct-xa queued'])
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
    expect(await told()).toEqual(['fell ct-xa sent', 'recovered ct-xa sent', 'fell ct-xa queued'])
    expect((await alert(X1, 'online')).episode).toBe(2)
  })

  test('the fall of one indicator and the recovery of another are one message', async () => {
    const { week, told, send } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 70, 'P-X1.pay': 10 }, '2024-05-06T08:00')
    await send('2024-05-06T08:01')
    await week('2024-W19', { 'P-X1.online': 10, 'P-X1.pay': 90 }, '2024-05-13T08:00')
    expect((await told()).slice(1)).toEqual(['fell+recovered ct-xa queued'])
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
    expect(await told()).toEqual(['first ct-xa sent', 'behind ct-xa sent'])
    // The days alone make nobody late: the line is read where the figures end.
    await evaluate('2024-05-23T06:30')
    expect((await told()).slice(2)).toEqual(['reminder ct-xa queued'])
    await send('2024-05-23T06:31')
    await week('2024-W21', { 'P-X1.online': 30 }, '2024-05-26T08:00')
    expect((await told()).at(-1)).toBe('behind ct-xa queued')
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
    const [, reminder] = await outbox()
    expect(JSON.parse(reminder?.facts ?? '').items).toMatchObject([
      { what: 'reminder', indicator: 'online', episode: 1, value: 25, before: 20 },
    ])
    expect(await told()).toEqual(['first ct-xa sent', 'reminder ct-xa queued'])
    await send('2024-05-13T08:01')
    for (const day of ['14', '15', '16', '17', '18', '19']) await evaluate(`2024-05-${day}T08:00`)
    const own = async () => (await told()).filter(one => one.includes('ct-xa'))
    expect(await own()).toHaveLength(2)
    await week('2024-W20', { 'P-X1.online': 30 }, '2024-05-20T08:00')
    expect(await own()).toHaveLength(3)
  })

  test('is not reminded of what is as it was', async () => {
    const { week, evaluate, told, send } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 20 }, '2024-05-06T08:00')
    await send('2024-05-06T08:01')
    await week('2024-W19', { 'P-X1.online': 20 }, '2024-05-13T08:00')
    await evaluate('2024-05-14T06:30')
    expect(await told()).toHaveLength(1)
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
    await send('2024-05-10T07:00')
    await change(X1, 'online', { snoozedUntil: local('2024-05-22T00:00').at })
    await evaluate('2024-05-21T06:30')
    expect(await told()).toHaveLength(2)
    await evaluate('2024-05-22T06:30')
    expect(await told()).toHaveLength(3)
  })

  test('and behind, without a word from its leader, is told to the unit above after seven working days, once', async () => {
    const { week, evaluate, told } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 20 }, '2024-05-06T08:00')
    await week('2024-W19', { 'P-X1.online': 20 }, '2024-05-13T08:00')
    await evaluate('2024-05-14T23:00')
    const above = async () => (await told()).filter(one => one.includes('ct-huyen'))
    expect(await above()).toEqual([])
    await evaluate('2024-05-15T06:30')
    await evaluate('2024-05-15T08:00')
    await week('2024-W20', { 'P-X1.online': 20 }, '2024-05-20T08:00')
    await evaluate('2024-05-21T08:00')
    expect(await above()).toEqual(['escalated ct-huyen queued'])
  })

  test('is not told to the unit above once its leader has acknowledged; a new fall is', async () => {
    const { week, evaluate, told, change, send } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 20 }, '2024-05-06T08:00')
    await change(X1, 'online', { acknowledgedAt: local('2024-05-06T09:00').at, acknowledgedBy: 'ct-xa' })
    await week('2024-W19', { 'P-X1.online': 20 }, '2024-05-13T08:00')
    await evaluate('2024-05-15T08:00')
    const above = async () => (await told()).filter(one => one.includes('ct-huyen'))
    expect(await above()).toEqual([])
    await week('2024-W19', { 'P-X1.online': 100 }, '2024-05-15T09:00')
    await send('2024-05-15T09:01')
    await week('2024-W19', { 'P-X1.online': 0 }, '2024-05-15T10:00')
    await week('2024-W20', { 'P-X1.online': 0 }, '2024-05-20T09:00')
    await evaluate('2024-05-24T09:00')
    expect(await above()).toEqual(['escalated ct-huyen queued'])
  })

  test('of a department: told to the leaders of the province and its committee, all of a day in one message', async () => {
    const { week, evaluate, told, outbox, import: bring } = await watchedProvince()
    const more = 'campaign,phase,unit,indicator,target,document\nCD,1,P-S1,pay,60,1/KH'
    await bring('targets', more, '2024-05-01T08:00')
    await bring('members', 'member,name,role,unit\nct,Chủ tịch tỉnh,leader,P', '2024-05-01T08:00')
    const weeks = ['2024-W18', '2024-W19']
    for (const [at, name] of weeks.entries())
      await week(name, { 'P-S1.online': 20, 'P-S1.pay': 20 }, `2024-05-${at === 0 ? '06' : '13'}T08:00`)
    await evaluate('2024-05-15T06:30')
    const above = (await told()).filter(one => !one.includes(' gd '))
    expect(above.toSorted()).toEqual(['escalated bcd queued', 'escalated ct queued'])
    const row = (await outbox()).find(one => one.member === 'ct')
    expect(JSON.parse(row?.facts ?? '').items).toHaveLength(2)
  })

  test('and falls with its whole feed silent: nothing of it is told, and nobody above is', async () => {
    const { week, evaluate, told, send } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 20 }, '2024-05-06T08:00')
    await send('2024-05-06T08:01')
    for (let day = 7; day <= 26; day++) await evaluate(`2024-05-${String(day).padStart(2, '0')}T06:30`)
    expect(await told()).toEqual(['first ct-xa sent'])
  })
})

describe('a correction', () => {
  test('that lifts the unit over its target withdraws what was not sent, and nothing is said of a recovery', async () => {
    const { week, told } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 20 }, '2024-05-06T22:00')
    expect(await told()).toEqual(['first ct-xa queued'])
    const corrected = await week('2024-W18', { 'P-X1.online': 90 }, '2024-05-06T22:10')
    expect(corrected.recovered).toHaveLength(1)
    expect(await told()).toEqual(['first ct-xa withdrawn'])
  })

  test('of one of two indicators leaves the notice of the other', async () => {
    const { week, told } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 20, 'P-X1.pay': 10 }, '2024-05-06T22:00')
    await week('2024-W18', { 'P-X1.online': 90, 'P-X1.pay': 10 }, '2024-05-06T22:10')
    expect(await told()).toEqual(['first ct-xa queued'])
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
    expect(await told()).toEqual(['first ct-xa queued'])
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
    expect((await alert(X1, 'online', 'CD/2')).expected).toBe(30)
    expect((await told()).at(-1)).toBe('first ct-xa queued')
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

  test('at night and on days off nobody: it waits until the morning of a working day', async () => {
    const { week, outbox } = await watchedProvince()
    const waitsUntil = async () => (await outbox()).at(-1)?.notBefore
    await week('2024-W18', { 'P-X1.online': 20 }, '2024-05-06T21:00')
    expect(await waitsUntil()).toBe(local('2024-05-07T06:30').at)
    await week('2024-W19', { 'P-S1.online': 20 }, '2024-05-13T06:29')
    expect(await waitsUntil()).toBe(local('2024-05-13T06:30').at)
    await week('2024-W22', { 'P-X1.online': 1 }, '2024-06-03T20:59')
    const other = await watchedProvince()
    await other.week('2024-W18', { 'P-X1.online': 20 }, '2024-05-11T09:00')
    expect((await other.outbox())[0]?.notBefore).toBe(local('2024-05-13T06:30').at)
  })

  test('what waits is one message: what came and went is counted, what is new is added', async () => {
    const { week, told, outbox } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 20, 'P-X1.pay': 10 }, '2024-05-10T22:00')
    await week('2024-W18', { 'P-X1.online': 90, 'P-X1.pay': 10 }, '2024-05-11T09:00')
    expect(await told()).toEqual(['first ct-xa queued'])
    expect(JSON.parse((await outbox())[0]?.facts ?? '')).toMatchObject({
      items: [{ indicator: 'pay' }],
      gone: 1,
    })
  })

  test('fifty crossings of the line are at most two messages', async () => {
    const { db, week, send, outbox } = await watchedProvince()
    await db.write(async stores => await stores.settings.set('hysteresis', '2'))
    await week('2024-W18', { 'P-S1.online': 61 }, '2024-05-06T08:00')
    for (let at = 0; at < 50; at++) {
      const time = `2024-05-${String(7 + Math.floor(at / 10)).padStart(2, '0')}T1${at % 10}:00`
      await week('2024-W18', { 'P-S1.online': at % 2 === 0 ? 59 : 61 }, time)
      await send(time)
    }
    expect((await outbox()).length).toBeLessThanOrEqual(2)
  })

  test('twenty falls of one leader in a day are as many messages as the setting says, and one summary', async () => {
    const { week, send, outbox } = await watchedProvince()
    await week('2024-W18', { 'P-S1.online': 99 }, '2024-05-06T08:00')
    for (let at = 0; at < 2 * FALLS; at++) {
      const time = `2024-05-07T${String(8 + Math.floor(at / 5)).padStart(2, '0')}:${10 + (at % 5) * 10}`
      await week('2024-W18', { 'P-S1.online': at % 2 === 0 ? 10 : 99 }, time)
      const due = (await outbox()).filter(row => row.state === 'queued' && row.notBefore <= local(time).at)
      if (due.length > 0) await send(time)
    }
    await send('2024-05-08T06:30')
    const sent = (await outbox()).filter(row => row.state === 'sent' && row.sentAt !== null)
    const days = sent.map(row => new Date((row.sentAt ?? 0) + 7 * 3_600_000).toISOString().slice(0, 10))
    expect(days.filter(day => day === '2024-05-07')).toHaveLength(3)
    expect(days.filter(day => day !== '2024-05-07').length).toBeLessThanOrEqual(1)
  })

  test('beyond the number of messages of a day: one summary when the next day opens', async () => {
    const { db, week, send, outbox } = await watchedProvince()
    await db.write(async stores => await stores.settings.set('daily_budget', '2'))
    await week('2024-W18', { 'P-X1.online': 90, 'P-X1.pay': 90 }, '2024-05-06T08:00')
    const steps = [
      { 'P-X1.online': 20 },
      { 'P-X1.online': 99 },
      { 'P-X1.online': 10 },
      { 'P-X1.pay': 10 },
      { 'P-X1.online': 99 },
    ]
    for (const [at, figures] of steps.entries()) {
      await week('2024-W18', figures, `2024-05-07T0${8 + Math.floor(at / 6)}:1${at}`)
      const due = (await outbox()).filter(row => row.notBefore <= local('2024-05-07T21:00').at)
      if (due.some(row => row.state === 'queued')) await send('2024-05-07T08:30')
    }
    const rows = await outbox()
    expect(rows.filter(row => row.state === 'sent')).toHaveLength(2)
    expect(rows.filter(row => row.state === 'queued').map(row => row.notBefore)).toEqual([
      local('2024-05-08T06:30').at,
    ])
    expect(JSON.parse(rows.at(-1)?.facts ?? '')).toMatchObject({
      over: true,
      items: [{ indicator: 'pay' }],
      gone: 1,
    })
  })

  test('nobody of what never had a target, nor of a denominator of nothing', async () => {
    const { week, import: bring, evaluate, told } = await watchedProvince()
    await week('2024-W18', { 'P-H1.online': 1, 'P-S1.pay': 1 }, '2024-05-06T08:00')
    const nothing = 'unit,indicator,period,numerator,denominator,value,note\nP-X1,pay,2024-W18,0,0,,'
    await bring('observations', nothing, '2024-05-06T08:05')
    expect(await evaluate('2024-05-06T08:05')).toEqual({ evaluated: 0, opened: [], recovered: [], queued: 0 })
    expect(await told()).toEqual([])
  })

  test('of a unit that is dissolved: its alert ends untold, and it is warned no more', async () => {
    const { week, import: bring, evaluate, told, send, alert, db } = await watchedProvince()
    await week('2024-W18', { 'P-X1.online': 20, 'P-S1.online': 20 }, '2024-05-06T08:00')
    await send('2024-05-06T08:01')
    const gone = 'code,name,short_name,kind,parent,aliases,active_from,active_to,merged_into'
    await bring('units', `${gone}\nP-X1,Xã Hai,Hai,commune,P-H1,,,2024-05-12,P-H1`, '2024-05-10T08:00')
    await evaluate('2024-05-10T08:00')
    expect((await alert(X1, 'online')).state).toBe('below')
    await week('2024-W19', { 'P-X1.online': 5, 'P-S1.online': 10 }, '2024-05-13T08:00')
    expect((await alert(X1, 'online')).state).toBe('recovered')
    for (const day of ['14', '15', '16', '17', '20', '21', '22', '23', '24'])
      await evaluate(`2024-05-${day}T06:30`)
    const after = (await told()).slice(2)
    expect(after.filter(one => one.includes('ct-xa') || one.includes('ct-huyen'))).toEqual([])
    const facts = (await db.read.outbox.list()).filter(row => row.id > 2).map(row => row.facts)
    expect(facts.join('')).not.toContain(X1)
  })

  test('of a yearly target, in the year', async () => {
    const { week, import: bring, told, alert } = await watchedProvince()
    await bring('targets', 'year,unit,indicator,target,document\n2024,P-S1,pay,50,2/QĐ', '2024-02-01T08:00')
    const found = await week('2024-W07', { 'P-S1.pay': 20 }, '2024-02-19T08:00')
    expect(found.opened).toEqual([
      expect.objectContaining({ unit: 'P-S1', campaign: null, phase: null, year: 2024, target: 50 }),
    ])
    expect(await told()).toEqual(['first gd queued'])
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
        const { items }: { items: { what: string; indicator: string; episode: number }[] } = JSON.parse(
          row.facts,
        )
        for (const { what, indicator, episode } of items) {
          const name = `${indicator}.${episode}`
          expect([what, open.has(name)]).not.toEqual(['recovered', false])
          if (what === 'recovered') open.delete(name)
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
    { numRuns: sized({ quick: 8, usual: 8, long: 25 }) },
  )
})
