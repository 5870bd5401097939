import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { asker, giaLai2024 } from './provinces.ts'

/** Units set beside each other by name, and kinds that are left out. Asked of Ia Pnôn, a commune of Đức Cơ, unless said. */

const lexicon = buildLexicon(giaLai2024())

function ask(text: string, member = 'ct-iapnon'): Question {
  const [only, ...others] = readQuestion(text, lexicon, asker(member)).questions
  expect(others).toEqual([])
  expect(only?.notAnswered).toEqual([])
  return only!
}

describe('who of those named is better at something is a comparison of them', () => {
  test.each([
    'Ia Krêl voi ben minh dang nao dung han hon',
    'Xã mình với Ia Krêl bên nào đúng hạn hơn',
    'ia krel voi minh ai giai quyet dung han hon',
  ])('%s', text => {
    const { intent, units } = ask(text)
    expect({ intent, units: units.toSorted() }).toEqual({
      intent: 'compare',
      units: ['GL-X23863', 'GL-X23881'],
    })
  })

  test('who of those named is there yet is said of each', () => {
    expect(ask('Ia Krêl, Ia Kla xã nào chưa đạt số hóa')).toMatchObject({
      intent: 'compare',
      units: ['GL-X23863', 'GL-X23869'],
    })
  })

  test('a number to be reached is not passed over', () => {
    const [asked] = readQuestion(
      'Ia Krêl với Ia Kla xã nào đạt 60% số hóa',
      lexicon,
      asker('ct-iapnon'),
    ).questions
    expect(asked).toMatchObject({ intent: 'met', threshold: 60 })
    expect(asked?.notAnswered.map(({ text }) => text)).toEqual(['Ia Krêl', 'Ia Kla'])
  })
})

describe('a kind is left out where the question looks, whoever asks', () => {
  const towns = [...lexicon.units.values()].filter(({ name }) => name.startsWith('Thị trấn'))

  test.each([
    ['3 xã chót huyện về số hóa, trừ thị trấn', 'ct-iapnon', ['GL-X23857']],
    ['3 xã thấp nhất huyện về số hóa, không kể thị trấn', 'ct-iagrai', ['GL-X23764']],
    ['xã nào chưa đạt số hóa, trừ các thị trấn', 'ct-iapnon', towns.map(({ code }) => code)],
  ])('%s', (text, member, except) => {
    expect(ask(text, member).group?.except?.toSorted()).toEqual(except.toSorted())
  })
})

describe('no name of a list is passed over', () => {
  test('not one that is not known as it stands, before what is asked of all', () => {
    const text = 'Nội vụ, Tư pháp, Công Thương: ba ông này đúng hạn thế nào'
    const { questions } = readQuestion(text, lexicon, asker('bcd-tinh'))
    const [asked] = questions
    expect(asked?.intent === 'clarify' || asked?.units.length === 3).toBe(true)
  })

  test('but what somebody does is told', () => {
    expect(ask('Ia Krêl, Hùng vừa họp về, số hóa bao nhiêu')).toMatchObject({ units: ['GL-X23863'] })
  })
})

describe('letters before what is judged', () => {
  test.each([
    ['xã nào ch đạt đúng hạn v bot', 'below'],
    ['mấy xã chx đạt thanh toán z', 'below'],
    ['xã nào ch nộp giải trình', 'responses'],
    ['còn xã nào ch có số tuần này k', 'missing'],
  ])('%s', (text, intent) => {
    expect(ask(text, 'cb-ducco').intent).toBe(intent)
  })

  test('that nobody knows are not passed over: they may be a "not"', () => {
    const [asked] = readQuestion('xa nao cg dat dung han', lexicon, asker('cb-ducco')).questions
    expect(asked?.notAnswered.map(({ text }) => text)).toEqual(['cg'])
  })
})

describe('what is there of explanations and figures', () => {
  test.each([
    ['giải trình của các xã đã đủ chưa, xã nào còn nợ', 'ct-iagrai', 'responses'],
    ['giải trình xong hết chưa em', 'ct-iagrai', 'responses'],
    ['sao khong thay so tuan 18 cua xa', 'ct-iapnon', 'value'],
  ])('%s', (text, member, intent) => {
    expect(ask(text, member)).toMatchObject({ intent, base: null })
  })
})

describe('dictated without a comma', () => {
  test.each([
    ['đơn vị nào bị yêu cầu giải trình mà vẫn chưa phản hồi tỉnh', 'responses'],
    ['theo kế hoạch thì còn mấy ngày nữa là hết', 'progress'],
    ['cảm ơn em hôm qua trả lời nhanh lắm', 'greeting'],
    ['số hóa toàn tỉnh được bao nhiêu hồ sơ trên tổng số hồ sơ bao nhiêu', 'value'],
  ])('%s', (text, intent) => {
    expect(ask(text, 'bcd-tinh').intent).toBe(intent)
  })
})
