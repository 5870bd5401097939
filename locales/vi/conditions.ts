/** Conditions of a list in words. */
export const conditions = {
  value: '{{indicator}} {{range}}',
  below: 'chưa đạt chỉ tiêu {{indicator}}',
  met: 'đã đạt chỉ tiêu {{indicator}}',
  short: 'thiếu {{range}} về {{indicator}}',
  exceeded: 'vượt {{range}} về {{indicator}}',
  rose: 'tăng {{range}} về {{indicator}}',
  fell: 'giảm {{range}} về {{indicator}}',
  ofPlace: 'xếp {{range}} về {{indicator}}',
  place: 'thứ {{place, count}}',
  op: {
    under: 'dưới {{value}}',
    atMost: 'không quá {{value}}',
    over: 'trên {{value}}',
    atLeast: 'từ {{value}} trở lên',
    between: 'từ {{value}} đến {{to}}',
  },
} as const
