import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../db/temp-database.ts'
import { EVENING } from './program.ts'
import { smallProgram } from './small-program.ts'

interface Noted {
  actor: string
  action: string
  object: string
  after: string | null
}

const RULES = { rules: [{ indicator: 'online', kinds: ['department'], phases: { 1: { fixed: 60 } } }] }

test('a test goes to every chat of a member that is not gone, and to nobody without one', async () => {
  const { run, json } = await smallProgram()
  expect((await run('send-test', 'gd')).err).toBe('gd chưa có chat nào nhận được tin; xem: chitieu chats.\n')
  await run('link', 'gd', 'telegram', '501')
  await run('link', 'gd', 'zalo-bot', 'z1')
  const sent = await json<{ queued: { outbox: number; chat: number }[] }>(['send-test', 'gd'])
  expect(sent).toMatchObject({ member: 'gd', queued: [{ channel: 'telegram' }, { channel: 'zalo-bot' }] })
  const rows = await json<{ id: number; member: string; topic: string; state: string; reason: null }[]>([
    'outbox',
  ])
  expect(rows).toMatchObject([
    { id: sent.queued[0]?.outbox, member: 'gd', chat: 1, topic: 'reply', state: 'queued', reason: null },
    { id: sent.queued[1]?.outbox, member: 'gd', chat: 2 },
  ])
})

test('a digest is queued for its member at once, whoever is subscribed', async () => {
  const { run, json } = await smallProgram()
  const weekly = ['digest', '--for', 'gd', '--kind', 'weekly', '--at', EVENING]
  expect((await run(...weekly, '--send')).status).toBe(1)
  expect(await json(['outbox'])).toEqual([])
  await run('link', 'gd', 'telegram', '501')
  await run(...weekly)
  expect(await json(['outbox'])).toEqual([])
  expect(await json([...weekly, '--send'])).toMatchObject({ outbox: 1 })
  expect(await json(['outbox'])).toMatchObject([{ member: 'gd', topic: 'digest', state: 'queued' }])
  await run(...weekly, '--send')
  expect(await json(['outbox'])).toHaveLength(1)
})

test('what one person is sent by hand is not the report of the week: the others get theirs', async () => {
  const { run, json } = await smallProgram()
  await run('link', 'gd', 'telegram', '501')
  await run('digest', '--for', 'gd', '--kind', 'weekly', '--at', '2024-05-20T06:00:00+07:00', '--send')
  await run('run', 'digest-weekly', '--at', '2024-05-20T07:30:00+07:00')
  const rows = await json<{ member: string; topic: string }[]>(['outbox'])
  expect(rows.map(({ member, topic }) => [member, topic])).toEqual([
    ['gd', 'digest'],
    ['bcd', 'digest'],
  ])
})

test('who looks as another, sends or runs by hand is in the audit; what was asked is not', async () => {
  const { run, json, bring } = await smallProgram()
  await bring(
    'campaigns',
    'campaign,name,phase,phase_name,start,end,document\nCD,Chiến dịch,1,Một,2024-05-01,2024-06-30,1',
  )
  await run('link', 'gd', 'telegram', '501')
  await run('ask', 'tỷ lệ trực tuyến tuần này của tôi', '--as', 'gd', '--at', EVENING)
  await run('digest', '--for', 'bcd', '--kind', 'weekly', '--at', EVENING)
  await run('digest', '--for', 'gd', '--kind', 'weekly', '--at', EVENING, '--send')
  await run('send-test', 'gd')
  await run('run', 'evaluate', '--at', EVENING)
  const rules = join(tempFolder(), 'quy-tac.json')
  writeFileSync(rules, JSON.stringify(RULES))
  await run('targets', 'assign', rules, '--dry-run')
  await run('targets', 'assign', rules)
  const rows = await json<Noted[]>(['audit'])
  const since = rows.findIndex(({ action }) => action === 'link') + 1
  expect(rows.slice(since).map(({ action, object, after }) => [action, object, after])).toEqual([
    ['read_as', 'member:gd', 'value S1'],
    ['read_as', 'member:bcd', 'digest weekly'],
    ['send', 'member:gd', 'digest weekly'],
    ['send', 'member:gd', 'test'],
    ['run', 'job:evaluate', null],
    ['import', 'import:5', 'targets quy-tac.json'],
  ])
  expect(new Set(rows.map(({ actor }) => actor))).toEqual(new Set(['operator:unknown']))
})
