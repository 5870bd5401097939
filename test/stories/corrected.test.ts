/** A figure that was told is corrected: the message that told it says so itself, and who read it is told once. */
import { expect, test } from 'vitest'
import { queueDigests } from '../../src/watch/digests.ts'
import { everybody } from './everybody.ts'
import type { Everybody } from './everybody.ts'
import { bringWeek } from './province.ts'

const GROUP = '-7'

/** The leader an is told of week 19, 20 % instead of 60 %. */
async function told(): Promise<Everybody> {
  const people = await everybody('2024-05-13T08:00:00+07:00')
  await people.link('an', 'gd')
  await bringWeek(people.app, '2024-W19', 20)
  await people.settle()
  return people
}

/** The group has read in its weekly digest that week 19 has 70 %. */
async function groupTold(): Promise<Everybody> {
  const people = await everybody('2024-05-13T07:30:00+07:00')
  const { app, clock, settle } = people
  await people.link('lan', 'qt')
  await bringWeek(app, '2024-W19', 70)
  await people.sayIn(GROUP, 'lan', 'nhận báo cáo')
  await people.say('lan', 'đồng ý')
  await queueDigests(app.db, { kind: 'weekly', slot: clock.now(), late: false }, app.moment())
  await settle()
  return people
}

async function corrected(people: Everybody, week: string, online: number, at: string): Promise<void> {
  people.clock.set(at)
  await bringWeek(people.app, week, online)
  await people.settle()
}

test('the old message is changed where it stands, and the person is told once', async () => {
  const people = await told()
  expect(people.heard('an')).toEqual([expect.stringContaining('20%')])
  await corrected(people, '2024-W19', 80, '2024-05-13T09:00:00+07:00')
  const [changed = '', ...news] = people.heard('an')
  expect(changed).toMatch(/^in the place of \d+: Tin đã sửa: Sở GTVT – số liệu đã báo nay được sửa\n/)
  expect(changed).toContain('đã báo 20%, đúng là 80%')
  expect(news).toEqual([expect.stringMatching(/^Sở GTVT – số liệu đã báo nay được sửa\n/)])
  await people.app.evaluate()
  await people.settle()
  expect(people.heard('an')).toEqual([])
})

test('what was put right and is wrong again is put right again, with the message that told of it', async () => {
  const people = await told()
  people.heard('an')
  await corrected(people, '2024-W19', 80, '2024-05-13T09:00:00+07:00')
  people.heard('an')
  await corrected(people, '2024-W19', 30, '2024-05-13T10:00:00+07:00')
  const heard = people.heard('an')
  expect(heard.map(text => /^in the place of \d+/.exec(text)?.[0] ?? 'new').toSorted()).toEqual([
    expect.stringContaining('in the place of'),
    expect.stringContaining('in the place of'),
    'new',
  ])
  for (const text of heard) expect(text).toMatch(/đã báo 80%, đúng là 30%|30%, chỉ tiêu 60%/)
})

test('under a message that was put right, what is pressed is about its alerts', async () => {
  const people = await told()
  people.heard('an')
  await corrected(people, '2024-W19', 40, '2024-05-13T09:00:00+07:00')
  const [changed = ''] = people.heard('an')
  expect(changed).toContain('đã báo 20%, đúng là 40%')
  const [, message = ''] = /^in the place of (\d+)/.exec(changed) ?? []
  await people.press('an', message, 'đã nhận')
  expect(people.heard('an')).toEqual(['Đã ghi nhận Anh/Chị đã nhận 1 cảnh báo.'])
  await people.say('an', 'hoàn tác')
  people.heard('an')
  await corrected(people, '2024-W19', 45, '2024-05-13T09:05:00+07:00')
  people.heard('an')
  await people.say('an', 'đã nhận')
  expect(people.heard('an')).toEqual(['Đã ghi nhận Anh/Chị đã nhận 1 cảnh báo.'])
  const [row] = await people.app.db.read.alerts.ofUnits(['P-S1'])
  expect(row?.acknowledgedBy).toBe('gd')
})

test('a correction of what a digest told a group reaches the group once, without a word of a person', async () => {
  const people = await groupTold()
  const { app, heard } = people
  expect(heard(GROUP).at(-1)).toMatch(/^Tuần 19 .* đạt 70%/)
  await corrected(people, '2024-W19', 90, '2024-05-13T09:00:00+07:00')
  const [only = '', ...more] = heard(GROUP)
  expect(more).toEqual([])
  expect(only).toContain('Sở GTVT – Hồ sơ trực tuyến (6/5/2024–12/5/2024): đã báo 70%, đúng là 90%')
  expect(only).toContain('Tỉnh Thử – Hồ sơ trực tuyến (6/5/2024–12/5/2024): đã báo 70%, đúng là 80%')
  expect(only).not.toMatch(/Giám đốc|cảnh báo/)
  await app.evaluate()
  await corrected(people, '2024-W18', 90, '2024-05-13T09:30:00+07:00')
  expect(heard(GROUP).filter(text => text.includes('6/5/2024–12/5/2024'))).toEqual([])
})

test('what a group was told and is right again before anybody read of it, is not told', async () => {
  const people = await groupTold()
  const { app, clock, settle, heard } = people
  heard(GROUP)
  await corrected(people, '2024-W19', 90, '2024-05-13T22:00:00+07:00')
  await corrected(people, '2024-W19', 70, '2024-05-13T22:10:00+07:00')
  clock.set('2024-05-14T08:00:00+07:00')
  await settle()
  expect(heard(GROUP)).toEqual([])
  const rows = await app.db.read.outbox.list()
  expect(rows.filter(row => row.topic === 'corrected').map(row => row.state)).toEqual(['withdrawn'])
})
