import { expect, test } from 'vitest'
import { everybody } from '../stories/everybody.ts'
import { bringWeek } from '../stories/province.ts'

/** Sở GTVT has just fallen, and its leader in the chat `an` was told so: the last message there. */
async function told() {
  const people = await everybody('2024-05-13T08:00:00+07:00')
  const { app, settle, heard, link, say, ...rest } = people
  await link('an', 'gd')
  await bringWeek(app, '2024-W19', 20)
  await settle()
  heard('an')
  const [row] = await app.db.read.outbox.withPrefix('alert:gd:')
  const hear = async (text: string, messageId?: string) => {
    await (messageId === undefined ? say('an', text) : rest.press('an', messageId, text))
    return heard('an').join('\n')
  }
  const alert = async () => (await app.db.read.alerts.ofUnits(['P-S1']))[0]!
  return { ...people, hear, alert, message: row!.messageId! }
}

const NAMED = 'Ghi nhận Anh/Chị đã nhận 1 cảnh báo (hồ sơ trực tuyến 20%, chỉ tiêu 60%)?'

test.each(['rõ, đã nhận', 'Vâng em đã nhận ạ', 'da nhan'])(
  'right under the alert “%s” acknowledges it',
  async text => {
    const { hear, alert } = await told()
    expect(await hear(text)).toContain('Đã ghi nhận Anh/Chị đã nhận 1 cảnh báo.')
    expect((await alert()).acknowledgedBy).toBe('gd')
  },
)

test('under another answer, and long after it was told, it is asked which alert is meant', async () => {
  const { hear, alert, clock } = await told()
  clock.set('2024-05-14T09:00:00+07:00')
  expect(await hear('đã nhận')).toContain(NAMED)
  expect(await hear('không')).toContain('không thay đổi gì')
  await hear('hạng mấy')
  expect(await hear('đã nhận')).toContain(NAMED)
  expect((await alert()).acknowledgedAt).toBeNull()
  expect(await hear('đồng ý')).toContain('Đã ghi nhận')
  expect((await alert()).acknowledgedBy).toBe('gd')
})

test('its own button acknowledges it however late', async () => {
  const { hear, message, clock } = await told()
  clock.set('2024-05-15T09:00:00+07:00')
  await hear('hạng mấy')
  expect(await hear('Đã nhận', message)).toContain('Đã ghi nhận')
})

test('a yes that may be meant for what was told since is asked for again', async () => {
  const { hear, app, clock, settle, heard } = await told()
  await hear('đã nhận')
  clock.set('2024-05-20T08:00:00+07:00')
  expect(await hear('đổi giờ gửi báo cáo sang 9h')).toContain('đồng ý')
  clock.set('2024-05-20T08:01:00+07:00')
  await bringWeek(app, '2024-W20', 100)
  await settle()
  expect(heard('an').join()).toContain('đạt lại')
  clock.set('2024-05-20T08:02:00+07:00')
  const asked = await hear('ok')
  expect(asked).toContain('09:00')
  expect(asked).toContain('Trả lời “đồng ý”')
  expect(await app.db.read.subscriptions.preferences()).toEqual([])
  await hear('ok')
  expect(await app.db.read.subscriptions.preferences()).toMatchObject([{ member: 'gd', hour: '09:00' }])
})

test('so it is with the wish to hear nothing in this chat', async () => {
  const { hear, app, clock, settle, heard } = await told()
  expect(await hear('tắt tin ở đây')).toContain('Đúng không?')
  clock.set('2024-05-13T08:10:00+07:00')
  await bringWeek(app, '2024-W19', 90)
  await settle()
  heard('an')
  clock.set('2024-05-13T08:11:00+07:00')
  expect(await hear('vâng')).toContain('Đúng không?')
  expect((await app.db.read.chats.find('telegram', 'an'))?.mutedAt).toBeNull()
  await hear('vâng')
  expect((await app.db.read.chats.find('telegram', 'an'))?.mutedAt).not.toBeNull()
})
