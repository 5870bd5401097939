import { expect, test } from 'vitest'
import { unlink } from '../../src/commands/people.ts'
import { queueDigests } from '../../src/watch/digests.ts'
import { everybody } from './everybody.ts'
import type { Everybody } from './everybody.ts'
import { bring, bringWeek } from './province.ts'

const GROUP = '-7'
const MONDAY = '2024-05-13T07:30:00+07:00'

const HINT = 'Tôi chỉ trả lời trong tin nhắn riêng. Xin mở hộp thoại riêng với tôi để hỏi.'

/** The digest of the week is made and sent. */
async function weekly({ app, clock, settle }: Everybody, at: string): Promise<void> {
  clock.set(at)
  await queueDigests(app.db, { kind: 'weekly', slot: clock.now(), late: false }, app.moment())
  await settle()
}

/** The administrator lan and the leader an, both linked, and figures of two weeks. */
async function office(): Promise<Everybody> {
  const people = await everybody('2024-05-06T08:00:00+07:00')
  await bring(people.app, 'members', 'member,name,role,unit\nqt,Quản trị tỉnh,admin,P')
  await people.link('lan', 'qt')
  await people.link('an', 'gd')
  await bringWeek(people.app, '2024-W18', 80)
  await bringWeek(people.app, '2024-W19', 20)
  await people.settle()
  for (const address of ['lan', 'an']) people.heard(address)
  return people
}

test('an administrator, asked in the own chat, has the digests of the province go into a group, and stops it', async () => {
  const people = await office()
  const { heard, sayIn, say } = people
  await sayIn(GROUP, 'lan', 'Nhận báo cáo')
  expect(heard(GROUP)).toEqual(['Tôi đã hỏi lại người quản trị trong hộp thoại riêng.'])
  expect(heard('lan')).toEqual([expect.stringContaining('Mọi người trong nhóm sẽ đọc được. Đồng ý?')])
  await say('lan', 'Đồng ý')
  expect(heard('lan')).toEqual([expect.stringContaining('Từ nay nhóm nhận báo cáo tuần')])
  expect(heard(GROUP)).toEqual([expect.stringContaining('Từ nay nhóm nhận báo cáo tuần')])
  await say('an', 'giải trình: mất mạng ba ngày')
  await say('an', 'đồng ý')
  await weekly(people, MONDAY)
  const [digest = ''] = heard(GROUP)
  expect(digest).toMatch(/^Tuần 19/)
  for (const secret of ['mất mạng', 'Giám đốc', 'giải trình', 'đã nhận']) expect(digest).not.toContain(secret)
  await sayIn(GROUP, 'lan', 'ngừng báo cáo')
  await say('lan', 'đồng ý')
  heard(GROUP)
  await weekly(people, '2024-05-20T07:30:00+07:00')
  expect(heard(GROUP)).toEqual([])
})

test('nobody else opens a group: not a leader, not a stranger, not the administrator without a yes, or with a late one', async () => {
  const people = await office()
  const { heard, sayIn, say, app, clock } = people
  for (const sender of ['an', 'người lạ']) await sayIn(GROUP, sender, 'nhận báo cáo')
  expect(heard(GROUP)).toEqual([HINT])
  await sayIn(GROUP, 'lan', 'nhận báo cáo')
  await say('lan', 'không')
  await say('lan', 'đồng ý')
  await sayIn(GROUP, 'lan', 'nhận báo cáo')
  clock.set('2024-05-06T09:30:00+07:00')
  await say('lan', 'đồng ý')
  expect(await app.db.read.chats.groups()).toEqual([])
  heard(GROUP)
  await weekly(people, MONDAY)
  expect(heard(GROUP)).toEqual([])
})

test('what else is said in a group gets one hint a day; an operator ends what goes there', async () => {
  const people = await office()
  const { heard, sayIn, say, run, app, clock } = people
  for (const text of ['chào cả nhà', 'tỷ lệ trực tuyến tuần này', 'xã nào chưa đạt'])
    await sayIn(GROUP, 'lan', text)
  expect(heard(GROUP)).toEqual([HINT])
  clock.set('2024-05-07T08:00:01+07:00')
  await sayIn(GROUP, 'an', 'chào')
  expect(heard(GROUP)).toEqual([HINT])
  await sayIn(GROUP, 'lan', 'nhận báo cáo')
  await say('lan', 'có')
  const [group] = await app.db.read.chats.groups()
  expect(group).toMatchObject({ unit: 'P', by: 'qt' })
  expect(await run(unlink, String(group?.chat))).toMatchObject({ status: 'done' })
  expect(await app.db.read.chats.groups()).toEqual([])
})

test('a group that gets digests is given rankings and lists on request, and nothing of a single unit or person', async () => {
  const people = await office()
  const { heard, sayIn, say, app, clock } = people
  clock.set(MONDAY)
  await sayIn(GROUP, 'lan', 'xếp hạng các sở tuần 19')
  expect(heard(GROUP)).toEqual([HINT])
  await sayIn(GROUP, 'lan', 'nhận báo cáo')
  await say('lan', 'đồng ý')
  heard(GROUP)
  for (const text of ['xếp hạng các sở tuần 19', '@tro_ly_bot xếp hạng các sở tuần 19']) {
    await sayIn(GROUP, 'người lạ', text)
    const [table = ''] = heard(GROUP)
    expect(table).toContain('1. Sở Y tế – 70%')
    expect(table).toContain('2. Sở GTVT – 20%')
  }
  await sayIn(GROUP, 'người lạ', 'sở nào chưa đạt chỉ tiêu?')
  expect(heard(GROUP)).toEqual([expect.stringContaining('Sở GTVT')])
  for (const text of [
    'đã nhận',
    'cảnh báo của tôi',
    'ai đã giải trình',
    'Sở GTVT cần thêm bao nhiêu hồ sơ',
    'chào',
  ])
    await sayIn(GROUP, 'an', text)
  expect(heard(GROUP)).toEqual([])
  const [row] = await app.db.read.alerts.ofUnits(['P-S1'])
  expect(row?.acknowledgedAt).toBeNull()
})
