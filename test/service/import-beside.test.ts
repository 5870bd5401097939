import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chitieu } from '../cli/program.ts'
import { tempFolder } from '../db/temp-database.ts'
import { scene } from './scene.ts'

const WAIT = { interval: 20 }
const DAY = 86_400_000

/** A time zone in which it is about noon now, so that nobody sleeps. */
function noonZone(now: number): string {
  const east = 12 - new Date(now).getUTCHours()
  return `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`
}

test('figures that a command imports beside the running service make it tell the leader', async () => {
  const now = Date.now()
  const day = (from: number) => new Date(now + from * DAY).toISOString().slice(0, 10)
  const { telegram, environment, start, rows } = await scene('ct', {
    indicators:
      'code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases\nonline,Hồ sơ trực tuyến,Trực tuyến,nộp trực tuyến,tiếp nhận,sum,12,',
    campaigns: `campaign,name,phase,phase_name,start,end,document\nCD,Chiến dịch,1,Giai đoạn 1,${day(-20)},${day(20)},1/KH`,
    targets: 'campaign,phase,unit,indicator,target,document\nCD,1,P,online,60,1/KH',
    observations: `unit,indicator,period,numerator,denominator,value,note\nP,online,${day(-10)},70,100,,`,
  })
  const zone = { TIME_ZONE: noonZone(now) }
  const service = await start(zone)
  const file = join(tempFolder(), 'moi.csv')
  writeFileSync(file, `unit,indicator,period,numerator,denominator,value,note\nP,online,${day(-3)},10,100,,`)
  const imported = await chitieu(['import', 'observations', file], { ...environment, ...zone })
  expect(imported).toMatchObject({ status: 0, err: '' })
  // What another process queued is found within ten seconds, or as soon as somebody writes.
  telegram.push([1, 'xin chào'])
  await expect.poll(() => telegram.arrived.filter(text => text.includes('40%')).length, WAIT).toBe(1)
  expect(telegram.arrived.find(text => text.includes('40%'))).toContain('dưới chỉ tiêu giai đoạn 1')
  await expect.poll(() => telegram.arrived.length, WAIT).toBe(2)
  await service.kill('SIGTERM')
  expect((await rows()).map(row => [row.topic, row.state])).toEqual([
    ['alert', 'sent'],
    ['reply', 'sent'],
  ])
})
