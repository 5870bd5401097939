import { expect, test } from 'vitest'
import { createInboxWorker } from '../../src/bot/inbox-worker.ts'
import type { Database } from '../../src/db/stores/database.ts'
import { createMemoryLog } from '../channels/memory-log.ts'
import { bringWeek } from '../stories/province.ts'
import { PLAIN, startTalk } from './talk.ts'

const MORNING = '2024-05-13T08:00:00+07:00'

async function replies(db: Database): Promise<string[]> {
  return (await db.read.outbox.list()).filter(row => row.topic === 'reply').map(row => row.facts)
}

test('an update that comes twice is answered once', async () => {
  const { hear, app } = await startTalk(MORNING)
  await bringWeek(app, '2024-W18', 80)
  const more = { updateId: 'same' }
  const first = await hear('gd', 'trực tuyến tuần 18', more)
  expect(await hear('gd', 'trực tuyến tuần 18', more)).toBe(first)
  expect(await replies(app.db)).toHaveLength(1)
})

test('a message without words, from a member, is told what can be read', async () => {
  const { hear } = await startTalk(MORNING)
  expect(await hear('gd', '   ')).toBe('Tôi chỉ đọc được chữ. Xin gõ câu hỏi bằng lời.')
})

test('a turn that fails is answered with an apology, logged without the text, and the next one goes on', async () => {
  const { app, clock } = await startTalk(MORNING)
  await bringWeek(app, '2024-W18', 80)
  const { db } = app
  let broken = true
  const failing: Database = {
    ...db,
    read: {
      ...db.read,
      observations: {
        ...db.read.observations,
        inWindow: async query => {
          if (broken) throw new Error('the disk is gone')
          return await db.read.observations.inWindow(query)
        },
      },
    },
  }
  const log = createMemoryLog()
  const parts = { words: app.words, clock, log, moment: () => app.moment() }
  const worker = createInboxWorker({
    ...parts,
    db: failing,
    began: () => {},
    replied: () => {},
    timed: () => {},
  })
  const sent = { ...PLAIN, address: 'gd', sentAt: clock.now() }
  await worker.receive({ ...sent, updateId: '1', text: 'trực tuyến tuần 18' })
  await worker.drain()
  broken = false
  await worker.receive({ ...sent, updateId: '2', text: 'trực tuyến tuần 18' })
  await worker.drain()
  const [apology, answer] = await replies(db)
  expect(apology).toContain('Xin lỗi, hệ thống đang gặp sự cố')
  expect(answer).toContain('80%')
  expect(log.lines.filter(line => line.level === 'error')).toHaveLength(1)
  expect(log.text()).not.toContain('tuần 18')
})

test('what was not answered when the bot stopped is answered by the next one, in order', async () => {
  const { app, clock } = await startTalk(MORNING)
  await bringWeek(app, '2024-W18', 80)
  const make = () =>
    createInboxWorker({
      db: app.db,
      words: app.words,
      clock,
      log: createMemoryLog(),
      moment: () => app.moment(),
      began: () => {},
      replied: () => {},
      timed: () => {},
    })
  const stopped = make()
  await stopped.stop()
  const sent = { ...PLAIN, address: 'gd', sentAt: clock.now() }
  await stopped.receive({ ...sent, updateId: '1', text: 'trực tuyến tuần 18' })
  await stopped.receive({ ...sent, updateId: '2', text: 'còn tuần 17?' })
  await stopped.drain()
  expect(await replies(app.db)).toEqual([])
  await make().drain()
  const [first, second] = await replies(app.db)
  expect(first).toContain('80%')
  expect(second).toContain('tuần 17')
})

test('a stranger is told once a day how to be invited, whatever and however much is written, and is shown no typing', async () => {
  const { app, clock } = await startTalk(MORNING)
  const { db, words } = app
  let typing = 0
  const worker = createInboxWorker({
    db,
    words,
    clock,
    log: createMemoryLog(),
    moment: () => app.moment(),
    began: () => void typing++,
    replied: () => {},
    timed: () => {},
  })
  const sent = { ...PLAIN, address: 'stranger', text: 'alo', sentAt: clock.now() }
  for (let i = 0; i < 30; i++) await worker.receive({ ...sent, updateId: `s${i}` })
  await worker.drain()
  expect(await replies(db)).toHaveLength(1)
  expect(typing).toBe(0)
  clock.set('2024-05-14T08:00:00+07:00')
  await worker.receive({ ...sent, updateId: 'next day' })
  await worker.drain()
  expect(await replies(db)).toHaveLength(2)
  // What was noted by a clock that was ahead does not silence: it is told once more, by the right time.
  clock.set('2024-05-13T09:00:00+07:00')
  for (const updateId of ['right', 'right again']) await worker.receive({ ...sent, updateId })
  await worker.drain()
  expect(await replies(db)).toHaveLength(3)
  expect((await db.read.inbox.waiting()).count).toBe(0)
})
