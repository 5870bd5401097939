import { withoutDiacritics } from './spellings.ts'
import type { Random } from './spellings.ts'

const WORDS = [
  'tỷ lệ',
  'trực tuyến',
  'số hóa',
  'thanh toán',
  'sở',
  'huyện',
  'xã',
  'phường',
  'Ia',
  'Chư',
  'Đông',
  'Trang',
  'nào',
  'chưa đạt',
  'chỉ tiêu',
  'tuần',
  'tháng',
  'quý',
  'năm',
  'từ',
  'đến',
  'giai đoạn',
  'trước',
  'này',
  'so với',
  'và',
  'còn',
  'top',
  'dưới',
  'xếp thứ',
  'bao nhiêu',
  'biểu đồ',
  'báo cáo',
  'mình',
  'toàn tỉnh',
  'Tân',
  'An',
  'Phú',
  'tttt',
  'gđ2',
  'T4',
  '12/2024',
  '31/2',
  '99',
  '50%',
] as const
const SIGNS = Array.from(
  '?!.,;:/-()[]{}<>"\'%&*_~`#|\\@+=\u0000\u0007\u200b\u202e\ufeff\ud800\udc00\u0301\u0323\u0111đĐİßﬃ𝔸👩‍💻🇻🇳\n\t\r',
)
const LETTERS = Array.from('aăâbcdđeêghiklmnoôơpqrstuưvxy')
const MARKUP = [
  '<script>alert(1)</script>',
  '<b>',
  '](http://x)',
  '${7*7}',
  '{{units}}',
  "' OR 1=1 --",
  '%s%n',
  '\\u0000',
  '&amp;',
  '```',
] as const

/** Wishes of which no two are answered together, and questions. */
const WISHES = [
  'tắt báo cáo ngày',
  'tạm dừng thông báo 3 ngày',
  'gửi báo cáo lúc 8 giờ',
  'yêu cầu xã Tân An giải trình',
  'xếp thứ mấy',
  'số hóa bao nhiêu',
  'huyện nào thấp nhất',
] as const
const NAMES = ['Tân An ', 'Phú Tân, ', 'xã Chư Sê ', 'long an ', 'phường Đông, '] as const

/** A string that nobody means as a question, or only half: of one of eleven kinds, by turns. */
export function oddString(turn: number, random: Random): string {
  const pick = <T>(from: readonly T[]): T => from[random(from.length)]!
  const many = (most: number, make: () => string, glue = ''): string =>
    Array.from({ length: 1 + random(most) }, make).join(glue)
  switch (turn % 11) {
    case 0:
      return many(40, () => String.fromCodePoint(random(0x11_0000)))
    case 1:
      return many(40, () => String.fromCharCode(random(0x1_0000)))
    case 2:
      return many(12, () => pick(WORDS), ' ')
    case 3:
      return many(12, () => withoutDiacritics(pick(WORDS)), pick([' ', '', ', ', ' và ', '.']))
    case 4:
      return many(30, () => (random(2) === 0 ? pick(SIGNS) : pick(WORDS)))
    case 5:
      return many(60, () => String(random(10)), pick(['', ' ', '/', '.', '-']))
    case 6:
      return many(6, () => `${pick(MARKUP)} ${pick(WORDS)}`, ' ')
    case 7:
      return `${pick(WORDS)} `.repeat(1 + random(80))
    case 8:
      return pick(NAMES).repeat(1 + random(120))
    case 9:
      return many(20, () => pick(WISHES), pick(['? ', '. ', ', ', ' và ', ' còn ', '\n']))
    default:
      return many(25, () => many(9, () => pick(LETTERS)), ' ')
  }
}
