/** Number words, as said before a noun or after "tháng", "quý". */
export const numberWords = {
  một: 1,
  hai: 2,
  nhì: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
} as const

/** "Hai mươi mốt": the word for tens, and units that are said otherwise behind it. */
export const tensWord = 'mươi'
export const unitsBehindTens = { mốt: 1, lăm: 5, nhăm: 5, tư: 4 } as const

/** Said of units alone, these stand behind tens: "sáu lăm". */
export const shortUnits = ['mốt', 'lăm', 'nhăm'] as const

/** Of a number in several words: "hai mươi", "bảy chục", "hai trăm". */
export const multiplierWords = { mươi: 10, chục: 10, trăm: 100, nghìn: 1000, ngàn: 1000 } as const
/** Before a year that is said in words, and between its hundreds and ones. */
export const yearWord = 'năm'
export const oddWords = ['linh', 'lẻ'] as const
/** Between the whole of a number and its decimals: "chín mươi chín phẩy hai". */
export const decimalWord = 'phẩy'
/** Behind a multiplier, without diacritics, these are hardly numbers. */
export const oddUnits = ['lăm', 'năm', 'sáu', 'tư', 'nhăm', 'chục', 'một', 'nghìn', 'ngàn'] as const

/** "Thứ tư": a day of the week. */
export const weekdayWord = 'thứ'

/** Of these, said only behind the noun: "tháng tư". */
export const numbersBehindNouns = ['tư'] as const

export const pointWord = 'điểm'
/** Say that a number is a percent, or points. */
export const percentWords = ['phần trăm', 'phan tram', 'điểm phần trăm', 'pt', 'ptram', pointWord] as const

/** A number before one of these counts things; it is no percent. */
export const countedNouns = [
  'đơn',
  'đv',
  'xã',
  'huyện',
  'sở',
  'phường',
  'ngày',
  'tuần',
  'tháng',
  'năm',
  'quý',
  'hồ',
  'hs',
  'bộ',
  'bậc',
  'hạng',
  'cái',
  'lượt',
  'thằng',
  'giao',
  'người',
  'ban',
  'thị xã',
  'thị trấn',
  'thành phố',
  'tỉnh',
  'địa phương',
  'cơ quan',
] as const

/** With these "bao nhiêu phần trăm", "mấy %" end. */
export const percentEnds = ['trăm', '%'] as const
