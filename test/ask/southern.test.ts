import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { asker, giaLai2024 } from './provinces.ts'

/** How people in the south and the centre speak, and what thumbs make of it on a phone. */

const lexicon = buildLexicon(giaLai2024())

function ask(text: string, member: string): Partial<Question>[] {
  const { questions } = readQuestion(text, lexicon, asker(member))
  expect(questions.flatMap(({ notAnswered }) => notAnswered)).toEqual([])
  return questions
}

describe('speech of the south and the centre', () => {
  test.each([
    ['Sở tui mấy bữa rày số hóa ra sao, có ngon hôn', 'gd-sgtvt', { intent: 'value', units: ['GL-S01'] }],
    ['huyện Chư Sê tụt từ hồi nào dzậy bây', 'bcd-tinh', { intent: 'since', units: ['GL-H633'] }],
    ['mấy ổng bên huyện Mang Yang thua mình nhiêu điểm lận', 'ct-iagrai', { intent: 'compare' }],
    ['bển Sở Nội vụ có hơn sở tui hông hen', 'gd-sgtvt', { intent: 'compare' }],
    ['mầy ngó xã nào bết nhứt về đúng hạn coi', 'ct-iagrai', { intent: 'bottom', limit: 1 }],
    ['huyện nào kẹt thanh toán nhứt lận', 'bcd-tinh', { intent: 'bottom' }],
    ['còn nhiêu ngày nữa là hết giai đoạn dzạ', 'gd-sgtvt', { intent: 'progress' }],
    ['ảnh kêu hoài, sở tui đứng hạng nhiêu rồi hè', 'gd-sgtvt', { intent: 'rank', units: ['GL-S01'] }],
    ['không biết huyện tui đạt chưa', 'ct-iagrai', { intent: 'gap', units: ['GL-H628'] }],
  ])('%s', (text, member, expected) => {
    expect(ask(text, member)).toMatchObject([expected])
  })

  test('the best and the worst in one breath', () => {
    const asked = ask('xã nào ngon nhứt, xã nào dở ẹc dzậy', 'ct-iagrai')
    expect(asked.map(({ intent }) => intent)).toEqual(['top', 'bottom'])
  })

  test('a day that is not said is not passed over', () => {
    const [asked] = readQuestion('bữa hổm số hóa sở mình nhiêu', lexicon, asker('gd-sgtvt')).questions
    expect(asked?.notAnswered).toMatchObject([{ text: 'hổm' }])
  })
})

describe('letters for kinds make a group beside a word for one', () => {
  test.each([
    ['h nao cham nhat ve sh', { intent: 'bottom', group: { kind: 'district' } }],
    ['top 3 x cao nhat ve dung han', { intent: 'top', limit: 3, group: { kind: 'commune' } }],
    ['tx an khe co may p. chua dat ct', { intent: 'below', group: { kind: 'commune', within: 'GL-H623' } }],
    ['ds so dat ct tttt', { intent: 'met', group: { kind: 'department' } }],
    ['cac h tyle tt tuan 20', { intent: 'ranking', group: { kind: 'district' } }],
  ])('%s', (text, expected) => {
    expect(ask(text, 'bcd-tinh')).toMatchObject([expected])
  })

  test('an hour is no district', () => {
    const { questions } = readQuestion('đổi báo cáo tuần sang 8 h sáng', lexicon, asker('bcd-tinh'))
    expect(questions).toMatchObject([{ intent: 'settings', setting: { hour: '08:00' } }])
  })
})

describe('what thumbs and typing systems leave behind', () => {
  test.each([
    ['sơ tư pháp tuần này số hóa bao nhiêu', 'GL-S02'],
    ['sowr tuw phaps trwcj tuyeens bao nhieeu', 'GL-S02'],
    ['Sơ GD&ĐT đạt chỉ tiêu chưa', 'GL-S04'],
  ])('%s', (text, unit) => {
    expect(ask(text, 'bcd-tinh')).toMatchObject([{ units: [unit] }])
  })

  test('"hồ sơ" in front of the name of an office is no office', () => {
    const { questions } = readQuestion('hồ sơ tư pháp đúng hạn bao nhiêu', lexicon, asker('bcd-tinh'))
    expect(questions[0]?.units).toEqual(['GL'])
  })

  test('of two words as near the one beside the key is meant', () => {
    expect(ask('sở mình đạt bai nhiêu rồi', 'gd-sgtvt')).toMatchObject([{ intent: 'value' }])
    expect(ask('huyện tôi vè tahnh toán ra sao', 'ct-iagrai')).toMatchObject([
      { indicators: ['online_payment_rate'] },
    ])
  })
})
