import { expect, test } from 'vitest'
import { MINUTE_MS } from '../../src/core/durations.ts'
import { bring, bringWeek } from '../stories/province.ts'
import { startTalk } from './talk.ts'

/** A unit below its target; what is said there arrives under numbers, which name it. */
async function below() {
  const talk = await startTalk('2024-05-13T08:00:00+07:00')
  const { app, clock } = talk
  await bring(app, 'members', 'member,name,role,unit\ncb,Nguyễn Văn Bình,officer,P-S1')
  await talk.link('cb')
  await bringWeek(app, '2024-W19', 20)
  await talk.told('gd', 'alert')
  let said = 0
  /** Says it a minute later, under the message where one is named; the number of the reply, and its text. */
  const say = async (from: string, text: string, messageId: string | null = null) => {
    clock.set(new Date(clock.now() + MINUTE_MS).toISOString())
    const kind = messageId === null ? 'text' : 'button'
    const reply = await talk.hear(from, text, { messageId, kind })
    const id = `${from}-${++said}`
    await talk.arrived(from, id)
    return { id, reply }
  }
  const doIt = async (from: string, text: string) => {
    await say(from, text)
    return await say(from, 'đồng ý')
  }
  const alert = async () => (await app.db.read.alerts.ofUnits(['P-S1']))[0]!
  return { ...talk, say, doIt, alert }
}

test('each act is undone by its own button; what was done since about the same alert stays', async () => {
  const { say, alert } = await below()
  const received = await say('gd', 'Đã nhận', 'alert')
  const putOff = await say('gd', 'Nhắc lại sau 3 ngày', 'alert')
  expect((await say('gd', 'hoàn tác', received.id)).reply).toBe('Đã hoàn tác.')
  expect(await alert()).toMatchObject({ acknowledgedAt: null, acknowledgedBy: null })
  expect((await alert()).snoozedUntil).not.toBeNull()
  expect((await say('gd', 'hoàn tác', received.id)).reply).toContain('Không có việc nào vừa làm')
  expect((await say('gd', 'hoàn tác', putOff.id)).reply).toBe('Đã hoàn tác.')
  expect((await alert()).snoozedUntil).toBeNull()
})

test('an act that another one took the place of is not undone on its own: first the later one, then it', async () => {
  const { say, alert } = await below()
  const short = await say('gd', 'Nhắc lại sau 1 ngày', 'alert')
  const day = (await alert()).snoozedUntil
  const long = await say('gd', 'Nhắc lại sau 3 ngày', 'alert')
  const until = (await alert()).snoozedUntil
  expect((await say('gd', 'hoàn tác', short.id)).reply).toContain('xin hoàn tác việc làm sau')
  expect((await alert()).snoozedUntil).toBe(until)
  await say('gd', 'hoàn tác', long.id)
  expect((await alert()).snoozedUntil).toBe(day)
  await say('gd', 'hoàn tác', short.id)
  expect((await alert()).snoozedUntil).toBeNull()
})

test('of a text that was taken back the one before it stays, and the alert is acknowledged as it was', async () => {
  const { doIt, say, alert, app } = await below()
  const first = await doIt('gd', 'giải trình: mất mạng ba ngày')
  await doIt('gd', 'giải trình: máy chủ đã thay')
  await say('gd', 'hoàn tác', first.id)
  expect(await alert()).toMatchObject({ explanation: 'máy chủ đã thay', acknowledgedBy: null })
  expect((await app.db.read.explanations.ofUnits(['P-S1'])).map(({ text }) => text)).toEqual([
    'máy chủ đã thay',
  ])
})

test('the hour of the report is taken back without the pause that was set after it', async () => {
  const { doIt, say, app } = await below()
  const hour = await doIt('bcd', 'đổi giờ gửi báo cáo sang 9h')
  await doIt('bcd', 'tạm dừng báo cáo 2 tuần')
  await say('bcd', 'hoàn tác', hour.id)
  expect(await app.db.read.subscriptions.preferences()).toMatchObject([
    { member: 'bcd', hour: null, pausedUntil: '2024-05-27' },
  ])
})

test('of two requests to one unit the one is taken back whose button is pressed', async () => {
  const { doIt, say, app } = await below()
  const first = await doIt('bcd', 'yêu cầu Sở GTVT giải trình trước ngày 20/5')
  await doIt('bcd', 'yêu cầu Sở GTVT giải trình trước ngày 22/5')
  await say('bcd', 'hoàn tác', first.id)
  expect((await app.db.read.explanations.requests()).map(({ due }) => due)).toEqual(['2024-05-22'])
})

test('an officer who takes back a reminder has the one that it took the place of, the same day twice as well', async () => {
  const { doIt, say, app } = await below()
  const waiting = async () =>
    (await app.db.read.outbox.withPrefix('handed:'))
      .filter(({ state }) => state === 'queued')
      .map(({ notBefore }) => new Date(notBefore + 7 * 3_600_000).toISOString().slice(0, 10))
  await doIt('cb', 'nhắc lại sau 1 ngày')
  const later = await doIt('cb', 'nhắc lại sau 3 ngày')
  expect(await waiting()).toEqual(['2024-05-16'])
  await say('cb', 'hoàn tác', later.id)
  expect(await waiting()).toEqual(['2024-05-14'])
  await doIt('cb', 'nhắc lại sau 1 ngày')
  expect(await waiting()).toEqual(['2024-05-14'])
})

test('typed, it takes back the last act, and says which where other things were spoken of since', async () => {
  const { doIt, say } = await below()
  await doIt('gd', 'giải trình: mất mạng ba ngày')
  await say('gd', 'Sở GTVT trực tuyến bao nhiêu')
  expect((await say('gd', 'hoàn tác')).reply).toBe(
    'Đã hoàn tác việc: “Đã ghi giải trình cho 1 cảnh báo. Ban Chỉ đạo xem được nội dung này.”',
  )
})
