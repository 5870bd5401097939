import { expect, test } from 'vitest'
import { createSender } from '../../src/notify/sender.ts'
import { TELEGRAM_ABILITIES } from '../../src/channels/telegram/abilities.ts'
import type { Channel } from '../../src/channels/channel.ts'
import { systemTimer } from '../../src/lib/timer.ts'
import { bring, bringWeek } from '../stories/province.ts'
import { startTalk } from './talk.ts'
import type { Talk } from './talk.ts'

const MEMBERS = `member,name,role,unit
cb1,Nguyễn Văn Bình,officer,P-S1
gdy,Giám đốc Sở Y tế,leader,P-S2
ctp,Chủ tịch tỉnh,leader,P`
const NOBODY = 'Sở GTVT chưa có ai nhận tin; tin chờ đến khi Giám đốc Sở GTVT liên kết.'
const INVITE = 'Xin nhờ người quản trị gửi mã mời cho Giám đốc Sở GTVT.'

/** Two units below their targets; who of them has a chat is named. */
async function below(...linked: string[]): Promise<Talk> {
  const talk = await startTalk('2024-05-13T08:00:00+07:00', ['bcd', ...linked])
  await bring(talk.app, 'members', MEMBERS)
  const targets = ['P-S1', 'P-S2'].map(unit => `CD,1,${unit},online_rate,60,1/KH`)
  await bring(talk.app, 'targets', `campaign,phase,unit,indicator,target,document\n${targets.join('\n')}`)
  await bringWeek(talk.app, '2024-W19', 20)
  const head = 'unit,indicator,period,numerator,denominator,value,note'
  await bring(talk.app, 'observations', `${head}\nP-S2,online_rate,2024-W19,20,100,,`)
  return talk
}

/** Sends what is due; `gone`: each chat says that it is no more. */
async function sendAll({ app, clock }: Talk, gone: boolean): Promise<void> {
  const none = { channel: null, chat: null, group: null }
  const channel: Channel = {
    name: 'telegram',
    abilities: TELEGRAM_ABILITIES,
    limits: none,
    start: async () => {},
    stop: async () => {},
    typing: async () => {},
    callsOf: () => 1,
    isGroup: () => false,
    probe: async () => ({ ok: true }),
    health: () => ({ ok: true }),
    send: async () => (gone ? { outcome: 'gone', cause: 'blocked' } : { outcome: 'sent', messageId: '1' }),
  }
  const { db, compose } = app
  const channels = new Map([[channel.name, channel]])
  const sender = createSender({ db, channels, compose, clock, timer: systemTimer })
  while ((await sender.pass()) > 0);
  await sender.pass()
}

const ASKED = 'yêu cầu Sở GTVT giải trình trước thứ sáu'

test('who asks a unit where nobody has a chat is told so at once, and what to do, and not a second time', async () => {
  const talk = await below()
  expect(await talk.hear('bcd', ASKED)).toContain(`${NOBODY} ${INVITE}`)
  const done = await talk.hear('bcd', 'đồng ý')
  expect(done).toContain('Đã ghi yêu cầu Sở GTVT giải trình')
  expect(done).toContain(`${NOBODY} ${INVITE}`)
  await sendAll(talk, false)
  expect(await talk.app.tellUnreached()).toBe(0)
})

test('of several units those that nobody is reached in are named apart', async () => {
  const talk = await below('gd')
  await talk.hear('bcd', 'yêu cầu Sở GTVT và Sở Y tế giải trình trước thứ sáu')
  const done = await talk.hear('bcd', 'đồng ý')
  expect(done).toContain('Đã gửi yêu cầu giải trình đến Sở GTVT, Sở Y tế')
  expect(done).toContain('Sở Y tế chưa có ai nhận tin')
  expect(done).not.toContain('Sở GTVT chưa có ai')
})

test('who wants no messages does not get this one either, and the asker hears that', async () => {
  const talk = await below('gd')
  const [chat] = await talk.app.db.read.chats.ofMember('gd')
  await talk.app.db.write(({ chats }) => chats.mute(chat!.id, talk.clock.now()))
  expect(await talk.hear('bcd', ASKED)).toContain('Giám đốc Sở GTVT đã tắt tin nên tin này không đến')
})

test('a chat that is gone before the request arrives is told to the asker once, and not when it arrives after all', async () => {
  const talk = await below('gd')
  expect(await talk.hear('bcd', ASKED)).not.toContain('chưa có ai')
  expect(await talk.hear('bcd', 'đồng ý')).toContain('Đã gửi yêu cầu giải trình đến Sở GTVT')
  expect(await talk.app.tellUnreached()).toBe(0)
  await sendAll(talk, true)
  await talk.link('bcd')
  expect(await talk.app.tellUnreached()).toBe(1)
  expect(await talk.app.tellUnreached()).toBe(0)
  expect(await talk.notice('unreached')).toContain(
    'Yêu cầu giải trình của Anh/Chị (hạn chót ngày 17/5/2024) chưa đến được Giám đốc Sở GTVT.',
  )
  await talk.link('gd')
  await talk.app.db.write(async ({ chats, outbox }) => {
    const [chat] = await chats.ofMember('gd')
    await chats.touch('telegram', 'gd')
    await outbox.address('gd', chat!.id, 0)
  })
  expect(await talk.notice('unreached')).toBeNull()
})

test('an officer whose draft, and a leader whose alerts, reach nobody are told so as well', async () => {
  const talk = await below('cb1')
  await talk.hear('cb1', 'Soạn giải trình')
  expect(await talk.hear('cb1', 'Máy chủ hỏng')).toContain(NOBODY)
  expect(await talk.hear('cb1', 'đồng ý')).toMatch(/Đã gửi bản thảo[^]*chưa có ai nhận tin/)
  await talk.link('gd')
  expect(await talk.hear('gd', 'chuyển cho Bình')).not.toContain('chưa có ai')
  await talk.hear('gd', 'đồng ý')
  await talk.app.db.write(async ({ chats }) => {
    const [chat] = await chats.ofMember('cb1')
    await chats.unlink(chat!.id)
  })
  await sendAll(talk, false)
  expect(await talk.app.tellUnreached()).toBe(1)
  expect(await talk.notice('unreached')).toContain('Việc Anh/Chị chuyển chưa đến được Nguyễn Văn Bình.')
})
