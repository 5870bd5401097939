/**
 * Role × unit × intent × `peers`, as it is typed: no turn shows of a unit what may not be seen of it (text, picture, file,
 * what its buttons send, and what a press on each of them brings), and none refuses what another shows.
 */
import { expect, test } from 'vitest'
import { applyAlertAct } from '../../src/bot/alert-actions.ts'
import { newConversation } from '../../src/bot/conversation.ts'
import type { Conversation } from '../../src/bot/conversation.ts'
import { converse } from '../../src/bot/converse.ts'
import { createWords } from '../../src/i18n/words.ts'
import { plainText } from '../../src/lib/message.ts'
import type { Message } from '../../src/lib/message.ts'
import { mayRead, PEOPLE, SETTINGS, UNITS } from '../answers/may-read.ts'
import type { Peers } from '../answers/may-read.ts'
import { readingOf } from '../answers/scene.ts'
import type { Person, SmallProvince } from '../answers/small-province.ts'
import { Random } from '../reference/random.ts'
import { AT, HIDDEN, shown, twoProvinces } from '../replies/generated/two-provinces.ts'
import type { Hidden } from '../replies/generated/two-provinces.ts'
import { sized } from '../sizes.ts'

/** The part of all turns that is taken. */
const SHARE = sized({ quick: 0.003, usual: 0.005, long: 1 })

/** Of one unit, by intent: what shows a peer's value or place, and what does not. */
const OPEN = {
  value: ['{u} trực tuyến bao nhiêu', '{u} thế nào', 'trực tuyến {u} tuần trước'],
  rank: ['{u} xếp thứ mấy về trực tuyến'],
  target: ['chỉ tiêu trực tuyến của {u} là bao nhiêu'],
  gap: ['{u} đạt chỉ tiêu trực tuyến chưa'],
  trend: ['xu hướng trực tuyến của {u}', 'biểu đồ trực tuyến của {u}'],
  compare: ['so sánh Sở Một với {u} về trực tuyến', 'so sánh {u} với Sở Một'],
}
const OWN = {
  need: ['{u} cần thêm bao nhiêu hồ sơ trực tuyến'],
  forecast: ['dự báo trực tuyến của {u}'],
  progress: ['tiến độ của {u}'],
  alerts: ['cảnh báo của {u}'],
  since: ['{u} dưới chỉ tiêu trực tuyến từ khi nào', 'tuần tốt nhất của {u} về trực tuyến'],
  why: ['vì sao trực tuyến của {u} giảm', 'cái gì kéo {u} xuống'],
  what_if: ['nếu {u} mỗi ngày thêm 3 hồ sơ trực tuyến thì sao'],
  goal: ['{u} muốn đứng thứ 1 về trực tuyến thì cần gì', 'muốn bằng {u} về trực tuyến thì cần gì'],
  verify: ['{u} trực tuyến 44% đúng không'],
  situation: ['{u} có gì đáng lo không'],
  missing: ['{u} đã có số liệu chưa'],
  responses: ['{u} đã giải trình chưa', '{u} giải trình thế nào', '{u} đã nhận cảnh báo chưa'],
  total: ['tổng hồ sơ của {u}', 'tử số, mẫu số trực tuyến của {u}'],
  report: ['gửi báo cáo tuần của {u}'],
  ask_explanation: ['yêu cầu {u} giải trình trước thứ sáu'],
}
/** Of a group. */
const GROUPED = {
  below: ['{g} nào chưa đạt chỉ tiêu trực tuyến', '{g} nào dưới 45% trực tuyến'],
  met: ['{g} nào đã đạt chỉ tiêu trực tuyến', '{g} nào đạt cả 2 chỉ tiêu'],
  top: ['3 {g} tốt nhất về trực tuyến'],
  bottom: ['3 {g} kém nhất về trực tuyến', 'biểu đồ 3 {g} kém nhất về trực tuyến'],
  ranking: ['bảng xếp hạng các {g} về trực tuyến', 'bảng xếp hạng các {g} về trực tuyến, gửi file'],
  movers: ['{g} nào giảm nhiều nhất về trực tuyến', '{g} nào mới xuống dưới chỉ tiêu'],
  since: ['{g} nào 2 tuần liền dưới chỉ tiêu trực tuyến'],
  total: ['tổng hồ sơ các {g}', 'trung bình các {g} về trực tuyến'],
  missing: ['{g} nào chưa có số liệu trực tuyến'],
  responses: ['{g} nào chưa giải trình', 'ai đã giải trình, ai chưa, ai quá hạn'],
  why: ['{g} nào kéo tỉnh xuống về trực tuyến'],
  situation: ['các {g} có gì đáng lo'],
  forecast: ['{g} nào có khả năng không đạt trực tuyến'],
  progress: ['tiến độ chiến dịch của các {g}'],
  target: ['chỉ tiêu trực tuyến giao cho các {g}'],
}
const NAMES: Record<string, string> = {
  P: 'Tỉnh Mẫu',
  S1: 'Sở Một',
  S2: 'Sở Hai',
  S3: 'Sở Ba',
  H1: 'Huyện Một',
  H2: 'Huyện Hai',
  X1: 'Xã Một',
  X2: 'Xã Hai',
  X3: 'Xã Ba',
  X4: 'Xã Bốn',
}
const KINDS = ['sở', 'xã', 'huyện']
const words = createWords('vi')

function ofUnit(texts: Readonly<Record<string, readonly string[]>>, unit: string): string[] {
  return Object.values(texts).flatMap(some => some.map(text => text.replace('{u}', NAMES[unit]!)))
}

/** Everything that is asked, of each unit and of each kind. */
const ASKED = [
  ...UNITS.flatMap(unit => [...ofUnit(OPEN, unit), ...ofUnit(OWN, unit)]),
  ...KINDS.flatMap(kind =>
    Object.values(GROUPED).flatMap(some => some.map(text => text.replace('{g}', kind))),
  ),
]

/** One person's talk in a province: what a text brings in a conversation as it stands. */
async function talk({ db }: SmallProvince, person: Person) {
  const { alerts, explanations, imports, subscriptions, outbox, chats } = db.read
  const reading = await readingOf(db, AT, person)
  const stores = { ...reading, alerts, explanations, imports, subscriptions, outbox, chats, words }
  return async (text: string, conversation: Conversation, pressed = false) =>
    await converse({ ...stores, text, conversation, pressed })
}

/** What a text shows, and what a press on each button below shows; of those below a seeded one where not all are taken. */
async function brought(
  say: Awaited<ReturnType<typeof talk>>,
  text: string,
  random: Random,
): Promise<Message[]> {
  const first = await say(text, newConversation)
  const { choices } = first.message
  const pressed = SHARE === 1 || choices.length === 0 ? choices : [random.pick(choices)]
  const next = pressed.map(async ({ send }) => (await say(send, first.conversation, true)).message)
  return [first.message, ...(await Promise.all(next))]
}

/** Every unit has explained what stands; of whom not everything may be seen it says something else in each province. */
async function explain({ db }: SmallProvince, { person }: Hidden, peers: Peers, word: string): Promise<void> {
  await db.write(async stores => {
    for (const row of await stores.alerts.ofUnits(UNITS)) {
      const text = mayRead(person, row.unit, peers) === 'all' ? 'đường truyền hỏng' : `${word} ${row.unit}`
      const action = { do: 'explain', text } as const
      await applyAlertAct(stores, { alerts: [row], action }, 'dung', AT)
    }
  })
}

/** The same talk in two provinces that differ only in what the person may not see. */
async function twoTalks(hidden: Hidden, peers: Peers) {
  const [one, other] = await twoProvinces(hidden, peers)
  await explain(one!, hidden, peers, 'mất điện ở')
  await explain(other!, hidden, peers, 'thiếu người tại')
  return [await talk(one!, hidden.person), await talk(other!, hidden.person)] as const
}

/** What differs, of one's own forecast aside: it goes by the course of all units of the kind, also of those not shown. */
function compared(messages: readonly Message[]): string {
  return JSON.stringify(messages.map(shown)).replaceAll(/dự báo đến hết [^"\\]*|Khả năng 80% [^"\\]*/g, '')
}

test.each(HIDDEN)(
  '$person is shown nothing that may not be seen',
  async hidden => {
    const differ: unknown[] = []
    let turns = 0
    for (const peers of SETTINGS) {
      const [one, other] = await twoTalks(hidden, peers)
      const random = new Random(11)
      for (const text of ASKED) {
        if (!random.chance(SHARE)) continue
        const seed = random.whole(1, 1_000_000)
        const here = await brought(one, text, new Random(seed))
        const there = await brought(other, text, new Random(seed))
        turns += here.length
        if (compared(here) !== compared(there))
          differ.push({ peers, text, here: here.map(plainText), there: there.map(plainText) })
      }
    }
    expect(differ).toEqual([])
    expect(turns).toBeGreaterThan(SHARE * ASKED.length)
  },
  900_000,
)

/** What a person may be told of, by the setting: texts that no reply may refuse. */
function openTo(person: Person, peers: Peers): string[] {
  const open = { ...OPEN, compare: OPEN.compare.map(text => text.replace('Sở Một', 'Tỉnh Mẫu')) }
  // What a place takes is the value of who holds it.
  const { goal: _, ...own } = OWN
  const units = UNITS.flatMap(unit => {
    const sees = mayRead(person, unit, peers)
    if (sees === 'none') return []
    if (sees === 'places') return ofUnit({ value: OPEN.value, rank: OPEN.rank }, unit)
    return ofUnit(sees === 'all' ? { ...open, ...own } : open, unit)
  })
  const { below, met, top, bottom, ranking, movers } = GROUPED
  const kinds = { S: 'sở', X: 'xã', H: 'huyện' }
  const groups = Object.entries(kinds).flatMap(([letter, kind]) => {
    const seen = UNITS.filter(unit => unit.startsWith(letter)).map(unit => mayRead(person, unit, peers))
    if (seen.filter(one => one === 'all' || one === 'figures').length < 2) return []
    const lists = seen.includes('places') ? { ranking } : { below, met, top, bottom, ranking, movers }
    return Object.values(lists).flatMap(some => some.map(text => text.replace('{g}', kind)))
  })
  return [...units, ...groups]
}

test.each(PEOPLE)(
  '%s is refused nothing that may be seen',
  async person => {
    const [province] = await twoProvinces(HIDDEN[0]!, 'figures')
    if (!province) throw new Error('no province')
    const refused: unknown[] = []
    for (const peers of SETTINGS) {
      await province.db.write(async ({ settings }) => await settings.set('peers', peers))
      const say = await talk(province, person)
      const random = new Random(12)
      for (const text of openTo(person, peers)) {
        if (!random.chance(SHARE * 2)) continue
        const reply = plainText((await say(text, newConversation)).message)
        if (reply.includes('ngoài phạm vi')) refused.push({ peers, text, reply })
      }
    }
    expect(refused).toEqual([])
  },
  900_000,
)
