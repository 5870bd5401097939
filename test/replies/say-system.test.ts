import { expect, test } from 'vitest'
import { plainText } from '../../src/lib/message.ts'
import { saySystem } from '../../src/replies/say-system.ts'
import type { SystemNotice } from '../../src/replies/say-system.ts'
import { words } from './province.ts'

const SAMPLE = 'Số liệu mẫu để dùng thử, không phải số liệu thật.'

function said(notice: SystemNotice, sample = false): string {
  return plainText(saySystem(notice, { words, sample }))
}

test('a stranger learns how to be invited, and nothing else', () => {
  const message = saySystem({ about: 'stranger' }, { words, sample: true })
  expect(plainText(message)).toContain('mã mời')
  expect(plainText(message)).not.toContain(SAMPLE)
  expect(message.choices).toEqual([])
})

test('digests on and off', () => {
  expect(said({ about: 'subscribed', digest: 'weekly' })).toBe(
    'Đã đăng ký báo cáo tuần. Báo cáo được gửi sáng thứ Hai hằng tuần.',
  )
  expect(said({ about: 'alreadySubscribed', digest: 'daily' })).toContain('Anh/Chị đang nhận báo cáo ngày')
  expect(said({ about: 'unsubscribed', digest: 'weekly' })).toBe('Đã ngừng gửi báo cáo tuần.')
  expect(said({ about: 'unsubscribed', digest: null })).toContain('tất cả báo cáo định kỳ')
  expect(said({ about: 'notSubscribed', digest: 'monthly' })).toBe('Anh/Chị hiện không nhận báo cáo tháng.')
})

test('a unit that fits none is repeated as typed, shortened, never as markup', () => {
  expect(said({ about: 'unknownUnit', typed: 'xã <b>{{Xyz}}' })).toContain('"xã <b>{{Xyz}}"')
  expect(said({ about: 'unknownUnit', typed: 'a'.repeat(500) })).toContain(`"${'a'.repeat(60)}…"`)
})

test('alerts handled', () => {
  expect(said({ about: 'acknowledged', count: 3 })).toContain('3 cảnh báo')
  expect(said({ about: 'snoozed', days: 3, until: '2024-05-22' })).toBe(
    'Sẽ nhắc lại sau 3 ngày, vào ngày 22/5/2024.',
  )
  expect(said({ about: 'explained', count: 1 })).toContain('Ban Chỉ đạo xem được')
})

test('every other notice is a sentence with something to go on with', () => {
  const notices: SystemNotice[] = [
    { about: 'groupChat' },
    { about: 'tooLong', limit: 1000 },
    { about: 'wordless', kind: 'voice' },
    { about: 'wordless', kind: 'other' },
    { about: 'notWhatWasMeant' },
    { about: 'empty' },
    { about: 'failed' },
    { about: 'notAllowed' },
    { about: 'explainHow' },
    { about: 'noAlerts' },
    { about: 'nothingBefore' },
    { about: 'noSuchChoice', number: 9 },
    { about: 'expiredChoice' },
    { about: 'tooFast' },
    { about: 'changeData' },
  ]
  const texts = notices.map(notice => said(notice))
  expect(new Set(texts).size).toBe(notices.length)
  for (const text of texts) expect(text).toMatch(/^[\p{Lu}].*[.]$|ví dụ: /su)
  expect(said({ about: 'tooLong', limit: 1000 })).toContain('1.000 ký tự')
  expect(said({ about: 'empty' }, true)).toContain(SAMPLE)
})
