import { expect, test } from 'vitest'
import { MINUTE_MS } from '../../src/core/durations.ts'
import { bringWeek } from '../stories/province.ts'
import { startTalk } from './talk.ts'

/** A chat in which each reply has arrived: `under` names the reply of the turn so many back. */
async function province() {
  const talk = await startTalk('2024-05-13T08:00:00+07:00')
  await bringWeek(talk.app, '2024-W18', 80)
  const { clock, app } = talk
  const replies: string[] = []
  async function hear(text: string, under?: number, kind: 'text' | 'button' = 'text'): Promise<string> {
    clock.set(new Date(clock.now() + MINUTE_MS).toISOString())
    const messageId = under === undefined ? null : replies.at(-1 - under)!
    const said = await talk.hear('bcd', text, { messageId, kind })
    await app.db.write(async ({ outbox, chats }) => {
      const [chat] = await chats.ofMember('bcd')
      const row = (await outbox.list()).findLast(one => one.topic === 'reply')!
      const sent = { state: 'sent', sentAt: clock.now(), messageId: String(row.id) } as const
      await outbox.finish(row.id, { ...sent, chat: chat!.id })
      replies.push(String(row.id))
    })
    return said
  }
  return { hear, kinds: async () => await app.db.read.subscriptions.all() }
}

test('a number under an older answer takes none of the choices of the last one', async () => {
  const { hear } = await province()
  await hear('xếp hạng các sở về trực tuyến')
  await hear('Sở GTVT trực tuyến bao nhiêu')
  expect(await hear('1', 1)).toBe('Lựa chọn này đã hết hiệu lực. Xin hỏi lại.')
  const first = await hear('1', 1)
  expect(first).not.toContain('hết hiệu lực')
  expect(first).toContain('Sở GTVT')
})

test('a yes under an older question says nothing to the one that waits now', async () => {
  const { hear, kinds } = await province()
  const before = await kinds()
  await hear('đăng ký báo cáo tháng')
  await hear('ngừng gửi tất cả báo cáo')
  expect(await hear('đồng ý', 1, 'button')).toBe('Lựa chọn này đã hết hiệu lực. Xin hỏi lại.')
  expect(await kinds()).toEqual(before)
  expect(await hear('đồng ý', 1, 'button')).toContain('Đã ngừng gửi')
})

test('what was done is undone for ten minutes, whatever was asked meanwhile, by its own message alone', async () => {
  const { hear } = await province()
  await hear('đăng ký báo cáo tháng')
  await hear('đồng ý')
  await hear('Sở GTVT trực tuyến bao nhiêu')
  expect(await hear('hoàn tác', 2, 'button')).toContain('Không có việc nào vừa làm để hoàn tác')
  expect(await hear('hoàn tác', 2, 'button')).toContain('Đã hoàn tác')
  await hear('đăng ký báo cáo tháng')
  await hear('đồng ý')
  for (let minute = 0; minute < 10; minute++) await hear('Sở GTVT trực tuyến bao nhiêu')
  expect(await hear('hoàn tác')).not.toContain('Đã hoàn tác')
})
