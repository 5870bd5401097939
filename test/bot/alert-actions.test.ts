import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { actFormIn } from '../../src/bot/act-forms.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { bringWeek } from '../stories/province.ts'
import { startTalk } from './talk.ts'
import type { Talk } from './talk.ts'

/** A unit that is below its target since Monday morning; its leader has the chat `gd`. */
async function below(): Promise<Talk> {
  const talk = await startTalk('2024-05-13T08:00:00+07:00')
  await bringWeek(talk.app, '2024-W19', 20)
  return talk
}

async function alertOf({ app }: Talk) {
  const [row] = await app.db.read.alerts.ofUnits(['P-S1'])
  if (!row) throw new Error('no alert')
  return row
}

test('a leader acknowledges right under the alert, and so nobody above is told', async () => {
  const talk = await below()
  await talk.told('gd', '70')
  expect(await talk.hear('gd', 'Đã nhận')).toBe('Đã ghi nhận Anh/Chị đã nhận 1 cảnh báo.')
  expect(await alertOf(talk)).toMatchObject({
    acknowledgedAt: Date.parse('2024-05-13T08:00:00+07:00'),
    acknowledgedBy: 'gd',
    explanation: null,
  })
  talk.clock.set('2024-05-21T08:00:00+07:00')
  await talk.app.evaluate()
  const rows = await talk.app.db.read.outbox.list()
  expect(rows.filter(row => row.topic === 'alert').map(row => row.member)).toEqual(['gd'])
})

test('a question of ours that a press answers gives its place to the answer; typed, the answer follows', async () => {
  const talk = await below()
  const press = { kind: 'button', messageId: '77' } as const
  expect((await talk.say('gd', 'nhắc lại sau 3 ngày')).replaces).toBeUndefined()
  await talk.arrived('gd', '77')
  expect((await talk.say('gd', 'đồng ý', press)).replaces).toBe('77')
  await talk.arrived('gd', '77')
  expect((await talk.say('gd', 'hoàn tác', press)).replaces).toBe('77')
  expect((await talk.say('gd', 'Đã nhận', press)).replaces).toBeUndefined()
  expect((await talk.say('gd', 'hoàn tác')).replaces).toBeUndefined()
})

test('a reminder that was put off comes on the day that was promised, in the morning', async () => {
  const talk = await below()
  talk.clock.set('2024-05-13T16:45:00+07:00')
  expect(await talk.hear('gd', 'nhắc lại sau 3 ngày')).toContain(
    'Nhắc lại sau 3 ngày, vào ngày 16/5/2024 (hồ sơ trực tuyến 20%, chỉ tiêu 60%)?',
  )
  expect(await talk.hear('gd', 'đồng ý')).toBe('Sẽ nhắc lại sau 3 ngày, vào ngày 16/5/2024.')
  await talk.app.db.write(async ({ outbox }) => {
    for (const row of await outbox.list('queued')) await outbox.finish(row.id, { state: 'sent' })
  })
  const reminders = async (at: string) => {
    talk.clock.set(at)
    await talk.app.evaluate()
    return (await talk.app.db.read.outbox.list()).filter(
      row => row.topic === 'alert' && row.state === 'queued',
    ).length
  }
  expect(await reminders('2024-05-15T06:30:00+07:00')).toBe(0)
  expect(await reminders('2024-05-16T06:30:00+07:00')).toBe(1)
  expect(await talk.notice('alert')).toContain('vẫn dưới chỉ tiêu')
})

test('an explanation is kept as it was written, acknowledges, and is read by who is told of the unit', async () => {
  const talk = await below()
  expect(await talk.hear('gd', 'giải trình')).toContain('giải trình: <nội dung>')
  expect((await alertOf(talk)).explanation).toBeNull()
  expect(await talk.hear('gd', 'Giải trình: Máy chủ hỏng từ 6/5: <b>đã sửa</b>')).toContain('“đồng ý”')
  expect((await alertOf(talk)).explanation).toBeNull()
  expect(await talk.hear('gd', 'Đồng ý')).toBe(
    'Đã ghi giải trình cho 1 cảnh báo. Ban Chỉ đạo xem được nội dung này.',
  )
  expect(await alertOf(talk)).toMatchObject({
    explanation: 'Máy chủ hỏng từ 6/5: <b>đã sửa</b>',
    acknowledgedBy: 'gd',
  })
})

test.each([
  ['Em xin giải trình như sau: máy chủ hỏng ba ngày', 'máy chủ hỏng ba ngày'],
  ['Tui giải trình vầy nghen: tuần rồi mưa lớn, mấy xã mất điện', 'tuần rồi mưa lớn, mấy xã mất điện'],
  ['giải trình do máy chủ hỏng từ 6/5, đang sửa', 'do máy chủ hỏng từ 6/5, đang sửa'],
])('who explains may begin with oneself, or with the reason: %s', async (text, explanation) => {
  const talk = await below()
  expect(await talk.hear('gd', text)).toContain(`“${explanation}”`)
  expect((await alertOf(talk)).explanation).toBeNull()
  await talk.hear('gd', 'đồng ý')
  expect((await alertOf(talk)).explanation).toBe(explanation)
})

test.each(['Sở Y tế giải trình: máy hỏng', 'giải trình vì sao thấp', 'giải trình do đâu mà thấp vậy em'])(
  'explains nothing: %s',
  async text => {
    const talk = await below()
    expect(await talk.hear('gd', text)).not.toContain('Ghi giải trình')
  },
)

test('an explanation may come as the next message, and is read back first', async () => {
  const talk = await below()
  await talk.hear('gd', 'giải trình')
  expect(await talk.hear('gd', 'Do đường truyền hỏng từ 10/5, đã báo VNPT')).toContain('Do đường truyền hỏng')
  expect((await alertOf(talk)).explanation).toBeNull()
  await talk.hear('gd', 'đồng ý')
  expect((await alertOf(talk)).explanation).toBe('Do đường truyền hỏng từ 10/5, đã báo VNPT')
})

test('what was done can be undone for ten minutes, and then no more', async () => {
  const talk = await below()
  await talk.hear('gd', 'đã nhận')
  await talk.hear('gd', 'đồng ý')
  expect(await talk.hear('gd', 'hoàn tác')).toBe('Đã hoàn tác.')
  expect((await alertOf(talk)).acknowledgedAt).toBeNull()
  await talk.hear('gd', 'đã nhận')
  await talk.hear('gd', 'đồng ý')
  talk.clock.set('2024-05-13T08:11:00+07:00')
  expect(await talk.hear('gd', 'hoàn tác')).toContain('Không có việc nào vừa làm')
  expect((await alertOf(talk)).acknowledgedBy).toBe('gd')
})

test('a snooze from a button is its own confirmation; other words for it are asked about', async () => {
  const talk = await below()
  await talk.told('gd', '71')
  const press = { kind: 'button', messageId: '71' } as const
  expect(await talk.hear('gd', 'Nhắc lại sau 3 ngày', press)).toContain('Sẽ nhắc lại sau 3 ngày')
  talk.clock.set('2024-05-13T08:01:00+07:00')
  expect(await talk.hear('gd', 'mai nhắc lại nhé em')).toContain('Nhắc lại sau 1 ngày')
  expect(await talk.hear('gd', 'rõ, đã nhận')).toContain('Trả lời “đồng ý”')
  expect(await talk.hear('gd', 'không')).toBe('Đã bỏ qua, không thay đổi gì.')
})

test('only a leader acts, and only on alerts that stand', async () => {
  const talk = await below()
  for (const text of ['đã nhận', 'nhắc lại sau 3 ngày', 'giải trình: x']) {
    expect(await talk.hear('bcd', text)).toContain('không có quyền')
  }
  expect((await alertOf(talk)).acknowledgedAt).toBeNull()
  expect(await talk.hear('gd', 'cảnh báo của tôi')).toContain('20%')
  talk.clock.set('2024-07-01T08:00:00+07:00')
  expect(await talk.hear('gd', 'cảnh báo của tôi')).not.toContain('20%')
  expect(await talk.hear('gd', 'đã nhận')).toBe('Hiện không có cảnh báo nào để xử lý.')
  expect((await alertOf(talk)).acknowledgedAt).toBeNull()
})

test('an alert that recovered meanwhile needs nothing any more', async () => {
  const talk = await below()
  const text = 'unit,indicator,period,numerator,denominator,value,note\nP-S1,online_rate,2024-W19,90,100,,'
  const bytes = Buffer.from(text)
  const at = talk.clock.now()
  await importFile(talk.app.db, { kind: 'observations', file: 'sua.csv', bytes, at })
  await talk.app.evaluate()
  expect(await talk.hear('gd', 'đã nhận')).toBe('Hiện không có cảnh báo nào để xử lý.')
})

test('an action is the whole message, however it is accented; a snooze has 1 to 30 days', () => {
  for (const folded of ['da nhan', 'da nhan.', 'da nhan canh bao', 'da nhan duoc thong bao!']) {
    expect(actFormIn(folded)).toEqual({ do: 'acknowledge' })
  }
  for (const folded of [
    'da nhan bao nhieu ho so',
    'chua nhan',
    'nhac lai',
    'nhac lai sau ngay',
    'toi giai trinh',
    'dong y voi so lieu nay',
  ]) {
    expect(actFormIn(folded)).toBeNull()
  }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99 }), days => {
      const text = `nhac lai sau ${days} ngay`
      expect(actFormIn(text)).toEqual({ do: 'snooze', days: Math.min(30, Math.max(1, days)) })
    }),
  )
  expect(actFormIn(`Giải trình:${'x'.repeat(2000)}`)).toEqual({
    do: 'explain',
    text: 'x'.repeat(1000),
  })
})

test('who is no leader acts on nothing, and the refusal is in the audit with its chat', async () => {
  const talk = await below()
  for (const text of ['đã nhận', 'nhắc lại sau 3 ngày', 'giải trình: do đường truyền', 'giải trình'])
    expect(await talk.hear('bcd', text)).toContain('không có quyền')
  expect(await alertOf(talk)).toMatchObject({ acknowledgedAt: null, explanation: null, snoozedUntil: null })
  const chat = await talk.app.db.read.chats.find('telegram', 'bcd')
  const noted = (await talk.app.db.read.audit.since(0)).filter(({ action }) => action === 'refused')
  expect(noted.map(({ actor, chat: from, object }) => [actor, from, object])).toEqual(
    ['acknowledge', 'snooze', 'explain', 'explain'].map(act => ['member:bcd', chat?.id, `act:${act}`]),
  )
})

test('a yes for which nothing waits does nothing: pressed once more, typed late, or never asked for', async () => {
  const talk = await below()
  const press = { kind: 'button', messageId: '78' } as const
  const nothing = 'Không có việc nào đang chờ Anh/Chị trả lời.'
  expect(await talk.hear('gd', 'đồng ý')).toBe(nothing)
  expect(await talk.hear('gd', 'không')).toBe(nothing)
  await talk.hear('gd', 'Giải trình: máy chủ hỏng hai ngày')
  await talk.arrived('gd', '78')
  await talk.hear('gd', 'Đồng ý', press)
  for (const again of ['Đồng ý', 'Không'])
    expect(await talk.hear('gd', again, press)).toBe('Việc này đã làm xong. Không có gì thay đổi.')
  expect(await alertOf(talk)).toMatchObject({ explanation: 'máy chủ hỏng hai ngày' })
  expect(await talk.hear('gd', 'ok')).toBe('Vâng. Anh/Chị cần gì cứ hỏi.')
  talk.clock.set('2024-05-13T08:15:00+07:00')
  expect(await talk.hear('gd', 'đồng ý')).toBe(nothing)
})

test('what is acknowledged is not offered to be acknowledged', async () => {
  const talk = await below()
  const offered = async () => (await talk.say('gd', 'cảnh báo của tôi')).choices.map(({ label }) => label)
  expect(await offered()).toContain('Đã nhận')
  // Typed under the list that offers it, it is the choice of it.
  expect(await talk.hear('gd', 'đã nhận')).toContain('Đã ghi nhận')
  expect(await offered()).not.toContain('Đã nhận')
  expect(await talk.hear('gd', 'cảnh báo của tôi')).toContain('\n\nGửi "nhắc lại sau 3 ngày" để tạm hoãn')
})
