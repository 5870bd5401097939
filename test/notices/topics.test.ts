import { expect, test } from 'vitest'
import { alert, recovered } from '../../src/notices/alert.ts'
import { composeNotice } from '../../src/notices/compose-notice.ts'
import { digest } from '../../src/notices/digest.ts'
import { stale } from '../../src/notices/stale.ts'
import { TOPICS } from '../../src/notices/topics.ts'
import { startTalk } from '../bot/talk.ts'
import { bringWeek } from '../stories/province.ts'

/** The alert of Sở GTVT that waits in the outbox, and what to compose it with. */
async function waiting() {
  const talk = await startTalk('2024-05-06T08:00:00+07:00')
  await bringWeek(talk.app, '2024-W18', 20)
  const { db, words, moment } = talk.app
  const row = (await db.read.outbox.list()).find(one => one.topic === 'alert' && one.member === 'gd')
  const [chat] = await db.read.chats.ofMember('gd')
  if (!row || !chat) throw new Error('nothing waits')
  return { row, chat, parts: { stores: db.read, words, moment: moment() } }
}

test('every topic has a name of its own, and facts that are none of it are not read', () => {
  expect(new Set(TOPICS.map(topic => topic.name)).size).toBe(TOPICS.length)
  for (const topic of TOPICS)
    for (const text of ['', 'null', '[]', '{"unit":7}', '{"kind":"hourly","slot":1,"late":false}'])
      expect(topic.read(text)).toBeNull()
})

function whatIn(json: { items: { what: string }[] } | null) {
  return json?.items.map(({ what }) => what)
}

test('facts of an earlier release are read as what they were about', () => {
  const told = { indicator: 'online_rate', episode: 2, value: 40, before: null }
  const facts = { unit: 'P-S1', term: 'CD/1', alerts: [told, { ...told, turnedAt: 9 }], first: false }
  expect(whatIn(alert.read(JSON.stringify(facts)))).toEqual(['fell', 'behind'])
  expect(whatIn(alert.read(JSON.stringify({ ...facts, first: true })))).toEqual(['first', 'first'])
  const { first: _, ...old } = { ...facts, alerts: [told] }
  expect(whatIn(recovered.read(JSON.stringify(old)))).toEqual(['recovered'])
  expect(recovered.read(JSON.stringify(old))?.items[0]).toMatchObject({
    unit: 'P-S1',
    term: 'CD/1',
    value: 40,
  })
})

test('a unit without news is one fact with the day since when, whatever stands beside it', () => {
  const one = { units: ['A'], since: ['2024-05-01'], days: 10, indicators: [] }
  expect(stale.key(one, 0)).toBe(stale.key({ ...one, days: 12 }, 1))
  expect(stale.key(one, 0)).not.toBe(stale.key({ ...one, since: ['2024-05-02'] }, 0))
  expect(digest.key({ kind: 'weekly', slot: 7, late: true }, 0)).toBe('digest:weekly:7')
})

test('rows that cannot be read are tried again instead of being dropped, and the error names no content', async () => {
  const { row, chat, parts } = await waiting()
  expect(await composeNotice(parts, row, chat)).not.toBeNull()
  const broken = [
    { ...row, facts: '{"unit":"P-S1","alerts":"Nguyễn Văn A"}' },
    { ...row, facts: '{' },
    { ...row, topic: 'of_tomorrow' },
  ]
  for (const one of broken) {
    await expect(composeNotice(parts, one, chat)).rejects.toMatchObject({
      name: 'UnreadableFactsError',
      message: one.topic,
    })
  }
})

test('a chat that has become somebody else’s hears nothing of the member before', async () => {
  const { row, chat, parts } = await waiting()
  expect(await composeNotice(parts, row, { ...chat, member: 'bcd' })).toBeNull()
})
