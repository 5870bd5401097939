import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import type { Question } from '../../src/ask/question.ts'
import { asker, giaLai2024 } from './provinces.ts'

const lexicon = buildLexicon(giaLai2024())

function ask(text: string, member = 'gd-sgtvt'): Question {
  return readQuestion(text, lexicon, asker(member)).questions[0]!
}

/** What is asked, whatever stands around it. */
function wish({ intent, indicators, units, group, period, limit, threshold }: Question) {
  return { intent, indicators, units, group, period, limit, threshold }
}

const QUESTIONS = [
  'Sở mình hạng mấy về trực tuyến?',
  'tỷ lệ trực tuyến Sở Y tế tháng 4',
  'huyện nào chưa đạt chỉ tiêu số hóa',
  'còn thiếu bao nhiêu hồ sơ trực tuyến',
  'so sánh Pleiku, An Khê và Ayun Pa về thanh toán quý I',
]

describe.each(QUESTIONS)('%s', question => {
  const plain = wish(ask(question))
  const end = question.replace(/\?$/, '')

  test.each([
    'Hôm trước họp thường trực có nhắc. ',
    'Anh đang trên xe. ',
    'Sáng thứ hai tuần sau tỉnh kiểm tra. ',
    'Chủ tịch vừa gọi điện hỏi. ',
    'Chào em, ',
    'Phiền em chút, ',
  ])('behind "%s"', before => {
    expect(wish(ask(before + question))).toEqual(plain)
  })

  test.each([
    ' nha em',
    ' giúp chị với nhé',
    ', cám ơn bạn nhiều',
    ' nhé, anh cần gấp',
    ' để anh còn báo cáo',
  ])('before "%s"', after => {
    expect(wish(ask(end + after))).toEqual(plain)
  })
})

test('a forwarded text in front is not what is asked', () => {
  const text =
    '[Chuyển tiếp] Đề nghị các sở báo cáo trước 17h ngày 20/5/2024.\nsở mình trực tuyến được bao nhiêu rồi em'
  expect(ask(text)).toMatchObject({
    intent: 'value',
    indicators: ['online_rate'],
    units: ['GL-S01'],
    period: null,
  })
})

describe.each(['Sở mình hạng mấy về trực tuyến?', 'huyện nào chưa đạt chỉ tiêu số hóa'])('%s', question => {
  const plain = wish(ask(question))

  test.each([
    'Sở Y tế vừa gửi văn bản qua. ',
    'Mới làm việc với Sở Nội vụ xong. ',
    'Chị Hạnh bên Sở Tài chính đang đứng chờ. ',
    'Chủ tịch tỉnh kiểu gì cũng hỏi. ',
    'Tỉnh mới có giấy mời họp. ',
    'Đoàn kiểm tra của bộ sắp tới. ',
    'dang o duoi Chu Se. ',
  ])('behind "%s"', before => {
    expect(wish(ask(before + question))).toEqual(plain)
  })

  test.each([
    ', mai gặp Sở Y tế mà chưa nắm gì',
    ' chứ tôi không nhớ',
    ' cho tôi đưa vào bài nói',
    '. Tôi cần để đối chiếu với văn phòng',
    ' de chot so',
    ', tui đang ngồi với mấy sếp',
  ])('before "%s"', after => {
    expect(wish(ask(question.replace(/\?$/, '') + after))).toEqual(plain)
  })
})

test('who tells, with whom and where is not of whom is asked; who is spoken of is', () => {
  const ofOwn = ask('trực tuyến bao nhiêu rồi').units
  for (const text of [
    'Sở Nội vụ mới gọi. Trực tuyến bao nhiêu rồi',
    'Đang tiếp khách bên Sở Công Thương, trực tuyến bao nhiêu rồi',
  ])
    expect(ask(text).units).toEqual(ofOwn)
  for (const text of [
    'Sở Nội vụ bị nhắc tên hoài. Trực tuyến bao nhiêu rồi',
    'Anh Bảy hỏi Sở Nội vụ, trực tuyến bao nhiêu rồi',
  ])
    expect(ask(text, 'bcd-tinh')).toMatchObject({ units: ['GL-S15'], notAnswered: [] })
})

test('what somebody said in quotation marks is told, and what is asked of it takes up its indicator', () => {
  expect(
    ask('Bí thư nhắn: "số hóa kiểu này lấy gì báo cáo, đề nghị làm ngay". Có tới nổi không em'),
  ).toMatchObject({ intent: 'forecast', indicators: ['digitization_rate'], notAnswered: [] })
  expect(ask('Sáng nay nhận được: "đề nghị nâng tỷ lệ thanh toán". Minh bạch giờ bao nhiêu')).toMatchObject({
    indicators: ['transparency_rate'],
    notAnswered: [],
  })
})

test('what is told ends with its sentence, and what it parts stays parted', () => {
  expect(ask('Chiều họp bàn với phòng. Sở Y tế tụt mấy bậc so với tuần trước?', 'bcd-tinh')).toMatchObject({
    intent: 'rank',
    units: ['GL-S03'],
  })
  expect(ask('Vừa tiếp nhận bàn giao xong. Đúng hạn của sở mình tháng 4 bao nhiêu')).toMatchObject({
    intent: 'value',
    units: ['GL-S01'],
    notAnswered: [],
  })
  const listed = 'a) Sở nào cao nhất về số hóa\nb) Sở nào thấp nhất về số hóa'
  const intents = readQuestion(listed, lexicon, asker('bcd-tinh')).questions.map(({ intent }) => intent)
  expect(intents).toEqual(['top', 'bottom'])
})

test('one against another is no distance to a target, and a province has no figure of the country', () => {
  expect(ask('so với Sở Y tế thì sở mình kém mấy điểm thanh toán')).toMatchObject({
    intent: 'compare',
    units: ['GL-S01', 'GL-S03'],
  })
  expect(ask('thanh toán của toàn quốc bao nhiêu', 'bcd-tinh').notAnswered).toMatchObject([
    { part: 'of_group' },
  ])
})

test('"sở chị" behind a person who is named is that person\'s', () => {
  expect(ask('Chị Thu bên Tư pháp khoe sở chị số hóa 71%, đúng không', 'bcd-tinh')).toMatchObject({
    intent: 'verify',
    units: ['GL-S02'],
    claimed: 71,
  })
})

test('what becomes of another than whom it is supposed of is not told as theirs', () => {
  const supposed = ask('nếu Sở Y tế đạt 80% trực tuyến thì cả tỉnh lên bao nhiêu', 'bcd-tinh')
  expect(supposed).toMatchObject({ intent: 'what_if', units: ['GL-S03'] })
  expect(supposed.notAnswered).toHaveLength(1)
  const each = ask('nếu các huyện đều đạt 70% số hóa thì tỉnh được mấy', 'bcd-tinh')
  expect(each).toMatchObject({ intent: 'ranking', parts: [{ part: 'per_group' }] })
})

test('a unit that was told is meant where the question only points back', () => {
  expect(ask('Sở Y tế vừa gọi lên. Sở đó trực tuyến bao nhiêu', 'bcd-tinh')).toMatchObject({
    units: ['GL-S03'],
  })
})

test('the longest stretch wins: a month named with its year is that month', () => {
  expect(ask('trực tuyến trong tháng 4/2024').period).toMatchObject({ from: '2024-04-01', to: '2024-04-30' })
  expect(ask('trực tuyến trong tuần 19/2024').period).toMatchObject({ from: '2024-05-06', to: '2024-05-12' })
})

test.each<[string, Partial<Question>]>([
  ['huyện nào tiến bộ nhất tháng này', { intent: 'movers', by: 'value', direction: 'up' }],
  ['sở nào tụt hạng nhiều nhất', { intent: 'movers', by: 'place', direction: 'down' }],
  ['vì sao sở mình giảm số hóa', { intent: 'why' }],
  ['sở mình dưới chỉ tiêu mấy tuần liền rồi', { intent: 'since', streak: { of: 'under', periods: null } }],
  ['tuần nào trực tuyến cao nhất', { intent: 'since', order: 'highest' }],
  ['muốn lên hạng 5 cần thêm bao nhiêu hồ sơ trực tuyến', { intent: 'goal', place: 5 }],
  ['nếu mỗi ngày thêm 20 hồ sơ trực tuyến thì có đạt không', { intent: 'what_if', assume: { perDay: 20 } }],
  ['đơn vị nào chưa gửi số liệu tuần này', { intent: 'missing' }],
  ['ai chưa giải trình', { intent: 'responses', response: 'explained' }],
  ['ai đã giải trình, ai chưa, ai quá hạn', { intent: 'responses', response: null, indicators: [] }],
  [
    'sở nào giải trình rồi, sở nào chưa giải trình và sở nào trễ hạn',
    { intent: 'responses', response: null },
  ],
  ['ai đã giải trình chưa', { intent: 'responses', response: 'explained' }],
  ['đang nhận báo cáo gì', { intent: 'settings', setting: null }],
  ['tạm dừng gửi báo cáo 2 tuần', { intent: 'settings', setting: { do: 'pause', until: '2024-06-02' } }],
])('%s', (text, expected) => {
  expect(ask(text, 'bcd-tinh')).toMatchObject(expected)
})

test('what is left out is left out of the group, and asks for nothing itself', () => {
  const { intent, group } = ask('trừ Sở Y tế thì sở nào thấp nhất về trực tuyến', 'bcd-tinh')
  expect({ intent, kind: group?.kind, except: group?.except }).toEqual({
    intent: 'bottom',
    kind: 'department',
    except: ['GL-S03'],
  })
})

test('two numbers are two conditions, and neither is the threshold', () => {
  const { threshold, conditions } = ask('xã nào trực tuyến dưới 50% mà số hóa trên 70%', 'bcd-tinh')
  expect(threshold).toBeNull()
  expect(conditions).toMatchObject([
    { indicator: 'online_rate', measure: 'value', op: '<', value: 50 },
    { indicator: 'digitization_rate', measure: 'value', op: '>', value: 70 },
  ])
})

test('the list that was shown goes on, is narrowed, and gives one of its units', () => {
  const previous = ask('10 xã thấp nhất về trực tuyến', 'bcd-tinh')
  const shown = ['GL-X23881', 'GL-X23905']
  const after = (text: string): Question =>
    readQuestion(text, lexicon, { ...asker('bcd-tinh'), previous, shown }).questions[0]!
  expect(after('xem tiếp')).toMatchObject({ intent: 'bottom', offset: 2 })
  expect(after('từ hạng 21 đến 40')).toMatchObject({ intent: 'bottom', offset: 20, limit: 20 })
  expect(after('mấy xã trong đó chưa đạt').group?.among).toEqual(shown)
  expect(after('cái thứ 2')).toMatchObject({ intent: 'value', units: ['GL-X23905'] })
})

test('below a list a place is one of the list, a number one of the choices', () => {
  const previous = ask('các xã chưa đạt trực tuyến', 'bcd-tinh')
  const shown = ['GL-X23881', 'GL-X23905', 'GL-X23908']
  const pendingChoices = [
    { label: 'Xem tiếp', send: 'Xem tiếp' },
    { label: 'Bảng xếp hạng', send: 'Bảng xếp hạng các xã về hồ sơ trực tuyến' },
  ]
  const after = (text: string) =>
    readQuestion(text, lexicon, { ...asker('bcd-tinh'), previous, shown, pendingChoices }).questions[0]!
  for (const text of ['cái thứ 2', 'xã thứ 2', 'cai thu 2'])
    expect(after(text)).toMatchObject({ intent: 'value', units: ['GL-X23905'] })
  expect(after('đơn vị đầu tiên')).toMatchObject({ intent: 'value', units: ['GL-X23881'] })
  expect(after('vì sao xã đầu tiên thấp')).toMatchObject({ intent: 'why', units: ['GL-X23881'] })
  expect(after('2').intent).toBe('ranking')
  expect(after('chọn số 2').intent).toBe('ranking')
})

test('a list is given as a file, cut short, or narrowed to a part of its kind', () => {
  const previous = { ...ask('10 xã thấp nhất về số hóa', 'bcd-tinh'), offset: 10 }
  const shown = ['GL-X23881', 'GL-X23905', 'GL-X23908']
  const after = (text: string) =>
    readQuestion(text, lexicon, { ...asker('bcd-tinh'), previous, shown }).questions[0]!
  for (const text of ['gửi file danh sách này', 'xuất excel'])
    expect(after(text)).toMatchObject({ intent: 'bottom', output: 'file', group: previous.group })
  expect(after('gửi file báo cáo tuần').intent).toBe('report')
  expect(after('chỉ 5 xã thôi')).toMatchObject({ intent: 'bottom', limit: 5, offset: null })
  const narrowed = after('mấy thị trấn trong đó')
  expect(narrowed).toMatchObject({ offset: null, limit: 3, group: { word: 'thị trấn', among: shown } })
})

test('who stands beside one is not who stands first', () => {
  expect(ask('ai đứng trên sở tôi')).toMatchObject({ intent: 'goal', place: 'next', direction: null })
  expect(ask('sở nào xếp ngay sau mình')).toMatchObject({ intent: 'goal', place: 'next', direction: 'down' })
  expect(ask('cách đơn vị đứng đầu bao nhiêu')).toMatchObject({ intent: 'goal', place: 1 })
})
