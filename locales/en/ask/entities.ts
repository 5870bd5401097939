/** How the built-in indicators, stretches of time and units are called in English. Written as locales/vi/ask. */
export const indicatorPhrases = {
  online_rate: [
    '(rate of)? (online) (submission|filing|application|dossier|service|rate|ratio|percentage|share|dossiers|applications|submissions|percent)? (rate)?',
    'e filing',
  ],
  full_process_rate: ['(fully|full|end to end|whole process) (online|process|processed)? (rate|services)?'],
  online_payment_rate: [
    '(online|electronic|digital|e)? (payment|payments) (online)? (rate)?',
    '(paid) online',
  ],
  on_time_rate: [
    '(on time|ontime|on schedule|timely) (rate|settlement|processing|percentage)?',
    'punctuality',
  ],
  digitization_rate: [
    '(digitization|digitisation|digitized|digitised|scanning|digitize) (rate|percentage|of dossiers)?',
  ],
  satisfaction_rate: ['(citizen)? (satisfaction|satisfied) (rate|score|level|index)?'],
  transparency_rate: ['(transparency|disclosure|openness) (rate|score|index)?'],
  active_services_rate: ['(active|used) services (rate)?', 'services (with|having) (dossiers|applications)'],
  service_score: ['(service|766) (score|index)', 'index 766', 'total score'],
} as const

export const lateIndicatorPhrases = {
  on_time_rate: ['(overdue|late|delayed) (dossiers|rate|applications)?'],
} as const

export const periodPhrases = [
  { say: 'today', means: { is: 'relative', unit: 'day', shift: 0 } },
  { say: 'yesterday', means: { is: 'relative', unit: 'day', shift: -1 } },
  { say: '(this|the current) week', means: { is: 'relative', unit: 'week', shift: 0 } },
  {
    say: '(last|the last|previous|past|the previous) week',
    means: { is: 'relative', unit: 'week', shift: -1 },
  },
  { say: 'week {n} (of)? {year}?', means: { is: 'numbered', unit: 'week' } },
  { say: '(this|the current) month', means: { is: 'relative', unit: 'month', shift: 0 } },
  { say: '(last|previous|the last) month', means: { is: 'relative', unit: 'month', shift: -1 } },
  { say: '(this|the current) quarter', means: { is: 'relative', unit: 'quarter', shift: 0 } },
  { say: '(last|previous) quarter', means: { is: 'relative', unit: 'quarter', shift: -1 } },
  { say: 'quarter {n} {year}?', means: { is: 'numbered', unit: 'quarter' } },
  { say: '(this|the current) year', means: { is: 'relative', unit: 'year', shift: 0 } },
  { say: '(last|previous) year', means: { is: 'relative', unit: 'year', shift: -1 } },
  { say: '(in)? {year}', means: { is: 'numbered', unit: 'year' } },
  { say: '(the)? (last|past|previous) {n} days', means: { is: 'rolling', unit: 'day' } },
  { say: '(the)? (last|past|previous) {n} weeks', means: { is: 'rolling', unit: 'week' } },
  { say: '(the)? (last|past|previous) {n} months', means: { is: 'rolling', unit: 'month' } },
  {
    say: '(year to date|ytd|so far this year|since (the)? (start|beginning) of the year|since january)',
    means: { is: 'to_date', of: 'year' },
  },
  { say: 'since (the)? (start|beginning) of the campaign', means: { is: 'to_date', of: 'campaign' } },
  { say: 'since the campaign (began|started)', means: { is: 'to_date', of: 'campaign' } },
  { say: 'phase ({n}|{roman})', means: { is: 'phase' } },
  { say: '(this|the current) phase', means: { is: 'near_phase', shift: 0 } },
  { say: '(last|the last|the previous) phase', means: { is: 'near_phase', shift: -1 } },
  { say: 'january {year}?', means: { is: 'numbered', unit: 'month', number: 1 } },
  { say: 'february {year}?', means: { is: 'numbered', unit: 'month', number: 2 } },
  { say: 'march {year}?', means: { is: 'numbered', unit: 'month', number: 3 } },
  { say: 'april {year}?', means: { is: 'numbered', unit: 'month', number: 4 } },
  { say: '(in)? may {year}', means: { is: 'numbered', unit: 'month', number: 5 } },
  { say: '(in|for|of|during) may', means: { is: 'numbered', unit: 'month', number: 5 } },
  { say: 'june {year}?', means: { is: 'numbered', unit: 'month', number: 6 } },
  { say: 'july {year}?', means: { is: 'numbered', unit: 'month', number: 7 } },
  { say: 'august {year}?', means: { is: 'numbered', unit: 'month', number: 8 } },
  { say: 'september {year}?', means: { is: 'numbered', unit: 'month', number: 9 } },
  { say: 'october {year}?', means: { is: 'numbered', unit: 'month', number: 10 } },
  { say: 'november {year}?', means: { is: 'numbered', unit: 'month', number: 11 } },
  { say: 'december {year}?', means: { is: 'numbered', unit: 'month', number: 12 } },
] as const

export const kindNouns = {
  department: ['(departments|department|agencies)'],
  district: ['(districts|district)'],
  commune: ['(communes|commune|wards|ward|towns)'],
  province: ['(provinces|province)'],
  ministry: ['(ministries|ministry)'],
  region: ['(regions|region)'],
  local: ['(localities)'],
  any: ['(units|unit|offices|office)'],
} as const

/** Kinds as said behind a name, and the Vietnamese kinds that each may be. */
export const kindsBehind: Record<string, readonly string[]> = {
  province: ['tỉnh'],
  city: ['thành phố'],
  district: ['huyện', 'quận'],
  town: ['thị xã', 'thị trấn'],
  township: ['thị trấn'],
  commune: ['xã'],
  ward: ['phường'],
}

export const groupPhrases = {
  which: ['(which|what|how many) [noun]'],
  many: ['(all|the|all the|every|each|between|among) [noun]'],
  own: ['(my|our) [noun]'],
  whole: ['(whole|entire|the whole|the entire) [noun]'],
  inside: ['(in|within) the [noun]'],
  count: ['{n} [noun]'],
  bare: ['[noun]'],
} as const

/** What the offices of a province are called in English, before or behind "department" ("department of health"). */
export const officeFields: Record<string, readonly string[]> = {
  'Sở Y tế': ['health'],
  'Sở Tư pháp': ['justice'],
  'Sở Tài chính': ['finance'],
  'Sở Nội vụ': ['home affairs', 'internal affairs'],
  'Sở Ngoại vụ': ['foreign affairs', 'external relations'],
  'Sở Xây dựng': ['construction'],
  'Sở Công Thương': ['industry and trade', 'trade'],
  'Sở Giao thông vận tải': ['transport', 'transportation'],
  'Sở Giáo dục và Đào tạo': ['education and training', 'education'],
  'Sở Kế hoạch và Đầu tư': ['planning and investment', 'planning'],
  'Sở Tài nguyên và Môi trường': ['natural resources and environment', 'natural resources'],
  'Sở Nông nghiệp và Phát triển nông thôn': ['agriculture and rural development', 'agriculture'],
  'Sở Nông nghiệp và Môi trường': ['agriculture and environment', 'agriculture'],
  'Sở Lao động - Thương binh và Xã hội': ['labor', 'labour', 'labor invalids and social affairs'],
  'Sở Văn hóa, Thể thao và Du lịch': ['culture sports and tourism', 'culture', 'tourism'],
  'Sở Khoa học và Công nghệ': ['science and technology', 'science'],
  'Sở Thông tin và Truyền thông': ['information and communications'],
  'Sở Dân tộc và Tôn giáo': ['ethnic and religious affairs'],
}

/** Said before or behind the field of an office. */
export const officeHeads = ['department of', 'department'] as const

export const anyUnitPhrases = ['(who)'] as const
export const ownUnitPhrases = ['(my|our|we|us|me|i|mine|ours)'] as const

/** Words around a figure that change nothing. */
export const fillerWords = [
  'what s is are was were the a an of for in on at to do does did please show give tell me can you could would i want need get see know and or with about how much many have has be been now currently rate percent percentage figure figures number result results data s re so far current latest this it by from that there doing going well',
] as const
