import { describe, expect, test } from 'vitest'
import { codeIn, codesAmong, invite, isCode, newCode } from '../../src/bot/invites.ts'
import { plainText } from '../../src/lib/message.ts'
import type { Message } from '../../src/lib/message.ts'
import { bring, bringWeek } from '../stories/province.ts'
import { startTalk } from './talk.ts'
import type { Talk } from './talk.ts'

const MORNING = '2024-05-13T08:00:00+07:00'
const STRANGER =
  'Chào Anh/Chị. Tôi chỉ phục vụ cán bộ đã được mời. Xin liên hệ người quản trị của tỉnh để nhận mã mời, rồi gửi mã đó vào đây.'
const WRONG = 'Mã mời không đúng. Xin kiểm tra lại hoặc xin mã mới.'

async function codeFor({ app }: Talk, member: string): Promise<string> {
  const { code } = await app.db.write(async stores => await invite(stores, member, app.clock.now()))
  return code
}

/** Sends a code and says yes. */
async function link(talk: Talk, from: string, code: string): Promise<string> {
  await talk.hear(from, code)
  return await talk.hear(from, 'Đúng')
}

/** Links the chat to the member by a code; gives the welcome. */
async function talkedIn(talk: Talk, from: string, member: string): Promise<Message> {
  await talk.hear(from, await codeFor(talk, member))
  return await talk.say(from, 'Đúng')
}

/** Eight letters of a code, told apart by a number. */
function guess(number: number): string {
  return `WRNG${String(2222 + number)}`
}

async function linkedTo({ app }: Talk, address: string): Promise<string | null> {
  return (await app.db.read.chats.find('telegram', address))?.member ?? null
}

describe('a stranger', () => {
  test('learns how to be invited and nothing else, whatever is written', async () => {
    const { say, app } = await startTalk(MORNING, [])
    await bringWeek(app, '2024-W18', 80)
    await app.db.write(async stores => await stores.settings.set('sample', '1'))
    for (const text of ['xin chào', 'trực tuyến Sở GTVT tuần 18', '/help', '/start', 'đã nhận', '1', '']) {
      expect(await say('x', text)).toEqual({ blocks: [{ text: STRANGER }], choices: [] })
    }
    expect(await app.db.read.unanswered.list(9)).toEqual([])
  })

  test.each(['%s', '/start %s', '/start@ChiTieuBot %s', '  %s  '])(
    'is asked who it is by a code sent as "%s", and linked on yes',
    async form => {
      const talk = await startTalk(MORNING, [])
      const code = await codeFor(talk, 'gd')
      const asked = await talk.say('x', form.replace('%s', code))
      expect(asked).toEqual({
        blocks: [{ text: 'Anh/Chị là Giám đốc Sở GTVT (Sở Giao thông vận tải)?' }],
        choices: [
          { label: 'Đúng', send: 'Đúng' },
          { label: 'Không phải', send: 'Không phải' },
        ],
      })
      expect(await linkedTo(talk, 'x')).toBeNull()
      expect(await talk.hear('x', 'Đúng')).toMatch(
        /^Đã liên kết. Anh\/Chị là Giám đốc Sở GTVT \(Sở Giao thông vận tải\), vai trò lãnh đạo./,
      )
      expect(await linkedTo(talk, 'x')).toBe('gd')
    },
  )

  test.each(['dung', '1', 'Vâng.', 'đúng rồi'])('says yes by "%s"', async yes => {
    const talk = await startTalk(MORNING, [])
    await talk.hear('x', await codeFor(talk, 'gd'))
    expect(await talk.hear('x', yes)).toContain('Đã liên kết.')
  })

  test('who says no is not linked, and the code is still good for the right person', async () => {
    const talk = await startTalk(MORNING, [])
    const code = await codeFor(talk, 'gd')
    await talk.hear('x', code)
    expect(await talk.hear('x', 'khong phai')).toContain('Chưa liên kết.')
    expect(await talk.hear('x', 'Đúng')).toBe(STRANGER)
    expect(await linkedTo(talk, 'x')).toBeNull()
    expect(await link(talk, 'y', code)).toContain('Đã liên kết.')
  })

  test('who answers neither is asked again for an hour, and then is a stranger', async () => {
    const talk = await startTalk(MORNING, [])
    await bringWeek(talk.app, '2024-W18', 20)
    await talk.hear('x', await codeFor(talk, 'gd'))
    expect(await talk.hear('x', 'trực tuyến tuần 18')).toContain('Anh/Chị là Giám đốc Sở GTVT')
    talk.clock.set('2024-05-13T09:30:00+07:00')
    expect(await talk.hear('x', 'Đúng')).toBe(STRANGER)
    expect(await linkedTo(talk, 'x')).toBeNull()
  })

  test('may write the code in small letters or in two halves', async () => {
    const talk = await startTalk(MORNING, [])
    const [one, other] = [await codeFor(talk, 'gd'), await codeFor(talk, 'bcd')]
    expect(await talk.hear('x', one.toLowerCase())).toContain('Anh/Chị là Giám đốc')
    expect(await talk.hear('y', `${other.slice(0, 4)} ${other.slice(4)}`)).toContain('Anh/Chị là Ban Chỉ đạo')
  })

  test('cannot use a code twice, nor an earlier one of the same person, nor one older than two days', async () => {
    const talk = await startTalk(MORNING, [])
    const [first, second, old] = [
      await codeFor(talk, 'gd'),
      await codeFor(talk, 'gd'),
      await codeFor(talk, 'bcd'),
    ]
    expect(await talk.hear('x', first)).toContain('không còn dùng được')
    await link(talk, 'x', second)
    expect(await talk.hear('y', second)).toContain('không còn dùng được')
    talk.clock.set('2024-05-15T07:59:00+07:00')
    expect(await talk.hear('y', old)).toContain('Anh/Chị là Ban Chỉ đạo')
    talk.clock.set('2024-05-15T08:00:00+07:00')
    expect(await talk.hear('y', 'Đúng')).toContain('không còn dùng được')
    expect(await talk.hear('y', old)).toBe('Mã mời đã hết hạn. Xin liên hệ người quản trị để nhận mã mới.')
    expect(await linkedTo(talk, 'y')).toBeNull()
  })

  test('a code made by a clock that was days ahead is good for 48 hours from when it is looked at, no more', async () => {
    const talk = await startTalk('2024-05-16T08:00:00+07:00', [])
    const [early, late] = [await codeFor(talk, 'gd'), await codeFor(talk, 'bcd')]
    talk.clock.set(MORNING)
    expect(await talk.hear('x', early)).toContain('Anh/Chị là')
    talk.clock.set('2024-05-15T07:59:00+07:00')
    expect(await link(talk, 'x', early)).toContain('Đã liên kết')
    talk.clock.set('2024-05-15T08:00:00+07:00')
    expect(await talk.hear('y', late)).toBe('Mã mời đã hết hạn. Xin liên hệ người quản trị để nhận mã mới.')
  })

  test('who has tried five codes is told, answered once more and then no more until the next day', async () => {
    const talk = await startTalk(MORNING, [])
    const code = await codeFor(talk, 'gd')
    for (let tried = 0; tried < 4; tried++) expect(await talk.hear('x', guess(tried))).toBe(WRONG)
    expect(await talk.hear('x', guess(4))).toBe(
      `${WRONG}\n\nĐây là mã thứ năm trong 24 giờ. Mã gửi tiếp ở đây chưa được xem: xin gửi lại sau 24 giờ, hoặc gửi mã từ kênh khác.`,
    )
    expect(await talk.hear('x', code)).toContain('Xin gửi lại sau 24 giờ, hoặc gửi mã từ kênh khác.')
    const toldOf = async () => (await talk.app.db.read.outbox.list()).length
    const told = await toldOf()
    for (const hour of ['08:20', '11:00', '23:00']) {
      talk.clock.set(`2024-05-13T${hour}:00+07:00`)
      await talk.hear('x', code)
    }
    expect(await toldOf()).toBe(told)
    expect(await talk.app.db.read.inbox.waiting()).toMatchObject({ count: 0 })
    expect(await linkedTo(talk, 'x')).toBeNull()
    expect(await talk.hear('y', guess(9))).toBe(WRONG)
    expect(await talk.hear('z', code)).toContain('Anh/Chị là')
    talk.clock.set('2024-05-14T08:30:00+07:00')
    expect(await talk.hear('x', code)).toContain('Anh/Chị là')
  })
})

describe('the welcome', () => {
  test('says who one is, the figure now, what is open, and questions that work, and waiting notices come after it', async () => {
    const talk = await startTalk(MORNING, [])
    await bringWeek(talk.app, '2024-W18', 20)
    const welcome = await talkedIn(talk, 'x', 'gd')
    const text = plainText(welcome)
    expect(text).toContain('Anh/Chị là Giám đốc Sở GTVT (Sở Giao thông vận tải), vai trò lãnh đạo.')
    expect(text).toContain('20%')
    expect(text).toContain('Đang mở: 1 cảnh báo dưới chỉ tiêu.')
    expect(welcome.choices).toHaveLength(3)
    for (const { send } of welcome.choices) {
      expect(await talk.hear('x', send)).not.toMatch(/chưa hiểu|ngoài phạm vi|Xin lỗi/)
    }
    expect(await talk.notice('alert')).toContain('20%')
  })

  test('says nothing of figures where there are none', async () => {
    const talk = await startTalk(MORNING, [])
    const text = plainText(await talkedIn(talk, 'x', 'gd'))
    expect(text).toContain('Hiện không có cảnh báo nào đang mở.')
    expect(text).not.toContain('%')
  })
})

describe('a linked chat', () => {
  test('is told what a code changes, goes over to the other member on yes, and takes nothing along', async () => {
    const talk = await startTalk(MORNING)
    await bringWeek(talk.app, '2024-W18', 20)
    await talk.hear('gd', 'trực tuyến tuần 18 của tôi')
    const asked = await talk.hear('gd', await codeFor(talk, 'bcd'))
    expect(asked).toContain('Anh/Chị là Ban Chỉ đạo (Tỉnh Thử)?')
    expect(asked).toContain('đang liên kết với Giám đốc Sở GTVT (Sở Giao thông vận tải)')
    expect(asked).toContain('đã có chat khác (Telegram)')
    expect(await linkedTo(talk, 'gd')).toBe('gd')
    expect(await talk.hear('gd', 'Đúng')).toContain('Anh/Chị là Ban Chỉ đạo')
    expect(await linkedTo(talk, 'gd')).toBe('bcd')
    expect(await talk.hear('gd', 'quay lại')).toBe('Không còn câu hỏi nào trước đó.')
    // What was queued for the director is not said to the committee.
    expect(await talk.notice('alert')).toBeNull()
  })

  test('answers what only looks like a code as a question, and cannot be used to guess codes', async () => {
    const talk = await startTalk(MORNING)
    const text = guess(0)
    const first = await talk.hear('gd', text)
    expect(first).not.toBe(WRONG)
    for (let tried = 1; tried < 6; tried++) await talk.hear('gd', guess(tried))
    // A code is drawn by chance: read as a question it may be near a name, and then a unit is asked about.
    expect(await talk.hear('gd', await codeFor(talk, 'bcd'))).not.toMatch(/(?<!Ý )Anh\/Chị là/)
    expect(await linkedTo(talk, 'gd')).toBe('gd')
  })

  test('of somebody who is no member any more is a stranger', async () => {
    const talk = await startTalk(MORNING)
    await talk.app.db.write(async stores => await stores.catalog.put('members', new Map([['gd', null]])))
    expect(await talk.hear('gd', 'trực tuyến tuần này')).toBe(STRANGER)
  })

  test('of somebody whose membership ended yesterday is a stranger, and was none on the last day', async () => {
    const talk = await startTalk(MORNING)
    const gd = { member: 'gd', name: 'Giám đốc Sở GTVT', role: 'leader', unit: 'P-S1' } as const
    const until = async (activeTo: string) =>
      await talk.app.db.write(
        async ({ catalog }) => await catalog.put('members', new Map([['gd', { ...gd, activeTo }]])),
      )
    await until('2024-05-13')
    expect(await talk.hear('gd', 'trực tuyến tuần này')).not.toBe(STRANGER)
    await until('2024-05-12')
    expect(await talk.hear('gd', 'trực tuyến tuần này')).toBe(STRANGER)
  })

  test('ends by the person’s own word, confirmed; on no it stays', async () => {
    const talk = await startTalk(MORNING)
    const asked = await talk.say('gd', 'hủy liên kết')
    expect(asked.choices.map(choice => choice.send)).toEqual(['Hủy liên kết', 'Không hủy'])
    expect(await talk.hear('gd', 'Không hủy')).toContain('vẫn liên kết')
    await talk.hear('gd', 'huy lien ket')
    expect(await talk.hear('gd', 'trực tuyến tuần này')).not.toContain('Hủy liên kết')
    expect(await talk.hear('gd', 'đúng')).not.toContain('Đã hủy liên kết')
    await talk.hear('gd', 'đăng xuất')
    expect(await talk.hear('gd', 'Hủy liên kết')).toContain('Đã hủy liên kết.')
    expect(await talk.hear('gd', 'trực tuyến tuần này')).toBe(STRANGER)
  })

  test('of a member with another name, role or unit is asked anew before anything is said', async () => {
    const talk = await startTalk(MORNING, [])
    await bringWeek(talk.app, '2024-W18', 20)
    await talkedIn(talk, 'x', 'gd')
    const renamed = 'member,name,role,unit\ngd,Trần Văn Mới,leader,P-S1'
    await bring(talk.app, 'members', renamed)
    const asked = 'Anh/Chị là Trần Văn Mới (Sở Giao thông vận tải), vai trò lãnh đạo?'
    expect(await talk.hear('x', 'trực tuyến tuần 18')).toContain(asked)
    expect(await talk.hear('x', 'đã nhận')).toContain(asked)
    expect(await talk.hear('x', 'Không phải')).toContain('Đã hủy liên kết.')
    expect(await linkedTo(talk, 'x')).toBeNull()
    await talkedIn(talk, 'x', 'gd')
    await bring(talk.app, 'members', renamed.replace('leader', 'officer'))
    expect(await talk.hear('x', '/start')).toContain('vai trò cán bộ?')
    expect(await talk.hear('x', 'đúng')).toContain('Đã liên kết.')
    expect(await talk.hear('x', 'trực tuyến tuần 18')).toContain('20%')
  })
})

describe('looking after links', () => {
  test('a list with another name asks the chat at once, and nothing else is told there before the yes', async () => {
    const talk = await startTalk(MORNING, [])
    await talkedIn(talk, 'x', 'gd')
    await bring(talk.app, 'members', 'member,name,role,unit\ngd,Trần Văn Mới,leader,P-S1')
    await bring(talk.app, 'members', 'member,name,role,unit\ngd,Trần Văn Mới,leader,P-S1\nai,Ai Đó,admin,P')
    const asked = (await talk.app.db.read.outbox.list()).filter(row => row.key.startsWith('confirm:'))
    expect(asked.map(row => [row.chat, row.state])).toEqual([[1, 'queued']])
    expect(asked[0]?.facts).toContain('Anh/Chị là Trần Văn Mới')
    expect((await talk.app.db.read.chats.get(1))?.pending).toBe('confirm')
    expect(await talk.hear('x', 'Đúng')).toContain('Đã liên kết.')
    expect((await talk.app.db.read.chats.get(1))?.pending).toBeNull()
  })

  test('a link that nobody used for a year ends by itself, another stays', async () => {
    const talk = await startTalk(MORNING, [])
    await talkedIn(talk, 'x', 'gd')
    await talkedIn(talk, 'y', 'bcd')
    const links = talk.app.jobs().find(job => job.name === 'links')
    talk.clock.set('2025-05-13T06:20:00+07:00')
    await links?.run(talk.clock.now(), false)
    await talk.hear('y', 'xin chào')
    talk.clock.set('2025-05-14T06:20:00+07:00')
    await links?.run(talk.clock.now(), false)
    expect([await linkedTo(talk, 'x'), await linkedTo(talk, 'y')]).toEqual([null, 'bcd'])
    expect(await talk.hear('x', 'trực tuyến tuần này')).toBe(STRANGER)
  })
})

test('a group is told to write in private, even by a member; a code that it reads is dead', async () => {
  const talk = await startTalk(MORNING)
  const code = await codeFor(talk, 'gd')
  const inGroup = { address: '-100', private: false }
  expect(await talk.hear('gd', 'trực tuyến tuần này', inGroup)).toBe(
    'Tôi chỉ trả lời trong tin nhắn riêng. Xin mở hộp thoại riêng với tôi để hỏi.',
  )
  expect(
    await talk.hear('gd', `mã của tôi đây: ${code.slice(0, 4)}-${code.slice(4)} nhé`, inGroup),
  ).toContain('đã bị hủy')
  expect(await linkedTo(talk, '-100')).toBeNull()
  expect(await talk.hear('y', code)).toContain('không còn dùng được')
})

test('codes among other words are found, and words are not taken for codes', () => {
  expect(codesAmong('code ABCD 2345, hoặc https://t.me/bot?start=K7M2PQ9X')).toEqual([
    'ABCD 2345',
    'K7M2PQ9X',
  ])
  expect(codesAmong('họp lúc 14h30 ngày 12/05/2024 tại phòng 2024-W18')).toEqual([])
})

test('codes are made of letters that nobody confuses, with a digit, and are read back', () => {
  for (let made = 0; made < 500; made++) {
    const code = newCode()
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
    expect(code).toMatch(/\d/)
    expect([codeIn(`/start ${code}`), codeIn(code), isCode(code)]).toEqual([code, code, true])
  }
  for (const text of ['trực tuyến', 'tuần này', 'ABCDEFGH', '2024-W18', '/start', 'ABCD23456']) {
    expect(codeIn(text)).toBeNull()
  }
})
