import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bringWeek } from '../stories/province.ts'
import { startTalk } from './talk.ts'
import { sized } from '../sizes.ts'
import { anyCharacters } from '../any-characters.ts'

const FAILED = 'hệ thống đang gặp sự cố'

/** Pieces of what people write, and of what nobody should. */
const pieces = fc.constantFrom(
  'trực tuyến',
  'tuần 18',
  'tuan nay',
  'Sở GTVT',
  'so y te',
  'xếp hạng',
  'biểu đồ',
  'còn thiếu bao nhiêu',
  'quay lại',
  'đã nhận',
  'nhắc lại sau 99999999999999999999 ngày',
  'giải trình:',
  '1',
  '-1',
  '1e309',
  '/start',
  '/khong_co',
  'ABCD2345',
  "'; DROP TABLE unit; --",
  '<b>',
  '&amp;',
  '{{unit}}',
  '$t(system.failed)',
  '__proto__',
  'constructor',
  '\u0000',
  '\uD800',
  '\u202E',
  '😀'.repeat(40),
  '\n\n',
  '9999-99-99',
  'từ 31/2 đến 30/2',
  'năm 0',
  'dưới 1000%',
)
const message = fc.oneof(
  fc.array(pieces, { minLength: 1, maxLength: 6 }).map(some => some.join(' ')),
  anyCharacters(200),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
)

test('whatever is written is answered, once, with a text, and never by an error', async () => {
  const { say, log, app, clock } = await startTalk('2024-05-13T08:00:00+07:00')
  await bringWeek(app, '2024-W18', 80)
  await bringWeek(app, '2024-W19', 20)
  const who = fc.constantFrom('gd', 'bcd')
  let answered = 0
  await fc.assert(
    fc.asyncProperty(who, message, async (from, text) => {
      // Nobody writes faster than they are listened to.
      clock.set(new Date(clock.now() + 10_000).toISOString())
      const { blocks } = await say(from, text)
      answered++
      const said = blocks.map(block => block.text).join('\n')
      expect(said.trim()).not.toBe('')
      expect(said).not.toContain(FAILED)
      expect(said).not.toMatch(/undefined|null|NaN|\[object|\{\{/)
    }),
    { numRuns: sized({ quick: 30, usual: 40, long: 400 }), endOnFailure: true },
  )
  expect(log.lines.filter(line => line.level === 'error')).toEqual([])
  const replies = (await app.db.read.outbox.list()).filter(row => row.topic === 'reply')
  expect(replies).toHaveLength(answered)
})
