import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { settingsOf, readSettings } from '../../src/settings/settings.ts'
import { tempDatabase, tempFolder } from '../db/temp-database.ts'
import { programOn } from './program.ts'

const empty = () => programOn(join(tempFolder(), 'own.db'))

interface Shown {
  name: string
  value: string
  default: string
}

test('settings are listed, shown, changed and taken back', async () => {
  const { run, json } = empty()
  const all = await json<Shown[]>(['settings'])
  expect(all).toHaveLength(14)
  expect(all.every(one => one.value === one.default)).toBe(true)
  expect((await run('settings', 'quiet_hours', '22h-6h')).out).toBe(
    'Đã đổi quiet_hours: 21:00-06:30 → 22:00-06:00; có hiệu lực ngay.\n',
  )
  expect((await run('settings', 'quiet_hours')).out).toBe(
    'quiet_hours = 22:00-06:00 (mặc định 21:00-06:30)  giờ không gửi tin chủ động\n',
  )
  expect(await json(['settings', 'quiet_hours', '22:00-06:00'])).toEqual({
    name: 'quiet_hours',
    before: '22:00-06:00',
    value: '22:00-06:00',
  })
  expect((await run('settings', 'quiet_hours', 'default')).status).toBe(0)
  expect(await json(['settings', 'quiet_hours'])).toMatchObject({ value: '21:00-06:30' })
})

test('a wrong value is refused in a sentence that says what is right, and nothing changes', async () => {
  const { run, json } = empty()
  const refused = await run('settings', 'report_month', '31')
  expect([refused.status, refused.out, refused.err]).toEqual([
    1,
    '',
    'report_month không nhận giá trị "31": phải là ngày từ 1 đến 28.\n',
  ])
  expect((await run('settings', 'main_indicator', 'khong_co')).status).toBe(1)
  const file = join(tempFolder(), 'indicators.csv')
  writeFileSync(
    file,
    'code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases\non_time_rate,Tiến độ,Tiến độ,đúng hạn,đã giải quyết,sum,20,',
  )
  expect((await run('import', 'indicators', file)).status).toBe(0)
  expect(await json(['settings', 'main_indicator', 'on_time_rate'])).toMatchObject({ before: 'auto' })
  const unknown = await run('settings', 'quiet')
  expect(unknown.status).toBe(2)
  expect(unknown.err).toContain('quiet_hours, working_days')
  expect(await json(['settings', 'report_month'])).toMatchObject({ value: '1' })
})

test('a service that runs reads what was changed beside it', async () => {
  const { db } = tempDatabase()
  expect(await readSettings(db.read.settings)).toEqual(settingsOf(new Map()))
  await db.write(async ({ settings }) => await settings.set('stale_days', '3'))
  expect((await readSettings(db.read.settings)).staleDays).toBe(3)
})
