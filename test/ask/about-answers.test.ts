import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { asker, giaLai2024 } from './provinces.ts'

/** What is said of an answer, or of the list that it showed: never read as a question of its own. */

const lexicon = buildLexicon(giaLai2024())
const SHOWN = ['GL-H637', 'GL-H634', 'GL-H635', 'GL-H630', 'GL-H631']

function ask(text: string, member = 'bcd-tinh'): Question {
  return readQuestion(text, lexicon, asker(member)).questions[0]!
}

function after(before: string | Question, text: string, shown: readonly string[] = []): Question {
  const previous = typeof before === 'string' ? ask(before) : before
  return readQuestion(text, lexicon, { ...asker('bcd-tinh'), previous, shown }).questions[0]!
}

test.each([
  'số này ở đâu ra',
  'so nay o dau ra the',
  'nguồn nào vậy',
  'con số đó lấy từ đâu',
  'lấy từ đâu vậy',
  'cập nhật lúc nào',
])('where the figures of an answer come from: %s', text => {
  const source = { intent: 'missing', units: ['GL-S03'], indicators: ['digitization_rate'], group: null }
  expect(after('số hóa của Sở Y tế bao nhiêu', text)).toMatchObject(source)
  const ofPlace = after('xã nào trong huyện Đức Cơ chưa đạt số hóa', text, SHOWN)
  expect(ofPlace).toMatchObject({ intent: 'missing', units: ['GL-H631'], group: null })
})

test('how an indicator is counted is no question for its source', () => {
  expect(ask('mẫu số của tỷ lệ thanh toán lấy ở đâu').intent).toBe('define')
  expect(ask('tử số lấy từ đâu').intent).toBe('define')
})

describe('below a list', () => {
  const list = 'xếp hạng các huyện về số hóa'

  test.each([
    ['bỏ 3 đơn vị đầu', SHOWN.slice(0, 3)],
    ['trừ 2 huyện cuối', SHOWN.slice(-2)],
    ['bo huyen dau tien ra', SHOWN.slice(0, 1)],
  ])('%s leaves out the ends of it', (text, except) => {
    expect(after(list, text, SHOWN)).toMatchObject({
      intent: 'ranking',
      indicators: ['digitization_rate'],
      group: { kind: 'district', except },
    })
  })

  test('what was left out stays so in its picture; the kind stays with "hình đâu rồi"', () => {
    const without = after(`${list} trừ Pleiku`, 'vẽ biểu đồ', SHOWN)
    expect(without).toMatchObject({ chart: true, group: { kind: 'district', except: ['GL-H622'] } })
    const picture = after('các huyện chưa đạt số hóa', 'hình đâu rồi', SHOWN)
    expect(picture).toMatchObject({ intent: 'below', chart: true, group: { kind: 'district' } })
  })

  test.each(['gửi file danh sách này', 'gui danh sach nay cho anh', 'bỏ 3 đơn vị đầu'])(
    'where none was shown that is said: %s',
    text => expect(ask(text)).toMatchObject({ intent: 'unknown', unknownReason: 'nothing_shown' }),
  )
})

test('the same asked of something else keeps all that was asked', () => {
  const both = after('khối sở so với khối huyện về số hóa', 'còn tháng trước')
  expect(both).toMatchObject({ intent: 'total', group: { kinds: ['department', 'district'] } })
  const risen = after('5 xã tăng nhiều nhất về số hóa', 'còn thanh toán', SHOWN)
  expect(risen).toMatchObject({ intent: 'movers', by: 'value', direction: 'up', limit: 5 })
  const running = after('mấy xã liên tiếp 3 tuần dưới chỉ tiêu số hóa', 'còn thanh toán', SHOWN)
  expect(running).toMatchObject({ intent: 'since', units: [], group: { kind: 'commune' } })
  expect(running.streak).toEqual({ of: 'under', periods: 3 })
})

test('a percentage asked for after a forecast is what there is', () => {
  const forecast = 'dự báo cuối giai đoạn số hóa huyện Đức Cơ'
  expect(after(forecast, 'xã Ia Dom bao nhiêu phần trăm')).toMatchObject({ intent: 'value' })
  expect(after(forecast, 'còn Chư Prông').intent).toBe('forecast')
})

test('"vậy là chênh mấy điểm" is the difference of the last two answers', () => {
  const previous = ask('đúng hạn Sở Y tế tháng 3')
  const earlier = [ask('đúng hạn Sở Y tế tháng 4')]
  const read = readQuestion('vậy là chênh mấy điểm', lexicon, { ...asker('bcd-tinh'), previous, earlier })
  expect(read.questions[0]).toMatchObject({ intent: 'trend', units: ['GL-S03'] })
})

describe('a group is named where units could be', () => {
  test.each([
    ['sở nào 3 tuần liền dưới chỉ tiêu số hóa', 'department', 3],
    ['huyện giảm liên tiếp 2 tuần', 'district', 2],
    ['từ khi nào các xã dưới chỉ tiêu số hóa', 'commune', null],
    ['kỷ lục cao nhất của phường', 'commune', null],
  ])('%s', (text, kind, periods) => {
    expect(ask(text)).toMatchObject({ intent: 'since', units: [], group: { kind }, streak: { periods } })
  })

  test('the own unit of that kind is meant where there is one', () => {
    expect(ask('huyện giảm liên tiếp mấy tuần', 'ct-iagrai')).toMatchObject({
      units: ['GL-H628'],
      group: null,
    })
  })
})

test.each(['làm sao để đạt', 'làm thế nào cho đạt', 'lam gi de dat so hoa', 'muốn đạt thì phải làm sao'])(
  'what it takes: %s',
  text => expect(ask(text, 'ct-iagrai').intent).toBe('need'),
)

test.each([
  ['cách Quy Nhơn bao xa', 'unknown'],
  ['xã tôi còn cách mức được giao về toàn trình bao nhiêu', 'gap'],
  ['số hóa tuần 19 của tỉnh đạt 36,5%, nhờ đối chiếu lại', 'verify'],
  ['dự thảo ghi tỉnh đạt 61% trực tuyến, đối chiếu lại hộ', 'verify'],
  ['chỉ báo cho tôi khi nào thật sự có gì thay đổi', 'settings'],
  ['đề nghị huyện Krông Pa nêu rõ nguyên nhân chậm số hóa', 'ask_explanation'],
  ['phi chung thuc ban sao bao nhieu 1 trang', 'unknown'],
  ['tra giúp hồ sơ đổi bằng lái mã 000.00.16.H21 đến đâu rồi', 'unknown'],
  ['để mai tôi xem tiếp', 'unknown'],
  ['vâng tôi nắm được rồi cảm ơn', 'greeting'],
  ['làm gì để cải thiện số hóa', 'why'],
  ['sao thanh toán lại thấp', 'why'],
  ['căn cứ văn bản nào', 'target'],
  ['phải đạt bao nhiêu % mỗi tuần còn lại mới kịp', 'need'],
  ['thứ hạng của Pleiku về đúng hạn tuần 20 thay đổi thế nào so với tuần 17', 'rank'],
])('%s is %s', (text, intent) => expect(ask(text).intent).toBe(intent))

test('what moved from one month to another is the one against the other', () => {
  expect(ask('huyện nào tăng nhiều nhất về số hóa từ tháng 3 sang tháng 4')).toMatchObject({
    intent: 'movers',
    period: { from: '2024-04-01', to: '2024-04-30' },
    base: { from: '2024-03-01', to: '2024-03-31' },
  })
  expect(ask('tuần nào trong quý 1 số hóa thấp nhất')).toMatchObject({
    intent: 'since',
    period: { from: '2024-01-01', to: '2024-03-31' },
  })
})

test('a brief of one group, and who is behind in it', () => {
  for (const [text, intent] of [
    ['tóm tắt tình hình các sở', 'situation'],
    ['tổng hợp tình hình khối sở', 'situation'],
    ['tiến độ các sở đến đâu rồi', 'progress'],
    ['sở nào chậm tiến độ', 'progress'],
  ])
    expect(ask(text!)).toMatchObject({ intent, group: { kind: 'department' }, notAnswered: [] })
})

test('a town by its kind has a place among the districts, the counts of a value are no definition', () => {
  expect(ask('thành phố đứng thứ mấy trong các huyện thị về số hóa')).toMatchObject({
    intent: 'rank',
    units: ['GL-H622'],
  })
  expect(ask('tử số và mẫu số thanh toán trực tuyến của Sở Y tế tuần 20')).toMatchObject({
    intent: 'value',
    notAnswered: [],
  })
  expect(ask('tử số và mẫu số của tỷ lệ trực tuyến là gì').intent).toBe('define')
})

test('the distance between the ends of a group, and a best single period', () => {
  expect(ask('chênh lệch giữa sở cao nhất và thấp nhất về số hóa')).toMatchObject({
    intent: 'ranking',
    group: { kind: 'department' },
    parts: [{ part: 'spread' }],
  })
  expect(ask('tuần tốt nhất của Sở Y tế về số hóa')).toMatchObject({
    intent: 'since',
    order: 'highest',
    streak: { of: 'record' },
  })
})

test('what begins soon is meant without its year, and "cùng kỳ năm ngoái" is the same part of it', () => {
  expect(ask('số hóa tuần 21').period).toMatchObject({ from: '2024-05-20', to: '2024-05-26' })
  expect(ask('có kịp chỉ tiêu số hóa cuối tháng sáu không')).toMatchObject({
    intent: 'forecast',
    period: { from: '2024-06-01', to: '2024-06-30' },
  })
  expect(ask('số hóa 4 tháng đầu năm so với cùng kỳ năm ngoái')).toMatchObject({
    against: 'year_ago',
    base: null,
  })
})

test('what somebody else said or wrote is held against our figure', () => {
  for (const text of [
    'Báo Gia Lai sáng nay viết Sở Y tế đạt 70% trực tuyến, em xem có khớp không',
    'Chị Hoa bên Văn phòng bảo Sở Y tế mới 42,5% trực tuyến, em kiểm tra lại giúp chị với',
  ])
    expect(ask(text)).toMatchObject({
      intent: 'verify',
      units: ['GL-S03'],
      period: null,
      notAnswered: [],
    })
})

test('an order to explain goes on with its reason, and an office has a word of reading in its name', () => {
  expect(ask('yêu cầu Sở Xây dựng giải trình vì sao tỷ lệ đúng hạn còn thấp, hạn là thứ sáu')).toMatchObject({
    intent: 'ask_explanation',
    units: ['GL-S08'],
    notAnswered: [],
  })
})

test('a unit beside a group is compared with nobody else in its place', () => {
  for (const text of ['sở nào thấp hơn Sở Y tế về số hóa', 'số hóa của Sở Y tế so với trung bình các sở']) {
    const question = ask(text)
    expect(question).toMatchObject({ units: [], group: { kind: 'department' } })
    expect(question.notAnswered).toMatchObject([{ text: 'Sở Y tế', part: 'beside' }])
  }
  expect(ask('các xã của huyện Đức Cơ chưa đạt số hóa').notAnswered).toEqual([])
  expect(ask('Đức Cơ và Chư Prông huyện nào cao hơn').intent).toBe('compare')
})

test('"ho so tiep nhan" are dossiers, and no office that has received a warning', () => {
  expect(ask('tong so ho so tiep nhan cua xa tu dau nam', 'ct-iapnon').intent).not.toBe('responses')
  expect(ask('bao nhiêu sở đã xác nhận cảnh báo').intent).toBe('responses')
})

test('a week between two days is no week of a number: "tuần từ" typed without marks', () => {
  const { period } = ask('so hoa cua tinh tuan tu 29 den 5/5')
  expect(period).toMatchObject({ from: '2024-04-29', to: '2024-05-05' })
  expect(ask('tt truc tuyen tuan tu 6 toi 12/5').period).toMatchObject({
    from: '2024-05-06',
    to: '2024-05-12',
  })
})

test('what is told before, behind or within a spoken question without commas is no part of it', () => {
  expect(
    ask('chiều nay chị họp thường trực nên em gửi chị danh sách các sở chưa đạt số hóa nhé'),
  ).toMatchObject({
    intent: 'below',
    period: null,
    notAnswered: [],
  })
  expect(ask('xã Ia Dom mà tuần trước anh bí thư khen thì trực tuyến được bao nhiêu rồi').period).toBeNull()
  expect(ask('xã nào thấp nhất về số hóa vậy em chị nghe nói là Ia RMok').units).toEqual([])
  expect(ask('em gửi chị báo cáo tháng tư dạng file nhé sáng mai chị in cho các anh').period).toMatchObject({
    from: '2024-04-01',
  })
})

test('two kinds are weighed, a place among its own is asked, the furthest from the target comes first', () => {
  const groups = ask('khối huyện và khối sở thì bên nào tỷ lệ trực tuyến cao hơn')
  expect(groups).toMatchObject({ intent: 'total', group: { kinds: ['district', 'department'] } })
  expect(ask('Chư Sê đứng nhất khối huyện về thanh toán phải không')).toMatchObject({
    intent: 'rank',
    units: ['GL-H633'],
  })
  expect(ask('huyện nào cách xa chỉ tiêu thanh toán nhất').intent).toBe('below')
  expect(ask('Ia Grai nêu 635/1.313 hồ sơ trực tuyến, đối chiếu giúp').units).toEqual(['GL-H628'])
})

test('to pause a report for a while is no wish to get one', () => {
  expect(ask('tạm dừng giúp chị báo cáo hằng tuần, chị nghỉ phép đến hết tháng').intent).toBe('settings')
})

test('a name is no word of the rules, weeks listed behind a week are used or said to be unanswered', () => {
  expect(ask('tuần nào Sở Y tế cao nhất về số hóa').order).toBe('highest')
  expect(ask('trực tuyến của Sở Y tế tuần 14, 16, 18').notAnswered).toMatchObject([{ text: '16, 18' }])
  expect(ask('trung vị tỷ lệ trực tuyến các huyện').notAnswered).toMatchObject([{ text: 'trung vị' }])
  expect(ask('sắp hết giai đoạn rồi, sở nào chưa đạt thanh toán').period).toBeNull()
})

test('"ở đó" is the unit told of, and what is to be worried about is its situation', () => {
  const asked = after('huyện Kbang tuần 19 ra sao', 'ở đó có gì phải lo không')
  expect(asked).toMatchObject({ intent: 'situation', units: ['GL-H625'] })
})

test('whose figure it is said to be is asked of the speaker, and a target is no figure', () => {
  const said = ask('Sở Nội vụ khoe đã được 95% thanh toán, em rà lại giúp anh')
  expect(said).toMatchObject({ intent: 'verify', units: ['GL-S15'], claimed: 95 })
  expect(ask('Chỉ tiêu số hóa của sở mình là 60%, đúng không', 'gd-sgtvt')).toMatchObject({
    intent: 'target',
  })
})

test('everyday words in front of a message are no name with other spaces', () => {
  expect(ask('chua thay co so huyen minh gi ca', 'ct-iagrai').units).not.toContain('GL-X24046')
})
