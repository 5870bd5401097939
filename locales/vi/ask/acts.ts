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
  explainHow: ['giải trình', 'soạn giải trình', 'viết giải trình', 'soạn bản giải trình'],
  /** A leader sends what an officer has drafted. */
  sendDraft: [
    'gửi giải trình này',
    'gửi bản thảo',
    'gửi bản thảo này',
    'gửi bản thảo giải trình',
    'duyệt bản thảo',
    'duyệt bản thảo này',
    'duyệt giải trình',
    'duyệt giải trình này',
  ],
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
  wrong: [
    'chưa đúng ý',
    'không đúng ý',
    'không đúng ý tôi',
    'sai ý',
    'sai',
    'sai bét',
    'sai hết',
    'sai mất',
    'chưa đúng',
    'không đúng',
    'không chính xác',
    'trả lời sai',
    'hiểu sai',
    'hiểu nhầm',
    'nhầm',
    'lạc đề',
    'không phải ý tôi',
    'không phải thế',
    'không phải vậy',
    'không phải cái này',
    'không phải cái đó',
    'đâu phải',
    'ý tôi không phải vậy',
    'tôi không hỏi cái đó',
    'tôi không hỏi thế',
    'tôi hỏi khác',
  ],
  /** Of "no": said where nothing waits for a yes, that the answer was another one's. */
  denies: ['không phải'],
} as const

/** "Nhắc lại sau 3 ngày", "giải trình: …": what stands before and behind the number, and before the text. */
export const snoozeForm = { before: 'nhắc lại sau', behind: 'ngày' } as const
/**
 * "Ai đã giải trình, ai chưa, ai quá hạn": whose state is asked for, in which states; several of them ask for all.
 */
export const explainedStates = {
  who: ['ai', 'nào'],
  done: ['đã giải trình', 'đã có giải trình', 'ai giải trình'],
  notYet: ['chưa giải trình', 'ai chưa', 'nào chưa', 'nào còn chưa', 'ai còn chưa', 'chưa có giải trình'],
  late: ['quá hạn', 'trễ hạn', 'hết hạn'],
} as const
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
export const notYetWord = 'chưa'
/** Before it who explains says "tôi", politely: "em xin giải trình như sau: …". */
export const beforeExplainWords = [
  'tôi',
  'tui',
  'em',
  'mình',
  'anh',
  'chị',
  'chúng',
  'xin',
  'phép',
  'được',
  'dạ',
  'thưa',
  'báo',
  'cáo',
] as const
/** Behind it the reason begins, though no colon stands there: "giải trình do đường truyền lỗi"; and where one asks for it. */
export const explainReason = {
  because: ['do', 'vì', 'tại'],
  asks: ['sao', 'đâu', 'gì', 'ai', 'nào', 'chưa', 'không'],
} as const
/** "Yêu cầu họ giải trình": of whom the answer before was. */
export const theyWords = [
  'họ',
  'nó',
  'đơn vị này',
  'đơn vị đó',
  'đơn vị ấy',
  'chỗ đó',
  'bên đó',
  'bên ấy',
] as const
/** "Các sở này", "3 huyện đó": those of the list before. */
export const theseWords = {
  first: ['các', 'mấy', 'những', 'cả', 'hai', 'ba', '2', '3', '4', '5'],
  last: ['này', 'đó', 'ấy', 'trên', 'kia'],
} as const
/** "Yêu cầu xã Hai giải trình trước thứ sáu", "… trước ngày 30/5", "… trong 3 ngày". */
export const askForm = {
  before: ['yêu cầu', 'đề nghị', 'nhắc', 'nhắc nhở', 'đôn đốc'],
  until: [
    'trước',
    'trước ngày',
    'đến',
    'đến ngày',
    'đến hết',
    'đến hết ngày',
    'hạn',
    'hạn đến',
    'hạn hết',
    'hạn ngày',
    'hạn hết ngày',
    'hạn chót',
    'hạn chót ngày',
    'hạn là ngày',
    'trước hết ngày',
    'hết ngày',
    'chậm nhất',
    'chậm nhất ngày',
    'chậm nhất là',
    'chậm nhất là ngày',
  ],
  /** Whatever stands behind these is a day, or is asked back. */
  due: ['trước', 'hạn'],
  /** Before "hạn" these speak of settling in time. */
  onTime: ['đúng', 'trễ', 'quá', 'sớm', 'trước', 'chậm', 'tới'],
  within: ['trong', 'trong vòng'],
  /** Between these and the day they say nothing. */
  beside: ['là', 'vào', 'sáng', 'trưa', 'chiều', 'tối'],
  nextWeek: ['tuần sau', 'tuần tới'],
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
/** "Gửi báo cáo 2 tuần một lần". */
export const frequencyForm = {
  sends: ['gửi', 'nhận', 'nhắn', 'báo'],
  numbers: ['hai', 'ba', 'bốn', 'nửa', 'mười'],
  units: ['ngày', 'tuần', 'tháng'],
  one: ['một', '1'],
  times: 'lần',
} as const
/** Said before "đã nhận": "rõ, đã nhận", "vâng em đã nhận". */
export const beforeAcknowledgeWords = [
  'rõ',
  'vâng',
  'dạ',
  'ok',
  'oke',
  'thưa',
  'tôi',
  'em',
  'mình',
  'anh',
  'chị',
] as const
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
