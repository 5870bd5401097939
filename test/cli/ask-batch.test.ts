import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fingerprint, tempFolder } from '../db/temp-database.ts'
import { EVENING, loadedProvince } from './program.ts'
import type { Program } from './program.ts'

interface Answered {
  question: { intent: string; units: string[] } | null
  questions: { intent: string }[]
  answers: { unit: string; value: number | null }[]
  reply: { text: string }
  acts: object[]
  error?: string
}

const province = loadedProvince()
const gd = { as: 'gd-sgtvt', at: EVENING }

/** What a batch printed, line by line. */
async function batch(program: Program, rows: readonly unknown[]): Promise<(Answered | Answered[])[]> {
  const lines = rows.map(row => (typeof row === 'string' ? row : JSON.stringify(row)))
  const { status, out, err } = await program.fed(lines, 'ask', '--batch', '-')
  expect({ status, err }).toEqual({ status: 0, err: '' })
  return out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
}

function single(row: Answered | Answered[] | undefined): Answered {
  if (!row || Array.isArray(row)) throw new Error('not one answer')
  return row
}

function talk(row: Answered | Answered[] | undefined): Answered[] {
  if (!Array.isArray(row)) throw new Error('not a conversation')
  return row
}

test('each row is answered as if asked alone, in the order of the rows', async () => {
  const program = province.copy()
  const texts = [
    'tỷ lệ trực tuyến tuần này',
    'sở nào chưa đạt số hóa',
    'hạng mấy và còn thiếu bao nhiêu hồ sơ',
  ]
  const rows = await batch(
    program,
    texts.map(q => ({ ...gd, q, id: 7 })),
  )
  for (const [index, q] of texts.entries()) {
    const alone = await program.json<object>(['ask', q, '--as', gd.as, '--at', EVENING])
    expect(rows[index]).toEqual(alone)
  }
  const last = single(rows[2])
  expect(last.questions.map(({ intent }) => intent)).toEqual(['rank', 'need'])
  expect(last.question).toEqual(last.questions[0])
})

test('a conversation is an array: a later turn leans on the one before, another row does not', async () => {
  const turns = ['trực tuyến tuần này của Sở Y tế', 'còn Sở Tư pháp thì sao']
  const [together, alone] = await batch(province.copy(), [
    { as: 'bcd-tinh', at: EVENING, turns },
    { as: 'bcd-tinh', at: EVENING, q: turns[1] },
  ])
  expect(talk(together).map(({ question }) => question)).toMatchObject([
    { intent: 'value', units: ['GL-S03'] },
    { intent: 'value', units: ['GL-S02'], indicators: ['online_rate'] },
  ])
  expect(single(alone).question).not.toEqual(talk(together)[1]?.question)
})

test('turns may have moments of their own; after ten minutes a conversation starts anew', async () => {
  const minutes = ['20:00', '20:05', '20:30']
  const turns = ['trực tuyến tuần này của Sở Y tế', 'còn tuần trước', 'còn tuần trước'].map((q, at) => ({
    at: `2024-05-19T${minutes[at]}:00+07:00`,
    q,
  }))
  const [told] = await batch(province.copy(), [{ as: 'bcd-tinh', turns }])
  const [, soon, late] = talk(told)
  expect(soon?.question).toMatchObject({ intent: 'value', units: ['GL-S03'] })
  expect(late?.question).not.toMatchObject({ units: ['GL-S03'] })
})

test('later turns see what earlier ones did, and nothing of it is kept', async () => {
  const program = province.copy()
  const before = fingerprint(program.path)
  const turns = ['đăng ký báo cáo ngày', 'đồng ý', 'đăng ký báo cáo ngày']
  const rows = await batch(program, [
    { ...gd, turns },
    { ...gd, q: turns[0] },
    { ...gd, q: 'abc xyz con mèo nhà bên' },
    { ...gd, turns: ['sao hả trời ơi', 'tỷ lệ trực tuyến tuần này'] },
  ])
  const [first, done, second] = talk(rows[0])
  expect(first?.acts).toEqual([])
  expect(done?.acts).toEqual([{ do: 'subscribe', kind: 'daily', active: true }])
  expect(second?.acts).toEqual([])
  expect(second?.reply.text).not.toBe(first?.reply.text)
  expect(single(rows[1])).toEqual(first)
  expect(single(rows[2]).acts).toEqual([])
  expect(fingerprint(program.path)).toEqual(before)
})

test('what would be done about alerts is named by what it is about', async () => {
  const program = province.copy()
  await program.json(['evaluate', '--at', EVENING])
  const before = fingerprint(program.path)
  const [told] = await batch(program, [
    { ...gd, turns: ['đã nhận', 'đồng ý', 'nhắc lại sau 3 ngày', 'đồng ý', 'hạng mấy'] },
  ])
  const [named, acknowledged, confirmed, snoozed, asked] = talk(told)
  // No alert stands right above it.
  expect(named?.acts).toEqual([])
  expect(acknowledged?.acts).toEqual([
    {
      do: 'acknowledge',
      alerts: expect.arrayContaining([
        { unit: 'GL-S01', indicator: expect.any(String), term: expect.any(String) },
      ]),
    },
  ])
  expect(confirmed?.acts).toEqual([])
  expect(snoozed?.acts).toMatchObject([{ do: 'snooze', days: 3 }])
  expect(asked?.acts).toEqual([])
  expect(fingerprint(program.path)).toEqual(before)
})

test('a row that cannot be asked says why in its place; the rows around it are answered', async () => {
  const rows = await batch(province.copy(), [
    'not json',
    { ...gd },
    { ...gd, q: 'hạng mấy', turns: ['hạng mấy'] },
    { ...gd, turns: [] },
    { as: 'khong-co', at: EVENING, q: 'hạng mấy' },
    { as: 'gd-sgtvt', at: 'hôm qua', q: 'hạng mấy' },
    { at: EVENING, q: 'hạng mấy' },
    '',
    { ...gd, q: 'hạng mấy' },
  ])
  expect(rows).toHaveLength(8)
  const errors = rows.slice(0, -1).map(row => single(row).error)
  for (const error of errors) expect(error).toMatch(/JSON|thành viên|--at|--as/)
  expect(errors[4]).toContain('khong-co')
  expect(single(rows.at(-1)).question).toMatchObject({ intent: 'rank' })
})

test('rows come from a file as well; who asks and when may stand once for all', async () => {
  const program = province.copy()
  const file = join(tempFolder(), 'rows.jsonl')
  writeFileSync(file, '\uFEFF{"q": "trực tuyến tuần này"}\r\n\r\n{"q": "hạng mấy"}')
  const { status, out } = await program.run('ask', '--batch', file, '--as', gd.as, '--at', EVENING)
  expect(status).toBe(0)
  const rows: Answered[] = out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(rows.map(({ question }) => question?.intent)).toEqual(['value', 'rank'])
  const missing = await program.run('ask', '--batch', `${file}.no`)
  expect(missing).toMatchObject({ status: 1, out: '' })
  expect(missing.err).toContain('rows.jsonl.no')
  const usage = await Promise.all([
    program.run('ask'),
    program.run('ask', 'hạng mấy', '--batch', file),
    program.run('ask', 'một', 'hai', '--as', 'gd-sgtvt'),
  ])
  expect(usage.map(ended => ended.status)).toEqual([2, 2, 2])
})
