import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import type { AskContext } from '../../src/ask/reading.ts'
import { asker, giaLai2024 } from './provinces.ts'

/** Of several stretches that are named none is passed over. */

const lexicon = buildLexicon(giaLai2024())

function ask(text: string, more: Partial<AskContext> = {}, member = 'gd-sgtvt'): Question {
  return readQuestion(text, lexicon, { ...asker(member), ...more }).questions[0]!
}

const days = (asked: { from: string; to: string } | null): string | null =>
  asked && `${asked.from}/${asked.to}`

describe('stretches in a row are looked at as one', () => {
  test.each([
    ['tháng 2 tháng 3 tháng 4 sở mình số hóa thế nào', '2024-02-01/2024-04-30'],
    ['số hóa tuần 17, 18 và 19', '2024-04-22/2024-05-12'],
    ['so hoa thang 1, 2, 3 bao nhieu', '2024-01-01/2024-03-31'],
    ['tuần 18, 19, 20 sở mình trực tuyến bao nhiêu', '2024-04-29/2024-05-19'],
  ])('%s', (text, expected) => {
    const { intent, period } = ask(text)
    expect({ intent, days: days(period) }).toEqual({ intent: 'trend', days: expected })
  })

  test.each([
    ['tháng 4, 5 huyện thấp nhất về số hóa', '2024-04-01/2024-04-30', 5],
    ['tuần 18 3 xã thấp nhất', '2024-04-29/2024-05-05', 3],
  ])('the number of something else is none: %s', (text, expected, limit) => {
    const asked = ask(text, {}, 'bcd-tinh')
    expect({ days: days(asked.period), limit: asked.limit }).toEqual({ days: expected, limit })
  })
})

describe('two are held against each other', () => {
  test.each([
    ['tháng 3 và tháng 5 số hóa bao nhiêu', '2024-05-01/2024-05-31', '2024-03-01/2024-03-31'],
    ['số hóa tuần 16, tuần 19 được mấy phần trăm', '2024-05-06/2024-05-12', '2024-04-15/2024-04-21'],
  ])('%s', (text, period, base) => {
    const asked = ask(text)
    expect({ intent: asked.intent, days: days(asked.period), base: days(asked.base) }).toEqual({
      intent: 'trend',
      days: period,
      base,
    })
  })

  test.each([
    ['huyện nào thấp nhất tháng 3 và tháng 4', ['2024-03-01/2024-03-31', '2024-04-01/2024-04-30']],
    ['xã nào chưa đạt số hóa tuần 16 và tuần 19', ['2024-04-15/2024-04-21', '2024-05-06/2024-05-12']],
  ])('each has a list of its own: %s', (text, expected) => {
    const { questions } = readQuestion(text, lexicon, asker('bcd-tinh'))
    expect(questions.map(({ period }) => days(period))).toEqual(expected)
    expect(questions.flatMap(({ notAnswered }) => notAnswered)).toEqual([])
  })

  test('a week named with its month is the week', () => {
    expect(days(ask('trong tháng 4, tuần 16, số hóa của sở bao nhiêu').period)).toBe('2024-04-15/2024-04-21')
  })
})

test('what a month is held against is of that month, and not of today', () => {
  const march = ask('số hóa của sở tháng 3')
  const asked = ask('so với tháng 2 thì tăng hay giảm', { previous: march })
  expect([days(asked.period), days(asked.base)]).toEqual(['2024-03-01/2024-03-31', '2024-02-01/2024-02-29'])
})

describe('those that were told of, or shown, are asked about', () => {
  test.each([
    'Xã Ia Chia và xã Ia O là hai xã biên giới, anh muốn xem số hóa của hai xã này',
    'xã Ia Chia, xã Ia O mạng yếu. 2 xã này số hóa tới đâu rồi',
  ])('%s', text => {
    expect(ask(text, {}, 'ct-iagrai').units.toSorted()).toEqual(['GL-X23782', 'GL-X23788'])
  })

  test.each([
    'các huyện này thanh toán thế nào',
    'mấy huyện đó tuần trước ra sao',
    '3 huyện này ai thấp nhất',
  ])('of a list: %s', text => {
    const shown = ['GL-H637', 'GL-H634', 'GL-H635']
    const previous = ask('3 huyện thấp nhất về trực tuyến', {}, 'bcd-tinh')
    expect(ask(text, { previous, shown }, 'bcd-tinh').group?.among).toEqual(shown)
  })
})

test('numbers that go on with the weeks are no question of their own', () => {
  const { questions } = readQuestion(
    'dung han cua so tuan 18, 19, 20 bn, tuan nao thap nhat',
    lexicon,
    asker('gd-sgtvt'),
  )
  expect(questions.map(({ intent }) => intent)).toEqual(['trend', 'since'])
  expect(days(questions[0]!.period)).toBe('2024-04-29/2024-05-19')
})

test('"từ" in front of days is no beginning of a name', () => {
  const asked = ask('ve bieu do truc tuyen cua so tu t1 den gio')
  expect({ units: asked.units, from: asked.period?.from }).toEqual({ units: ['GL-S01'], from: '2024-01-01' })
})
