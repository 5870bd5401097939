/** "Cả 6 chỉ tiêu", "đủ các chỉ tiêu được giao": words that mean all targets together. */
export const everyForms = {
  all: ['cả', 'đủ', 'tất cả', 'toàn bộ', 'mọi', 'hết'],
  numbers: ['hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'],
  fillers: ['các', 'những', 'số'],
  targets: ['chỉ tiêu', 'chỉ số'],
} as const
