/** Kinds of units as they are called among their peers. */
export const units = {
  peers: {
    province: 'tỉnh, thành phố',
    department: 'sở, ban, ngành',
    district: 'đơn vị cấp huyện',
    commune: 'đơn vị cấp xã',
    ministry: 'bộ, ngành',
    region: 'vùng',
    country: 'nước',
    other: 'đơn vị',
  },
  /** The same kinds in the words of a question. */
  asked: {
    province: 'tỉnh',
    department: 'các sở',
    district: 'các huyện',
    commune: 'các xã',
    ministry: 'các bộ',
    region: 'các vùng',
    country: 'cả nước',
    other: 'các đơn vị',
  },
  /** The same kinds after a number. */
  counted: {
    province: 'tỉnh',
    department: 'sở',
    district: 'huyện',
    commune: 'xã',
    ministry: 'bộ',
    region: 'vùng',
    country: 'nước',
    other: 'đơn vị',
  },
  any: 'đơn vị',
  peersWithin: '{{peers}} trong {{parent}}',
  peersOf: '{{peers}} thuộc {{parent}}',
  without: '{{group}} (không tính {{units}})',
  withoutSome: '{{group}} (không tính {{count}} đơn vị)',
  withParent: '{{unit}} ({{parent}})',
  renamed: '{{named}} nay là {{now}}.',
  formerIn: '{{unit}} ({{above}} cũ)',
} as const
