import { describe, expect, test } from 'vitest'
import { isGoBack } from '../../src/ask/conversation/chosen-text.ts'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import type { PendingChoice } from '../../src/ask/reading.ts'
import type { Expected } from './cases/case.ts'
import { C, H, lastWeek, O, phase1, S, thisWeek, X } from './cases/case.ts'
import { differences } from './cases/check.ts'
import { lamDong2026 } from './judged-questions.ts'
import { asker, giaLai2024 } from './provinces.ts'

const lexicon = buildLexicon(giaLai2024())
const april = '2024-04-01/2024-04-30'

/** The last of several messages of one chat, each read behind the one before. */
function talk(member: string, ...texts: string[]): Question {
  let previous: Question | null = null
  for (const text of texts)
    previous = readQuestion(text, lexicon, { ...asker(member), previous }).questions[0]!
  return previous!
}

function first(member: string, text: string): Question {
  return talk(member, text)
}

describe('behind "tỷ lệ trực tuyến Sở GTVT tuần này"', () => {
  const GTVT = { indicators: ['online_rate'], units: ['GL-S01'] }
  const cases: [string, Expected][] = [
    ['còn tuần trước?', { intent: 'value', ...GTVT, period: lastWeek }],
    ['ý tôi là tháng 4', { intent: 'value', ...GTVT, period: april }],
    ['quý I', { intent: 'value', ...GTVT, period: '2024-01-01/2024-03-31' }],
    [
      'thế Sở Y tế thì sao',
      { intent: 'value', indicators: ['online_rate'], units: ['GL-S03'], period: thisWeek },
    ],
    [
      'của huyện Ia Grai',
      { intent: 'value', indicators: ['online_rate'], units: ['GL-H628'], period: thisWeek },
    ],
    ['còn đơn vị mình', { intent: 'value', indicators: ['online_rate'], units: ['GL'], period: thisWeek }],
    [
      'thế còn toàn tỉnh',
      { intent: 'value', indicators: ['online_rate'], units: ['GL'], wholeSubtree: true },
    ],
    [
      'thế số hóa?',
      { intent: 'value', indicators: ['digitization_rate'], units: ['GL-S01'], period: thisWeek },
    ],
    ['tất cả chỉ số', { intent: 'value', indicators: [], units: ['GL-S01'], period: thisWeek }],
    ['xếp thứ mấy', { intent: 'rank', ...GTVT, period: thisWeek }],
    ['biểu đồ', { intent: 'trend', ...GTVT, chart: true, period: null }],
    ['so với tuần trước', { intent: 'trend', ...GTVT, against: 'previous' }],
    ['đạt chỉ tiêu chưa', { intent: 'gap', ...GTVT, period: null }],
    ['cần thêm bao nhiêu hồ sơ', { intent: 'need', ...GTVT, period: null }],
    ['dự báo', { intent: 'forecast', ...GTVT, period: null }],
    ['cách tính', { intent: 'define', indicators: ['online_rate'] }],
    [
      'các huyện thì sao',
      { intent: 'ranking', indicators: ['online_rate'], kind: 'district', period: thisWeek },
    ],
    ['vậy ai đứng đầu', { intent: 'top', indicators: ['online_rate'], kind: null, period: thisWeek }],
    ['cảm ơn', { intent: 'greeting', indicators: [], units: [] }],
    ['giá vàng hôm nay', { intent: 'unknown', reason: 'outside' }],
    ['sửa số liệu giúp em thành 80%', { intent: 'unknown', reason: 'change_data' }],
    [
      'huyện Chư Sê số hóa tháng 4 bao nhiêu',
      { intent: 'value', indicators: ['digitization_rate'], units: ['GL-H633'], period: april },
    ],
  ]

  test.each(cases)('%s', (text, expected) => {
    expect(differences(talk(C, 'tỷ lệ trực tuyến Sở GTVT tuần này', text), expected)).toEqual([])
  })

  test('the same words alone ask about the asker', () => {
    expect(first(S, 'xếp thứ mấy')).toMatchObject({
      intent: 'rank',
      indicators: [],
      units: ['GL-S01'],
      period: null,
    })
  })
})

describe('behind a question about a group', () => {
  const below = ['xã nào chưa đạt số hóa', 'huyện Ia Grai', 'dưới 50%', 'còn thanh toán?'] as const
  const top = ['top 5 xã số hóa', 'còn tuần trước', '10 xã', 'thấp nhất', 'huyện Chư Sê', 'biểu đồ'] as const

  test('each message changes one thing and keeps the rest', () => {
    const same: Expected = { intent: 'below', kind: 'commune' }
    expect([1, 2, 3, 4].map(count => talk(C, ...below.slice(0, count)))).toMatchObject([
      { ...pick(same), indicators: ['digitization_rate'], group: { kind: 'commune', within: null } },
      { ...pick(same), group: { kind: 'commune', within: 'GL-H628' }, threshold: null },
      { ...pick(same), group: { kind: 'commune', within: 'GL-H628' }, threshold: 50 },
      {
        ...pick(same),
        indicators: ['online_payment_rate'],
        group: { kind: 'commune', within: 'GL-H628' },
        threshold: 50,
      },
    ])
  })

  test('length, side, place and picture', () => {
    expect(top.map((_, at) => talk(C, ...top.slice(0, at + 1)))).toMatchObject([
      { intent: 'top', limit: 5, period: null },
      { intent: 'top', limit: 5, period: { from: '2024-05-06' } },
      { intent: 'top', limit: 10, period: { from: '2024-05-06' } },
      { intent: 'bottom', limit: 10, group: { within: null }, period: { from: '2024-05-06' } },
      { intent: 'bottom', limit: 10, group: { kind: 'commune', within: 'GL-H633' }, chart: false },
      { intent: 'bottom', limit: 10, group: { kind: 'commune', within: 'GL-H633' }, chart: true },
    ])
  })

  test('a unit of which nothing of that kind lies below is asked about itself', () => {
    expect(talk(C, 'xã nào chưa đạt số hóa', 'Sở Y tế')).toMatchObject({
      intent: 'value',
      units: ['GL-S03'],
      indicators: ['digitization_rate'],
    })
  })
})

function pick({ intent }: Expected): { intent: Expected['intent'] } {
  return { intent }
}

describe('a question that was asked back', () => {
  const asked = 'xã Ia Băng số hóa tuần này'

  test.each([
    ['Đăk Đoa', 'GL-X23719'],
    ['huyện Chư Prông', 'GL-X23905'],
    ['của Chư Prông ấy', 'GL-X23905'],
  ])('is filled by the place: %s', (text, unit) => {
    expect(
      differences(talk(C, asked, text), {
        intent: 'value',
        indicators: ['digitization_rate'],
        units: [unit],
        period: thisWeek,
      }),
    ).toEqual([])
  })

  test('lets another subject pass', () => {
    expect(talk(C, asked, 'giá vàng').intent).toBe('unknown')
    expect(talk(C, asked, 'Sở Y tế thanh toán tháng 4').units).toEqual(['GL-S03'])
  })

  test('keeps what it lacks beside it', () => {
    expect(first(C, asked)).toMatchObject({
      intent: 'clarify',
      choices: ['GL-X23719', 'GL-X23905'],
      pending: {
        fills: 'units',
        question: { intent: 'value', units: [], indicators: ['digitization_rate'] },
      },
    })
  })
})

describe('offered choices', () => {
  const pendingChoices: PendingChoice[] = [
    { label: 'Xã Ia Băng (Đăk Đoa)', send: 'số hóa GL-X23719 tuần này' },
    { label: 'Xã Ia Băng (Chư Prông)', send: 'số hóa GL-X23905 tuần này' },
  ]
  const choose = (text: string): string[] =>
    readQuestion(text, lexicon, { ...asker(C), pendingChoices }).questions.flatMap(({ units }) => units)

  test.each([
    '1',
    ' 1. ',
    'số 1',
    'chọn 1 nhé',
    'cái thứ 1',
    'số hóa GL-X23719 tuần này',
    'XA IA BANG (DAK DOA)',
  ])('%s takes the first', text => {
    expect(choose(text)).toEqual(['GL-X23719'])
  })

  test.each(['2', 'lấy số 2', 'Xã Ia Băng (Chư Prông)', 'Xã Ia Băng (Chư Prông)'.normalize('NFD')])(
    '%s takes the second',
    text => {
      expect(choose(text)).toEqual(['GL-X23905'])
    },
  )

  test.each(['3', '0', '22', ''])('%j takes none', text => {
    expect(choose(text)).toEqual([])
  })

  test('a number within a question chooses nothing', () => {
    expect(choose('2 tuần qua')).toEqual(['GL'])
  })

  test('without an offer a number chooses nothing', () => {
    expect(first(C, '1').intent).toBe('unknown')
  })

  test('going back is told from a question about before', () => {
    expect(
      ['quay lại', 'trở lại câu trước', 'back', 'quay lại nhé'].map(text => isGoBack(text, lexicon)),
    ).toEqual([true, true, true, true])
    expect(['tuần trước', 'còn tuần trước?', ''].map(text => isGoBack(text, lexicon))).toEqual([
      false,
      false,
      false,
    ])
  })
})

const both = (member: string, text: string): Partial<Question>[] =>
  readQuestion(text, lexicon, asker(member)).questions

describe('two questions in one message', () => {
  test('two units, each with its indicator', () => {
    expect(both(C, 'tỷ lệ trực tuyến Sở Y tế và số hóa của Sở Tư pháp')).toMatchObject([
      { intent: 'value', indicators: ['online_rate'], units: ['GL-S03'] },
      { intent: 'value', indicators: ['digitization_rate'], units: ['GL-S02'] },
    ])
  })

  test('two groups share the indicator', () => {
    expect(both(C, 'top 3 sở và 5 huyện thấp nhất về số hóa')).toMatchObject([
      { intent: 'top', indicators: ['digitization_rate'], group: { kind: 'department' }, limit: 3 },
      { intent: 'bottom', indicators: ['digitization_rate'], group: { kind: 'district' }, limit: 5 },
    ])
  })

  test('the campaign and a place', () => {
    expect(both(S, 'chiến dịch còn mấy ngày và sở mình xếp thứ mấy')).toMatchObject([
      { intent: 'progress', units: [] },
      { intent: 'rank', units: ['GL-S01'] },
    ])
  })

  test.each([
    'trực tuyến và số hóa của sở mình',
    'so sánh Sở Y tế và Sở Tư pháp',
    'số hóa 62,5% là cao chưa',
  ])('%s is one', text => {
    expect(both(S, text)).toHaveLength(1)
  })
})

describe('names', () => {
  const cases: [string, string, Expected][] = [
    [C, 'chư sê số hóa', { intent: 'value', units: ['GL-H633'] }],
    [C, 'thị trấn chư sê số hóa', { intent: 'value', units: ['GL-X23941'] }],
    [C, 'các xã của Chư Sê chưa đạt số hóa', { intent: 'below', kind: 'commune', within: 'GL-H633' }],
    [H, 'xã ia o số hóa', { intent: 'value', units: ['GL-X23782'] }],
    [H, 'ia sao', { intent: 'value', units: ['GL-X23767'] }],
    [C, 'xã ia o số hóa', { intent: 'clarify', choices: ['GL-X23782', 'GL-X23914'] }],
    [X, 'ia sao', { intent: 'clarify', choices: ['GL-X23767', 'GL-X24073'] }],
    [O, 'xã ia o huyện chư prông', { intent: 'value', units: ['GL-X23914'] }],
    [C, 'xã Ia Băng', { intent: 'clarify', choices: ['GL-X23719', 'GL-X23905'] }],
    [C, 'xã Ia Bang', { intent: 'value', units: ['GL-X23924'] }],
    [C, 'xa ia bang', { intent: 'clarify', choices: ['GL-X23719', 'GL-X23905', 'GL-X23924'] }],
    [S, 'tttt', { intent: 'value', indicators: ['online_payment_rate'], units: ['GL-S01'] }],
    [S, 'sở tttt', { intent: 'value', indicators: [], units: ['GL-S14'] }],
    [S, 'tttt của sở tttt', { intent: 'value', indicators: ['online_payment_rate'], units: ['GL-S14'] }],
    [S, 'STTTT số hóa', { intent: 'value', indicators: ['digitization_rate'], units: ['GL-S14'] }],
    [C, 'xã Đông số hóa', { intent: 'value', units: ['GL-X23659'] }],
    [C, 'xã Trang hài lòng', { intent: 'value', units: ['GL-X23713'] }],
    [C, 'xã Dun số hóa', { intent: 'value', units: ['GL-X23965'] }],
    [C, 'xã Uar trực tuyến', { intent: 'value', units: ['GL-X24109'] }],
    [C, 'đông người nộp trực tuyến không', { intent: 'value', units: ['GL'] }],
    [C, 'hồ sơ đông quá', { intent: 'unknown' }],
    [C, 'GL-S03 số hóa', { intent: 'value', units: ['GL-S03'] }],
    [C, 'xã Ia O huyện Đức Cơ', { intent: 'clarify' }],
    [C, 'huyện Hoàng Sa đạt bao nhiêu', { intent: 'unknown' }],
    [S, 'gd1 so hoa', { intent: 'value', indicators: ['digitization_rate'], period: phase1 }],
  ]

  test.each(cases)('%s: %s', (member, text, expected) => {
    expect(differences(first(member, text), expected)).toEqual([])
  })
})

describe('the same text, otherwise typed', () => {
  const plain = first(C, 'Số hóa huyện Chư Sê tuần trước')

  test.each([
    ['decomposed', 'Số hóa huyện Chư Sê tuần trước'.normalize('NFD')],
    ['with the tone on the other vowel', 'Số hoá huyện Chư Sê tuần trước'],
    ['in capitals', 'SỐ HÓA HUYỆN CHƯ SÊ TUẦN TRƯỚC'],
    ['without diacritics', 'so hoa huyen chu se tuan truoc'],
    ['in telex, with the typing system off in two words', 'Số hóa huyện Chư Sê tuaanf truwowcs'],
    ['in VNI', 'So61 ho1a huye65n Chu7 Se6 tua62n tru7o71c'],
    ['with signs and spaces', '  Số hóa, huyện   Chư Sê – tuần trước ??? '],
  ])('%s', (_, text) => {
    expect(first(C, text)).toEqual(plain)
  })
})

describe('merged and renamed units', () => {
  const merged = buildLexicon(lamDong2026())
  const on = (today: string, text: string): Question =>
    readQuestion(text, merged, { unit: '68', scope: '68', today, previous: null, pendingChoices: [] })
      .questions[0]!

  test.each([
    ['Sở GTVT số hóa', '68-S51', '68-S07'],
    ['sở giao thông vận tải trực tuyến', '68-S51', '68-S07'],
    ['Sở TT&TT', '68-S56', '68-S08'],
    ['sở kế hoạch tháng 4', '68-S52', '68-S04'],
    ['Ban Dân tộc', '68-S57', '68-S12'],
    ['Phường 10 số hóa', '68-C001', '24781'],
  ])('%s is answered as the unit of now, and says so', (text, named, now) => {
    expect(on('2026-05-15', text)).toMatchObject({ units: [now], renamed: [{ named, now }] })
  })

  test('before the day of the merger the old unit is meant', () => {
    expect(on('2025-02-01', 'Sở GTVT số hóa')).toMatchObject({ units: ['68-S51'], renamed: [] })
  })

  test('two former units beside each other', () => {
    expect(on('2026-05-15', 'so sánh Sở GTVT và Sở TT&TT')).toMatchObject({
      intent: 'compare',
      units: ['68-S07', '68-S08'],
      renamed: [
        { named: '68-S51', now: '68-S07' },
        { named: '68-S56', now: '68-S08' },
      ],
    })
  })
})

describe('what was understood, for whoever runs the service', () => {
  test('words without a meaning, and a name that no unit has', () => {
    const { understood, halfUnderstood } = readQuestion('số hóa huyện Hoàng Sa', lexicon, asker(C))
    expect(understood).toMatchObject({ indicators: ['digitization_rate'], unknownUnit: 'Hoàng Sa' })
    expect(halfUnderstood).toBe(true)
  })

  test('each step that decided', () => {
    const { explain, confidence } = readQuestion('xã Ia Băng (Đăk Đoa) số hóa tuần này', lexicon, asker(C))
    expect(explain.units.filter(unit => unit.chosen).map(unit => unit.code)).toContain('GL-X23719')
    expect(explain.intents[0]?.intent).toBe('value')
    expect(explain.decisions[0]).toMatch(/^intent: value/)
    expect(explain.tokens.map(token => token.typed)).toContain('Băng')
    expect(confidence).toBeGreaterThan(0.5)
  })
})

test.each(['tháng 12/2030 số hóa', 'số hóa tuần tới'])('%s is of days to come', text => {
  expect(first(S, text)).toMatchObject({ intent: 'value', unknownReason: 'future_period' })
})

test('"ai" asks about everybody, also behind an answer about one', () => {
  const one = talk('bcd-tinh', 'Sở Y tế đã giải trình chưa')
  expect(one.units).toEqual(['GL-S03'])
  expect(talk('bcd-tinh', 'Sở Y tế đã giải trình chưa', 'ai đã giải trình').units).toEqual([])
  expect(talk('bcd-tinh', 'Sở Y tế đã giải trình chưa', 'giải trình thế nào').units).toEqual(['GL-S03'])
})

test.each([
  ['bảng xếp hạng các sở về trực tuyến, gửi file', 'ranking'],
  ['sở nào chưa đạt số hóa? xuất excel cho anh', 'below'],
])('a list that is wanted as a file is one question: %s', (text, intent) => {
  const { questions } = readQuestion(text, lexicon, { ...asker('bcd-tinh'), previous: null })
  expect(questions.map(one => [one.intent, one.output])).toEqual([[intent, 'file']])
})
