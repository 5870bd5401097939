import { expect, test } from 'vitest'
import { bring } from '../stories/province.ts'
import { startTalk } from './talk.ts'
import type { Talk } from './talk.ts'

const REASON = '500 Internal Server Error'

/** The province with an administrator, and this many alerts that were given up. */
async function given(count: number): Promise<Talk & { states: () => Promise<string[]> }> {
  const talk = await startTalk('2024-05-13T08:00:00+07:00')
  await bring(talk.app, 'members', 'member,name,role,unit\nqt,Quản trị,admin,P')
  await talk.link('qt')
  const { db, clock } = talk.app
  await db.write(async ({ outbox }) => {
    for (let at = 0; at < count; at++) {
      const key = `alert:gd:${at}`
      const row = { key, topic: 'alert', facts: '{}', member: 'gd', chat: null, createdAt: clock.now() }
      await outbox.add({ ...row, notBefore: clock.now() })
      const [made] = await outbox.withPrefix(key)
      await outbox.finish(made!.id, { state: 'dead', lastError: REASON })
    }
    await outbox.add({
      key: 'reply:99',
      topic: 'reply',
      facts: '{}',
      member: 'gd',
      chat: 1,
      notBefore: 1,
      createdAt: 1,
    })
    await outbox.finish((await outbox.withPrefix('reply:99'))[0]!.id, { state: 'dead', lastError: REASON })
  })
  const states = async () =>
    (await db.read.outbox.withPrefix('alert:gd:')).map(({ state, attempts }) => `${state} ${attempts}`)
  return { ...talk, states }
}

test('an administrator reads what could not be sent and why, and has it sent again by the button under it', async () => {
  const talk = await given(2)
  const list = await talk.say('qt', 'Tin không gửi được')
  expect(list.blocks.map(({ text }) => text).join('\n')).toBe(
    [
      '2 tin không gửi được, đã thôi thử',
      `1. Giám đốc Sở GTVT: cảnh báo ngày 13/5/2024, thử 0 lần – ${REASON}`,
      `2. Giám đốc Sở GTVT: cảnh báo ngày 13/5/2024, thử 0 lần – ${REASON}`,
    ].join('\n'),
  )
  const [again] = list.choices
  expect(again?.label).toBe('Gửi lại')
  expect(await talk.hear('qt', again?.send ?? '', { kind: 'button' })).toContain('Đã xếp hàng gửi lại 2 tin.')
  expect(await talk.states()).toEqual(['queued 0', 'queued 0'])
  const row = (await talk.app.db.read.audit.since(0)).at(-1)
  expect(row).toMatchObject({ action: 'send', object: 'outbox:dead', actor: 'member:qt' })
})

test('the number of the button does it, too; the same words typed are asked about', async () => {
  const talk = await given(2)
  await talk.hear('qt', 'tin lỗi')
  const asked = await talk.hear('qt', 'Gửi lại tin không gửi được')
  expect(asked).toBe('Gửi lại 2 tin không gửi được? Trả lời “đồng ý” để gửi.')
  expect(await talk.states()).toEqual(['dead 0', 'dead 0'])
  expect(await talk.hear('qt', 'Đồng ý', { kind: 'button' })).toContain('Đã xếp hàng gửi lại 2 tin.')
  await talk.hear('qt', 'hoàn tác')
  await talk.hear('qt', 'tin lỗi')
  expect(await talk.hear('qt', '1')).toContain('Đã xếp hàng gửi lại 2 tin.')
  expect(await talk.states()).toEqual(['queued 0', 'queued 0'])
})

test('taken back within ten minutes, what has not set out waits no more', async () => {
  const talk = await given(1)
  await talk.hear('qt', 'gửi lại tin lỗi')
  await talk.hear('qt', 'đồng ý')
  expect(await talk.hear('qt', 'hoàn tác')).toBe('Đã hoàn tác.')
  expect(await talk.states()).toEqual(['dead 0'])
  await talk.hear('qt', 'gửi lại các tin không gửi được ạ')
  expect(await talk.hear('qt', 'không')).not.toContain('Đã xếp hàng')
  expect(await talk.states()).toEqual(['dead 0'])
})

test('a long list is cut, an empty one is said, and nobody else reads or sends', async () => {
  const talk = await given(12)
  expect(await talk.hear('qt', 'tin lỗi')).toContain('và 6 tin nữa.')
  for (const text of ['tin không gửi được', 'gửi lại tin không gửi được']) {
    expect(await talk.hear('gd', text)).toContain('không có quyền')
    await talk.hear('gd', 'đồng ý')
  }
  expect(new Set(await talk.states())).toEqual(new Set(['dead 0']))
  const refused = await talk.app.db.read.audit.since(0)
  expect(
    refused.filter(({ action, object }) => action === 'refused' && object === 'act:redrive'),
  ).toHaveLength(2)
  const nothing = await given(0)
  expect(await nothing.hear('qt', 'danh sách tin không gửi được')).toBe('Không có tin nào phải gửi lại.')
  expect(await nothing.hear('qt', 'gửi lại tin lỗi')).toBe('Không có tin nào phải gửi lại.')
})
