import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { asker, giaLai2024 } from './provinces.ts'

const lexicon = buildLexicon(giaLai2024())
const ask = (text: string): Question => readQuestion(text, lexicon, asker('bcd-tinh')).questions[0]!

describe('typed marks or letters that differ are another name', () => {
  test.each([
    ['huyện Chư Prồng đúng hạn', 'GL-H632'],
    ['xã Tân Phú trực tuyến', 'GL-X23602'],
    ['xã Ia Đom số hóa', 'GL-X23872'],
    ['xa tan phu so hoa', 'GL-X23602'],
  ])('%s is asked back', (text, near) => {
    const { intent, units, choices } = ask(text)
    expect([intent, units]).toEqual(['clarify', []])
    expect(choices).toContain(near)
  })

  test.each([
    ['Sở Y té trực tuyến', 'GL-S03'],
    ['xã Đắk Trôi số hóa', 'GL-X23821'],
    ['xã Ðak Trôi số hóa', 'GL-X23821'],
    ['huyen chu prog dung han', 'GL-H632'],
  ])('%s is no other name: marks that are missing, or a word that is none', (text, unit) => {
    expect(ask(text).units).toEqual([unit])
  })
})

describe('what is of another province, or is no unit, is nobody else’s figure', () => {
  test.each([
    'Sở Giao thông Bình Định trực tuyến bao nhiêu',
    'so y te quang ngai truc tuyen',
    'ubnd tinh phu yen dung han',
    'tỷ lệ trực tuyến ở Khánh Hòa',
    'thôn 5 xã Ia Dom số hóa bao nhiêu',
    'tổ dân phố 3 phường Diên Hồng đúng hạn',
    'chi nhánh điện lực Ia Grai trực tuyến',
  ])('%s', text => {
    const { intent, units } = ask(text)
    expect(['unknown', 'clarify']).toContain(intent)
    expect(units).toEqual([])
  })

  test('words of the language that are also provinces stay words', () => {
    expect(ask('so xay dung co cao bang so y te khong').units.toSorted()).toEqual(['GL-S03', 'GL-S08'])
    expect(ask('gia lai truc tuyen').units).toEqual(['GL'])
  })
})

test('"ca tinh" without diacritics is the whole province; the police are called so in full, or in capitals', () => {
  expect(ask('ty le truc tuyen ca tinh').units).toEqual(['GL'])
  expect(ask('ca tinh dung han thang 4').units).toEqual(['GL'])
  expect(ask('CA tỉnh trực tuyến').units).toEqual(['GL-S20'])
  expect(ask('cong an tinh truc tuyen').units).toEqual(['GL-S20'])
})
