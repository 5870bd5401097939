import { expect, test } from 'vitest'
import { linkChat } from '../../src/bot/links.ts'
import { bring, bringWeek } from '../stories/province.ts'
import { startTalk } from './talk.ts'

const NOT_YOURS = 'không phải tin gửi cho Anh/Chị, hoặc đã quá cũ'
const ALERT = { kind: 'button', messageId: '7' } as const

/** The leader of P-S1 was sent the alert as message 7; then the chat is the leader's of P-S2, whose unit is below as well. */
async function succeeded() {
  const talk = await startTalk('2024-05-13T08:00:00+07:00')
  const { app, clock } = talk
  await bring(app, 'members', 'member,name,role,unit\nyt,Giám đốc Sở Y tế,leader,P-S2')
  await bringWeek(app, '2024-W19', 20)
  const [chat] = await app.db.read.chats.ofMember('gd')
  const [other] = await app.db.read.alerts.ofUnits(['P-S2'])
  await app.db.write(async stores => {
    for (const row of await stores.outbox.list('queued'))
      if (row.member === 'gd')
        await stores.outbox.finish(row.id, {
          state: 'sent',
          sentAt: clock.now(),
          messageId: '7',
          chat: chat!.id,
        })
    await stores.alerts.update(other!.id, { state: 'below', value: 31 })
  })
  const succeed = async () =>
    await app.db.write(async stores => {
      const yt = { member: 'yt', name: 'Giám đốc Sở Y tế', role: 'leader', unit: 'P-S2' } as const
      await linkChat(stores, chat!, yt, clock.now())
    })
  const untouched = async () =>
    (await app.db.read.alerts.ofUnits(['P-S1', 'P-S2'])).every(
      row => row.acknowledgedAt === null && row.snoozedUntil === null && row.explanation === null,
    )
  return { ...talk, chat: chat!, succeed, untouched }
}

test('under the alert of who had the chat before no button does anything to one’s own alerts', async () => {
  const { hear, succeed, untouched, app, chat } = await succeeded()
  await succeed()
  for (const text of ['Đã nhận', 'Nhắc lại sau 3 ngày', 'Giải trình', 'đồng ý', 'hoàn tác', '1'])
    expect(`${text}: ${await hear('gd', text, ALERT)}`).toContain(NOT_YOURS)
  // Said as an answer to that message it is the same; the text that follows explains nothing.
  expect(await hear('gd', 'đã nhận', { messageId: '7' })).toContain(NOT_YOURS)
  await hear('gd', 'thiếu máy quét')
  await hear('gd', 'đồng ý')
  expect(await untouched()).toBe(true)
  expect(await app.db.read.explanations.ofUnits(['P-S2'])).toEqual([])
  expect((await app.db.read.chats.get(chat.id))?.member).toBe('yt')
})

test('what only asks is answered to who presses, of the own unit', async () => {
  const { hear, succeed } = await succeeded()
  await succeed()
  expect(await hear('gd', 'cảnh báo của tôi', ALERT)).toMatch(/Sở Y tế|31%/)
})

test('under a message that is kept no more nothing is done, and a yes there says nothing to what waits', async () => {
  const { hear, untouched, app } = await succeeded()
  const gone = { kind: 'button', messageId: '6' } as const
  expect(await hear('gd', 'Đã nhận', gone)).toContain(NOT_YOURS)
  await hear('gd', 'giải trình: thiếu máy quét')
  expect(await hear('gd', 'đồng ý', gone)).toContain(NOT_YOURS)
  expect(await untouched()).toBe(true)
  // The question is still open to a yes of its own.
  expect(await hear('gd', 'đồng ý')).toContain('Đã ghi giải trình')
  expect(await app.db.read.explanations.ofUnits(['P-S1'])).toHaveLength(1)
})

test('a yes under another’s message does not end the link, nor make one', async () => {
  const { hear, succeed, app, chat } = await succeeded()
  await succeed()
  expect(await hear('gd', 'hủy liên kết')).toContain('?')
  expect(await hear('gd', 'đồng ý', ALERT)).toContain(NOT_YOURS)
  expect((await app.db.read.chats.get(chat.id))?.member).toBe('yt')
})

test('one’s own alert is acknowledged by its button as before', async () => {
  const { hear } = await succeeded()
  expect(await hear('gd', 'Đã nhận', ALERT)).toContain('Đã ghi nhận Anh/Chị đã nhận 1 cảnh báo')
})
