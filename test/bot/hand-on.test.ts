import { expect, test } from 'vitest'
import { bring, bringWeek } from '../stories/province.ts'
import { startTalk } from './talk.ts'
import type { Talk } from './talk.ts'

const MEMBERS = `member,name,role,unit
cb1,Nguyễn Văn Bình,officer,P-S1
cb2,Trần Thị Cúc,officer,P-S1
cb3,Lê Văn Dũng,officer,P-S2`

/** A unit that is below its target, with a leader, two officers, and an officer elsewhere. */
async function below(members = MEMBERS): Promise<Talk> {
  const talk = await startTalk('2024-05-13T08:00:00+07:00')
  await bring(talk.app, 'members', members)
  await bringWeek(talk.app, '2024-W19', 20)
  return talk
}

async function handedRows({ app }: Talk): Promise<string[]> {
  const rows = await app.db.read.outbox.list()
  return rows.filter(row => row.topic === 'handed').map(row => `${row.member} ${row.state}`)
}

test('a leader hands an alert on to an officer of the unit, who reads what is the matter', async () => {
  const talk = await below()
  expect(await talk.hear('gd', 'Chuyển cho anh Bình')).toContain(
    'Chuyển 1 cảnh báo (hồ sơ trực tuyến 20%, chỉ tiêu 60%) cho Nguyễn Văn Bình theo dõi?',
  )
  expect(await handedRows(talk)).toEqual([])
  expect(await talk.hear('gd', 'đồng ý')).toContain('Đã chuyển 1 cảnh báo cho Nguyễn Văn Bình.')
  expect(await handedRows(talk)).toEqual(['cb1 queued'])
  await talk.link('cb1')
  expect(await talk.notice('handed')).toContain('Giám đốc Sở GTVT chuyển cho Anh/Chị theo dõi 1 cảnh báo:')
  expect(await talk.hear('gd', 'hoàn tác')).toBe('Đã hoàn tác.')
  expect(await handedRows(talk)).toEqual(['cb1 withdrawn'])
})

test('of several officers one must be named; nobody of another unit is meant, and other words ask for something else', async () => {
  const talk = await below()
  expect(await talk.hear('gd', 'giao cho cán bộ')).toContain('Nguyễn Văn Bình, Trần Thị Cúc')
  for (const text of ['chuyển cho Lê Văn Dũng', 'chuyển cho tôi bảng xếp hạng']) {
    expect(await talk.hear('gd', text)).not.toContain('theo dõi?')
    await talk.hear('gd', 'đồng ý')
  }
  expect(await handedRows(talk)).toEqual([])
  const alone = await below('member,name,role,unit\ncb1,Nguyễn Văn Bình,officer,P-S1')
  expect(await alone.hear('gd', 'giao cho chuyên viên nhé')).toContain('cho Nguyễn Văn Bình theo dõi?')
})

test('who is no leader hands nothing on, and what stands no more is not handed', async () => {
  const talk = await below()
  await talk.link('cb2')
  expect(await talk.hear('cb2', 'chuyển cho Nguyễn Văn Bình')).toContain('không có quyền')
  await talk.hear('gd', 'chuyển cho Bình')
  await talk.hear('gd', 'đồng ý')
  await bringWeek(talk.app, '2024-W19', 95)
  await talk.link('cb1')
  expect(await talk.notice('handed')).toBeNull()
  expect(await talk.hear('gd', 'chuyển cho Bình')).toBe('Hiện không có cảnh báo nào để xử lý.')
})

/** What the leader may send under the alert. */
async function offered({ app }: Talk): Promise<string[]> {
  const rows = await app.db.read.outbox.list()
  const row = rows.find(({ topic, member }) => topic === 'alert' && member === 'gd')
  const [chat] = await app.db.read.chats.ofMember('gd')
  const message = row && chat ? await app.compose(row, chat) : null
  return message?.choices.map(({ send }) => send) ?? []
}

test('under an alert stands to whom it can be handed on: pressing that does it, or asks which officer', async () => {
  const alone = await below('member,name,role,unit\ncb1,Nguyễn Văn Bình,officer,P-S1')
  await alone.app.evaluate()
  expect(await offered(alone)).toContain('Chuyển cho Nguyễn Văn Bình')
  await alone.told('gd', '7')
  expect(await alone.hear('gd', 'Chuyển cho Nguyễn Văn Bình', { kind: 'button', messageId: '7' })).toContain(
    'Đã chuyển 1 cảnh báo cho Nguyễn Văn Bình.',
  )
  expect(await handedRows(alone)).toEqual(['cb1 queued'])
  expect(await alone.hear('gd', 'hoàn tác')).toBe('Đã hoàn tác.')
  const two = await below()
  await two.app.evaluate()
  expect(await offered(two)).toContain('Chuyển cho cán bộ')
  const none = await below('member,name,role,unit\ncb3,Lê Văn Dũng,officer,P-S2')
  await none.app.evaluate()
  expect((await offered(none)).filter(send => send.startsWith('Chuyển'))).toEqual([])
})

test('the officer to whom it was handed is reminded as asked: alone, of what still stands, once; and it can be undone', async () => {
  const talk = await below()
  const { app, clock, hear } = talk
  await talk.link('cb1')
  await talk.told('gd', '7')
  await hear('gd', 'Chuyển cho Nguyễn Văn Bình', { kind: 'button', messageId: '7' })
  const sendAll = async () =>
    await app.db.write(async ({ outbox, chats }) => {
      for (const row of await outbox.list('queued')) {
        const [chat] = await chats.ofMember(row.member ?? '')
        await outbox.finish(row.id, {
          state: 'sent',
          chat: chat?.id ?? null,
          messageId: String(row.id),
          sentAt: clock.now(),
        })
      }
    })
  await sendAll()
  const [given] = await app.db.read.outbox.withPrefix('handed:')
  const press = { kind: 'button', messageId: given!.messageId } as const
  expect(await hear('cb1', 'nhắc lại sau 3 ngày', press)).toBe(
    'Sẽ nhắc riêng Anh/Chị sau 3 ngày, vào ngày 16/5/2024. Lãnh đạo vẫn nhận cảnh báo như trước.',
  )
  expect(await handedRows(talk)).toEqual(['cb1 sent', 'cb1 queued'])
  expect(await hear('cb1', 'hoàn tác')).toBe('Đã hoàn tác.')
  expect(await handedRows(talk)).toEqual(['cb1 sent', 'cb1 withdrawn'])
  await hear('cb1', 'nhắc lại sau 1 ngày', press)
  await hear('cb1', 'nhắc lại sau 2 ngày', press)
  expect(await handedRows(talk)).toEqual(['cb1 sent', 'cb1 withdrawn', 'cb1 withdrawn', 'cb1 queued'])
  const [row] = await app.db.read.alerts.ofUnits(['P-S1'])
  expect(row?.snoozedUntil).toBeNull()
  clock.set('2024-05-15T08:00:00+07:00')
  expect(await talk.notice('handed')).toContain('1 cảnh báo mà Anh/Chị hẹn nhắc lại vẫn chưa hết:')
  await bringWeek(app, '2024-W19', 95)
  expect(await talk.notice('handed')).toBeNull()
  expect(await hear('cb2', 'nhắc lại sau 3 ngày')).not.toContain('Sẽ nhắc')
})

test('a leader without officers is told so', async () => {
  const talk = await below('member,name,role,unit\ncb3,Lê Văn Dũng,officer,P-S2')
  expect(await talk.hear('gd', 'chuyển cho cán bộ')).toContain('Đơn vị chưa có cán bộ nào trong danh sách')
})
