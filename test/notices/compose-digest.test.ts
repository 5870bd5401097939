import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { composeDigest } from '../../src/notices/compose-digest.ts'
import { joinMessages } from '../../src/bot/say-one.ts'
import { restoreMessage, storeMessage } from '../../src/bot/stored-message.ts'
import { createLongSends } from '../../src/channels/telegram/keyboard.ts'
import { stepsOf } from '../../src/channels/telegram/render.ts'
import { createWords } from '../../src/i18n/words.ts'
import type { Message } from '../../src/lib/message.ts'
import { sayContext } from '../../src/replies/phrases/context.ts'
import { readingOf } from '../answers/scene.ts'
import { momentOf, smallProvince, weeks } from '../answers/small-province.ts'

const words = createWords('vi')

async function weekly(rows: readonly string[], targets = ''): Promise<Message> {
  const { db } = await smallProvince(rows, targets === '' ? {} : { targets, campaigns: '' })
  const reading = await readingOf(db, momentOf('2024-05-20 07:30'), 'dung')
  const say = sayContext(reading.scene, words, reading.member)
  return (await composeDigest(reading, { kind: 'weekly', late: false }, say)).message
}

const ROWS = ['S1', 'S2', 'S3', 'X1', 'X2', 'X4'].flatMap((unit, at) =>
  weeks(unit, 'online_rate', { 20: [at * 10, 100] }),
)

test('a report carries its picture and a spreadsheet of all units', async () => {
  const message = await weekly(ROWS)
  expect(message.image?.type).toBe('image/png')
  const { sheets } = await readXlsx(message.file?.bytes ?? new Uint8Array())
  expect(sheets.map(sheet => sheet.name)).toEqual([
    'Tổng quan',
    'Bảng tổng hợp',
    '1. Trực tuyến',
    'Chưa có số liệu',
    'Giới thiệu',
  ])
  expect(sheets[2]?.rows).toHaveLength(11)
})

test('both outlast the outbox, and Telegram is sent a photo and a document', async () => {
  const message = restoreMessage(storeMessage(await weekly(ROWS)))
  const steps = stepsOf('7', message, createLongSends(), () => '')
  expect(steps.map(step => step.method)).toEqual(['sendPhoto', 'sendDocument'])
  const { sheets } = await readXlsx(message.file?.bytes ?? new Uint8Array())
  expect(sheets).toHaveLength(5)
})

test('without any figure or target there is nothing to work with', async () => {
  const none = await weekly([], 'year,kind,indicator,target,document\n2023,commune,late_rate,5,1/KH\n')
  expect([none.image, none.file]).toEqual([undefined, undefined])
})

test('asked together with something else, a report keeps its spreadsheet', async () => {
  const report = await weekly(ROWS)
  const joined = joinMessages([{ blocks: [{ text: 'a' }], choices: [] }, report])
  expect(joined.file).toEqual(report.file)
  expect(joined.image).toEqual(report.image)
})
