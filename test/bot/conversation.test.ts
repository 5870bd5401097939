import { expect, test } from 'vitest'
import { bring, bringWeek } from '../stories/province.ts'
import { startTalk } from './talk.ts'

const MORNING = '2024-05-13T08:00:00+07:00'

/** Weeks of 80 % and 20 %, told on the Monday after. */
async function twoWeeks() {
  const talk = await startTalk(MORNING)
  await bringWeek(talk.app, '2024-W18', 80)
  await bringWeek(talk.app, '2024-W19', 20)
  return talk
}

test('what was said holds for ten minutes, in its own chat', async () => {
  const { hear, clock, app } = await twoWeeks()
  await app.db.write(async ({ chats }) => {
    const other = await chats.touch('zalo-bot', 'another')
    await chats.link(other.id, 'bcd', clock.now())
  })
  expect(await hear('bcd', 'trực tuyến tuần 18 của Sở GTVT')).toContain('80%')
  clock.set('2024-05-13T08:10:00+07:00')
  expect(await hear('bcd', 'còn tuần 19?')).toMatch(/Sở GTVT – hồ sơ trực tuyến[^]*6–12\/5\/2024\): 20%/)
  const elsewhere = { channel: 'zalo-bot', address: 'another' } as const
  expect(await hear('bcd', 'còn tuần 18?', elsewhere)).not.toContain('Sở GTVT – hồ sơ trực tuyến')
  expect(await hear('bcd', 'còn tuần 18?')).toMatch(/Sở GTVT – hồ sơ trực tuyến[^]*80%/)
  clock.set('2024-05-13T08:20:01+07:00')
  expect(await hear('bcd', 'còn tuần 19?')).not.toContain('Sở GTVT – hồ sơ trực tuyến')
})

test('what stood too long in the chat, or cannot be read, is no conversation', async () => {
  const { hear, app } = await twoWeeks()
  await hear('gd', 'trực tuyến tuần 18 của tôi')
  const chat = await app.db.read.chats.find('telegram', 'gd')
  await app.db.write(async stores => {
    await stores.conversations.put(String(chat?.id), '{"history": [', app.clock.now())
  })
  expect(await hear('gd', 'quay lại')).toBe('Không còn câu hỏi nào trước đó.')
})

test('a choice is taken by its number, its label or a tap; a number that none has is said', async () => {
  const { say, hear } = await twoWeeks()
  const first = await say('gd', 'trực tuyến tuần 18 của tôi')
  const ranking = first.choices.findIndex(choice => choice.label === 'Tất cả chỉ số')
  expect(ranking).toBeGreaterThanOrEqual(0)
  const byNumber = await hear('gd', String(ranking + 1))
  expect(byNumber).toContain('giai đoạn 1 đến 13/5/2024: 50%')
  await hear('gd', 'trực tuyến tuần 18 của tôi')
  expect(await hear('gd', 'Tất cả chỉ số')).toBe(byNumber)
  await hear('gd', 'trực tuyến tuần 18 của tôi')
  expect(await hear('gd', first.choices[ranking]?.send ?? '')).toBe(byNumber)
  expect(await hear('gd', '9')).toBe('Không có lựa chọn số 9. Xin chọn lại hoặc gõ câu hỏi.')
})

test('a number long after the choices says that they are gone', async () => {
  const { hear, clock, app } = await twoWeeks()
  await hear('gd', 'trực tuyến tuần 18 của tôi')
  clock.set('2024-05-13T09:00:00+07:00')
  expect(await hear('gd', '2')).toBe('Lựa chọn này đã hết hiệu lực. Xin hỏi lại.')
  expect(await app.db.read.unanswered.list(9)).toEqual([])
})

test('a name that two units share is asked back, and the number answers', async () => {
  const { app, say, hear } = await twoWeeks()
  await bring(
    app,
    'units',
    `code,name,short_name,kind,parent,aliases
P-H1,Huyện Một,Một,district,P,
P-H2,Huyện Hai,Hai,district,P,
P-X1,Xã Phú Thịnh,Phú Thịnh,commune,P-H1,
P-X2,Xã Phú Thịnh,Phú Thịnh,commune,P-H2,`,
  )
  await bring(
    app,
    'observations',
    `unit,indicator,period,numerator,denominator,value,note
P-X1,online_rate,2024-W19,31,100,,
P-X2,online_rate,2024-W19,32,100,,`,
  )
  const asked = await say('bcd', 'trực tuyến xã Phú Thịnh tuần 19')
  expect(asked.choices.map(choice => choice.label)).toEqual([
    'Xã Phú Thịnh (huyện Một)',
    'Xã Phú Thịnh (huyện Hai)',
  ])
  expect(asked.blocks.map(block => block.text).join()).not.toMatch(/3[12]%/)
  expect(await hear('bcd', '2')).toContain('32%')
  await say('bcd', 'trực tuyến xã Phú Thịnh tuần 19')
  expect(await hear('bcd', 'huyện Một')).toContain('31%')
})

test('going back answers the question before once more, and forgets nothing where there is none', async () => {
  const { hear } = await twoWeeks()
  const first = await hear('gd', 'trực tuyến tuần 18 của tôi')
  await hear('gd', 'còn tuần 19?')
  expect(await hear('gd', 'quay lại')).toBe(first)
  expect(await hear('gd', 'quay lai')).toBe('Không còn câu hỏi nào trước đó.')
  expect(await hear('gd', 'còn tuần 19?')).toContain('20%')
})

test('two questions in one message are both answered, each once', async () => {
  const { say } = await twoWeeks()
  const { blocks, choices } = await say('gd', 'trực tuyến tuần 18 bao nhiêu, còn thiếu bao nhiêu hồ sơ')
  const text = blocks.map(block => block.text).join('\n')
  expect(text).toContain('80%')
  expect(text).toContain('Cần thêm 440 hồ sơ')
  const sends = choices.map(choice => choice.send)
  expect(new Set(sends).size).toBe(sends.length)
})

test('a command of the menu is the question that it stands for', async () => {
  const { hear } = await twoWeeks()
  const [byCommand, byBot] = [await hear('gd', '/help'), await hear('gd', '/help@ChiTieuBot')]
  expect(byCommand).toContain('Số liệu đơn vị')
  expect(byBot).toBe(byCommand)
  expect(await hear('gd', '/start')).toBe(byCommand)
})

test('what is not understood is kept for the operator, without the person', async () => {
  const { hear, app } = await twoWeeks()
  await hear('gd', '😀')
  await hear('bcd', '😀')
  expect(await app.db.read.unanswered.list(9)).toEqual([
    { text: '😀', times: 2, lastAt: Date.parse(MORNING) },
  ])
})

test('the text of a message is forgotten once it is answered', async () => {
  const { hear, app } = await twoWeeks()
  await hear('gd', 'trực tuyến tuần 18 của tôi')
  expect(await app.db.read.inbox.pending(9)).toEqual([])
  expect(JSON.stringify(await app.db.read.outbox.list())).not.toContain('tuần 18 của tôi')
})
