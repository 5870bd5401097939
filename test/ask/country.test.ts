import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Lexicon } from '../../src/ask/lexicon.ts'
import type { Unit, UnitKind } from '../../src/core/unit-tree.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { asker, giaLai2024 } from './provinces.ts'

const unit = (code: string, name: string, kind: UnitKind, parent: string | null): Unit => ({
  code,
  name,
  shortName: name.replace(/^(?:Tỉnh|Thành phố|Vùng Duyên hải|Vùng|Xã|Phường|Sở) /u, ''),
  kind,
  parent,
  aliases: kind === 'country' ? ['Cả nước', 'Toàn quốc'] : [],
  activeFrom: null,
  activeTo: null,
  mergedInto: null,
})

/** Ministries, and regions with their provinces, two of which have communes of their own. */
const UNITS: Unit[] = [
  unit('VN', 'Việt Nam', 'country', null),
  unit('R1', 'Vùng Đồng bằng sông Hồng', 'region', 'VN'),
  unit('R2', 'Vùng Duyên hải Nam Trung Bộ và Tây Nguyên', 'region', 'VN'),
  unit('R3', 'Vùng Đông Nam Bộ', 'region', 'VN'),
  unit('B1', 'Bộ Tài chính', 'ministry', 'VN'),
  unit('B2', 'Bộ Nông nghiệp và Môi trường', 'ministry', 'VN'),
  unit('B3', 'Bộ Nội vụ', 'ministry', 'VN'),
  unit('P1', 'Thành phố Hà Nội', 'province', 'R1'),
  unit('P2', 'Tỉnh Bắc Ninh', 'province', 'R1'),
  unit('P3', 'Tỉnh Hưng Yên', 'province', 'R1'),
  unit('P4', 'Tỉnh Gia Lai', 'province', 'R2'),
  unit('P5', 'Tỉnh Đắk Lắk', 'province', 'R2'),
  unit('P6', 'Tỉnh Đồng Nai', 'province', 'R3'),
  unit('S1', 'Sở Y tế', 'department', 'P4'),
  unit('X1', 'Xã Ia Grai', 'commune', 'P4'),
  unit('X2', 'Phường Pleiku', 'commune', 'P4'),
  unit('X3', 'Xã Sóc Sơn', 'commune', 'P1'),
]
const { indicators, phases } = giaLai2024()
const country = buildLexicon({ units: UNITS, indicators, phases })
const province = buildLexicon(giaLai2024())

function read(text: string, of: string, lexicon: Lexicon = country): Question[] {
  const who = { unit: of, scope: of, today: '2025-10-20', previous: null, pendingChoices: [] }
  return readQuestion(text, lexicon, who).questions
}
const one = (text: string, of: string): Question => read(text, of)[0]!

describe('groups of the country', () => {
  test.each([
    ['Bộ nào cao nhất về toàn trình?', 'VN', { kind: 'ministry' }],
    ['cac bo, nganh chua dat chi tieu so hoa', 'VN', { kind: 'ministry' }],
    ['2 bộ đứng đầu về thanh toán', 'B1', { kind: 'ministry', within: null }],
    ['địa phương nào thấp nhất về số hóa', 'VN', { kind: 'province' }],
    ['dia phuong nao thap nhat ve so hoa', 'P4', { kind: 'commune' }],
    ['bộ, ngành, địa phương nào chưa đạt số hóa', 'VN', { kinds: ['ministry', 'province'] }],
    ['đơn vị nào thấp nhất về số hóa', 'VN', { kinds: ['ministry', 'province'] }],
    ['các sở và địa phương chưa đạt số hóa', 'P4', { kinds: ['department', 'commune'] }],
    ['vùng nào có tỷ lệ thanh toán cao nhất', 'VN', { kind: 'region' }],
    ['trong 3 tỉnh đồng bằng sông Hồng tỉnh nào thấp nhất về số hóa', 'VN', { within: 'R1' }],
    ['xếp hạng các tỉnh Đông Nam Bộ về thanh toán', 'VN', { kind: 'province', within: 'R3' }],
    ['Tây Nguyên có mấy tỉnh chưa đạt số hóa', 'VN', { kind: 'province', within: 'R2' }],
    ['tỉnh nào trong vùng chưa đạt số hóa', 'P4', { kind: 'province', within: 'R2' }],
    ['xã nào của Hà Nội chưa đạt số hóa', 'VN', { kind: 'commune', within: 'P1' }],
    ['thành phố nào dẫn đầu về số hóa', 'VN', { kind: 'province', word: 'thành phố' }],
  ])('%s', (text, of, group) => expect(one(text, of).group).toMatchObject(group))

  test('a region that no unit is called by is said to be unanswered', () => {
    const { group, notAnswered } = one('các tỉnh phía Bắc tỉnh nào dẫn đầu số hóa', 'VN')
    expect(group).toMatchObject({ kind: 'province', within: 'VN' })
    expect(notAnswered).toMatchObject([{ text: 'phía Bắc', part: 'of_group' }])
  })

  test('what is asked of each of another group is said to be unanswered', () => {
    const { group, notAnswered } = one('mỗi vùng tỉnh nào đứng đầu về số hóa', 'VN')
    expect(group?.kind).toBe('province')
    expect(notAnswered).toMatchObject([{ text: 'mỗi vùng', part: 'each' }])
  })

  test('"bộ" stays a set of dossiers where there is no ministry', () => {
    const [first] = read('thêm 30 bộ hồ sơ nữa thì đạt bao nhiêu', 'GL-H631', province)
    expect(first).toMatchObject({ intent: 'what_if', units: ['GL-H631'], assume: { add: 30 } })
  })
})

describe('among whom a unit is ranked, and beside whom', () => {
  test.each([
    ['tỉnh mình đứng thứ mấy trong vùng về số hóa', 'P4', ['P4'], true],
    ['tỉnh mình đứng thứ mấy cả nước về số hóa', 'P4', ['P4'], false],
    ['Bắc Ninh đứng thứ mấy trong vùng về số hóa', 'VN', ['P2'], true],
    ['Hà Nội đứng thứ mấy trong các tỉnh đồng bằng sông Hồng về số hóa', 'P1', ['P1'], true],
    ['muốn lên hạng 2 vùng về số hóa thì cần bao nhiêu hồ sơ', 'P4', ['P4'], true],
    ['muốn vào top 3 cả nước thì phải đạt bao nhiêu điểm', 'P4', ['P4'], false],
    ['bộ Nông nghiệp đứng thứ mấy về số hóa', 'VN', ['B2'], false],
  ])('%s', (text, of, units, within) => {
    expect(one(text, of)).toMatchObject({ units, rankWithinParent: within, notAnswered: [] })
  })

  test('a place in the region and one in the country are two questions', () => {
    const both = read('hạng của tỉnh trong vùng và cả nước về số hóa', 'P4')
    expect(both.map(({ intent, rankWithinParent }) => [intent, rankWithinParent])).toEqual([
      ['rank', true],
      ['rank', false],
    ])
  })

  test.each([
    ['so với vùng thì tỉnh mình số hóa thế nào', 'P4', ['P4', 'R2']],
    ['cả nước bao nhiêu, bộ mình bao nhiêu về số hóa', 'B1', ['B1', 'VN']],
    ['tỷ lệ số hóa của Gia Lai, cả nước thì sao', 'VN', ['P4', 'VN']],
  ])('%s', (text, of, units) => expect(one(text, of).units).toEqual(units))

  test.each([
    ['số hóa tỉnh mình bao nhiêu, cả nước thì sao', 'P4', [['P4'], ['VN']]],
    ['tỉnh mình đứng thứ mấy về số hóa, còn Đắk Lắk thì sao', 'P4', [['P4'], ['P5']]],
  ])('%s', (text, of, units) => {
    const both = read(text, of)
    expect(both.map(question => question.units)).toEqual(units)
    expect(both.map(({ intent }) => intent)).toEqual([both[0]!.intent, both[0]!.intent])
    expect(both.map(question => question.indicators)).toEqual([['digitization_rate'], ['digitization_rate']])
  })
})

const ask = (text: string, member: string): Question[] =>
  readQuestion(text, province, asker(member)).questions

describe('the same in a province', () => {
  test.each([
    ['số hóa huyện mình bao nhiêu, Đức Cơ thì sao', 'ct-iagrai', [['GL-H628'], ['GL-H631']]],
    ['số hóa xã mình bao nhiêu, còn toàn tỉnh thì sao', 'ct-iapnon', [['GL-X23881'], ['GL']]],
  ])('%s', (text, member, units) => {
    expect(ask(text, member).map(question => question.units)).toEqual(units)
  })

  test('a commune is ranked among those of the district that is named', () => {
    const [first] = ask('Ia Pnôn đứng thứ mấy trong các xã của huyện Đức Cơ về số hóa', 'bcd-tinh')
    expect(first).toMatchObject({ intent: 'rank', units: ['GL-X23881'], rankWithinParent: true })
  })

  test.each([
    ['huyện nào có nhiều xã chưa đạt số hóa nhất', 'below'],
    ['mỗi huyện có bao nhiêu xã chưa đạt số hóa', 'below'],
    ['huyện nào có bao nhiêu xã đạt số hóa', 'met'],
  ])('%s: communes, and which of their districts is unanswered', (text, intent) => {
    const [first] = ask(text, 'bcd-tinh')
    expect(first).toMatchObject({ intent, group: { kind: 'commune' } })
    expect(first?.notAnswered.map(({ text: said }) => said.toLowerCase())).toContainEqual(
      expect.stringMatching(/^(?:huyện nào|mỗi huyện)$/u),
    )
  })

  test('beside the place that it belongs to, both are asked about', () => {
    const [first] = ask('so với tỉnh thì huyện mình thế nào về số hóa', 'ct-iagrai')
    expect(first).toMatchObject({ intent: 'compare', units: ['GL-H628', 'GL'] })
  })

  test('"chiến dịch còn bao nhiêu ngày" asks one thing', () => {
    expect(ask('chiến dịch còn bao nhiêu ngày', 'gd-sgtvt').map(({ intent }) => intent)).toEqual(['progress'])
  })
})
