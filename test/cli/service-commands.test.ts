import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeHash } from '../../src/bot/invites.ts'
import { dump, tempFolder } from '../db/temp-database.ts'
import { chitieu, EVENING, inProcess, loadedProvince } from './program.ts'

const province = loadedProvince()

interface Evaluation {
  evaluated: number
  opened: Record<string, unknown>[]
  recovered: unknown[]
  queued: number
}

interface Row {
  id: number
  key: string
  topic: string
  member: string
  chat: number | null
  state: string
  notBefore: number
}

test('an evaluation opens alerts and queues one notice a unit; a second one adds nothing', async () => {
  const { json, run } = province.copy()
  const found = await json<Evaluation>(['evaluate', '--at', EVENING])
  expect(Object.keys(found)).toEqual(['evaluated', 'opened', 'recovered', 'queued'])
  expect(found).toMatchObject({ evaluated: 1536, recovered: [], queued: 3 })
  expect(found.opened.find(one => one['unit'] === 'GL-X23881')).toEqual({
    unit: 'GL-X23881',
    indicator: 'digitization_rate',
    campaign: 'CD100',
    phase: '2',
    year: null,
    state: 'below',
    pace: expect.stringMatching(/^(on_track|behind)$/),
    value: expect.any(Number),
    expected: expect.any(Number),
    target: 60,
  })
  const again = await run('evaluate', '--at', EVENING)
  expect(again.out).toBe('Đã đánh giá 1.536 chỉ tiêu: 0 cảnh báo mới, 0 đã phục hồi, 0 tin chờ gửi.\n')
  const [all, queued, sent, wrong] = await Promise.all([
    json<Row[]>(['outbox']),
    json<Row[]>(['outbox', '--state', 'queued']),
    run('outbox', '--state', 'sent'),
    run('outbox', '--state', 'failed'),
  ])
  expect(all).toEqual(queued)
  expect(all.map(({ topic, member, chat, state }) => ({ topic, member, chat, state }))).toEqual(
    ['gd-sgtvt', 'ct-iagrai', 'ct-iapnon'].map(member => ({
      topic: 'alert',
      member,
      chat: null,
      state: 'queued',
    })),
  )
  expect(all[0]).not.toHaveProperty('facts')
  expect(sent).toEqual({ status: 0, out: 'Không có tin nào.\n', err: '' })
  expect(wrong).toMatchObject({ status: 2, out: '', err: expect.stringContaining('withdrawn') })
})

test('an invitation is a code whose hash is kept, for a member only', async () => {
  const { json, run, path } = province.copy()
  const { member, code, expires } = await json<Record<string, string>>(['invite', 'gd-sgtvt'])
  expect(member).toBe('gd-sgtvt')
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
  expect(Date.parse(expires ?? '') - Date.now()).toBeGreaterThan(1.9 * 86_400_000)
  const kept = JSON.stringify(dump(path)['invite'])
  expect(kept).toContain(codeHash(code ?? ''))
  expect(kept).not.toContain(code)
  expect(await run('invite', 'khong-co')).toEqual({
    status: 1,
    out: '',
    err: 'Không có thành viên "khong-co".\n',
  })
})

test('a digest is composed for a member, and written where it is asked for', async () => {
  const { run, json } = province.copy()
  const out = join(tempFolder(), 'bao-cao')
  const weekly = ['digest', '--for', 'bcd-tinh', '--kind', 'weekly', '--at', '2024-05-20T07:30:00+07:00']
  const [written, said, noKind, noMember] = await Promise.all([
    json<{ digest: object; text: string; files: string[] }>([...weekly, '--out', out]),
    run(...weekly),
    run('digest', '--for', 'bcd-tinh', '--kind', 'yearly'),
    run('digest', '--for', 'khong-co', '--kind', 'weekly'),
  ])
  expect(written.digest).toMatchObject({ kind: 'weekly', unit: 'GL', late: false, unitCount: 257 })
  expect(written.text).toContain('Tuần 20 (13–19/5/2024): hồ sơ trực tuyến của tỉnh Gia Lai đạt 63,6%')
  expect(said).toEqual({ status: 0, out: `${written.text}\n`, err: '' })
  const names = ['digest.txt', 'bao-cao.png', 'bang-mau.png', 'bao-cao-2024-05-20.xlsx']
  expect(written.files).toEqual(names.map(name => join(out, name)))
  expect(readdirSync(out).toSorted()).toEqual(names.toSorted())
  expect(readFileSync(join(out, 'digest.txt'), 'utf8')).toBe(`${written.text}\n`)
  expect(noKind).toMatchObject({ status: 2, out: '', err: expect.stringContaining('monthly') })
  expect(noMember).toMatchObject({ status: 1, out: '', err: expect.stringContaining('khong-co') })
})

test('a job can be run now, twice for one moment with the work of once', async () => {
  const { json, run } = province.copy()
  const monday = ['--at', '2024-05-20T07:30:00+07:00']
  expect(await json(['run', 'digest-weekly', ...monday])).toMatchObject({ job: 'digest-weekly' })
  expect((await run('run', 'digest-weekly', ...monday)).status).toBe(0)
  const rows = await json<Row[]>(['outbox'])
  expect(rows.map(({ topic, member }) => `${topic} ${member}`)).toEqual(['digest bcd-tinh'])
  const wrong = await run('run', 'coffee')
  expect(wrong).toMatchObject({ status: 2, out: '', err: expect.stringContaining('digest-weekly') })
})

test('an operator adds a name of a unit, which works at once, and sees what was not understood', async () => {
  const { json, run } = province.copy()
  const ask = ['ask', 'trực tuyến tuần này của bên cầu đường', '--as', 'bcd-tinh', '--at', EVENING]
  expect(await json(['alias', 'unit', 'GL-S01', 'bên cầu đường'])).toMatchObject({ added: true })
  expect(await json(['alias', 'unit', 'GL-S01', 'bên cầu đường'])).toMatchObject({ added: false })
  expect(await json(ask)).toMatchObject({ question: { units: ['GL-S01'] } })
  const [noCode, noText] = await Promise.all([
    run('alias', 'unit', 'GL-S99', 'x'),
    run('alias', 'unit', 'GL-S01', 'a|b'),
  ])
  expect([noCode.status, noText.status]).toEqual([1, 1])
  await run('ask', '😀', '--as', 'gd-sgtvt', '--at', EVENING)
  expect(await json(['unanswered'])).toEqual([{ text: '😀', times: 1, lastAt: Date.parse(EVENING) }])
})

test('wrong usage names the right one', async () => {
  const [nothing, help, unknown, option, arguments_] = await Promise.all([
    chitieu([], {}),
    inProcess(['--help'], {}),
    inProcess(['dance'], {}),
    inProcess(['evaluate', '--when', 'now'], {}),
    inProcess(['undo'], {}),
  ])
  for (const { status, out, err } of [nothing, unknown]) {
    expect([status, out]).toEqual([2, ''])
    for (const command of [
      'start',
      'load',
      'import',
      'imports',
      'undo',
      'ask',
      'evaluate',
      'digest',
      'run',
    ]) {
      expect(err).toMatch(new RegExp(`^  chitieu ${command}\\b`, 'm'))
    }
  }
  expect(help).toEqual({ status: 0, out: nothing.err, err: '' })
  expect(option).toMatchObject({ status: 2, out: '', err: expect.stringContaining('chitieu evaluate [--at') })
  expect(arguments_).toMatchObject({ status: 2, out: '', err: expect.stringContaining('chitieu undo ID') })
})

test('a wrong environment stops every command at once: a sentence for each mistake, and no value', async () => {
  const folder = tempFolder()
  const notDatabase = join(folder, 'anh.png')
  writeFileSync(notDatabase, 'Đây không phải cơ sở dữ liệu. '.repeat(200))
  const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'
  const [several, postgres, unusable, other] = await Promise.all([
    chitieu(['start'], {
      PORT: 'ba nghìn',
      TIME_ZONE: 'Hanoi',
      TELEGRAM_BOT_TOKEN: `${token} x`,
      ZALO_BOT_WEBHOOK_URL: 'https://a.vn/w',
    }),
    inProcess(['imports'], { DATABASE_URL: 'postgres://u:bi-mat@h/d' }),
    inProcess(['imports'], { DATABASE_URL: 'file:/dev/null/chitieu.db' }),
    chitieu(['start'], { DATABASE_URL: `file:${notDatabase}`, TELEGRAM_BOT_TOKEN: token }),
  ])
  for (const { status, out, err } of [several, postgres, unusable, other]) {
    expect([status, out]).toEqual([2, ''])
    expect(err).not.toMatch(/AAHdq|bi-mat|^ {4}at /m)
  }
  expect(
    several.err
      .trim()
      .split('\n')
      .map(line => line.split(' ')[0]),
  ).toEqual(['PORT', 'TIME_ZONE', 'TELEGRAM_BOT_TOKEN', 'ZALO_BOT_TOKEN', 'ZALO_BOT_WEBHOOK_SECRET'])
  for (const { err } of [postgres, unusable, other]) expect(err).toMatch(/^DATABASE_URL: .+\.\n$/)
})
