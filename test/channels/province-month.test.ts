import { expect, test } from 'vitest'
import type { Message } from '../../src/lib/message.ts'
import { sized } from '../sizes.ts'
import { HOUR, oaWorld } from './zalo-oa/oa-world.ts'
import { zaloWorld } from './zalo-bot/zalo-world.ts'

/** A fifth of a province shows the same; all of it takes a minute. */
const SHARE = sized({ quick: 0.2, usual: 0.2, long: 1 })
const LEADERS = 150 * SHARE
const DAYS = 31
const QUOTA = { messages: 3_000 * SHARE, people: 50 * SHARE }
const PICTURE = { name: 'a.png', type: 'image/png', bytes: new Uint8Array(30), description: 'Biểu đồ' }
const FILE = { ...PICTURE, name: 'bao-cao.xlsx', description: 'Bảng tính' }
const text = (words: string): Message => ({ blocks: [{ text: words }], choices: [] })
const ANSWER = { ...text('Tuần 47: 51,12%'), purpose: 'answer' as const }
const ALERT = {
  blocks: [{ text: 'Dưới chỉ tiêu' }, { text: 'Trực tuyến 51,12%' }],
  choices: [],
  purpose: 'alert' as const,
  notice: { topic: 'alert', member: 'Nguyễn Thị Hoa', unit: 'Sở Y tế' },
}
const DIGEST = { ...text('Tuần 47: tỉnh đạt 63,3%'), purpose: 'digest' as const, image: PICTURE, file: FILE }

/** What a leader gets and asks on a day: a digest on Mondays, an alert in ten days, a question on most working days. */
function day(at: number, leader: number): { asks: boolean; sends: Message[] } {
  const weekday = at % 7
  const sends: Message[] = [...(weekday === 0 ? [DIGEST] : []), ...((at + leader) % 10 === 0 ? [ALERT] : [])]
  return { asks: weekday < 5 && leader % 3 !== 0, sends }
}

interface Tally {
  sent: Record<string, number>
  held: Record<string, number>
}

function note(tally: Tally, message: Message, outcome: string): void {
  const kind = outcome === 'sent' ? tally.sent : tally.held
  const purpose = message.purpose ?? 'answer'
  kind[purpose] = (kind[purpose] ?? 0) + 1
}

/** Side by side, as the sender does it. */
async function eachLeader(
  first: number,
  step: number,
  work: (leader: number) => Promise<void>,
): Promise<void> {
  const leaders = Array.from({ length: LEADERS }, (_, leader) => leader)
  await Promise.all(leaders.filter(leader => leader % step === first).map(work))
}

test(
  'a month of the leaders of a province on three bots: all within the quota, nothing held, an operator told in time',
  { timeout: 180_000 },
  async () => {
    const tally: Tally = { sent: {}, held: {} }
    let most = 0
    for (let bot = 0; bot < 3; bot++) {
      const { channel, keep, alarms, time, fake } = await zaloWorld(
        { quota: QUOTA },
        'https://chitieu.example',
      )
      await time.advance(Date.parse('2024-06-01T08:00:00+07:00') - time.clock.now())
      for (let at = 0; at < DAYS - 1; at++) {
        await eachLeader(bot, 3, async leader => {
          const { asks, sends } = day(at, leader)
          if (asks) await keep.count('received', 1, time.clock.now())
          for (const message of asks ? [ANSWER, ...sends] : sends)
            note(tally, message, (await channel.send(`l${leader}`, message)).outcome)
        })
        await time.advance(24 * HOUR)
      }
      const { sent = 0, received = 0 } = await keep.counts(Date.parse('2024-06-15T00:00:00+07:00'))
      most = Math.max(most, sent + received)
      expect(fake.calls.filter(({ method }) => method.startsWith('send')).length).toBe(sent)
      expect(alarms.some(({ key }) => key === 'quota:2024-06:70')).toBe(sent + received >= 2_100 * SHARE)
    }
    expect(most).toBeLessThanOrEqual(QUOTA.messages)
    expect(tally.held.answer ?? 0).toBe(0)
    expect(tally.held.alert ?? 0).toBe(0)
    expect(tally.sent).toEqual({ digest: 750 * SHARE, alert: 450 * SHARE, answer: 2_200 * SHARE })
  },
)

test(
  'a month of the leaders of a province on one account: who writes gets all, who is silent gets approved forms, each is counted',
  { timeout: 180_000 },
  async () => {
    const templates = [
      { topic: 'alert', template_id: 'T1', params: { ten: { from: 'member' as const, max: 30 } } },
    ]
    const { channel, keep, tell, fake, time } = await oaWorld(
      { templates, outsideWindow: 500 },
      'https://chitieu.example',
    )
    const tally: Tally = { sent: {}, held: {} }
    await time.advance(Date.parse('2024-06-01T08:00:00+07:00') - time.clock.now())
    for (let leader = 0; leader < LEADERS; leader++) {
      fake.wrote(`l${leader}`, time.clock.now())
      await keep.heard(`l${leader}`, { heardAt: time.clock.now(), follows: true })
    }
    for (let at = 0; at < DAYS - 1; at++) {
      await eachLeader(0, 1, async leader => {
        const { asks, sends } = day(at, leader)
        if (asks) {
          fake.wrote(`l${leader}`, time.clock.now())
          await keep.heard(`l${leader}`, { heardAt: time.clock.now(), follows: true })
        }
        for (const message of asks ? [ANSWER, ...sends] : sends)
          note(tally, message, (await channel.send(`l${leader}`, message)).outcome)
      })
      await time.advance(24 * HOUR)
    }
    const counts = await keep.counts(Date.parse('2024-06-15T00:00:00+07:00'))
    const kinds = Map.groupBy(fake.sent, ({ kind }) => kind)
    expect(tally.held.answer ?? 0).toBe(0)
    expect(tally.held.alert ?? 0).toBe(0)
    expect(counts.templates).toBe(kinds.get('template')?.length)
    expect(counts.outside_window ?? 0).toBeLessThanOrEqual(500)
    expect(fake.refreshes).toBeGreaterThanOrEqual(30)
    expect(await tell({ event_name: 'oa_send_text', sender: { id: 'x' } })).toBe(200)
    expect(tally).toEqual({
      sent: { digest: 600 * SHARE, alert: 450 * SHARE, answer: 2_200 * SHARE },
      // Of those who never write: nobody has a form for a report.
      held: { digest: 150 * SHARE },
    })
  },
)
