import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { asker, giaLai2024 } from './provinces.ts'

/** What must never be answered for somebody or something else: each was, once, when people tried. */

const lexicon = buildLexicon(giaLai2024())
const read = (text: string, member = 'bcd-tinh'): Question[] =>
  readQuestion(text, lexicon, asker(member)).questions
const ask = (text: string, member = 'bcd-tinh'): Question => read(text, member)[0]!

describe('offices that are no units have no figures of others', () => {
  test.each([
    'công an huyện Đức Cơ trực tuyến',
    'bộ y tế trực tuyến',
    'phòng tư pháp huyện Đức Cơ trực tuyến',
    'Cục thuế tỉnh Gia Lai trực tuyến',
    'trung tâm phục vụ hành chính công tỉnh trực tuyến',
    'bưu điện Đức Cơ thanh toán trực tuyến',
    'VPUB số hóa',
    'pcu trực tuyến',
    'số hóa đơn vị abcxyz',
    'số hóa thành phố Hồ Chí Minh',
    'tỷ lệ trực tuyến huyện Đắk Hà',
  ])('%s', text => {
    const question = ask(text)
    expect(question).toMatchObject({ intent: 'unknown', units: [] })
    expect(question.unknownName).not.toBeNull()
  })
})

describe('rates that are none of ours are no figures of a unit', () => {
  test.each([
    'tỷ lệ tốt nghiệp THPT Sở Giáo dục',
    'tỷ lệ trẻ em suy dinh dưỡng xã Dun',
    'tỷ lệ lấp đầy khu công nghiệp Ban Quản lý Khu kinh tế',
    'tiến độ thi công đường xã Ia Dom',
    'minh bạch tài sản cán bộ huyện Ia Grai',
    'mục tiêu tăng trưởng kinh tế năm 2024',
    'xã đông dân nhất số hóa bao nhiêu',
    'giá tôm hôm nay bao nhiêu',
    'quán nào ngon nhất',
    'tính 15% của 200',
  ])('%s', text => {
    expect(ask(text)).toMatchObject({ intent: 'unknown', units: [] })
  })
})

describe('nothing is changed, started or stopped that was not asked for', () => {
  test.each([
    ['trung bình mỗi tuần pleiku nhận bao nhiêu hồ sơ', 'value'],
    ['mỗi ngày bao nhiêu hồ sơ trực tuyến', 'need'],
    ['nếu giữ nguyên thế này thì hết đợt đạt bao nhiêu phần trăm', 'forecast'],
    ['đến hết gii đoạn sở tôi có kịp số hóa không', 'forecast'],
    ['tắt cảnh báo', 'alerts'],
  ])('%s', (text, intent) => {
    expect(ask(text, 'gd-sgtvt').intent).toBe(intent)
  })

  test.each([
    'chuyển xã Ia Dom về huyện Ia Grai',
    'đặt chỉ tiêu 80%',
    'cập nhật số liệu tuần này cho Sở Y tế: 200/300',
    'số liệu của tôi sai rồi, tỷ lệ trực tuyến phải là 95%',
  ])('%s', text => {
    expect(ask(text)).toMatchObject({ intent: 'unknown', unknownReason: 'change_data' })
  })
})

describe('people are no units', () => {
  test('a name behind a title', () => {
    expect(ask('chị Trang hỏi tỷ lệ trực tuyến của huyện Đức Cơ')).toMatchObject({
      intent: 'value',
      units: ['GL-H631'],
    })
  })

  test('who asks is "anh", and "em" the assistant', () => {
    expect(ask('em so Sở Y tế với Sở Tư pháp giùm anh về số hóa').units).toEqual(['GL-S03', 'GL-S02'])
  })
})

describe('days as they were named', () => {
  test.each([
    ['từ 13 đến 19/5 số hóa', '2024-05-13', '2024-05-19'],
    ['số hóa từ 1-15/5', '2024-05-01', '2024-05-15'],
    ['số hóa từ 25 đến 3/5', '2024-04-25', '2024-05-03'],
    ['15 ngày đầu tháng 5 trực tuyến', '2024-05-01', '2024-05-15'],
    ['10 ngày cuối tháng 4 trực tuyến', '2024-04-21', '2024-04-30'],
    ['nửa cuối tháng 4 số hóa', '2024-04-16', '2024-04-30'],
    ['tuần đầu tháng 5 trực tuyến', '2024-04-29', '2024-05-05'],
    ['tuần cuối tháng 4 trực tuyến', '2024-04-22', '2024-04-28'],
    ['sau ngày 2/5 trực tuyến', '2024-05-03', '2024-05-19'],
    ['trực tuyến trước chiến dịch', '2024-01-01', '2024-03-21'],
    ['trực tuyến từ 1/4 đến 15/3', '2023-04-01', '2024-03-15'],
    ['dự báo thanh toán cuối tháng 6', '2024-06-01', '2024-06-30'],
  ])('%s', (text, from, to) => {
    expect(ask(text).period).toMatchObject({ from, to })
  })
})

describe('numbers and kinds as they were named', () => {
  test.each([
    ['mình đạt 70% số hóa chưa', 'gap', 70],
    ['mỗi ngày phải nộp bao nhiêu hồ sơ trực tuyến để đạt 80%', 'need', 80],
    ['dự báo có đạt 80% số hóa không', 'forecast', 80],
    ['cần thêm bao nhiêu hồ sơ để đạt chỉ tiêu số hóa', 'need', null],
  ])('%s', (text, intent, threshold) => {
    expect(ask(text, 'gd-sgtvt')).toMatchObject({ intent, threshold })
  })

  test.each([
    ['thị xã nào cao nhất về trực tuyến', 'thị xã'],
    ['top 5 phường Pleiku thanh toán', 'phường'],
    ['các thị trấn số hóa thế nào', 'thị trấn'],
    ['xã phường nào thấp nhất số hóa', undefined],
    ['10 xã bét bảng số hóa', undefined],
  ])('%s', (text, word) => {
    expect(ask(text).group?.word).toBe(word)
  })
})

describe('long messages', () => {
  test.each([
    [
      'ct-iagrai',
      'Em kiểm tra lại giùm anh coi, hôm trước xã Ia Hrung nói làm xong hết rồi mà anh chưa tin, trong giai đoạn 1 xã đó số hóa được bao nhiêu phần trăm',
      { intent: 'value', indicators: ['digitization_rate'], units: ['GL-X23770'] },
    ],
    [
      'gd-sgtvt',
      'Chào em, anh đang ngồi họp giao ban, em xem nhanh giúp anh tuần vừa rồi tỉ lệ đúng hạn của sở mình là bao nhiêu phần trăm để anh còn phát biểu nhé',
      { intent: 'value', indicators: ['on_time_rate'], units: ['GL-S01'] },
    ],
    [
      'gd-sgtvt',
      'Tôi thấy trên bảng bên tôi còn đỏ phần số hóa hồ sơ, vậy chính xác là đang hụt so với chỉ tiêu mấy điểm phần trăm',
      { intent: 'gap', indicators: ['digitization_rate'], units: ['GL-S01'] },
    ],
  ])('%s: %s', (member, text, expected) => {
    expect(read(text, member)).toMatchObject([expected])
  })
})

describe('a word for which the question has no slot is said to be unanswered', () => {
  test.each([
    ['Pleiku chiếm bao nhiêu phần trăm hồ sơ của tỉnh', 'chiếm'],
    ['huyện nào vượt chỉ tiêu xa nhất', 'xa nhất'],
    ['chỉ tiêu nào khó đạt nhất', 'khó'],
    ['huyện nào sát nút chỉ tiêu nhất', 'sát'],
    ['Huyện nào có nhiều xã chưa đạt nhất', 'nhất'],
    ['gửi nhắc nhở cho 5 huyện thấp nhất', 'nhắc nhở'],
    ['Huyện Ia Pa ghi trực tuyến 34,5% trong báo cáo', '34,5%'],
  ])('%s', (text, word) => {
    const [first] = ask(text).notAnswered
    expect(first?.text).toContain(word.split(' ')[0])
    expect(first?.reason).toBe('not_understood')
  })

  test.each([
    'huyện nào cao nhất về số hóa tháng 4',
    'Ia Grai còn thiếu bao nhiêu hồ sơ trực tuyến nữa',
    'em vẽ giúp anh cái biểu đồ số hóa của Đức Cơ để đưa vào slide',
    'hai xã Ia Dom, Ia Nan tuần này số hóa bao nhiêu',
    'Kết thúc giai đoạn 1 có bao nhiêu huyện đạt chỉ tiêu trực tuyến',
    'đang trên xe, ba huyện tăng nhiều nhất tuần qua về toàn trình',
    'Pleiku mà đòi lên hạng ba thì cần thêm bao nhiêu hồ sơ trực tuyến',
    'nếu từ mai ngày nào cũng được 65% trực tuyến thì hết tháng sáu Ia Grai lên bao nhiêu',
    'họp xong rồi, gửi bảng xếp hạng 17 huyện về đúng hạn tháng 4',
    'Ia Kriêng tuần 17 trễ bao nhiêu bộ',
    'Kbang với Kông Chro lệch nhau mấy điểm số hóa',
    'ai giao Pleiku cao thế, văn bản số mấy',
    'tóm tắt tình hình Pleiku, cái nào xấu nói trước',
  ])('and nothing else is: %s', text => {
    expect(ask(text).notAnswered).toEqual([])
  })
})

describe('a word that is not known and may narrow what is asked is said', () => {
  test.each([
    ['Huyện nào thấp nhất về trực tuyến đăng kiểm', 'đăng'],
    ['3 huyện tăng nhiều nhất về hồ sơ vận tải', 'vận'],
    ['Đức Cơ đang vướng trực tuyến bao nhiêu', 'vướng'],
  ])('%s', (text, word) => {
    expect(
      ask(text)
        .notAnswered.map(one => one.text)
        .join(' '),
    ).toContain(word)
  })
})

describe('what sounds alike is told apart', () => {
  test.each([
    ['tinh giao xa may phan tram truc tuyen', 'target', 'GL-X23881'],
    ['thanh toan thi xa minh dung thu may huyen', 'rank', 'GL-X23881'],
    ['xa tui voi thi tran Chu Ty duoc giao truc tuyen may %', 'target', 'GL-X23881'],
    ['tong ho so ca huyen nhan tuan roi', 'value', 'GL-H631'],
  ])('%s', (text, intent, unit) => {
    const question = ask(text, 'ct-iapnon')
    expect(question.intent).toBe(intent)
    expect(question.units).toContain(unit)
  })

  test.each([
    ['Pleiku đã đạt chưa, nếu chưa thì thiếu bao nhiêu', 'gap'],
    ['Số liệu trực tuyến của Ia Pa báo lên là 34,5%, số đó có khớp không', 'verify'],
    ['Bình quân các huyện về thanh toán trực tuyến được bao nhiêu', 'total'],
    ['yêu cầu xã Ia Chía giải trình trước thứ sáu', 'ask_explanation'],
    ['cho xem nội dung giải trình của Sở Y tế', 'responses'],
  ])('%s', (text, intent) => {
    expect(ask(text).intent).toBe(intent)
  })
})

test('all targets together are asked for by their words, and by no others', () => {
  const every = ['sở nào đạt cả 6 chỉ tiêu', 'xa nao dat du cac chi tieu', 'các sở đạt cả sáu chỉ tiêu']
  for (const text of every) expect(ask(text)).toMatchObject({ intent: 'met', every: true, notAnswered: [] })
  expect(ask('huyện nào chưa đạt tất cả các chỉ tiêu')).toMatchObject({ intent: 'below', every: true })
  for (const text of [
    'sở nào đạt chỉ tiêu',
    'cả tỉnh có xã nào đạt chỉ tiêu số hóa',
    'sở nào đạt cả 6 chỉ tiêu trực tuyến',
  ])
    expect(ask(text).every).toBe(false)
})

describe('a word that changes the question is used, or said to be unanswered', () => {
  test.each([
    ['sở nào trực tuyến chưa chạm mốc 70%', 'below', { threshold: 70 }],
    ['sở nào không thiếu chỉ tiêu nào', 'met', {}],
    ['xã nào tụt xuống dưới 40% thanh toán', 'below', { threshold: 40 }],
    ['những xã từ bảy mươi lăm phần trăm trực tuyến trở lên', 'met', { threshold: 75 }],
    ['xếp các huyện theo thanh toán, lấy từ hạng 3 đến hạng 6', 'ranking', { offset: 2, limit: 4 }],
    ['sở nào đứng áp chót về số hóa', 'bottom', { offset: 1, limit: 1 }],
    ['toàn tỉnh vượt mốc 50% trực tuyến từ tuần nào', 'since', { threshold: 50 }],
    ['thứ hạng huyện nào biến động mạnh nhất', 'movers', { by: 'place' }],
  ])('%s', (text, intent, slots) => {
    expect(ask(text)).toMatchObject({ intent, ...slots })
  })

  test.each([
    ['doanh nghiệp nộp trực tuyến bao nhiêu phần trăm', 'restriction'],
    ['sở có bao nhiêu thủ tục hành chính', 'other_measure'],
    ['mấy sở dưới mức trung bình về số hóa', 'average'],
    ['xã nào có nguy cơ tụt nhiều nhất về số hóa', 'forecast'],
    ['không tính Công an tỉnh thì toàn tỉnh trực tuyến bao nhiêu', 'except'],
    ['bao giờ thì Sở Y tế mới đạt chỉ tiêu', 'when'],
  ])('%s', (text, part) => {
    const { parts, notAnswered } = ask(text)
    expect([...parts, ...notAnswered].map(one => one.part)).toContain(part)
  })

  test('a margin is strict where its words are', () => {
    const [strict] = ask('huyện nào tăng trên 5 điểm số hóa').conditions
    const [whole] = ask('huyện nào tăng từ 5 điểm trở lên số hóa').conditions
    expect([strict?.op, whole?.op]).toEqual(['>', '>='])
  })

  test('a judgement for each indicator', () => {
    expect(ask('xã nào số hóa đạt mà thanh toán chưa đạt').conditions).toMatchObject([
      { indicator: 'digitization_rate', measure: 'gap', op: '<=' },
      { indicator: 'online_payment_rate', measure: 'gap', op: '>' },
    ])
  })

  test('the kind is said once for several offices', () => {
    expect(ask('sở Y tế, Giáo dục và Nội vụ cộng lại nhận bao nhiêu hồ sơ').units).toEqual([
      'GL-S03',
      'GL-S04',
      'GL-S15',
    ])
  })

  test('what was told is asked about where it is to be verified', () => {
    expect(ask('Sở Xây dựng nói số hóa của họ đạt 70%, đúng vậy không em')).toMatchObject({
      intent: 'verify',
      claimed: 70,
      units: ['GL-S08'],
    })
  })
})
