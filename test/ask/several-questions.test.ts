import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { asker, giaLai2024 } from './provinces.ts'

/** What one message asks in one breath: everything asked is a question of its own, and nothing is dropped without a word. */

const lexicon = buildLexicon(giaLai2024())

function ask(text: string, member: string): Question[] {
  return readQuestion(text, lexicon, asker(member)).questions
}

const days = ({ period }: Question): string | null => period && `${period.from}/${period.to}`
const intents = (questions: readonly Question[]): string[] => questions.map(({ intent }) => intent)

describe('the same of other days, each asked in so many words', () => {
  test.each([
    ['Tháng 3 sở mình số hóa bao nhiêu phần trăm, còn tháng 5 thì sao?', ['2024-03-01', '2024-05-01']],
    ['Tỷ lệ đúng hạn của sở tuần 17 bao nhiêu? Còn quý 1 bao nhiêu?', ['2024-04-22', '2024-01-01']],
    ['sở tôi tháng trước hạng mấy, tháng này hạng mấy', ['2024-04-01', '2024-05-01']],
    ['Hạng của sở tháng 2, 3, 4?', ['2024-02-01', '2024-03-01', '2024-04-01']],
  ])('%s', (text, expected) => {
    const questions = ask(text, 'gd-sgtvt')
    expect(questions.map(({ period }) => period?.from)).toEqual(expected)
    expect(questions.every(({ units }) => units.join() === 'GL-S01')).toBe(true)
  })

  test('which place this week is no course of these weeks', () => {
    expect(ask('sở mình đứng thứ mấy tuần này', 'gd-sgtvt').map(days)).toEqual(['2024-05-13/2024-05-19'])
  })
})

describe('units, each with days of its own', () => {
  test.each([
    ['huyện Chư Sê tháng 3, huyện Chư Prông tháng 4', ['GL-H633 2024-03-01', 'GL-H632 2024-04-01']],
    [
      'Số hóa của Sở Nội vụ tuần trước và của Sở Tài chính tuần này là bao nhiêu?',
      ['GL-S15 2024-05-06', 'GL-S05 2024-05-13'],
    ],
    [
      'tuần 18 huyện Kbang, tuần 19 huyện Chư Sê, tuần 20 huyện Chư Prông',
      ['GL-H625 2024-04-29', 'GL-H633 2024-05-06', 'GL-H632 2024-05-13'],
    ],
  ])('%s', (text, expected) => {
    const questions = ask(text, 'bcd-tinh')
    const named = questions.map(one => `${one.units.join()} ${one.period?.from}`)
    expect(named).toEqual(expected)
  })
})

test('indicators, each with days of its own', () => {
  const asked = ask('thanh toán tuần 18, số hóa tuần 20, đúng hạn tháng 3 của sở mình', 'gd-sgtvt')
  expect(asked.map(one => [one.indicators.join(), one.period?.from])).toEqual([
    ['online_payment_rate', '2024-04-29'],
    ['digitization_rate', '2024-05-13'],
    ['on_time_rate', '2024-03-01'],
  ])
})

test('places of units of which one lies in the other, and the whole province beside units', () => {
  const places = ask('huyện tôi xếp thứ mấy toàn tỉnh, xã Ia Dêr xếp thứ mấy trong huyện', 'ct-iagrai')
  expect(places.map(({ units }) => units.join())).toEqual(['GL-H628', 'GL-X23785'])
  const values = ask('so xay dung thang 4 bn, so noi vu thang 4 bn, toan tinh bn', 'bcd-tinh')
  expect(values.map(({ units }) => units.join())).toEqual(['GL-S08', 'GL-S15', 'GL'])
})

test('a sentence of another subject is named, and the other is answered', () => {
  const [asked, ...more] = ask('Huyện Chư Sê tháng này ra sao? Dân số bao nhiêu?', 'bcd-tinh')
  expect(more).toEqual([])
  expect(asked).toMatchObject({
    intent: 'value',
    units: ['GL-H633'],
    notAnswered: [{ text: 'Dân số bao nhiêu' }],
  })
})

test('against two earlier stretches, one by one', () => {
  const asked = ask('Số hóa sở mình lên hay xuống so với tuần trước, so với tháng trước', 'gd-sgtvt')
  expect(asked.map(({ base }) => base?.from)).toEqual(['2024-05-06', '2024-04-01'])
})

describe('several things of several', () => {
  test.each([
    [
      'Huyện anh số hóa được mấy phần trăm, xếp thứ mấy, xã nào cao nhất, cuối giai đoạn có đạt không',
      'ct-iagrai',
      ['value', 'rank', 'top', 'forecast'],
    ],
    ['Mấy huyện dưới 40%, mấy huyện trên 70%?', 'bcd-tinh', ['below', 'met']],
    ['So Sở Y tế với Sở Nội vụ, rồi cho biết toàn tỉnh được bao nhiêu', 'bcd-tinh', ['compare', 'value']],
    ['Các huyện tuần 19: ai thấp nhất? bình quân bao nhiêu?', 'bcd-tinh', ['bottom', 'total']],
    ['Tắt báo cáo tháng giúp anh. Huyện anh đang đứng thứ mấy?', 'ct-iagrai', ['unsubscribe', 'rank']],
  ])('%s', (text, member, expected) => {
    const questions = ask(text, member)
    expect(intents(questions)).toEqual(expected)
    expect(questions.flatMap(({ notAnswered }) => notAnswered)).toEqual([])
  })

  test('what a later part leaves out is as in the one before, which has it from the first', () => {
    const questions = ask(
      'Giai đoạn 1 Sở Y tế đạt bao nhiêu? Giai đoạn 2 bao nhiêu? Có cải thiện không?',
      'bcd-tinh',
    )
    expect(questions.map(({ units }) => units.join())).toEqual(['GL-S03', 'GL-S03', 'GL-S03'])
  })

  test('each sentence keeps the indicators of its unit', () => {
    const questions = ask(
      'Huyện Chư Sê: số hóa, đúng hạn, thanh toán tuần 19; huyện Kbang: trực tuyến tháng 4',
      'bcd-tinh',
    )
    expect(questions.map(({ units, indicators }) => [units.join(), indicators.length])).toEqual([
      ['GL-H633', 3],
      ['GL-H625', 1],
    ])
  })

  test('a file that is wanted besides is one of the list, and no report', () => {
    const questions = ask('Sở nào cao nhất, sở nào thấp nhất về số hóa, xuất excel luôn nha', 'bcd-tinh')
    expect(questions.map(({ intent, output }) => [intent, output])).toEqual([
      ['top', null],
      ['bottom', 'file'],
    ])
  })

  test('what is lacking to the end of a phase is of no week', () => {
    const [, need] = ask('tuần này số hóa của sở bao nhiêu, còn thiếu mấy hồ sơ nữa', 'gd-sgtvt')
    expect(need).toMatchObject({ intent: 'need', period: null, indicators: ['digitization_rate'] })
  })
})
