import { expect, test } from 'vitest'
import { newConversation } from '../../src/bot/conversation.ts'
import { converse } from '../../src/bot/converse.ts'
import { readScene } from '../../src/answers/scene.ts'
import { createWords } from '../../src/i18n/words.ts'
import { plainText } from '../../src/lib/message.ts'
import { momentOf, smallProvince, weeks } from '../answers/small-province.ts'

const ROWS = [
  ...weeks('S1', 'online_rate', { 18: [40, 100], 19: [50, 100], 20: [51, 100] }),
  ...weeks('S2', 'online_rate', { 18: [60, 100], 19: [60, 100], 20: [50, 100] }),
  ...weeks('S1', 'on_time_rate', { 18: [40, 100], 19: [50, 100], 20: [51, 100] }),
]
const OWN = 'tuần này tỷ lệ trực tuyến của tôi bao nhiêu, đứng thứ mấy, còn thiếu bao nhiêu hồ sơ'

async function heard(at: string, text: string): Promise<string> {
  const { db } = await smallProvince(ROWS)
  const { observations, alerts, imports, subscriptions } = db.read
  const scene = await readScene(db.read, momentOf(at))
  const member = scene.members.get('an')!
  const rows = { observations, alerts, imports, subscriptions }
  const words = createWords('vi')
  const turn = await converse({ ...rows, scene, member, words, text, conversation: newConversation })
  return plainText(turn.message)
}

test.each(['2024-05-19 20:00', '2024-05-24 02:00', '2024-05-25 12:00'])(
  'how much, which place and how much is missing is one reply of at most eight lines (%s)',
  async at => {
    const text = await heard(at, OWN)
    const lines = text.split('\n').filter(line => line !== '')
    expect(lines.slice(1).length).toBeLessThanOrEqual(8)
    expect(text).toContain('Tuần 20 (13–19/5/2024): 51%')
    expect(text).toContain('Xếp thứ 1/2 sở, ban, ngành')
    expect(text).toContain('Cần thêm')
    expect(text).not.toContain('Đúng hạn')
  },
)

test('what is late is said first', async () => {
  expect(await heard('2024-05-24 02:00', OWN)).toContain(
    'Tuần 21 (20–26/5/2024) chưa có số liệu; dưới đây là tuần 20 (13–19/5/2024).',
  )
})
