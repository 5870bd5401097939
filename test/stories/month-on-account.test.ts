import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { channelKeep } from '../../src/channel-keep.ts'
import { mac } from '../../src/channels/zalo-oa/signature.ts'
import { addDays } from '../../src/core/period.ts'
import { APP, oaSettings, SECRET_KEY, startFakeOa } from '../channels/zalo-oa/fake-oa.ts'
import { tempFolder } from '../db/temp-database.ts'
import { sized } from '../sizes.ts'
import { atStart, leadersOf, linkAll } from './leaders.ts'

/** Six people go the same way; all of it takes minutes. */
const PEOPLE = sized({ quick: 0, usual: 6, long: 150 })
const FIELDS = { ten: { from: 'member', max: 30 }, noi_dung: { from: 'text', max: 200 } }
const TEMPLATES = [
  { topic: 'alert', template_id: 'T1', params: FIELDS },
  { topic: 'recovered', template_id: 'T2', params: FIELDS },
]

async function account() {
  let clock = { now: atStart }
  const fake = await startFakeOa(() => clock.now())
  fake.templates.add('T2')
  for (const { template_id: id } of TEMPLATES) fake.fields.set(id, Object.keys(FIELDS))
  const file = join(tempFolder(), 'mau-tin.json')
  writeFileSync(file, JSON.stringify(TEMPLATES))
  const leaders = await leadersOf(PEOPLE - 1, oaSettings(fake, file))
  clock = { now: leaders.now }
  const ids = new Map(leaders.members.map((member, at) => [member, String(246845883529190000n + BigInt(at))]))
  const idOf = (member: string) => ids.get(member) ?? ''

  async function tell(event: object): Promise<void> {
    const at = String(leaders.now())
    const body = JSON.stringify({ app_id: APP.appId, timestamp: at, ...event })
    const headers = {
      'content-type': 'application/json',
      'x-zevent-signature': `mac=${mac(APP.appId, body, at, SECRET_KEY)}`,
    }
    const { status } = await fetch(`${leaders.url}/webhooks/zalo-oa`, { method: 'POST', headers, body })
    expect(status).toBe(200)
  }

  let messages = 0
  async function write(member: string, text: string): Promise<void> {
    fake.wrote(idOf(member), leaders.now())
    const message = { text, msg_id: `m${++messages}` }
    await tell({ event_name: 'user_send_text', sender: { id: idOf(member) }, message })
  }
  return { ...leaders, fake, tell, write, idOf }
}

type Account = Awaited<ReturnType<typeof account>>

/** Who asks on working days, who asks once a week, who has never written since being linked, who leaves on the tenth. */
function groupOf(member: string): 'daily' | 'weekly' | 'silent' | 'leaves' | 'admin' {
  const number = Number(member.split('-')[1] ?? 0)
  if (number === 0) return 'admin'
  if (number === 1) return 'leaves'
  return (['daily', 'weekly', 'silent'] as const)[number % 3] ?? 'silent'
}

const SIX = `leaves | people 1 | answers 1 | alerts 2 | forms 0 | phone 2 | digests 1 | waiting 2 | expired 1 | lost 0
silent | people 2 | answers 2 | alerts 4 | forms 3 | phone 0 | digests 2 | waiting 4 | expired 2 | lost 0
daily | people 1 | answers 21 | alerts 3 | forms 0 | phone 0 | digests 4 | waiting 0 | expired 0 | lost 0
weekly | people 1 | answers 5 | alerts 3 | forms 0 | phone 0 | digests 4 | waiting 0 | expired 0 | lost 0
admin | people 1 | answers 1 | alerts 0 | forms 0 | phone 0 | digests 0 | waiting 0 | expired 0 | lost 0`
const ALL = `leaves | people 1 | answers 1 | alerts 2 | forms 0 | phone 2 | digests 1 | waiting 2 | expired 1 | lost 0
silent | people 50 | answers 50 | alerts 117 | forms 93 | phone 0 | digests 50 | waiting 100 | expired 50 | lost 0
daily | people 49 | answers 1029 | alerts 111 | forms 28 | phone 0 | digests 196 | waiting 0 | expired 0 | lost 0
weekly | people 49 | answers 245 | alerts 111 | forms 28 | phone 0 | digests 196 | waiting 0 | expired 0 | lost 0
admin | people 1 | answers 1 | alerts 0 | forms 0 | phone 0 | digests 0 | waiting 0 | expired 0 | lost 0`

test.skipIf(PEOPLE === 0)(
  'a month of the leaders of a province on one account: who got what and how, what waited until its person wrote, what was counted',
  { timeout: 900_000 },
  async () => {
    const month = await account()
    const { app, members, fake, write, goTo, settle, now } = month
    await linkAll(month)
    for (let day = '2024-06-03'; day < '2024-07-01'; day = addDays(day, 1)) {
      if (day === '2024-06-10') await leave(month, 'ld-1')
      await live(month, day)
    }
    const counts = await channelKeep({ ...app, ...app.config }, 'zalo-oa').counts(now())
    const june = await tableOf(month)
    const billed = fake.billed
    const forms = fake.sent.filter(({ kind }) => kind === 'template' || kind === 'phone').length
    await goTo('2024-07-01T08:00')
    // The silent ones write at last, and get what has waited.
    for (const member of members.filter(one => groupOf(one) === 'silent')) await write(member, 'xin chào')
    await settle()
    await goTo('2024-07-01T10:00')
    expect(june).toBe(sized({ quick: '', usual: SIX, long: ALL }))
    expect(await tableOf(month)).toMatch(/^silent .* waiting 0 .* lost 0$/m)
    expect(counts.outside_window ?? 0).toBe(billed)
    expect(counts.templates).toBe(forms)
    expect(fake.refreshes).toBeGreaterThan(10)
  },
)

/** Who has given a phone number leaves the account. */
async function leave({ fake, tell, idOf }: Account, member: string): Promise<void> {
  const id = idOf(member)
  await tell({ event_name: 'user_submit_info', sender: { id }, info: { phone: '+84912345678' } })
  await tell({ event_name: 'unfollow', follower: { id } })
  fake.left.add(id)
}

async function live({ members, write, goTo, settle, bringWeek }: Account, day: string): Promise<void> {
  const weekday = new Date(day).getUTCDay()
  if (weekday === 0 || weekday === 6) return
  await goTo(`${day}T06:00`)
  if (weekday === 1) await bringWeek(`2024-W${22 + (Number(day.slice(-2)) - 3) / 7}`)
  await goTo(`${day}T08:30`)
  for (const member of members) {
    const group = groupOf(member)
    if (group === 'daily' || (group === 'weekly' && weekday === 4))
      await write(member, 'tỷ lệ trực tuyến tuần này của tôi')
  }
  await settle()
}

/** A line for each group of people: what went to them, and how; what waits. */
async function tableOf({ app, members, fake, idOf }: Account): Promise<string> {
  const rows = await app.db.read.outbox.list()
  const lines = [...Map.groupBy(members, groupOf)].map(([group, some]) => {
    const own = rows.filter(({ member }) => member !== null && some.includes(member))
    const sent = (is: (topic: string) => boolean) =>
      own.filter(({ state, topic }) => state === 'sent' && is(topic)).length
    const ids = new Set(some.map(idOf))
    const forms = fake.sent.filter(({ user, kind }) => kind === 'template' && ids.has(user)).length
    const phone = group === 'leaves' ? fake.sent.filter(({ kind }) => kind === 'phone').length : 0
    const figures = {
      people: some.length,
      answers: sent(topic => topic === 'reply'),
      alerts: sent(topic => topic !== 'reply' && topic !== 'digest'),
      forms,
      phone,
      digests: sent(topic => topic === 'digest'),
      waiting: own.filter(({ state }) => state === 'queued' || state === 'held').length,
      expired: own.filter(({ state, topic }) => state === 'expired' && topic === 'digest').length,
      lost: own.filter(({ state }) => state === 'refused' || state === 'dead').length,
    }
    return [group, ...Object.entries(figures).map(([name, value]) => `${name} ${value}`)].join(' | ')
  })
  return lines.join('\n')
}
