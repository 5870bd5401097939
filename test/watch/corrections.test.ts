import { expect, test } from 'vitest'
import { alert } from '../../src/notices/alert.ts'
import { composeNotice } from '../../src/notices/compose-notice.ts'
import { createWords } from '../../src/i18n/words.ts'
import { plainText } from '../../src/lib/message.ts'
import { undoImport } from '../../src/imports/undo-import.ts'
import { queueDigests } from '../../src/watch/digests.ts'
import { local, watchedProvince } from './watched-province.ts'
import type { Watched } from './watched-province.ts'

/** The corrections that wait or went, by member: `member unit indicator told now of`. */
async function corrected({ outbox }: Watched): Promise<string[]> {
  const rows = (await outbox()).filter(row => row.topic === alert.name && row.state !== 'withdrawn')
  return rows.flatMap(row =>
    (alert.read(row.facts)?.corrections ?? []).map(
      one => `${row.member} ${one.unit} ${one.indicator} ${one.told} ${one.now} ${one.of}`,
    ),
  )
}

/** What the newest message to the member says at a moment. */
async function says({ db, outbox }: Watched, member: string, at: string): Promise<string> {
  const row = (await outbox()).findLast(one => one.member === member)
  if (!row) return ''
  const parts = { stores: db.read, words: createWords('vi'), moment: local(at) }
  const message = await composeNotice(parts, row, { id: 0, member })
  return message ? plainText(message) : ''
}

/** The leader of the commune and that of the department were told figures of one week; the committee had its digest. */
async function afterOneWeek(): Promise<Watched> {
  const watched = await watchedProvince()
  await watched.week('2024-W18', { 'P-X1.online': 50, 'P-X1.pay': 10, 'P-S1.online': 20 }, '2024-05-06T08:00')
  await queueDigests(
    watched.db,
    { kind: 'weekly', slot: local('2024-05-06T08:30').at, late: false },
    local('2024-05-06T08:30'),
  )
  await watched.send('2024-05-06T08:31')
  return watched
}

test('a corrected figure is told to those who were told the old one, once, with the verdict that it changes', async () => {
  const watched = await afterOneWeek()
  await watched.week('2024-W18', { 'P-X1.online': 65 }, '2024-05-07T09:00')
  expect(await corrected(watched)).toEqual([
    'ct-xa P-X1 online 50 65 alert',
    'bcd P online 35 42.5 digest',
    'bcd P-X1 online 50 65 digest',
  ])
  // It never fell: the recovery that was none is not told beside it.
  expect((await watched.told()).slice(-2)).toEqual(['recovered ct-xa queued', ' bcd queued'])
  const said = await says(watched, 'ct-xa', '2024-05-07T09:01')
  expect(said).not.toContain('đã đạt lại')
  expect(said).toContain(
    'Hồ sơ trực tuyến (29/4/2024–5/5/2024): đã báo 50%, đúng là 65%; đạt chỉ tiêu 60%, cảnh báo trước không còn hiệu lực',
  )
  await watched.send('2024-05-07T09:01')
  for (const at of ['2024-05-07T09:02', '2024-05-08T06:30']) await watched.evaluate(at)
  expect(await corrected(watched)).toHaveLength(3)
})

test('figures of new days, and differences that change nothing, are no corrections', async () => {
  const watched = await afterOneWeek()
  await watched.week('2024-W19', { 'P-X1.online': 90, 'P-S1.online': 10 }, '2024-05-13T08:00')
  expect(await corrected(watched)).toEqual([])
  const bytes = 'unit,indicator,period,numerator,denominator,value,note\nP-S1,online,2024-W18,201,1001,,'
  await watched.import('observations', bytes, '2024-05-13T09:00')
  await watched.evaluate('2024-05-13T09:00')
  expect((await corrected(watched)).filter(one => one.includes('P-S1'))).toEqual([])
})

test('while a correction waits the figure is put right again: nobody hears of either', async () => {
  const watched = await afterOneWeek()
  await watched.week('2024-W18', { 'P-S1.online': 80 }, '2024-05-07T22:00')
  expect(await corrected(watched)).toContain('gd P-S1 online 20 80 alert')
  await watched.week('2024-W18', { 'P-S1.online': 20 }, '2024-05-07T22:10')
  expect(await corrected(watched)).toEqual([])
  expect((await watched.outbox()).filter(row => row.state === 'queued')).toEqual([])
})

test('an import that is undone takes back what was told by it', async () => {
  const watched = await afterOneWeek()
  const imports = await watched.db.read.imports.list()
  const last = Math.max(...imports.filter(one => one.kind === 'observations').map(one => one.id))
  await undoImport(watched.db, last, local('2024-05-07T09:00').at)
  await watched.evaluate('2024-05-07T09:00')
  expect(await corrected(watched)).toContain('gd P-S1 online 20 null alert')
  expect(await says(watched, 'gd', '2024-05-07T09:01')).toContain('đã báo 20%, số này đã được rút lại')
})

test('a late figure of days that were told is a correction of the sum, not of the unit that had none', async () => {
  const watched = await watchedProvince()
  await watched.week('2024-W18', { 'P-X1.online': 50 }, '2024-05-06T08:00')
  const slot = local('2024-05-06T08:30')
  await queueDigests(watched.db, { kind: 'weekly', slot: slot.at, late: false }, slot)
  await watched.send('2024-05-06T08:31')
  await watched.week('2024-W18', { 'P-S1.online': 70 }, '2024-05-07T08:00')
  expect(await corrected(watched)).toEqual(['bcd P online 50 60 digest'])
})
