import { expect, test } from 'vitest'
import { leave } from '../../src/commands/people.ts'
import { everybody } from '../stories/everybody.ts'
import { bring, bringWeek } from '../stories/province.ts'
import { startTalk } from './talk.ts'
import type { Talk } from './talk.ts'

const MEMBERS = `member,name,role,unit
cb1,Nguyễn Văn Bình,officer,P-S1
cb3,Lê Văn Dũng,officer,P-S2
pgd,Phó Giám đốc,leader,P-S1`
const TEXT = 'Máy chủ hỏng từ 6/5, đã sửa ngày 10/5'

/** A unit below its target: its officer Bình, its leaders `gd` and `pgd`, an officer of another unit without leaders. */
async function below(): Promise<Talk> {
  const talk = await startTalk('2024-05-13T08:00:00+07:00')
  await bring(talk.app, 'members', MEMBERS)
  await bringWeek(talk.app, '2024-W19', 20)
  for (const member of ['cb1', 'cb3', 'pgd']) await talk.link(member)
  return talk
}

/** Takes what waits as sent, each message under its own number. */
async function sendAll({ app, clock }: Talk): Promise<void> {
  await app.db.write(async ({ outbox, chats }) => {
    for (const row of await outbox.list('queued')) {
      if (row.topic === 'reply') continue
      const [chat] = await chats.ofMember(row.member ?? '')
      const sent = {
        state: 'sent',
        chat: chat?.id ?? null,
        messageId: String(row.id),
        sentAt: clock.now(),
      } as const
      await outbox.finish(row.id, sent)
    }
  })
}

async function draftsOf({ app }: Talk): Promise<string[]> {
  const rows = await app.db.read.outbox.withPrefix('draft:')
  return rows.map(row => `${row.member} ${row.key.includes(':back') ? 'back ' : ''}${row.state}`)
}

/** A press under the newest draft in that chat. */
async function press(talk: Talk, member: string, text: string): Promise<string> {
  const rows = await talk.app.db.read.outbox.withPrefix('draft:')
  const row = rows.findLast(one => one.member === member && !one.key.includes(':back'))
  return await talk.hear(member, text, { kind: 'button', messageId: row?.messageId ?? null })
}

async function written({ app }: Talk): Promise<string[]> {
  return (await app.db.read.explanations.ofUnits(['P-S1'])).map(row => `${row.author}: ${row.text}`)
}

test('an officer drafts, the leaders read it whole, one of them sends it, and the committee sees it then alone', async () => {
  const talk = await below()
  expect(await talk.hear('cb1', 'Soạn giải trình')).toContain(
    'Xin gửi nội dung bản thảo trong tin nhắn tiếp theo',
  )
  expect(await talk.hear('cb1', TEXT)).toBe(
    `Gửi bản thảo giải trình cho 1 cảnh báo (hồ sơ trực tuyến 20%, chỉ tiêu 60%): “${TEXT}” để Giám đốc Sở GTVT, Phó Giám đốc duyệt? Trả lời “đồng ý” để gửi.`,
  )
  expect(await draftsOf(talk)).toEqual([])
  expect(await talk.hear('cb1', 'đồng ý')).toContain(
    'Đã gửi bản thảo để Giám đốc Sở GTVT, Phó Giám đốc duyệt.',
  )
  expect(await draftsOf(talk)).toEqual(['gd queued', 'pgd queued'])
  expect(await talk.notice('draft')).toContain(
    `Nguyễn Văn Bình soạn giải trình cho 1 cảnh báo, chờ Anh/Chị duyệt:\n\n“${TEXT}”`,
  )
  expect(await written(talk)).toEqual([])
  expect(await talk.hear('bcd', 'ai chưa giải trình')).toContain('Sở GTVT')
  await sendAll(talk)
  expect(await press(talk, 'gd', 'Gửi giải trình này')).toContain('Đã ghi giải trình cho 1 cảnh báo.')
  expect(await written(talk)).toEqual([`gd: ${TEXT}`])
  expect(await press(talk, 'gd', 'Gửi giải trình này')).toContain(
    'Giải trình này Giám đốc Sở GTVT đã gửi ngày 13/5/2024',
  )
  expect(await press(talk, 'pgd', 'Gửi giải trình này')).toContain('Không có gì thay đổi')
  expect(await written(talk)).toHaveLength(1)
  expect(await talk.hear('bcd', 'Sở GTVT giải trình thế nào')).toContain(TEXT)
})

test('a draft of several lines that was sent is sent: nobody is told that it waits', async () => {
  const talk = await below()
  const text = 'Máy chủ hỏng từ 6/5.\n\n- đã sửa ngày 10/5\n- trực thêm một người'
  await talk.hear('cb1', 'Soạn giải trình')
  await talk.hear('cb1', text)
  await talk.hear('cb1', 'đồng ý')
  await talk.hear('gd', 'gửi bản thảo')
  await talk.hear('gd', 'đồng ý')
  const [sent] = (await talk.app.db.read.explanations.ofUnits(['P-S1'])).map(row => row.text)
  expect(sent).toContain('\n')
  expect(await talk.hear('gd', 'gửi bản thảo')).toContain('đã gửi ngày 13/5/2024')
})

test('what a leader sent is added to and taken back within ten minutes, never written over', async () => {
  const talk = await below()
  await talk.hear('cb1', `giải trình: ${TEXT}`)
  await talk.hear('cb1', 'đồng ý')
  expect(await talk.hear('gd', 'duyệt bản thảo')).toContain(
    `Ghi giải trình cho 1 cảnh báo (hồ sơ trực tuyến 20%, chỉ tiêu 60%): “${TEXT}”?`,
  )
  await talk.hear('gd', 'đồng ý')
  await talk.hear('pgd', 'giải trình: đã bổ sung người trực')
  await talk.hear('pgd', 'đồng ý')
  expect(await written(talk)).toEqual([`gd: ${TEXT}`, 'pgd: đã bổ sung người trực'])
  expect(await talk.hear('pgd', 'hoàn tác')).toBe('Đã hoàn tác.')
  expect(await written(talk)).toEqual([`gd: ${TEXT}`])
})

test('a draft is taken back within ten minutes: unread it goes to nobody, read it is said and sent no more', async () => {
  const talk = await below()
  const hand = async (text: string) => {
    await talk.hear('cb1', `giải trình: ${text}`)
    await talk.hear('cb1', 'đồng ý')
  }
  await hand('nhầm')
  expect(await talk.hear('cb1', 'hoàn tác')).toBe('Đã hoàn tác.')
  expect(await draftsOf(talk)).toEqual(['gd withdrawn', 'pgd withdrawn'])
  expect(await talk.hear('gd', 'gửi bản thảo')).toContain('Hiện không có bản thảo giải trình nào chờ duyệt')
  talk.clock.set('2024-05-13T08:05:00+07:00')
  await hand('nhầm lần nữa')
  await sendAll(talk)
  talk.clock.set('2024-05-13T08:10:00+07:00')
  expect(await talk.hear('cb1', 'hoàn tác')).toBe('Đã hoàn tác.')
  expect((await draftsOf(talk)).slice(-2)).toEqual(['gd back queued', 'pgd back queued'])
  expect(await talk.notice('draft')).toContain('Nguyễn Văn Bình đã rút lại bản thảo giải trình vừa gửi.')
  expect(await press(talk, 'gd', 'Gửi giải trình này')).toContain('đã được rút lại')
  expect(await written(talk)).toEqual([])
})

test('a draft of what stands no more is not sent; others send none, and who has no leader is told', async () => {
  const talk = await below()
  await talk.hear('cb1', `giải trình: ${TEXT}`)
  await talk.hear('cb1', 'đồng ý')
  await sendAll(talk)
  for (const member of ['cb1', 'bcd'])
    expect(await talk.hear(member, 'gửi bản thảo')).toContain('không có quyền')
  expect(await talk.hear('cb3', 'giải trình: x')).toContain('chưa có lãnh đạo trong danh sách')
  await bringWeek(talk.app, '2024-W19', 95)
  expect(await press(talk, 'gd', 'Gửi giải trình này')).toContain('Cảnh báo trong tin này không còn')
  expect(await written(talk)).toEqual([])
})

test('a draft goes on to who leads the unit next; until somebody does, its officer is told that it waits', async () => {
  const people = await everybody('2024-05-13T08:00:00+07:00')
  const { app, clock, link, say, heard, run, settle } = people
  await bring(app, 'members', 'member,name,role,unit\ncb1,Nguyễn Văn Bình,officer,P-S1')
  for (const member of ['gd', 'cb1']) await link(member, member)
  await bringWeek(app, '2024-W19', 20)
  await settle()
  await say('cb1', `giải trình: ${TEXT}`)
  await say('cb1', 'đồng ý')
  await settle()
  const [sent] = await app.db.read.outbox.withPrefix('draft:')
  heard('gd')
  heard('cb1')
  clock.set('2024-05-13T08:20:00+07:00')
  await run(leave, 'gd')
  await settle()
  expect(heard('cb1').join()).toContain('bản thảo của Anh/Chị được giữ lại')
  await people.press('gd', sent!.messageId!, 'Gửi giải trình này')
  expect(await app.db.read.explanations.ofUnits(['P-S1'])).toEqual([])
  heard('gd')
  await bring(app, 'members', 'member,name,role,unit\nmoi,Trần Văn Mới,leader,P-S1')
  await app.evaluateAfterImport()
  await link('moi', 'moi')
  await settle()
  await say('moi', 'gửi bản thảo')
  expect(heard('moi').join()).toContain(TEXT)
  await say('moi', 'đồng ý')
  expect((await app.db.read.explanations.ofUnits(['P-S1'])).map(row => `${row.author}: ${row.text}`)).toEqual(
    [`moi: ${TEXT}`],
  )
  clock.set('2024-05-14T08:00:00+07:00')
  await app.evaluate()
  await settle()
  expect(heard('cb1').join()).not.toContain('giữ lại')
})
