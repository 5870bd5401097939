/** Whole messages by which something is done; letters are compared without diacritics, and nothing else may stand there. */
export const actForms = {
  yes: [
    'đồng ý',
    'có',
    'ok',
    'oke',
    'okie',
    'okay',
    'vâng',
    'dạ',
    'dạ vâng',
    'xác nhận',
    'đúng',
    'đúng vậy',
    'đúng rồi',
    'được',
    'ừ',
    'ừ đúng rồi',
    'yes',
    'chắc chắn',
    'làm đi',
    'tôi đồng ý',
    'có đồng ý',
  ],
  no: [
    'không',
    'không cần',
    'thôi',
    'hủy',
    'huỷ',
    'bỏ qua',
    'khỏi',
    'không phải',
    'thôi khỏi',
    'đừng',
    'no',
    'không đồng ý',
    'chưa',
  ],
  undo: ['hoàn tác', 'hoàn lại', 'bấm nhầm', 'tôi bấm nhầm', 'em bấm nhầm', 'nhầm rồi hoàn tác'],
  acknowledge: [
    'đã nhận',
    'đã nhận cảnh báo',
    'đã nhận thông báo',
    'đã nhận tin',
    'đã nhận được cảnh báo',
    'đã nhận được thông báo',
    'đã nhận được tin',
  ],
  snoozePeriod: ['nhắc lại kỳ sau', 'nhắc lại đến kỳ sau', 'nhắc lại vào kỳ sau', 'kỳ sau nhắc lại'],
  explainHow: ['giải trình'],
  /** An administrator looks at what could not be sent, and has it sent again. */
  deadLetters: [
    'tin không gửi được',
    'các tin không gửi được',
    'những tin không gửi được',
    'tin nào không gửi được',
    'xem tin không gửi được',
    'danh sách tin không gửi được',
    'liệt kê tin không gửi được',
    'tin gửi lỗi',
    'tin lỗi',
    'xem tin lỗi',
  ],
  redrive: [
    'gửi lại tin không gửi được',
    'gửi lại các tin không gửi được',
    'gửi lại những tin không gửi được',
    'gửi lại tất cả tin không gửi được',
    'gửi lại tin lỗi',
    'gửi lại các tin lỗi',
    'gửi lại tất cả tin lỗi',
  ],
  wrong: ['chưa đúng ý', 'không đúng ý', 'sai ý', 'trả lời sai', 'không phải ý tôi'],
} as const

/** "Nhắc lại sau 3 ngày", "giải trình: …": what stands before and behind the number, and before the text. */
export const snoozeForm = { before: 'nhắc lại sau', behind: 'ngày' } as const
/** "Chuyển cho anh Bình", "giao cho cán bộ": before the name. */
export const handForms = [
  'chuyển cảnh báo này cho',
  'chuyển cảnh báo cho',
  'chuyển tiếp cho',
  'chuyển cho',
  'giao cảnh báo cho',
  'giao việc cho',
  'giao cho',
] as const
export const explainForm = 'giải trình'
/** "Yêu cầu xã Hai giải trình trước thứ sáu", "… trước ngày 30/5", "… trong 3 ngày". */
export const askForm = {
  before: ['yêu cầu', 'đề nghị'],
  until: ['trước', 'trước ngày', 'đến', 'đến ngày', 'hạn', 'hạn đến', 'chậm nhất', 'chậm nhất là'],
  within: ['trong', 'trong vòng'],
  days: 'ngày',
  today: 'hôm nay',
  tomorrow: ['ngày mai', 'mai'],
  /** Monday first. */
  weekdays: [
    ['thứ hai', 'thứ 2'],
    ['thứ ba', 'thứ 3'],
    ['thứ tư', 'thứ 4'],
    ['thứ năm', 'thứ 5'],
    ['thứ sáu', 'thứ 6'],
    ['thứ bảy', 'thứ 7'],
    ['chủ nhật'],
  ],
} as const
/** Said at the end of any of these. */
export const softWords = [
  'ạ',
  'nhé',
  'nha',
  'em',
  'anh',
  'chị',
  'rồi',
  'ơi',
  'bạn',
  'bot',
  'cảm',
  'ơn',
] as const
