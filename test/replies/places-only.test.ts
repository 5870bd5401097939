import { expect, test } from 'vitest'
import { readScene } from '../../src/answers/scene.ts'
import { newConversation } from '../../src/bot/conversation.ts'
import { converse } from '../../src/bot/converse.ts'
import { createWords } from '../../src/i18n/words.ts'
import { plainText } from '../../src/lib/message.ts'
import { momentOf, smallProvince, weeks } from '../answers/small-province.ts'

const words = createWords('vi')
const AT = '2024-05-21 09:00'
const ROWS = [
  ...weeks('S1', 'online_rate', { 19: [50, 100], 20: [51, 100] }),
  ...weeks('S2', 'online_rate', { 19: [60, 100], 20: [61, 100] }),
  ...weeks('S3', 'online_rate', { 19: [40, 100], 20: [41, 100] }),
]

/** What An, who leads Sở Một, is answered where of peers the place alone is open. */
async function province() {
  const { db } = await smallProvince(ROWS)
  await db.write(async ({ settings }) => await settings.set('peers', 'places'))
  const scene = await readScene(db.read, momentOf(AT))
  const member = scene.members.get('an')!
  const { observations, alerts, explanations, imports, subscriptions, outbox, chats } = db.read
  const stores = { observations, alerts, explanations, imports, subscriptions, outbox, chats }
  return async (text: string) => {
    const turn = await converse({ ...stores, scene, member, words, text, conversation: newConversation })
    return { text: plainText(turn.message), sends: turn.message.choices.map(({ send }) => send) }
  }
}

test('who asks after the value of a peer hears its place, and that the value is not open', async () => {
  const ask = await province()
  const { text } = await ask('Sở Hai trực tuyến bao nhiêu')
  expect(text).toMatch(/^Sở Hai – trực tuyến, [^\n]*: xếp thứ 1\/3 sở, ban, ngành/)
  expect(text).toContain('Chỉ xem được thứ hạng, không xem được giá trị')
  expect(text).not.toMatch(/%|chỉ tiêu/)
})

test.each([
  'Sở Hai cần thêm bao nhiêu hồ sơ',
  'Sở Hai đạt chỉ tiêu chưa',
  'dự báo của Sở Hai',
  'vì sao Sở Hai giảm',
  'Sở Hai 60% đúng không',
  'cảnh báo của Sở Hai',
  'Sở Hai từ khi nào dưới chỉ tiêu',
])('what a place does not say is refused in one line, with the place to ask for: %s', async asked => {
  const { text, sends } = await (await province())(asked)
  expect(text).toBe('Sở Hai: phần này ngoài phạm vi được xem. Anh/Chị xem được thứ hạng của đơn vị này.')
  expect(sends[0]).toBe('Sở Hai xếp thứ mấy')
})

test('peers are not set side by side by what is hidden', async () => {
  const { text } = await (await province())('so sánh Sở Hai với Sở Ba')
  expect(text).not.toMatch(/%|tốt hơn/)
})

test('nothing is offered that would be refused', async () => {
  const ask = await province()
  const offered = ['bảng xếp hạng các sở về trực tuyến', 'Sở Hai trực tuyến bao nhiêu', 'Sở Hai thế nào']
  const sends = (await Promise.all(offered.map(ask))).flatMap(one => one.sends)
  const replies = await Promise.all([...new Set(sends)].map(async send => [send, (await ask(send)).text]))
  expect(replies.filter(([, text]) => text!.includes('ngoài phạm vi'))).toEqual([])
})
