import { expect, test } from 'vitest'
import { channelKeep } from '../../src/channel-keep.ts'
import { waysTo } from '../../src/commands/ways.ts'
import { addDays } from '../../src/core/period.ts'
import { startFakeBots, textMessage } from '../channels/zalo-bot/fake-zalo.ts'
import { sized } from '../sizes.ts'
import { atStart, leadersOf, linkAll } from './leaders.ts'

/** Six people go the same way; all of it takes minutes. */
const SHARE = sized({ quick: 0, usual: 0.04, long: 1 })
const QUOTA = { messages: 3_000 * SHARE, people: 50 * SHARE }
const NAMES = ['zalo-bot', 'zalo-bot-2', 'zalo-bot-3']
const SECRET = 'webhook-secret_1'
const SITE = 'https://chitieu.example'
const TOKENS = [
  '3905871202:kXvPqTzRmWsYbNcLdFgH',
  '3905871203:aXvPqTzRmWsYbNcLdFgH',
  '3905871204:bXvPqTzRmWsYb',
]

async function threeBots() {
  let clock = { now: atStart }
  let url = ''
  const { root, bots } = await startFakeBots(TOKENS, {
    now: () => clock.now(),
    ...QUOTA,
    aSecond: { bot: 5, chat: 1 },
    pictures: { publicly: SITE, here: () => url },
  })
  const environment: Record<string, string> = {
    ZALO_BOT_API_ROOT: root,
    ZALO_BOT_WEBHOOK_URL: `${SITE}/webhooks/zalo-bot`,
    ZALO_BOT_WEBHOOK_SECRET: SECRET,
    ZALO_BOT_MONTHLY: String(QUOTA.messages),
    ZALO_BOT_PEOPLE: String(QUOTA.people),
    PUBLIC_URL: SITE,
  }
  for (const [at, token] of TOKENS.entries()) {
    const number = at === 0 ? '' : `_${at + 1}`
    environment[`ZALO_BOT_TOKEN${number}`] = token
    environment[`ZALO_BOT_NAME${number}`] = `Bot Tỉnh Thử ${at + 1}`
  }
  const leaders = await leadersOf(150 * SHARE - 1, environment)
  clock = { now: leaders.now }
  url = leaders.url
  const { app } = leaders
  const ways = await waysTo(app, (await app.db.read.catalog.get()).members)
  const botOf = new Map(leaders.members.map(member => [member, ways(member)?.channel ?? '']))
  let messages = 0

  /** A member writes to the own bot; false when the platform has no room for it. */
  async function write(member: string, text: string): Promise<boolean> {
    const name = botOf.get(member) ?? ''
    const number = Number(name.split('-')[2] ?? 1)
    const id = `zalo-${member}`
    const update = textMessage(text, {
      from: { id, display_name: member, is_bot: false },
      chat: { id, chat_type: 'PRIVATE' },
      message_id: `m${++messages}`,
      date: leaders.now(),
    })
    if (bots[number - 1]?.hears(update) !== true) return false
    const headers = { 'content-type': 'application/json', 'x-bot-api-secret-token': SECRET }
    const body = JSON.stringify({ ok: true, result: update })
    const { status } = await fetch(`${url}/webhooks/${name}`, { method: 'POST', headers, body })
    expect(status).toBe(200)
    return true
  }
  return { ...leaders, bots, botOf, write }
}

const SIX_PEOPLE = `bot zalo-bot | people 2 | counted 120 | answers 52 | alerts 5 | digests 10 | short 1 | held 1
bot zalo-bot-2 | people 2 | counted 60 | answers 22 | alerts 4 | digests 10 | short 0 | held 0
bot zalo-bot-3 | people 2 | counted 42 | answers 17 | alerts 3 | digests 5 | short 0 | held 0`
const ALL_PEOPLE = `bot zalo-bot | people 50 | counted 3000 | answers 1301 | alerts 113 | digests 250 | short 17 | held 51
bot zalo-bot-2 | people 50 | counted 1517 | answers 550 | alerts 117 | digests 250 | short 0 | held 0
bot zalo-bot-3 | people 50 | counted 1494 | answers 545 | alerts 111 | digests 245 | short 0 | held 0`
const OLD_ANSWER = "reply expired the month's messages are used up"
const SHORTENED = 'Bản rút gọn vì sắp hết lượt tin của tháng'

test.skipIf(SHARE === 0)(
  'a month of the leaders of a province on three bots: who got what, what was held and went in July, what was counted',
  { timeout: 900_000 },
  async () => {
    const month = await threeBots()
    const { members, botOf, bots, goTo } = month
    await linkAll(month)
    let unheard = 0
    for (let day = '2024-06-03'; day < '2024-07-01'; day = addDays(day, 1)) unheard += await live(month, day)
    const june = await standing(month)
    await goTo('2024-07-01T08:00')
    const july = await standing(month)

    const got = july.map((bot, at) => ({
      ...bot,
      counted: june[at]?.counted ?? 0,
      held: june[at]?.held ?? 0,
    }))
    const [full, ...others] = got
    const expected = sized({ quick: '', usual: SIX_PEOPLE, long: ALL_PEOPLE }).split('\n')
    expect(tableOf(others)).toEqual(expected.slice(1).join('\n'))
    // The bot that people use most has run full. Which of two messages that set out together the last room goes to is
    // nobody's promise; everybody's reports have come by July, and what the table says came but for a few.
    const [people, counted, answers, alerts, digests, short, heldBack] = numbersIn(expected[0] ?? '')
    expect(full).toMatchObject({ people, counted, digests })
    const few = Math.max(2, 20 * SHARE)
    for (const [is, was] of [
      [full?.answers, answers],
      [full?.alerts, alerts],
      [full?.short, short],
      [full?.held, heldBack],
    ])
      expect(Math.abs((is ?? NaN) - (was ?? NaN))).toBeLessThanOrEqual(few)
    expect(full?.short).toBeGreaterThan(0)
    // What each bot had carried by the end of June, by our count and by the platform's; neither goes over the month's.
    for (const [at, bot] of bots.entries()) {
      expect(june[at]?.counted).toBe(bot.carried()['2024-06'])
      expect(june[at]?.counted).toBeLessThanOrEqual(QUOTA.messages)
    }
    // What was held went when the month turned; nothing was refused, nothing is left. Only an answer that the month had
    // no room for is none any more after a day.
    expect(june.some(({ held }) => held > 0)).toBe(true)
    expect(july.map(({ held }) => held)).toEqual([0, 0, 0])
    const lost = july.flatMap(({ lost: some }) => some).filter(what => what !== OLD_ANSWER)
    expect(lost).toEqual([])
    expect(unheard).toBeGreaterThan(0)
    // Who looks after the members was told at 70, 90 and 100 percent, once each.
    const admin = bots
      .flatMap(bot => bot.of('sendMessage'))
      .filter(({ params }) => params.chat_id === 'zalo-qt')
    const alarms = admin
      .map(({ params }) => String(params.text))
      .filter(text => text.startsWith('Bot zalo-bot '))
    expect(alarms.map(text => /\((\d+)%\)/.exec(text)?.[1])).toEqual(['70', '90', '100'])
    expect(new Set(members.map(member => botOf.get(member)))).toEqual(new Set(NAMES))
  },
)

type Month = Awaited<ReturnType<typeof threeBots>>

/** A day: figures and reports on Mondays, questions on working days, most on the first bot. Returns how many were not heard. */
async function live({ members, botOf, write, goTo, settle, bringWeek }: Month, day: string): Promise<number> {
  const weekday = new Date(day).getUTCDay()
  if (weekday === 0 || weekday === 6) return 0
  await goTo(`${day}T06:00`)
  if (weekday === 1) await bringWeek(`2024-W${22 + (Number(day.slice(-2)) - 3) / 7}`)
  await goTo(`${day}T08:30`)
  let unheard = 0
  for (const [at, member] of members.entries()) {
    const asks = botOf.get(member) === 'zalo-bot' ? (weekday > 2 ? 2 : 1) : (at + weekday) % 2
    if (member === 'qt') continue
    for (let asked = 0; asked < asks; asked++)
      if (!(await write(member, 'tỷ lệ trực tuyến tuần này của tôi'))) unheard++
  }
  await settle()
  return unheard
}

interface Standing {
  bot: string
  people: number
  counted: number
  answers: number
  alerts: number
  digests: number
  /** Of them as one short text. */
  short: number
  held: number
  lost: string[]
}

/** How each bot stands: what its people got by now, what waits, what was given up. */
async function standing({ app, members, botOf, bots, now }: Month): Promise<Standing[]> {
  const rows = await app.db.read.outbox.list()
  return await Promise.all(
    NAMES.map(async (name, at) => {
      const own = rows.filter(({ member, key }) =>
        member === null ? key.includes(name) : botOf.get(member) === name,
      )
      const sent = (is: (topic: string) => boolean) =>
        own.filter(({ state, topic }) => state === 'sent' && is(topic)).length
      const texts = bots[at]?.of('sendMessage').map(({ params }) => String(params.text)) ?? []
      const counts = await channelKeep({ ...app, ...app.config }, name).counts(now())
      const { sent: out = 0, received = 0, strangers = 0 } = counts
      return {
        bot: name,
        people: members.filter(member => botOf.get(member) === name).length,
        counted: out + received + strangers,
        answers: sent(topic => topic === 'reply'),
        alerts: sent(topic => topic !== 'reply' && topic !== 'digest'),
        digests: sent(topic => topic === 'digest'),
        short: texts.filter(text => text.includes(SHORTENED)).length,
        held: own.filter(({ state }) => state === 'held' || state === 'queued').length,
        lost: own
          .filter(({ state }) => state === 'refused' || state === 'dead' || state === 'expired')
          .map(({ topic, state, lastError }) => `${topic} ${state} ${lastError}`),
      }
    }),
  )
}

function tableOf(all: readonly Standing[]): string {
  const shown = ['bot', 'people', 'counted', 'answers', 'alerts', 'digests', 'short', 'held'] as const
  return all.map(row => shown.map(name => `${name} ${row[name]}`).join(' | ')).join('\n')
}

/** The figures of a line of a table. */
function numbersIn(line: string): number[] {
  return [...line.matchAll(/ \w+ (\d+)(?: \||$)/g)].map(([, number]) => Number(number))
}
