import { describe, expect, test } from 'vitest'
import { codeIn, invite, isCode, newCode } from '../../src/bot/invites.ts'
import { bringWeek } from '../stories/province.ts'
import { startTalk } from './talk.ts'
import type { Talk } from './talk.ts'

const MORNING = '2024-05-13T08:00:00+07:00'
const STRANGER =
  'Chào Anh/Chị. Tôi chỉ phục vụ cán bộ đã được mời. Xin liên hệ người quản trị của tỉnh để nhận mã mời, rồi gửi mã đó vào đây.'
const WRONG = 'Mã mời không đúng hoặc đã được dùng. Xin kiểm tra lại hoặc xin mã mới.'

async function codeFor({ app }: Talk, member: string): Promise<string> {
  const { code } = await app.db.write(async stores => await invite(stores.chats, member, app.clock.now()))
  return code
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
    'is linked by a code sent as "%s"',
    async form => {
      const talk = await startTalk(MORNING, [])
      const code = await codeFor(talk, 'gd')
      expect(await talk.hear('x', form.replace('%s', code))).toBe(
        'Đã liên kết với Giám đốc Sở GTVT (Sở Giao thông vận tải).\n\nTừ nay Anh/Chị hỏi số liệu tại đây và nhận cảnh báo, báo cáo tại đây.',
      )
      expect(await linkedTo(talk, 'x')).toBe('gd')
    },
  )

  test('may write the code in small letters or in two halves', async () => {
    const talk = await startTalk(MORNING, [])
    const [one, other] = [await codeFor(talk, 'gd'), await codeFor(talk, 'gd')]
    expect(await talk.hear('x', one.toLowerCase())).toContain('Đã liên kết')
    expect(await talk.hear('y', `${other.slice(0, 4)} ${other.slice(4)}`)).toContain('Đã liên kết')
  })

  test('cannot use a code twice, nor one that is a week old', async () => {
    const talk = await startTalk(MORNING, [])
    const [used, old] = [await codeFor(talk, 'gd'), await codeFor(talk, 'bcd')]
    await talk.hear('x', used)
    expect(await talk.hear('y', used)).toBe(WRONG)
    talk.clock.set('2024-05-20T08:00:00+07:00')
    expect(await talk.hear('y', old)).toBe(WRONG)
    expect(await linkedTo(talk, 'y')).toBeNull()
  })

  test('who tries too many codes is not listened to for a quarter of an hour, even with the right one', async () => {
    const talk = await startTalk(MORNING, [])
    const code = await codeFor(talk, 'gd')
    for (let tried = 0; tried < 5; tried++) expect(await talk.hear('x', guess(tried))).toBe(WRONG)
    expect(await talk.hear('x', code)).toBe('Anh/Chị đã nhập sai mã nhiều lần. Xin thử lại sau 15 phút.')
    expect(await linkedTo(talk, 'x')).toBeNull()
    expect(await talk.hear('y', guess(9))).toBe(WRONG)
    talk.clock.set('2024-05-13T08:15:01+07:00')
    expect(await talk.hear('x', code)).toContain('Đã liên kết')
  })
})

describe('a linked chat', () => {
  test('goes over to the member whose code is sent there, and takes nothing along', async () => {
    const talk = await startTalk(MORNING)
    await bringWeek(talk.app, '2024-W18', 20)
    await talk.hear('gd', 'trực tuyến tuần 18 của tôi')
    const code = await codeFor(talk, 'bcd')
    expect(await talk.hear('gd', code)).toContain('Đã liên kết với Ban Chỉ đạo')
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
    await talk.hear('gd', await codeFor(talk, 'bcd'))
    expect(await linkedTo(talk, 'gd')).toBe('gd')
  })

  test('of somebody who is no member any more is a stranger', async () => {
    const talk = await startTalk(MORNING)
    await talk.app.db.write(async stores => await stores.catalog.put('members', new Map([['gd', null]])))
    expect(await talk.hear('gd', 'trực tuyến tuần này')).toBe(STRANGER)
  })
})

test('a group is told to write in private, even by a member, and a code in it links nobody', async () => {
  const talk = await startTalk(MORNING)
  const code = await codeFor(talk, 'gd')
  for (const text of ['trực tuyến tuần này', code]) {
    expect(await talk.hear('gd', text, { address: '-100', private: false })).toBe(
      'Tôi chỉ trả lời trong tin nhắn riêng. Xin mở hộp thoại riêng với tôi để hỏi.',
    )
  }
  expect(await linkedTo(talk, '-100')).toBeNull()
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
