import { expect, test } from 'vitest'
import { readScene } from '../../src/answers/scene.ts'
import { newConversation } from '../../src/bot/conversation.ts'
import { converse } from '../../src/bot/converse.ts'
import { createWords } from '../../src/i18n/words.ts'
import { plainText } from '../../src/lib/message.ts'
import { momentOf, smallProvince, weeks } from './small-province.ts'
import type { Person } from './small-province.ts'

const AT = '2024-05-19 20:00'
const ROWS = [
  ...weeks('S1', 'online_rate', { 18: [40, 90], 19: [50, 120], 20: [70, 100] }),
  ...weeks('S2', 'online_rate', { 19: [60, 100], 20: [50, 200] }),
  ...weeks('S3', 'online_rate', { 20: [20, 40] }),
]
const LIST = { intent: 'ranking' } as const
const ONLINE = ['online_rate']
const OF = { group: { kind: 'department', within: null } } as const
const words = createWords('vi')

async function reply(person: Person, text: string): Promise<string> {
  const { db } = await smallProvince(ROWS)
  const scene = await readScene(db.read, momentOf(AT))
  const { observations, alerts, explanations, imports, subscriptions, outbox, chats } = db.read
  const rows = { observations, alerts, explanations, imports, subscriptions, outbox, chats }
  const member = scene.members.get(person)!
  return plainText(
    (await converse({ ...rows, scene, member, words, text, conversation: newConversation })).message,
  )
}

test('a group is listed by a count, equal ones in one place', async () => {
  const { ask } = await smallProvince(ROWS)
  const counted = async (count: 'numerator' | 'denominator' | 'rest', order: 'highest' | 'lowest') => {
    const { figures } = await ask('dung', AT, { ...LIST, indicators: ONLINE, ...OF, count, order })
    return figures.map(figure => [figure.unit, figure.count, figure.rank])
  }
  expect(await counted('rest', 'highest')).toEqual([
    ['S2', 190, 1],
    ['S1', 150, 2],
    ['S3', 20, 3],
  ])
  expect(await counted('denominator', 'lowest')).toEqual([
    ['S3', 40, 1],
    ['S2', 300, 2],
    ['S1', 310, 3],
  ])
})

test('counts of peers are refused, and never told by an order', async () => {
  const { ask } = await smallProvince(ROWS)
  const { figures } = await ask('an', AT, {
    ...LIST,
    indicators: ONLINE,
    ...OF,
    count: 'rest',
    order: 'highest',
  })
  expect(figures.map(({ reason, count }) => [reason, count])).toEqual([['not_allowed', undefined]])
  const record = { intent: 'since', order: 'highest', count: 'rest' } as const
  const week = await ask('an', AT, {
    ...record,
    streak: { of: 'record', periods: null },
    indicators: ONLINE,
    units: ['S2'],
  })
  expect(week.figures.map(({ reason, count }) => [reason, count])).toEqual([['not_allowed', undefined]])
})

test.each<[Person, string, string[]]>([
  ['dung', 'sở nào nhiều hồ sơ nhất', ['nhiều hồ sơ nhất', '– 310']],
  ['dung', '2 sở ít hồ sơ trực tuyến nhất', ['2 sở, ban, ngành ít', '– 20 trên 40', '– 110 trên 300']],
  ['dung', 'số hồ sơ trực tuyến của các sở tuần 19', ['– 60 trên 100', '– 50 trên 120']],
  ['an', 'tuần nào sở mình có nhiều hồ sơ nhất', ['tuần 19', '120']],
  ['dung', 'sở nào có trên 50 hồ sơ trực tuyến', ['chưa tính được', 'trên 50 hồ sơ trực tuyến']],
])('%s asks %s', async (person, text, says) => {
  const told = await reply(person, text)
  for (const part of says) expect(told).toContain(part)
})
