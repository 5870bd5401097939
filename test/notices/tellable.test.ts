import { expect, test } from 'vitest'
import type { Role } from '../../src/core/member.ts'
import { plainText } from '../../src/lib/message.ts'
import { bring, bringWeek } from '../stories/province.ts'
import { startTalk } from '../bot/talk.ts'
import type { Talk } from '../bot/talk.ts'

/** The leader's alert of P-S1 waits; then the list of members says who the person is now. */
async function moved(role: Role, unit: string): Promise<Talk> {
  const talk = await startTalk('2024-05-06T08:00:00+07:00')
  await bringWeek(talk.app, '2024-W18', 20)
  expect(await talk.notice('alert')).toContain('20%')
  await bring(talk.app, 'members', `member,name,role,unit\ngd,Giám đốc Sở GTVT,${role},${unit}`)
  return talk
}

test.each([
  ['leader', 'P-S2'],
  ['officer', 'P-S1'],
  ['officer', 'P-S2'],
  ['data', 'P-S1'],
  ['admin', 'P-S1'],
  ['leader', 'P'],
  ['committee', 'P'],
] as const)('an alert that waits is not told to who is %s of %s by then', async (role, unit) => {
  expect(await (await moved(role, unit)).notice('alert')).toBeNull()
})

test('of news of two units what is still the reader’s stays, and what came and went is not counted', async () => {
  const talk = await moved('leader', 'P-S2')
  const { db } = talk.app
  const row = (await db.read.outbox.list('queued')).find(({ topic }) => topic === 'alert')!
  const [chat] = await db.read.chats.ofMember('gd')
  const facts = JSON.parse(row.facts)
  const [item] = facts.items
  const [other] = await db.read.alerts.ofUnits(['P-S2'])
  await db.write(async ({ alerts, outbox }) => {
    await alerts.update(other!.id, { state: 'below', episode: 7, value: 31 })
    const items = [item, { ...item, unit: 'P-S2', episode: 7, value: 31 }]
    await outbox.amend(row.id, JSON.stringify({ ...facts, items, gone: 3 }))
  })
  const message = await talk.app.compose(row, chat!)
  const text = message && plainText(message)
  expect(text).toContain('Sở Y tế – dưới chỉ tiêu')
  expect(text).not.toMatch(/GTVT|20%|đã tự hết/)
})

test('what was told above goes to who stands above by then, to nobody else', async () => {
  const talk = await startTalk('2024-05-06T08:00:00+07:00')
  await bringWeek(talk.app, '2024-W18', 20)
  const row = (await talk.app.db.read.outbox.list('queued')).find(({ topic }) => topic === 'alert')!
  const facts = JSON.parse(row.facts)
  await talk.app.db.write(async ({ outbox }) => {
    const items = facts.items.map((item: object) => ({ ...item, what: 'escalated' }))
    await outbox.amend(row.id, JSON.stringify({ ...facts, items }))
  })
  for (const [role, unit, isTold] of [
    ['leader', 'P-S1', false],
    ['leader', 'P', true],
    ['officer', 'P', false],
    ['committee', 'P', true],
    ['data', 'P', false],
    ['leader', 'P-S2', false],
  ] as const) {
    await bring(talk.app, 'members', `member,name,role,unit\ngd,Ông,${role},${unit}`)
    expect([role, unit, (await talk.notice('alert')) !== null]).toEqual([role, unit, isTold])
  }
})

test('a request, a handed alert and a draft are told to who has the role in the unit by then', async () => {
  const talk = await startTalk('2024-05-06T08:00:00+07:00')
  await bringWeek(talk.app, '2024-W18', 20)
  await talk.hear('bcd', 'yêu cầu Sở GTVT giải trình trước ngày 20/5')
  await talk.hear('bcd', 'đồng ý')
  expect(await talk.notice('request')).toContain('Sở GTVT')
  await bring(talk.app, 'members', 'member,name,role,unit\ngd,Giám đốc Sở GTVT,officer,P-S1')
  expect(await talk.notice('request')).toBeNull()
  await bring(talk.app, 'members', 'member,name,role,unit\ngd,Giám đốc Sở GTVT,leader,P-S1')
  await talk.hear('gd', 'giải trình: thiếu người')
  await talk.hear('gd', 'đồng ý')
  expect(await talk.notice('answered')).toContain('thiếu người')
  await bring(talk.app, 'members', 'member,name,role,unit\nbcd,Ban Chỉ đạo,data,P')
  expect(await talk.notice('answered')).toBeNull()
})
