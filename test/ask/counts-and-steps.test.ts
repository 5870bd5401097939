import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { asker, giaLai2024 } from './provinces.ts'

const lexicon = buildLexicon(giaLai2024())
const window = (from: string, to: string) => ({ from, to })
const ask = (text: string, member = 'bcd-tinh'): Question =>
  readQuestion(text, lexicon, asker(member)).questions[0]!

describe('a group by a count', () => {
  test.each([
    ['huyện nào còn nhiều hồ sơ quá hạn nhất', 'top', 'rest', 'highest'],
    ['xa nao nhieu ho so chua so hoa nhat', 'top', 'rest', 'highest'],
    ['sở nào ít hồ sơ trực tuyến nhất tuần này', 'bottom', 'numerator', 'lowest'],
    ['5 xã có số hồ sơ tiếp nhận thấp nhất', 'bottom', 'denominator', 'lowest'],
    ['hồ sơ trễ hạn của các sở', 'ranking', 'rest', 'highest'],
    ['số lượng hồ sơ nộp trực tuyến từng sở', 'ranking', 'numerator', 'highest'],
  ])('%s', (text, intent, count, order) => {
    expect(ask(text)).toMatchObject({ intent, count, order, notAnswered: [] })
  })

  test.each([
    ['sở nào trễ hạn nhiều nhất', 'bottom'],
    ['huyện nào có tỷ lệ hồ sơ quá hạn cao nhất', 'bottom'],
    ['các sở có bao nhiêu hồ sơ', 'total'],
  ])('%s is of a rate, or of all together', (text, intent) => {
    expect(ask(text)).toMatchObject({ intent, count: null })
  })

  test('the worst stand first where it is asked what goes wrong', () => {
    expect(ask('sở nào trễ hạn nhiều')).toMatchObject({ intent: 'ranking', order: 'worst' })
  })

  test('a bound in dossiers, or what is lacking in dossiers, is not computed, and said so', () => {
    const bound = ask('huyện nào có trên 20 hồ sơ quá hạn')
    expect(bound.notAnswered.map(({ text }) => text)).toContain('trên 20 hồ sơ quá hạn')
    expect(ask('huyện nào còn thiếu nhiều hồ sơ nhất')).toMatchObject({
      intent: 'below',
      parts: [{ part: 'count', text: 'nhiều hồ sơ nhất' }],
    })
  })
})

describe('the stretches in which a course is told', () => {
  test.each([
    ['trực tuyến của tỉnh từng tháng', 'trend', 'month'],
    ['thanh toán theo quý', 'trend', 'quarter'],
    ['diễn biến số hóa qua các tuần', 'trend', 'week'],
    ['tháng nào số hóa cao nhất', 'since', 'month'],
    ['tuần nào nhiều hồ sơ nhất', 'since', 'week'],
    ['trực tuyến tháng này so với tháng trước', 'trend', null],
  ])('%s', (text, intent, step) => expect(ask(text)).toMatchObject({ intent, step }))

  test('a record may be of a count', () => {
    expect(ask('tuần nào ít hồ sơ nhất')).toMatchObject({ count: 'denominator', order: 'lowest' })
  })
})

describe('stretches that are named by their length, and what is held against them', () => {
  test.each([
    ['toàn trình 4 tháng được bao nhiêu', window('2024-01-01', '2024-04-30')],
    ['số hóa 3 tháng năm ngoái', window('2023-01-01', '2023-03-31')],
    ['trong 3 tháng số hóa thế nào', null],
    ['5 thằng bét nhất về thanh toán', null],
    ['ngày 3 tháng 4 trực tuyến bao nhiêu', window('2024-04-03', '2024-04-03')],
  ])('%s', (text, period) => {
    const found = ask(text).period
    expect(found && window(found.from, found.to)).toEqual(period)
  })

  test('a pause of months is no stretch', () => {
    expect(ask('tạm dừng báo cáo 2 tháng').setting).toEqual({ do: 'pause', until: '2024-07-19' })
  })

  test.each([
    ['trực tuyến gấp mấy lần tháng 8 năm ngoái', window('2023-08-01', '2023-08-31')],
    ['trực tuyến tuần này so với đầu tháng', window('2024-04-29', '2024-05-05')],
    ['số hóa của tỉnh so với đầu năm tăng hay giảm', window('2024-01-01', '2024-01-31')],
    ['trực tuyến so với đầu chiến dịch thế nào', window('2024-03-25', '2024-03-31')],
  ])('%s', (text, base) => expect(ask(text)).toMatchObject({ intent: 'trend', base }))
})

describe('the document of a number', () => {
  test.each([
    ['60% lấy từ văn bản nào', 'bcd-tinh', { units: [], group: { kind: null }, threshold: 60 }],
    ['Sở Y tế 55% là theo văn bản nào', 'bcd-tinh', { units: ['GL-S03'], group: null, threshold: 55 }],
    ['100% lấy từ văn bản nào', 'ct-iagrai', { units: ['GL-H628'], group: null, threshold: 100 }],
  ])('%s', (text, member, what) => expect(ask(text, member)).toMatchObject({ intent: 'target', ...what }))
})

describe('indicators by their letters', () => {
  test.each([
    ['sh của Đức Cơ', 'digitization_rate'],
    ['hl sở y tế', 'satisfaction_rate'],
    ['đh huyện Ia Grai', 'on_time_rate'],
    ['xã nào sh thấp nhất', 'digitization_rate'],
  ])('%s', (text, indicator) => expect(ask(text).indicators).toEqual([indicator]))

  test.each(['tt tuần này', 'top 3 huyện tt', 'tt Đức Cơ tháng 4'])('%s: which of the two', text => {
    const { intent, choices } = ask(text)
    expect([intent, choices]).toEqual(['clarify', ['online_rate', 'online_payment_rate']])
  })

  test('letters that mean nothing here are said to be not understood', () => {
    expect(ask('tphh sở y tế').notAnswered).toMatchObject([{ text: 'tphh', reason: 'not_understood' }])
  })
})
