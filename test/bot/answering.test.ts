import { expect, test } from 'vitest'
import { dueDay } from '../../src/bot/due-day.ts'
import { invite } from '../../src/bot/invites.ts'
import { undoImport } from '../../src/imports/undo-import.ts'
import { plainText } from '../../src/lib/message.ts'
import { bring, bringWeek } from '../stories/province.ts'
import { startTalk } from './talk.ts'
import type { Talk } from './talk.ts'

/** Sở GTVT is below since Monday, and its leader has read so: the message was number 7 of the chat. */
async function told(): Promise<Talk> {
  const talk = await startTalk('2024-05-13T08:00:00+07:00')
  await bring(
    talk.app,
    'members',
    'member,name,role,unit\npgd,Phó Giám đốc Sở GTVT,leader,P-S1\nct,Chủ tịch tỉnh,leader,P',
  )
  await talk.link('pgd')
  await bringWeek(talk.app, '2024-W19', 20)
  await markSent(talk, '7')
  return talk
}

async function markSent({ app, clock }: Talk, messageId: string): Promise<void> {
  await app.db.write(async ({ outbox, chats }) => {
    for (const row of await outbox.list('queued')) {
      const [chat] = await chats.ofMember(row.member ?? '')
      const sent = { state: 'sent', sentAt: clock.now(), messageId } as const
      if (chat && row.topic !== 'reply') await outbox.finish(row.id, { ...sent, chat: chat.id })
    }
  })
}

async function alertOf({ app }: Talk) {
  const [row] = await app.db.read.alerts.ofUnits(['P-S1'])
  if (!row) throw new Error('no alert')
  return row
}

const PRESSED = { kind: 'button', messageId: '7' } as const

test('a press has one effect, however often and by whomever it comes again', async () => {
  const talk = await told()
  expect(await talk.hear('gd', 'Đã nhận', PRESSED)).toContain('Đã ghi nhận Anh/Chị đã nhận 1 cảnh báo')
  expect(await talk.hear('gd', 'Đã nhận', PRESSED)).toBe(
    'Giám đốc Sở GTVT đã ghi nhận cảnh báo này từ ngày 13/5/2024. Không có gì thay đổi.',
  )
  expect(await talk.hear('pgd', 'Đã nhận', PRESSED)).toContain('Giám đốc Sở GTVT đã ghi nhận')
  expect((await alertOf(talk)).acknowledgedBy).toBe('gd')
  expect(await talk.hear('bcd', 'Đã nhận', PRESSED)).toContain('không phải tin gửi cho Anh/Chị')
})

test('a press under a message that is true no more does nothing and says so', async () => {
  const talk = await told()
  talk.clock.set('2024-05-20T08:00:00+07:00')
  await bringWeek(talk.app, '2024-W20', 100)
  talk.clock.set('2024-05-27T08:00:00+07:00')
  await bringWeek(talk.app, '2024-W21', 10)
  expect((await alertOf(talk)).episode).toBe(2)
  expect(await talk.hear('gd', 'Đã nhận', PRESSED)).toContain('Cảnh báo trong tin này không còn')
  expect((await alertOf(talk)).acknowledgedAt).toBeNull()
})

test('what was taken back and is brought again is the same: its message acknowledges it', async () => {
  const talk = await told()
  const [last] = (await talk.app.db.read.imports.list()).filter(({ kind }) => kind === 'observations')
  talk.clock.set('2024-05-13T09:00:00+07:00')
  await undoImport(talk.app.db, last!.id, talk.clock.now())
  await talk.app.evaluateAfterImport()
  expect(await talk.hear('gd', 'Đã nhận', PRESSED)).toContain('Cảnh báo trong tin này không còn')
  talk.clock.set('2024-05-13T10:00:00+07:00')
  await bringWeek(talk.app, '2024-W19', 20)
  expect((await alertOf(talk)).episode).toBe(2)
  expect(await talk.hear('gd', 'Đã nhận', PRESSED)).toContain('Đã ghi nhận')
})

test('under a message of a phase that is over, and of another unit, it is said why nothing is done', async () => {
  const talk = await told()
  talk.clock.set('2024-07-02T08:00:00+07:00')
  expect(await talk.hear('gd', 'Đã nhận', PRESSED)).toContain('đã kết thúc')
  talk.clock.set('2024-05-14T08:00:00+07:00')
  await bring(talk.app, 'members', 'member,name,role,unit\ngd,Giám đốc Sở GTVT,leader,P-S2')
  await talk.link('gd')
  expect(await talk.hear('gd', 'Đã nhận', PRESSED)).toContain('là của đơn vị khác')
})

test('where there are no buttons a number under the message is the choice that stands there', async () => {
  const talk = await told()
  expect(await talk.hear('gd', '3')).toContain('Sẽ nhắc lại sau 3 ngày')
  await talk.hear('gd', 'hoàn tác')
  expect((await alertOf(talk)).snoozedUntil).toBeNull()
  // Since then something else was talked about: the number belongs to that.
  expect(await talk.hear('gd', '9')).toContain('Không có lựa chọn số 9')
})

test('a reminder can be put off until the next period of the province', async () => {
  const talk = await told()
  expect(await talk.hear('gd', 'Nhắc lại kỳ sau', PRESSED)).toContain('vào ngày 20/5/2024')
})

test('an explanation is read back, added to, taken back within ten minutes, never written over', async () => {
  const talk = await told()
  await talk.hear('gd', 'Giải trình', PRESSED)
  // Whoever takes a quarter of an hour to write has not lost the thread.
  talk.clock.set('2024-05-13T08:15:00+07:00')
  expect(await talk.hear('gd', 'Máy chủ hỏng từ 6/5')).toContain('“Máy chủ hỏng từ 6/5”')
  await talk.hear('gd', 'đồng ý')
  talk.clock.set('2024-05-13T09:00:00+07:00')
  await talk.hear('gd', 'giải trình: Đã sửa xong ngày 12/5')
  await talk.hear('gd', 'đồng ý')
  expect((await alertOf(talk)).explanation).toBe('Máy chủ hỏng từ 6/5\nĐã sửa xong ngày 12/5')
  expect(await talk.hear('gd', 'hoàn tác')).toBe('Đã hoàn tác.')
  expect((await alertOf(talk)).explanation).toBe('Máy chủ hỏng từ 6/5')
  const kept = await talk.app.db.read.explanations.ofUnits(['P-S1'])
  expect(kept.map(({ text, author }) => [author, text])).toEqual([['gd', 'Máy chủ hỏng từ 6/5']])
  expect(await talk.hear('bcd', 'ai đã giải trình')).toContain('Máy chủ hỏng từ 6/5')
  expect(await talk.hear('bcd', 'cảnh báo của Sở GTVT')).toContain('Máy chủ hỏng từ 6/5')
})

test('who stands above asks for an explanation until a day; the unit is told, reminded once, and the answer comes back', async () => {
  const talk = await told()
  expect(await talk.hear('gd', 'yêu cầu Sở Y tế giải trình trước thứ sáu')).toContain('không có quyền')
  expect(await talk.hear('bcd', 'yêu cầu Sở Y tế giải trình')).toContain(
    'không có cảnh báo nào để giải trình',
  )
  await talk.hear('bcd', 'Sở GTVT trực tuyến thế nào')
  expect(await talk.hear('bcd', 'Yêu cầu họ giải trình trước thứ sáu.')).toContain(
    'Yêu cầu Sở GTVT giải trình',
  )
  await talk.hear('bcd', 'sở nào chưa đạt trực tuyến')
  expect(await talk.hear('bcd', 'đề nghị các sở này giải trình trước thứ sáu')).toContain('Sở GTVT')
  expect(await talk.hear('bcd', 'yêu cầu Sở GTVT giải trình trước hôm qua')).toContain('Xin nói rõ hạn')
  expect(await talk.hear('bcd', 'yêu cầu Sở GTVT giải trình trước thứ sáu')).toBe(
    'Yêu cầu Sở GTVT giải trình chậm nhất ngày 17/5/2024? Trả lời “đồng ý” để gửi.',
  )
  const all = 'giải trình chậm nhất ngày 17/5/2024, chung cho mọi cảnh báo của đơn vị, không riêng'
  for (const text of [
    'đề nghị Sở GTVT giải trình về hồ sơ trực tuyến trước thứ sáu',
    'Nhờ em bảo Sở GTVT nêu rõ lý do hồ sơ trực tuyến thấp, hạn hết ngày 17/5',
  ])
    expect(await talk.hear('bcd', text)).toContain(all)
  expect(await talk.hear('bcd', 'bảo Sở GTVT giải trình trước giờ họp nhé')).toContain('Xin nói rõ hạn')
  expect(await talk.hear('bcd', 'yêu cầu Sở GTVT giải trình trước thứ sáu')).toContain('17/5/2024?')
  expect(await talk.app.db.read.explanations.requests()).toEqual([])
  await talk.hear('bcd', 'đồng ý')
  expect(await talk.notice('request')).toContain(
    'Ban Chỉ đạo yêu cầu Sở GTVT giải trình chậm nhất ngày 17/5/2024',
  )
  await markSent(talk, '8')
  for (const day of ['14', '15', '16', '17']) {
    talk.clock.set(`2024-05-${day}T06:30:00+07:00`)
    await talk.app.evaluate()
  }
  const asked = (await talk.app.db.read.outbox.list()).filter(row => row.topic === 'request')
  expect(new Set(asked.map(row => row.member))).toEqual(new Set(['gd', 'pgd']))
  expect(asked).toHaveLength(4)
  expect(await talk.notice('request')).toContain('Xin nhắc')
  talk.clock.set('2024-05-18T09:00:00+07:00')
  expect(await talk.hear('bcd', 'ai chưa giải trình')).toMatch(/Sở GTVT[^]*quá hạn 17\/5\/2024/)
  await talk.hear('gd', 'giải trình: Thiếu người')
  await talk.hear('gd', 'đồng ý')
  expect(await talk.notice('answered')).toMatch(/Sở GTVT – đã giải trình[^]*sau hạn[^]*“Thiếu người”/)
  expect(await talk.notice('request')).toBeNull()
})

test('who is linked after the day by which the unit was to explain itself is told once, and that it is over', async () => {
  const talk = await startTalk('2024-05-13T08:00:00+07:00', ['bcd'])
  await bringWeek(talk.app, '2024-W19', 20)
  await talk.hear('bcd', 'yêu cầu Sở GTVT giải trình trước thứ sáu')
  await talk.hear('bcd', 'đồng ý')
  talk.clock.set('2024-05-16T06:30:00+07:00')
  await talk.app.evaluate()
  talk.clock.set('2024-05-20T09:00:00+07:00')
  const code = (await talk.app.db.write(async stores => await invite(stores, 'gd', talk.clock.now()))).code
  await talk.hear('gd', code)
  expect(await talk.hear('gd', 'đúng')).toContain(
    'Đơn vị được yêu cầu giải trình và đã quá hạn (ngày 17/5/2024).',
  )
  const said = await Promise.all(
    (await talk.app.db.read.outbox.withPrefix('request:')).map(async row => {
      const [chat] = await talk.app.db.read.chats.ofMember('gd')
      const message = chat ? await talk.app.compose(row, chat) : null
      return message && plainText(message)
    }),
  )
  expect(said).toHaveLength(2)
  expect(said[0]).toContain('hạn chót ngày 17/5/2024 đã qua')
  expect(said[1]).toBeNull()
})

test.each([
  ['', '2024-05-20'],
  ['truoc thu sau', '2024-05-17'],
  ['truoc thu 2', '2024-05-20'],
  ['truoc chu nhat', '2024-05-19'],
  ['truoc ngay 30/5', '2024-05-30'],
  ['cham nhat la 1/6/2024', '2024-06-01'],
  ['trong 3 ngay', '2024-05-16'],
  ['trong vong 10 ngay', '2024-05-23'],
  ['den ngay mai', '2024-05-14'],
  ['truoc 31/2', null],
  ['truoc 1/5/2024', null],
  ['truoc 1/5', null],
  ['som nhat co the', null],
  ['sang', null],
  ['han la chieu thu sau', '2024-05-17'],
  ['cham nhat la sang thu ba tuan sau', '2024-05-21'],
])('until when: %s', (words, day) => {
  expect(dueDay(words, '2024-05-13', [])).toBe(day)
})
