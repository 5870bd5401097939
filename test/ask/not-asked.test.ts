import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import type { AskContext } from '../../src/ask/reading.ts'
import { asker, giaLai2024 } from './provinces.ts'

/** What looks like something else that could be answered: told, of another subject, or of another word. Sunday 19 May 2024. */

const lexicon = buildLexicon(giaLai2024())
const read = (text: string, member = 'bcd-tinh', more: Partial<AskContext> = {}): Question[] =>
  readQuestion(text, lexicon, { ...asker(member), ...more }).questions
const ask = (text: string, member = 'bcd-tinh', more: Partial<AskContext> = {}): Question => {
  const [only, ...others] = read(text, member, more)
  expect(others).toEqual([])
  return only!
}

/** The reading but for the words as they were typed. */
const untyped = (question: Question): object => ({
  ...question,
  parts: question.parts.map(({ part }) => part),
  notAnswered: question.notAnswered.map(({ reason }) => reason),
})

const askCommune = (text: string): Question => ask(text, 'ct-iapnon')

describe('an order that was given is asked about, and not given again', () => {
  test.each([
    ['Bữa trước yêu cầu Ia Chia giải trình, họ nộp chưa em?', 'GL-X23788'],
    ['bua truoc yeu cau Ia Chia giai trinh, ho nop chua em', 'GL-X23788'],
    ['hôm qua nhắc Đức Cơ giải trình, có trả lời chưa', 'GL-H631'],
    ['đã yêu cầu Pleiku giải trình rồi, sao chưa thấy', 'GL-H622'],
    ['tuần trước tỉnh yêu cầu Ia Chia giải trình, đã có văn bản gì chưa', 'GL-X23788'],
    ['Đức Cơ bị tỉnh yêu cầu giải trình, họ gửi chưa', 'GL-H631'],
    ['Ia Chia được yêu cầu giải trình chưa', 'GL-X23788'],
  ])('%s', (text, unit) => {
    expect(ask(text)).toMatchObject({ intent: 'responses', units: [unit], period: null, notAnswered: [] })
  })

  test.each([
    'yêu cầu xã Ia Chia giải trình vì sao chưa nộp báo cáo',
    'Yêu cầu Ia Chia giải trình, nộp trước 25/5',
    'nhắc Đức Cơ giải trình',
  ])('%s is an order', text => {
    expect(ask(text).intent).toBe('ask_explanation')
  })

  test('"mấy huyện đó" are those of the list, and no question which', () => {
    expect(ask('Nhắc mấy huyện đó giải trình').intent).toBe('ask_explanation')
    expect(ask('nhắc ai chưa giải trình').intent).toBe('responses')
  })
})

describe('beside a question of another subject the unit that is told of has no figures', () => {
  test.each([
    'Ngày mai trời có mưa không em, anh đi Ia Khai',
    'Giá cà phê hôm nay bao nhiêu, anh xuống Chư Sê mua',
    'Hôm nay có đá bóng không em, anh đang ở Pleiku',
  ])('%s', text => {
    expect(ask(text)).toMatchObject({ intent: 'unknown', units: [] })
  })
})

describe('what is told in front leaves a question without a question word as it is', () => {
  test.each(['Hôm qua tỉnh nhắc rồi. ', 'Mai anh báo cáo Thường vụ. ', 'Tuần trước anh đi công tác. '])(
    '%s',
    told => {
      for (const text of ['hạng của huyện mình về số hoá', 'xã Ia Grăng so với tháng trước'])
        expect(ask(told + text, 'ct-iagrai')).toEqual(ask(text, 'ct-iagrai'))
    },
  )
})

test('"mấy h" is an hour, or districts of which something is said', () => {
  for (const text of ['bc tuan cua e gui luc may h', 'báo cáo tuần gửi lúc mấy h', 'may h gui bao cao'])
    expect(ask(text)).toMatchObject({ intent: 'settings', setting: null })
  expect(ask('may h roi em').intent).toBe('unknown')
  expect(ask('may h chua dat')).toMatchObject({ intent: 'below', group: { kind: 'district' } })
  expect(ask('mấy h dưới 50%')).toMatchObject({ intent: 'below', group: { kind: 'district' }, threshold: 50 })
})

describe('"tu" without marks is from, the fourth or an order', () => {
  test('"tuan tu" before a unit or a beginning is from there', () => {
    expect(ask('ty le truc tuyen tuan tu Ia Grai')).toMatchObject({ units: ['GL-H628'], period: null })
    expect(ask('so lieu tuan tu xa Ia Chia gui len')).toMatchObject({ units: ['GL-X23788'], period: null })
    expect(ask('truc tuyen tuan tu bao nhieu').period).toMatchObject({ from: '2024-01-22' })
  })

  test('"thu tu ngay 15/5" is one day', () => {
    const period = { from: '2024-05-15', to: '2024-05-15' }
    expect(ask('ty le truc tuyen thu tu ngay 15/5').period).toMatchObject(period)
    expect(ask('truc tuyen tu ngay 15/5 den nay').period).toMatchObject({
      from: '2024-05-15',
      to: '2024-05-19',
    })
  })

  test('"xep thu tu cac huyen" is the whole table', () => {
    expect(ask('xep thu tu cac huyen')).toMatchObject({ intent: 'ranking', limit: null, offset: null })
    expect(ask('huyen nao dung thu tu')).toMatchObject({ intent: 'ranking', limit: 1, offset: 3 })
  })
})

describe('a percentage is one however it is typed', () => {
  const SENTENCES = [
    'toàn tỉnh mới đủ {p}',
    'xã nào dưới {p}',
    'đạt {p} chưa',
    'Sở Y tế đạt {p} đúng không',
    'nếu giữ {p} thì cuối giai đoạn được bao nhiêu',
    'Chư Sê tăng thêm {p} thì hạng mấy',
    'mấy tuần liền dưới {p}',
    'còn cách {p} bao xa',
    'bao giờ Đức Cơ lên {p}',
    'Sở Nội vụ báo đã xong {p}, em kiểm tra giúp',
  ]

  test.each(['65 phần trăm', '65 ptram', 'sáu mươi lăm phần trăm', 'sáu lăm phần trăm', 'sáu lăm %'])(
    '%s',
    typed => {
      for (const sentence of SENTENCES)
        expect(untyped(ask(sentence.replace('{p}', typed)))).toEqual(
          untyped(ask(sentence.replace('{p}', '65%'))),
        )
    },
  )

  test('one that no slot holds is said to be unanswered', () => {
    expect(ask('60% là đủ chưa? Hay phải 65%?')).toMatchObject({
      intent: 'gap',
      threshold: 60,
      notAnswered: [{ text: '65%' }],
    })
    expect(ask('khoảng 65% thì tính là khá không').notAnswered).toMatchObject([{ text: '65%' }])
  })

  test('"qua mốc 65% có mấy huyện" counts who has passed it', () => {
    expect(ask('qua mốc 65% có mấy huyện')).toMatchObject({ intent: 'met', threshold: 65 })
    expect(ask('50% số xã đạt chưa')).toMatchObject({ intent: 'met', threshold: null })
  })

  test('points that are lacking are no dossiers', () => {
    expect(ask('cần thêm bao nhiêu điểm', 'gd-sgtvt').intent).toBe('gap')
    expect(ask('cần thêm bao nhiêu hồ sơ', 'gd-sgtvt').intent).toBe('need')
  })
})

describe('of the one that is to be found no other is answered', () => {
  test.each([
    ['huyện nào thụt lùi nhất, vì sao', 'movers'],
    ['huyện nào thấp nhất, vì sao', 'bottom'],
    ['sở nào chưa đạt, vì sao', 'below'],
  ])('%s', (text, intent) => {
    const question = ask(text)
    expect(question).toMatchObject({ intent, units: [] })
    expect(question.notAnswered).toMatchObject([{ reason: 'unsupported', part: 'why' }])
  })

  test.each(['Huyện nào có xã chưa đạt nhiều nhất', 'huyện nào có số xã chưa đạt cao nhất'])('%s', text => {
    const question = ask(text)
    expect(question).toMatchObject({ intent: 'below', group: { kind: 'commune' } })
    expect(question.notAnswered.map(({ part }) => part)).toContain('each')
  })

  test('"vì sao Đức Cơ thấp nhất" is of Đức Cơ', () => {
    expect(ask('vì sao Đức Cơ thấp nhất')).toMatchObject({ intent: 'why', units: ['GL-H631'] })
  })
})

describe('a place within a kind', () => {
  test('is among those of its word', () => {
    const question = ask('thị trấn Ia Kha đứng thứ mấy trong các thị trấn về số hóa')
    expect(question).toMatchObject({ intent: 'rank', rankWord: 'thị trấn', notAnswered: [] })
  })

  test('is not given among those of another', () => {
    const question = ask('xã Ia Chia đứng thứ mấy trong các thị trấn')
    expect(question).toMatchObject({ rankWord: null, notAnswered: [{ part: 'of_group' }] })
  })

  test.each([
    ['bỏ Pleiku ra thì huyện Ia Grai đứng thứ mấy về số hóa', ['GL-H622']],
    ['Không kể Thanh tra tỉnh và Công an tỉnh, Sở Y tế hạng mấy trong các sở', ['GL-S17', 'GL-S20']],
  ])('%s', (text, rankExcept) => {
    expect(ask(text)).toMatchObject({ intent: 'rank', group: null, rankExcept, notAnswered: [] })
  })

  test('is not counted without units among whom it is not', () => {
    const question = ask('trừ Sở Y tế thì huyện Ia Grai đứng thứ mấy')
    expect(question).toMatchObject({ intent: 'rank', rankExcept: [], notAnswered: [{ part: 'except' }] })
  })

  test('is among all where both words are said', () => {
    const question = ask('thành phố Pleiku đứng thứ mấy trong các thị xã, thành phố')
    expect(question).toMatchObject({ rankWord: null, notAnswered: [] })
  })
})

describe('who asks about an explanation, a letter or a figure asks no other thing', () => {
  test.each([
    ['sếp ký rồi, giờ gửi giải trình kiểu gì', 'explain'],
    ['mình muốn viết giải trình thì làm sao', 'explain'],
    ['giải trình gửi vào đâu', 'explain'],
    ['Sở Y tế giải trình thế nào', 'responses'],
    ['Công văn nhắc việc của Văn phòng UBND tỉnh yêu cầu những gì', 'unknown'],
    ['thư nhắc của Bộ Nội vụ nội dung ra sao', 'unknown'],
    ['lúc nói thế này lúc nói thế khác, tin số nào đây', 'missing'],
    ['con số nào mới chính xác', 'missing'],
  ])('%s', (text, intent) => {
    expect(ask(text, 'ct-iagrai').intent).toBe(intent)
  })
})

describe('a place, or how it moved, that somebody is said to have told is checked', () => {
  test.each([
    ['Báo viết Đức Cơ đứng thứ 9 về số hóa, đúng không em', { by: 'place', direction: null, claimed: 9 }],
    ['có phải Chư Sê xếp hạng 4 thanh toán không', { by: 'place', direction: null, claimed: 4 }],
    ['nghe đồn Kbang tụt ba bậc số hóa, kiểm tra giúp', { by: 'place', direction: 'down', claimed: 3 }],
    [
      'Pleiku tăng 2,5 điểm trực tuyến tuần này, có thật không',
      { by: 'value', direction: 'up', claimed: 2.5 },
    ],
  ])('%s', (text, claim) => {
    expect(ask(text)).toMatchObject({ intent: 'verify', ...claim, notAnswered: [] })
  })

  test('a place that is aimed at, or asked for, is not', () => {
    expect(ask('Pleiku muốn lên hạng 3 thì cần thêm 200 hồ sơ đúng không').intent).toBe('goal')
    expect(ask('huyện nào hạng 3 số hóa').intent).toBe('ranking')
  })
})

test('two that are named side by side, and a place that is pointed back to, are asked about', () => {
  const compared = ask('Ia Tô với Ia Hrung so nhau cái, thanh toán luôn', 'ct-iagrai')
  expect(compared).toMatchObject({ intent: 'compare', units: ['GL-X23779', 'GL-X23770'] })
  expect(ask('mai anh xuống xã Ia Chia, trực tuyến dưới đó thế nào', 'ct-iagrai').units).toEqual([
    'GL-X23788',
  ])
})

describe('words that only look like others', () => {
  test('of units that have not met nobody needs dossiers', () => {
    expect(ask('cả tỉnh còn mấy đơn vị chưa đạt hồ sơ số hóa')).toMatchObject({ intent: 'below' })
  })

  test.each([
    ['can bo xa nao cham nhat', []],
    ['xep hang cac huyen bo Pleiku ra', ['GL-H622']],
    ['bo Pleiku, huyen nao cao nhat', ['GL-H622']],
  ])('%s leaves out what is said so', (text, except) => {
    expect(ask(text).group?.except ?? []).toEqual(except)
  })

  test('what is told of in front of it is no question of its own', () => {
    expect(ask('số hóa chưa đạt chỉ tiêu, phải thêm mấy hồ sơ nữa', 'ct-iagrai').intent).toBe('need')
    expect(ask('dung han xa minh con thieu bao nhieu hs', 'ct-iapnon').intent).toBe('need')
  })

  test('the distance to the first is no place', () => {
    expect(ask('sở mình thua sở cao nhất mấy điểm số hóa', 'gd-sgtvt')).toMatchObject({
      intent: 'goal',
      place: 1,
    })
  })

  test.each(['tắt cái bản tin sáng thứ 2 đi', 'ngưng mấy tin báo cáo tuần nhé'])('%s stops', text => {
    expect(ask(text).intent).toBe('unsubscribe')
  })

  test.each(['nhac toi sau 5 ngay nua', 'mai hẵng nhắc anh nhé'])('%s waits', text => {
    expect(ask(text, 'ct-iagrai').intent).toBe('snooze')
  })
})

test.each([
  ['trực tuyến Pleiku tháng ba năm hai nghìn không trăm hai mươi tư', '2024-03-01'],
  ['số hóa Pleiku quý một năm hai ngàn hai bốn', '2024-01-01'],
])('%s: a year in words', (text, from) => {
  expect(ask(text)).toMatchObject({ intent: 'value', period: { from }, notAnswered: [] })
})

test('a count and its total are counts of the indicator', () => {
  const asked = ask('thanh toán của Đức Cơ từ đầu năm bao nhiêu hồ sơ trên tổng số bao nhiêu hồ sơ')
  expect(asked).toMatchObject({ intent: 'value', units: ['GL-H631'], notAnswered: [] })
})

test('behind all of a kind stand words and no name', () => {
  expect(ask('mấy xã đạt rồi ạ', 'ct-iagrai')).toMatchObject({ intent: 'met', notAnswered: [] })
  expect(ask('các xã Đăk Trôi, Ia Nan trực tuyến bao nhiêu').units).toHaveLength(2)
})

describe('"cách nhau" is of two', () => {
  const first = ask('Ia Grai hạng mấy về số hóa')
  const previous = ask('Đức Cơ hạng mấy về số hóa')

  test('of the last two units, whatever was asked of them', () => {
    expect(ask('cách nhau bao nhiêu điểm', 'bcd-tinh', { previous, earlier: [first] })).toMatchObject({
      intent: 'compare',
      units: ['GL-H628', 'GL-H631'],
    })
  })

  test('and no distance of one from its target', () => {
    expect(ask('cách nhau bao nhiêu điểm', 'bcd-tinh', { previous }).intent).toBe('unknown')
  })
})

test('a courtesy with its marks leaves a message without them as it is', () => {
  expect(askCommune('xa minh gio dc may % roi giúp anh với')).toEqual(askCommune('xa minh gio dc may % roi'))
  expect(askCommune('dak po thi tran ạ')).toEqual(askCommune('dak po thi tran'))
  expect(askCommune('nhắc lại sau 2 ngày nhé em, anh cảm ơn').intent).toBe('snooze')
})

test('"tat ca chi so tuan truoc" are figures, and held against nothing', () => {
  expect(ask('xa Ia Pnon tat ca chi so tuan truoc')).toMatchObject({ intent: 'value', base: null })
  expect(ask('truc tuyen so tuan truoc tang bao nhieu')).toMatchObject({ intent: 'trend' })
})

describe('courtesies and what is told around a question are neither acts, indicators nor units', () => {
  test.each([
    ['Ban Chỉ đạo vừa gửi giấy mời họp. ', ''],
    ['Anh mới nhận việc. ', ''],
    ['Em rảnh không, ', ''],
    ['', ', xong báo anh nhé'],
    ['', ' vậy ta'],
    ['', ' nha bé'],
  ])('%s…%s', (before, after) => {
    for (const text of [
      'số liệu xã Ia Grăng',
      'so sánh xã Ia Grăng với xã Ia Khai',
      'năm ngoái được bao nhiêu',
    ])
      expect(ask(before + text + after, 'ct-iagrai')).toEqual(ask(text, 'ct-iagrai'))
  })

  test('a phrase does not go on behind a full stop', () => {
    const told = 'Chiều mai thường trực nghe báo cáo. '
    const text = 'tuần này sao chưa có số'
    expect(ask(told + text, 'ct-iagrai')).toEqual(ask(text, 'ct-iagrai'))
  })

  test('"bao nhiêu cho anh" asks for no places', () => {
    expect(ask('năm ngoái được bao nhiêu cho anh nhé', 'gd-sgtvt')).toMatchObject({
      intent: 'value',
      group: null,
    })
  })

  test('what was received is a warning, or is told of', () => {
    expect(ask('em đã nhận được cảnh báo rồi ạ', 'ct-iagrai').intent).toBe('acknowledge')
    expect(ask('Anh mới nhận việc, chưa rành. xã Ia Grăng', 'ct-iagrai').intent).toBe('value')
  })
})

test('what is not answered is said once, and a notice is an alert, no letter', () => {
  const { intent, notAnswered } = ask('vì sao Đức Cơ dưới 50% trực tuyến')
  expect([intent, notAnswered.map(({ text }) => text)]).toEqual(['why', ['50%']])
  const compared = ask('Ia Krêl và Ia Kla bên nào số hóa hơn, đã trên 60% chưa')
  expect([compared.intent, compared.notAnswered.map(({ text }) => text)]).toEqual(['compare', ['trên 60%']])
  expect(ask('thông báo cảnh báo hôm nay nói gì').intent).toBe('alerts')
})
