import { expect, test } from 'vitest'
import { fingerprint } from '../db/temp-database.ts'
import { EVENING, loadedProvince } from './program.ts'

interface Asked {
  question: object
  answers: Record<string, unknown>[]
  reply: { text: string; choices: { label: string; send: string }[]; image: unknown; file: unknown }
}

const province = loadedProvince()
const asGtvt = ['--as', 'gd-sgtvt', '--at', EVENING]

test('a question about the own unit: what was understood, the figure, and the reply that says it', async () => {
  const { json, run } = province.copy()
  const text = 'ty le truc tuyen tuan nay cua toi'
  const [asked, said] = await Promise.all([
    json<Asked>(['ask', text, ...asGtvt]),
    run('ask', text, ...asGtvt),
  ])
  expect(asked.question).toEqual({
    intent: 'value',
    indicators: ['online_rate'],
    units: ['GL-S01'],
    group: null,
    period: { from: '2024-05-13', to: '2024-05-19' },
    limit: null,
    threshold: null,
    choices: [],
    base: null,
    conditions: [],
    order: null,
    offset: null,
    by: null,
    direction: null,
    streak: null,
    assume: null,
    place: null,
    claimed: null,
    output: null,
    not_answered: [],
  })
  expect(asked.answers).toEqual([
    expect.objectContaining({
      unit: 'GL-S01',
      indicator: 'online_rate',
      window: { from: '2024-05-13', to: '2024-05-19' },
      value: 74.68,
      numerator: 115,
      denominator: 154,
      target: 60,
      gap: -14.68,
      met: true,
      rank: 12,
      of: 20,
      rank_change: 0,
      data_to: '2024-05-19',
    }),
  ])
  expect(asked.reply).toMatchObject({ image: null, file: null })
  expect(asked.reply.text).toContain('74,68%')
  expect(asked.reply.choices.length).toBeGreaterThan(0)
  for (const choice of asked.reply.choices) {
    expect(choice).toEqual({ label: expect.any(String), send: expect.any(String) })
  }
  expect(said).toEqual({ status: 0, out: `${asked.reply.text}\n`, err: '' })
})

test('each kind of answer has the fields of its own, and what does not exist is null with a reason', async () => {
  const { json } = province.copy()
  const ask = async (text: string, member = 'bcd-tinh') =>
    await json<Asked>(['ask', text, '--as', member, '--at', EVENING])
  const [need, trend, ranking, without] = await Promise.all([
    ask('Sở Y tế cần thêm bao nhiêu hồ sơ trực tuyến'),
    ask('biểu đồ trực tuyến Sở Y tế 8 tuần qua'),
    ask('5 huyện thấp nhất về trực tuyến'),
    ask('chỉ tiêu trực tuyến của Thanh tra tỉnh'),
  ])
  expect(need.answers[0]).toMatchObject({
    needed: expect.any(Number),
    per_day: expect.any(Number),
    reachable: true,
    best_reachable: expect.any(Number),
  })
  expect(trend.answers[0]?.['points']).toHaveLength(8)
  expect(trend.reply.image).toMatchObject({
    type: 'image/png',
    description: expect.stringContaining('Sở Y tế'),
  })
  expect(ranking.question).toMatchObject({
    intent: 'bottom',
    units: [],
    group: { kind: 'district', within: null },
    limit: 5,
  })
  const ranks = ranking.answers.map(answer => Number(answer['rank']))
  expect(ranks).toHaveLength(5)
  expect(ranks).toEqual(ranks.toSorted((a, b) => b - a))
  expect(without.answers[0]).toMatchObject({ target: null, reason: 'not_assigned' })
})

/** Questions that were not understood, and that somebody looked as a member. */
const CHANGED_BY_ASKING = new Set(['unanswered', 'audit', 'sqlite_sequence'])

test('whatever is typed gets a polite reply, and keeps nothing but questions that were not understood', async () => {
  const { json, path } = province.copy()
  const texts = ['ế'.repeat(10_000), '😀', "'; DROP TABLE unit; --", '<b onclick="x">đậm</b>']
  const before = fingerprint(path)
  const replies = await Promise.all(texts.map(async text => await json<Asked>(['ask', text, ...asGtvt])))
  for (const { reply, answers } of replies) {
    expect(reply.text).toMatch(/tin nhắn quá dài|xin lỗi|ngoài phạm vi/i)
    expect(reply.text).not.toContain('<b')
    expect(answers).toEqual([])
  }
  const kept = fingerprint(path)
  for (const name of Object.keys(kept).filter(table => !CHANGED_BY_ASKING.has(table)))
    expect([name, kept[name]]).toEqual([name, before[name]])
  const looks = (await json<{ action: string; object: string }[]>(['audit'])).filter(
    ({ action }) => action === 'read_as',
  )
  expect(looks.map(({ object }) => object)).toEqual(texts.map(() => 'member:gd-sgtvt'))
  expect(JSON.stringify(looks)).not.toContain('DROP')
})

test('who asks must be a member, when must be a moment; how a text was read can be shown', async () => {
  const { run, json } = province.copy()
  const [stranger, nobody, never, impossible, explained, sameWall] = await Promise.all([
    run('ask', 'hạng mấy', '--as', 'khong-co', '--at', EVENING),
    run('ask', 'hạng mấy', '--at', EVENING),
    run('ask', 'hạng mấy', '--as', 'gd-sgtvt', '--at', 'hôm qua'),
    run('ask', 'hạng mấy', '--as', 'gd-sgtvt', '--at', '2024-02-30T10:00:00+07:00'),
    json<{ explain: object }>(['ask', 'hạng mấy', '--explain', ...asGtvt]),
    json<Asked>(['ask', 'trực tuyến tuần này', '--as', 'gd-sgtvt', '--at', '2024-05-19T20:00']),
  ])
  expect(stranger).toEqual({ status: 1, out: '', err: 'Không có thành viên "khong-co".\n' })
  expect([nobody.status, never.status, impossible.status]).toEqual([2, 2, 2])
  expect(nobody.err).toContain('--as')
  for (const { err, out } of [never, impossible]) {
    expect(err).toContain('--at')
    expect(out).toBe('')
  }
  expect(explained.explain).toMatchObject({ text: expect.any(String), tokens: expect.any(Array) })
  expect(sameWall.question).toMatchObject({ period: { from: '2024-05-13', to: '2024-05-19' } })
})
