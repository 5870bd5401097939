import { expect, test } from 'vitest'
import { leave } from '../../src/commands/people.ts'
import { everybody, MEMBERS } from './everybody.ts'
import { bring, bringWeek } from './province.ts'

const STRANGER = expect.stringContaining('Tôi chỉ phục vụ cán bộ đã được mời')
const QUESTION = 'tỷ lệ trực tuyến tuần 19 của tôi'

test('somebody leaves and hears nothing more, a successor comes and begins with what is true now', async () => {
  const { app, settle, clock, heard, say, run, invite, link } = await everybody('2024-05-06T08:00:00+07:00')
  await link('an', 'gd')
  await link('lan', 'qt')
  await bringWeek(app, '2024-W18', 80)
  clock.set('2024-05-13T08:00:00+07:00')
  await bringWeek(app, '2024-W19', 20)
  await settle()
  expect(heard('an')).toEqual([expect.stringContaining('50%')])
  // On a Sunday evening the unit is well again; what is to be said of it waits for the morning.
  clock.set('2024-05-19T22:00:00+07:00')
  await bringWeek(app, '2024-W20', 95)
  expect(await run(leave, 'gd')).toMatchObject({ status: 'done' })
  clock.set('2024-05-20T08:00:00+07:00')
  await settle()
  expect(heard('an')).toEqual([])
  await say('an', QUESTION)
  expect(heard('an')).toEqual([STRANGER])
  // The old list, once more, brings nobody back; a new name is a new person, without the chats of the old one.
  await bring(app, 'members', MEMBERS)
  expect(await run(leave, 'gd')).toMatchObject({ status: 'refused' })
  await bring(app, 'members', MEMBERS.replace('Giám đốc Sở GTVT', 'Trần Văn Bình'))
  const code = await invite('gd')
  await say('binh', code)
  await say('binh', 'Đúng')
  expect(heard('binh')).toEqual([
    expect.stringContaining('Anh/Chị là Trần Văn Bình (Sở Giao thông vận tải)?'),
    expect.stringMatching(/^Đã liên kết\. Anh\/Chị là Trần Văn Bình[^]*65%[^]*không có cảnh báo nào đang mở/),
  ])
  clock.set('2024-05-27T08:00:00+07:00')
  await bringWeek(app, '2024-W21', 0)
  await settle()
  expect(heard('binh')).toEqual([expect.stringContaining('48,75%')])
  await say('an', code)
  await say('an', 'Đúng')
  expect(heard('an')).toEqual([expect.stringContaining('Mã mời này không còn dùng được'), STRANGER])
  expect(heard('lan')).toEqual([])
})

test('a code that leaks into a group is dead; who looks after the members hears of it, the group learns nothing', async () => {
  const { heard, say, invite, link } = await everybody('2024-05-06T08:00:00+07:00')
  await link('lan', 'qt')
  const code = await invite('gd')
  await say('-7', `Mã của anh đây nhé: ${code.toLowerCase()}`, true)
  expect(heard('-7')).toEqual([
    'Mã mời vừa hiện trong nhóm nên đã bị hủy. Xin xin mã mới và gửi riêng cho tôi.',
  ])
  expect(heard('lan')).toEqual([
    expect.stringContaining('Mã mời của Giám đốc Sở GTVT đã hiện trong một nhóm nên đã bị hủy.'),
  ])
  await say('người lạ', code)
  await say('người lạ', 'Đúng')
  expect(heard('người lạ')).toEqual([expect.stringContaining('không còn dùng được'), STRANGER])
  // Whatever the group goes on to say, it is answered once a day.
  for (let said = 0; said < 5; said++) await say('-7', `thế là sao ${said}`, true)
  expect(heard('-7')).toHaveLength(1)
  await say('an', await invite('gd'))
  await say('an', 'Đúng')
  expect(heard('an').at(-1)).toContain('Đã liên kết. Anh/Chị là Giám đốc Sở GTVT')
})

test('a chat goes over to another person: everybody whom it concerns hears of it', async () => {
  const { heard, say, invite, link } = await everybody('2024-05-06T08:00:00+07:00')
  await link('lan', 'qt')
  await link('an', 'gd')
  await link('an 2', 'gd')
  await link('hoa', 'bcd')
  for (const address of ['lan', 'an', 'hoa']) heard(address)
  await say('an', await invite('bcd'))
  expect(heard('an')).toEqual([
    expect.stringMatching(
      /^Anh\/Chị là Ban Chỉ đạo[^]*đang liên kết với Giám đốc Sở GTVT[^]*Người này đã có chat khác/,
    ),
  ])
  await say('an', 'Đúng')
  expect(heard('an')).toEqual([expect.stringContaining('Anh/Chị là Ban Chỉ đạo')])
  expect(heard('hoa')).toEqual([expect.stringContaining('Một chat khác trên Telegram vừa được liên kết')])
  expect(heard('an 2')).toEqual([expect.stringContaining('không còn liên kết với Anh/Chị')])
  expect(heard('lan')).toEqual([expect.stringContaining('tại chat trước đó của Giám đốc Sở GTVT')])
})

test('a stranger who floods is told once how to be invited, and takes nothing from the others', async () => {
  const { app, heard, say, sayAll, typed, link } = await everybody('2024-05-14T08:00:00+07:00')
  await link('an', 'gd')
  await bringWeek(app, '2024-W19', 70)
  const flood = Array.from({ length: 300 }, (_, sent) => ({ address: 'người lạ', text: `xin chào ${sent}` }))
  await sayAll([...flood, { address: 'an', text: QUESTION }])
  expect(heard('người lạ')).toEqual([STRANGER])
  expect(typed('người lạ')).toBe(0)
  expect(heard('an')).toEqual([expect.stringContaining('70%')])
  await say('người lạ', 'còn đó không')
  expect(heard('người lạ')).toEqual([])
})

test('a member who floods gets three answers at once, twenty a minute and one word about patience', async () => {
  const { app, clock, heard, say, sayAll, link } = await everybody('2024-05-14T08:00:00+07:00')
  await link('an', 'gd')
  await link('hoa', 'bcd')
  await bringWeek(app, '2024-W19', 70)
  clock.set('2024-05-14T08:05:00+07:00')
  const flood = Array.from({ length: 60 }, () => ({ address: 'an', text: QUESTION }))
  await sayAll([...flood, { address: 'hoa', text: 'trực tuyến Sở GTVT tuần 19' }])
  const [atOnce, patience] = [heard('an'), 'hơi nhanh']
  expect(atOnce.filter(text => text.includes('70%'))).toHaveLength(3)
  expect(atOnce.filter(text => !text.includes('70%'))).toEqual([expect.stringContaining(patience)])
  expect(heard('hoa')).toEqual([expect.stringContaining('70%')])
  for (let i = 0; i < 30; i++) await say('an', QUESTION)
  const inTurn = heard('an')
  expect(inTurn.filter(text => text.includes('70%'))).toHaveLength(17)
  expect(inTurn.filter(text => text.includes(patience))).toEqual([])
  clock.set('2024-05-14T08:06:01+07:00')
  await say('an', QUESTION)
  expect(heard('an')).toEqual([expect.stringContaining('70%')])
})
