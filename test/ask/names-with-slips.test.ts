import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { asker, giaLai2024 } from './provinces.ts'

const giaLai = giaLai2024()
const lexicon = buildLexicon(giaLai)
const ask = (text: string): Question => readQuestion(text, lexicon, asker('bcd-tinh')).questions[0]!

describe('a slip in a name is asked back, with what was meant among the choices', () => {
  test.each([
    ['xã Ia Bng huyện Đăk Đoa số hóa', 'GL-X23719'],
    ['xã Ia Băg (Đăk Đoa)', 'GL-X23719'],
    ['xã Ia Băng huyện Đăk Đo', 'GL-X23719'],
    ['thị trấn Chư Prngg huyện Chư Prông', 'GL-X23887'],
  ])('%s', (text, unit) => {
    const question = ask(text)
    expect(question.intent).toBe('clarify')
    expect(question.choices).toContain(unit)
  })
})

describe('a slip that only one name can have is no question', () => {
  test.each([
    ['xã Ia O huyện Chư Prog', 'GL-X23914'],
    ['huyện Ia Gari đúng hạn tuần trước', 'GL-H628'],
    ['số hóa thị xã An Khhê', 'GL-H623'],
  ])('%s', (text, unit) => {
    expect(ask(text)).toMatchObject({ intent: 'value', units: [unit] })
  })
})

describe('a name that was lost is no question about the asker', () => {
  test.each(['số hóa Vân Sơ', 'tỷ lệ trực tuyến xã Bo bo', 'xa bo', 'xã La, tỉnh Gia Lai', 'số hóa Go'])(
    '%s',
    text => {
      expect(['unknown', 'clarify']).toContain(ask(text).intent)
    },
  )

  test.each([
    ['thanh toán tháng 4 xã Ia Pnôn', 'GL-X23881', '2024-04-01'],
    ['số hóa tuần 18 thị trấn Chư Prông', 'GL-X23887', '2024-04-29'],
  ])('%s: the number is that of the period', (text, unit, from) => {
    expect(ask(text)).toMatchObject({ intent: 'value', units: [unit], limit: null, period: { from } })
  })
})

describe('a name that two indicators share', () => {
  const shared = buildLexicon({
    ...giaLai,
    indicators: giaLai.indicators.map(indicator =>
      ['digitization_rate', 'full_process_rate'].includes(indicator.code)
        ? { ...indicator, aliases: [...indicator.aliases, 'chỉ số xanh'] }
        : indicator,
    ),
  })
  const previous = readQuestion('chỉ số xanh Sở Y tế tuần này', shared, asker('bcd-tinh')).questions[0]!
  const reply = (text: string): Question =>
    readQuestion(text, shared, { ...asker('bcd-tinh'), previous }).questions[0]!

  test('is asked back', () => {
    expect(previous).toMatchObject({ intent: 'clarify', pending: { fills: 'indicators' } })
    expect(previous.choices.toSorted()).toEqual(['digitization_rate', 'full_process_rate'])
  })

  test.each([
    ['số hóa', 'digitization_rate'],
    ['toàn trình', 'full_process_rate'],
    ['hài lòng', 'satisfaction_rate'],
  ])('%s fills the gap, and the rest is kept', (text, indicator) => {
    expect(reply(text)).toMatchObject({
      intent: 'value',
      indicators: [indicator],
      units: ['GL-S03'],
      period: { from: '2024-05-13', to: '2024-05-19' },
    })
  })
})

describe('terms of offices', () => {
  test.each([
    ['số hóa kỳ báo cáo tháng 5', '2024-04-21', '2024-05-20'],
    ['số hóa kỳ này', '2024-04-21', '2024-05-20'],
    ['số hóa kỳ trước', '2024-03-21', '2024-04-20'],
    ['số hóa 3 tháng đầu năm ngoái', '2023-01-01', '2023-03-31'],
    ['số hóa 2 năm qua', '2022-05-20', '2024-05-19'],
    ['số hóa giai đoạn cuối', '2024-05-02', '2024-06-30'],
    ['số hóa từ đầu giai đoạn 1', '2024-03-22', '2024-05-19'],
  ])('%s', (text, from, to) => {
    expect(ask(text).period).toMatchObject({ from, to })
  })

  test('a phase by its own name', () => {
    const named = buildLexicon({
      ...giaLai,
      phases: [
        { ...giaLai.phases[0]!, phaseName: 'Mùa sen nở' },
        { ...giaLai.phases[1]!, phaseName: 'Mùa gặt lúa' },
      ],
    })
    const { period } = readQuestion('số hóa Mùa sen nở', named, asker('bcd-tinh')).questions[0]!
    expect(period).toMatchObject({ from: '2024-03-22', to: '2024-05-01' })
  })

  test.each(['tháng 13', '0 ngày qua', 'ngày 35', '0 tháng đầu năm', 'ngày 31/2', 'giai đoạn 5'])(
    '%s is no stretch of days, and that is said',
    text => {
      expect(ask(`số hóa ${text}`)).toMatchObject({
        intent: 'unknown',
        unknownReason: 'no_such_period',
        unknownName: text,
      })
    },
  )
})
