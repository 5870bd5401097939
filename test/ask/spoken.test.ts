import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { asker, giaLai2024 } from './provinces.ts'
import type { AskContext } from '../../src/ask/reading.ts'

/** Sentences as they are spoken: long, telling first, of groups as of one, by who goes on talking. Sunday 19 May 2024. */

const lexicon = buildLexicon(giaLai2024())

function read(text: string, member = 'bcd-tinh'): Question {
  const [only, ...more] = readQuestion(text, lexicon, asker(member)).questions
  expect(more).toEqual([])
  return only!
}

describe('a figure that somebody is said to have said is held against ours', () => {
  test.each([
    ['Huyện Chư Sê nói tuần 19 thanh toán trực tuyến được 52,5%, có tin được không', 'GL-H633', 52.5],
    ['bữa trước nghe bảo huyện Chư Sê tháng 4 thanh toán trực tuyến 52,5% phải không', 'GL-H633', 52.5],
    ['Chiều qua Sở Y tế báo cáo tháng 4 thanh toán trực tuyến 61%, số này có chuẩn không em', 'GL-S03', 61],
    ['hom qua ai noi so y te thanh toan truc tuyen thang 4 dat 61%, thiet khong', 'GL-S03', 61],
    [
      'Sở Y tế thanh toán trực tuyến quý một sáu mươi mốt phẩy năm phần trăm, đúng sai thế nào',
      'GL-S03',
      61.5,
    ],
  ])('%s', (text, unit, claimed) => {
    const question = read(text)
    expect(question).toMatchObject({
      intent: 'verify',
      indicators: ['online_payment_rate'],
      units: [unit],
      claimed,
      notAnswered: [],
    })
    expect(question.period).not.toBeNull()
    expect(question.period!.from).not.toBe('2024-05-18')
  })

  test.each(['có khớp với số của hệ thống không', 'khớp với số liệu không'])(
    'against what we have: %s',
    doubt => {
      expect(read(`Sở Y tế ghi tháng 4 thanh toán trực tuyến 61%, ${doubt}`)).toMatchObject({
        intent: 'verify',
        units: ['GL-S03'],
        claimed: 61,
        notAnswered: [],
      })
    },
  )

  test('without a doubt it is only held against the figure', () => {
    expect(read('Sở Y tế bảo tuần này hồ sơ trực tuyến đạt 70%')).toMatchObject({
      intent: 'gap',
      threshold: 70,
    })
  })
})

describe('a group that is counted or taken together is no ranking and no province', () => {
  test.each([
    ['cả khối sở ngành nộp trực tuyến được bao nhiêu hồ sơ trong quý I', 'department'],
    ['Gộp hết 17 huyện lại, tuần 20 có bao nhiêu hồ sơ số hóa trên tổng số phải làm?', 'district'],
    ['các phường tháng 4 tất cả bao nhiêu hồ sơ thanh toán trực tuyến', 'commune'],
  ])('%s', (text, kind) => {
    expect(read(text)).toMatchObject({ intent: 'total', group: { kind }, units: [] })
  })

  test('what goes wrong is counted as such', () => {
    expect(read('các sở còn bao nhiêu hồ sơ trễ hạn')).toMatchObject({ intent: 'total', count: 'rest' })
  })

  test('one by one is a table', () => {
    expect(read('từng huyện được bao nhiêu hồ sơ số hóa').intent).toBe('ranking')
  })

  test('so much of a group is no bound of its figures', () => {
    for (const text of ['50% số xã đạt chưa', 'mấy phần trăm các xã đạt chỉ tiêu rồi']) {
      const question = read(text)
      expect(question).toMatchObject({ intent: 'met', threshold: null, group: { kind: 'commune' } })
      expect(question.parts.map(({ part }) => part)).toContain('share')
    }
  })

  test('two kinds are set against each other, whatever stands between them', () => {
    for (const text of [
      'Giữa cấp sở và cấp huyện, nơi nào số hóa khá hơn kể từ đầu năm?',
      'giữa khối sở và khối huyện bên nào số hóa cao hơn',
    ])
      expect(read(text)).toMatchObject({
        intent: 'total',
        indicators: ['digitization_rate'],
        group: { kinds: ['department', 'district'] },
      })
  })

  test('the first and the last of a group are no places of the asker', () => {
    const question = read('các sở thì cao nhất với thấp nhất chênh nhau mấy điểm số hóa')
    expect(question).toMatchObject({ intent: 'ranking', group: { kind: 'department' } })
    expect(question.parts.map(({ part }) => part)).toContain('spread')
  })
})

describe('a group is foretold as a group', () => {
  test.each([
    ['Cuối giai đoạn ước chừng mấy sở cán đích thanh toán trực tuyến', 'department', null],
    ['những xã nào có nguy cơ không đạt số hóa', 'commune', 'worst'],
    ['huyện nào liệu có kịp số hóa không', 'district', null],
  ])('%s', (text, kind, order) => {
    expect(read(text)).toMatchObject({
      intent: 'forecast',
      group: { kind },
      units: [],
      order,
      notAnswered: [],
    })
  })

  test("but one's own beside the others is one's own", () => {
    const question = read('sở mình có kịp số hóa như các sở khác không', 'gd-sgtvt')
    expect(question).toMatchObject({ intent: 'forecast', units: ['GL-S01'], group: null })
  })
})

describe('against its own past, or another', () => {
  test('"vượt năm 2023" is against that year, and no target', () => {
    expect(read('Sở Y tế số hóa đã vượt năm 2023 bao nhiêu điểm')).toMatchObject({
      intent: 'trend',
      base: { from: '2023-01-01', to: '2023-12-31' },
    })
  })

  test('"hơn mình mấy điểm" is beside the own unit', () => {
    const question = read('xa Ia Krel dang hon minh may diem so hoa', 'ct-iapnon')
    expect(question).toMatchObject({ intent: 'compare', units: ['GL-X23881', 'GL-X23863'] })
  })

  test('"nhờ đâu" asks why, and is no courtesy', () => {
    expect(read('Nhờ đâu mà huyện Chư Sê tăng?')).toMatchObject({ intent: 'why', units: ['GL-H633'] })
  })
})

test('of whom is asked behind what is left out is not left out with it', () => {
  expect(read('Không kể Công an tỉnh, ba sở nào toàn trình cao nhất quý I')).toMatchObject({
    intent: 'top',
    limit: 3,
    group: { kind: 'department', except: ['GL-S20'] },
  })
})

describe('what can be asked of one unit only is not answered of the province instead', () => {
  test.each([
    ['các sở còn thiếu bao nhiêu hồ sơ thanh toán nữa', 'below', 'department'],
    ['diễn biến số hóa của các huyện ra sao', 'ranking', 'district'],
    ['vì sao các sở thanh toán thấp', 'ranking', 'department'],
  ])('%s', (text, intent, kind) => {
    const question = read(text)
    expect(question).toMatchObject({ intent, group: { kind }, units: [] })
    expect(question.parts.map(({ part }) => part)).toContain('per_group')
  })

  test('how far each is from its target is a list', () => {
    const question = read('các xã còn cách chỉ tiêu số hóa bao nhiêu điểm')
    expect(question).toMatchObject({
      intent: 'below',
      group: { kind: 'commune' },
      parts: [],
      notAnswered: [],
    })
  })

  test('two kinds in one list are both in it', () => {
    for (const text of ['Kể cả sở và huyện, đơn vị nào số hóa thấp nhất', 'sở, huyện nào số hóa thấp nhất'])
      expect(read(text)).toMatchObject({ intent: 'bottom', group: { kinds: ['department', 'district'] } })
  })
})

describe('what stands beside is used, or said to be unanswered', () => {
  test('half of it is a bound', () => {
    expect(read('còn mấy huyện chưa được một nửa hồ sơ nộp trực tuyến')).toMatchObject({ threshold: 50 })
  })

  test('the office that was told of is the one that is asked about; the days of the telling are not', () => {
    expect(
      read('Hôm qua Sở Công Thương có công văn kêu lỗi, vậy số hóa của Sở này tuần 20 thế nào'),
    ).toMatchObject({
      units: ['GL-S07'],
      period: { from: '2024-05-13' },
    })
    const rank = read('Anh nhớ hồi tháng 3 Sở Y tế đứng gần chót về thanh toán, giờ lên được hạng mấy rồi')
    expect(rank).toMatchObject({ intent: 'rank', units: ['GL-S03'], period: null })
  })

  test.each([
    ['Trong các sở có bao nhiêu sở vượt được mình về số hóa', 'vượt được mình'],
    ['so với trung bình các xã trong huyện thì xã mình hơn hay kém', 'xã mình'],
    ['Các xã của Chư Sê so với các xã của Chư Prông bên nào số hóa tốt hơn', 'Các xã'],
  ])('%s', (text, part) => {
    expect(read(text, 'ct-iapnon').notAnswered.map(one => one.text)).toContain(part)
  })

  test('a share and a bound of its figures stand beside each other', () => {
    const question = read('Bao nhiêu phần trăm số xã đã qua 60% số hóa')
    expect(question).toMatchObject({ intent: 'met', threshold: 60 })
    expect(question.parts.map(({ part }) => part)).toContain('share')
  })

  test.each([
    ['cuối tháng 6 xã có đạt nổi không hay lại rớt', 'forecast'],
    ['chỉ tiêu xã giao 60 hay 65 phần trăm vậy', 'target'],
    ['tu dau nam toi gio thang nao xa nop truc tuyen cao nhat', 'since'],
    ['Cả tám chỉ số thì xã mình yếu chỗ nào nhất', 'value'],
    ['Anh giải trình hôm kia rồi đấy, trên huyện đọc chưa', 'responses'],
  ])('%s', (text, intent) => {
    expect(read(text, 'ct-iapnon').intent).toBe(intent)
  })

  test('how many points somebody fell is no place', () => {
    expect(read('Ai tụt nhiều nhất trong khối sở so với tháng trước, tụt mấy điểm')).toMatchObject({
      intent: 'movers',
      by: 'value',
    })
  })

  test('an act is asked about alone, or not at all', () => {
    const { questions } = readQuestion(
      'thôi cái đó để mai nhắc, giờ xem số hóa đi, có tăng so với tuần trước không',
      lexicon,
      asker('gd-sgtvt'),
    )
    expect(questions.every(({ intent }) => intent === 'value' || intent === 'trend')).toBe(true)
  })
})

describe('acts and courtesies', () => {
  test.each([
    ['dạ em nắm rõ rồi ạ, để em thưa lại với sếp', 'greeting'],
    ['ok ghi nhận, chúc em buổi tối vui', 'greeting'],
    ['đã rõ', 'acknowledge'],
    ['anh nhận được cái cảnh báo minh bạch rồi nhé, họp xong anh xử lý', 'acknowledge'],
    ['thôi đừng gửi báo cáo tuần cho anh nữa nhiều quá xem không xuể', 'unsubscribe'],
    ['việc này sở mình giao anh nào phụ trách', 'unknown'],
    ['Nhờ em bảo huyện Đức Cơ giải trình trước thứ sáu', 'ask_explanation'],
    ['Huyện nào thoát khỏi diện cảnh báo rồi', 'movers'],
  ])('%s', (text, intent) => {
    expect(read(text, 'gd-sgtvt').intent).toBe(intent)
  })

  test.each([
    ['gửi em lúc 7 giờ sáng thứ Hai', '07:00', 1],
    ['chuyển báo cáo tuần sang 4 rưỡi chiều thứ 6', '16:30', 5],
    ['đổi giờ gửi báo cáo sang 9h15', '09:15', null],
  ])('%s', (text, hour, weekday) => {
    expect(read(text)).toMatchObject({ intent: 'settings', setting: { do: 'time', hour, weekday } })
  })
})

describe('days', () => {
  test('from one day to another, though a mark is missing', () => {
    expect(read('anh cần số thanh toán online của Sở từ 1/5 den 15/5', 'gd-sgtvt')).toMatchObject({
      intent: 'value',
      period: { from: '2024-05-01', to: '2024-05-15' },
    })
  })

  test('nothing is compared with itself', () => {
    expect(read('đúng hạn của huyện tuần rồi mất mấy điểm so với tuần trước đó', 'ct-iagrai')).toMatchObject({
      intent: 'trend',
      period: { from: '2024-05-06' },
      base: { from: '2024-04-29', to: '2024-05-05' },
    })
  })
})

function talk(texts: readonly string[], member = 'bcd-tinh', shown: readonly string[] = []): Question {
  const questions: Question[] = []
  for (const text of texts) {
    const context: AskContext = {
      ...asker(member),
      previous: questions.at(-1) ?? null,
      earlier: questions.slice(0, -1),
      shown: questions.at(-1)?.group ? shown : [],
    }
    questions.push(readQuestion(text, lexicon, context).questions[0]!)
  }
  return questions.at(-1)!
}

describe('one goes on talking', () => {
  const table = 'Bảng xếp hạng các sở theo toàn trình quý I'
  const sights = ['GL-S03', 'GL-S16']

  test('a unit is taken out of the list, which is then added up', () => {
    for (const text of ['Vẫn bảng đó mà không tính Sở Ngoại vụ', 'Bỏ Sở Ngoại vụ khỏi danh sách']) {
      expect(talk([table, text], 'bcd-tinh', sights)).toMatchObject({
        intent: 'ranking',
        indicators: ['full_process_rate'],
        group: { kind: 'department', except: ['GL-S16'] },
      })
    }
    expect(talk([table, 'Cộng chung cả khối thì được bao nhiêu?'], 'bcd-tinh', sights)).toMatchObject({
      intent: 'total',
      indicators: ['full_process_rate'],
      group: { kind: 'department' },
      period: { from: '2024-01-01', to: '2024-03-31' },
    })
  })

  test('two months together', () => {
    const asked = ['đúng hạn tháng 3 của sở', 'thế tháng 4', 'tính gộp cả 2 tháng']
    expect(talk(asked, 'gd-sgtvt')).toMatchObject({
      intent: 'value',
      indicators: ['on_time_rate'],
      period: { from: '2024-03-01', to: '2024-04-30' },
    })
  })

  test('a wish for a place in dossiers; a list of before, of another week', () => {
    const goal = ['muốn lên hạng 3 về số hóa thì sở phải được bao nhiêu', 'thế quy ra mấy hồ sơ']
    expect(talk(goal, 'gd-sgtvt')).toMatchObject({ intent: 'goal', place: 3 })
    const movers = ['Huyện nào bứt phá nhất về toàn trình tuần 20?', 'Nhờ đâu mà huyện ấy tăng?']
    expect(talk([...movers, 'Thế tuần 19 thì huyện nào?'], 'bcd-tinh', ['GL-H633'])).toMatchObject({
      intent: 'movers',
      direction: 'up',
      indicators: ['full_process_rate'],
      period: { from: '2024-05-06' },
    })
  })

  test('who has not explained is asked to', () => {
    const asked = ['Huyện Chư Prông đã giải trình số hóa chưa', 'Nếu chưa thì đề nghị họ gửi trước thứ Sáu']
    expect(talk(asked)).toMatchObject({ intent: 'ask_explanation', units: ['GL-H632'] })
  })
})

describe('days that are told are no window, and days of the week no places', () => {
  test.each([
    'Ngày mai đoàn kiểm tra về xã Ia Dơk, anh cho tình hình xã đó',
    'ngay mai anh ve xa Ia Dok, tinh hinh xa nay the nao roi',
  ])('%s', text => {
    expect(read(text)).toMatchObject({ units: ['GL-X23860'], period: null, notAnswered: [] })
  })

  test.each([
    'Tuần trước anh đi công tác. xa ia krieng truc tuyen so vs tháng trc',
    'Hôm qua tỉnh nhắc rồi. xa ia krieng truc tuyen so voi thang truoc',
  ])('%s', text => {
    expect(read(text)).toMatchObject({
      intent: 'trend',
      units: ['GL-X23878'],
      period: { from: '2024-05-01' },
    })
  })

  test.each(['muốn nhận báo cáo tuần vào chiều thứ Sáu', 'muon nhan bao cao tuan vao sang thu ba'])(
    '%s',
    text => expect(read(text).intent).toBe('subscribe'),
  )

  test.each(['2024-W19', 'tuần 2024-W19', '2024w19'])('a week in the notation of machines: %s', week => {
    expect(read(`Sở Y tế số hóa ${week}`).period).toMatchObject({ from: '2024-05-06', to: '2024-05-12' })
  })
})

test.each(['số hóa so với thanh toán tuần trước thế nào', 'tttt vs so hoa tuan trc'])(
  'two figures of one unit beside one another are no change: %s',
  text => {
    expect(read(`Sở Y tế ${text}`)).toMatchObject({ intent: 'value', units: ['GL-S03'] })
  },
)

test.each([
  ['Sở Y tế nói với em trực tuyến 72% rồi, có đúng không anh?', 'GL-S03', 72],
  ['Pleiku báo lên tỉnh là trực tuyến 40%, đúng chưa?', 'GL-H622', 40],
  ['Huyện Kbang báo cáo với anh trực tuyến đạt 58%, đúng không?', 'GL-H625', 58],
])('to whom it was said is not of whom: %s', (text, unit, claimed) => {
  const wanted = { intent: 'verify', indicators: ['online_rate'], units: [unit], claimed, notAnswered: [] }
  expect(read(text)).toMatchObject(wanted)
})

describe('two kinds, behind a comma which of them', () => {
  test.each([
    ['Khối huyện với khối sở, bên nào số hóa kém hơn?', ['district', 'department']],
    ['Khối sở và khối huyện, khối nào số hóa tốt hơn?', ['department', 'district']],
  ])('%s', (text, kinds) => {
    expect(read(text)).toMatchObject({
      intent: 'total',
      indicators: ['digitization_rate'],
      group: { kinds },
      notAnswered: [],
    })
  })
})

describe('who is left out is not of whom is asked', () => {
  test.each([
    ['Trừ Sở Y tế, các sở còn lại mấy đơn vị đạt số hóa?', 'met', 'department', 'GL-S03'],
    ['Trừ Sở Tư pháp, các sở còn lại bao nhiêu đơn vị đạt số hóa?', 'met', 'department', 'GL-S02'],
    ['Không kể Kbang, các huyện còn lại số hóa cộng chung lại được nhiêu?', 'total', 'district', 'GL-H625'],
    ['Không tính Pleiku, mấy huyện số hóa gom lại được bao nhiêu?', 'total', 'district', 'GL-H622'],
  ])('%s', (text, intent, kind, left) => {
    const wanted = { intent, indicators: ['digitization_rate'], group: { kind, except: [left] } }
    expect(read(text)).toMatchObject({ ...wanted, notAnswered: [] })
  })
})

test.each([
  ['ct so hoa gd2 so minh con cach may diem', 'gap'],
  ['chi tieu so hoa so minh con thieu may diem nua', 'gap'],
  ['ct so hoa gd2 so minh bao nhieu', 'target'],
])('a target that only says from what it is far: %s', (text, intent) => {
  expect(read(text, 'gd-sgtvt')).toMatchObject({
    intent,
    indicators: ['digitization_rate'],
    units: ['GL-S01'],
  })
})

test.each(['Cảm ơn em, hôm nào ghé qua anh mời trà nhé', 'cám ơn nghen, bữa nào rảnh tui đãi cà phê'])(
  'thanks that promise a coffee are thanks: %s',
  text => {
    expect(read(text).intent).toBe('greeting')
  },
)

test.each(['sao tuan nay chua thay so xa minh', 'tuan nay sao chua thay so cua xa minh'])(
  'everyday words with the letters of a name, put together otherwise, are no name: %s',
  text => {
    expect(read(text, 'ct-iapnon')).toMatchObject({ intent: 'value', units: ['GL-X23881'] })
  },
)

test('what is told behind the person spoken to is no part of the question', () => {
  expect(read('Xã Ia Dom trực tuyến sao rồi em, thấy anh chủ tịch xã nói quá trời')).toMatchObject({
    intent: 'value',
    units: ['GL-X23872'],
    indicators: ['online_rate'],
    notAnswered: [],
  })
})

test.each([
  ['tôi biết rồi nha', 'greeting'],
  ['dạ cảm ơn em, thế là tôi an tâm rồi', 'greeting'],
  ['tôi đang họp', 'greeting'],
  ['tôi thì sao', 'value'],
  ['của tôi', 'value'],
])('who tells of oneself asks nothing: %s', (text, intent) => {
  expect(read(text, 'ct-iapnon').intent).toBe(intent)
})

test.each([
  ['tiến độ của sở mình đến đâu rồi', 'progress', []],
  ['tien do so minh toi dau', 'progress', []],
  ['tiến độ thanh toán trực tuyến của sở mình đến đâu rồi', 'value', ['online_payment_rate']],
  ['sao số hóa tuần này giảm', 'why', ['digitization_rate']],
  ['hai long cua so thang 4', 'value', ['satisfaction_rate']],
])('how far it has come, and how it is: %s', (text, intent, indicators) => {
  expect(read(text, 'gd-sgtvt')).toMatchObject({ intent, indicators, notAnswered: [] })
})

test('how it is, and whether it rose, is no question for reasons', () => {
  const { questions } = readQuestion(
    'số hóa tuần này ra sao, so tuần trước tăng hay giảm',
    lexicon,
    asker('gd-sgtvt'),
  )
  expect(questions.map(({ intent }) => intent)).toEqual(['value', 'trend'])
})

test('the whole table is none of who has met a target', () => {
  expect(read('bảng đầy đủ các xã huyện Krông Pa tuần này')).toMatchObject({
    intent: 'ranking',
    group: { kind: 'commune', within: 'GL-H637' },
  })
})

test.each([
  [
    'Trừ Sở Y tế, thanh toán chung của các sở là bao nhiêu',
    { intent: 'total', group: { except: ['GL-S03'] } },
  ],
  ['số hóa chung của các huyện tháng 4', { intent: 'total', group: { kind: 'district' } }],
  ['huyện Chư Sê còn thiếu mấy hồ sơ số hóa nữa thì đủ 70%', { intent: 'need', threshold: 70 }],
])('what all have together, and dossiers up to a number: %s', (text, wanted) => {
  expect(read(text)).toMatchObject(wanted)
})

test.each([
  ['trong tuan tu ngay 29/4/2024 den ngay 5/5/2024 Chu Se tiep nhan may ho so', '2024-04-29', '2024-05-05'],
  ['tuan tu 29/4 den 5/5 truc tuyen cua Chu Se', '2024-04-29', '2024-05-05'],
  ['thang tu truc tuyen cua Chu Se', '2024-04-01', '2024-04-30'],
])('from a day, and not the fourth week: %s', (text, from, to) => {
  expect(read(text)).toMatchObject({ period: { from, to }, base: null })
})
