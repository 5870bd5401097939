import { expect, it } from 'vitest'
import { createAlarms } from '../../src/notify/alarms.ts'
import { createMemoryLog } from '../channels/memory-log.ts'
import { settle } from '../lib/virtual-time.ts'
import { bring, handClock, smallProvince } from '../stories/province.ts'

const MORNING = Date.parse('2024-05-13T08:00:00+07:00')
const MINUTE = 60_000

it('tells of one outage once, and of its end, however many processes meet it; the next one is another', async () => {
  const clock = handClock('2024-05-13T08:00:00+07:00')
  const { app } = await smallProvince(clock)
  await bring(app, 'members', 'member,name,role,unit\nqt,Quản trị,admin,P')
  const parts = {
    db: app.db,
    clock,
    zone: 'Asia/Ho_Chi_Minh',
    log: createMemoryLog(),
    queued: () => undefined,
  }
  const all = [createAlarms(parts), createAlarms(parts), createAlarms(parts)]
  const at = async (minute: number, refused: boolean | null) => {
    clock.set(new Date(MORNING + minute * MINUTE).toISOString())
    const standing = refused === null ? null : { since: clock.now(), refused, cause: '401' }
    for (const one of all) one.changed('telegram', standing)
    await settle()
    const rows = await app.db.read.outbox.withPrefix('operation:channel:telegram:')
    return rows.map(({ key }) => key.split(':')[3])
  }
  expect(await at(0, true)).toEqual(['refused'])
  expect(await at(40, null)).toEqual(['refused', 'up'])
  expect(await at(45, true)).toEqual(['refused', 'up', 'refused'])
  expect(await at(50, null)).toEqual(['refused', 'up', 'refused', 'up'])
})
