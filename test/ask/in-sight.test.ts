import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import type { AskContext } from '../../src/ask/reading.ts'
import { asker, giaLai2024 } from './provinces.ts'

/** What is spoken of without a name: a list that stays in sight, the unit that was found, what was set going. */

const lexicon = buildLexicon(giaLai2024())
const DISTRICTS = ['GL-H637', 'GL-H634', 'GL-H635']

function ask(text: string, more: Partial<AskContext> = {}, member = 'bcd-tinh'): Question {
  return readQuestion(text, lexicon, { ...asker(member), ...more }).questions[0]!
}

const list = ask('3 huyện thấp nhất về trực tuyến')
const one = { ...ask('trực tuyến của Sở Y tế'), units: ['GL-H634'] }

describe('a list stays in sight behind answers about its units', () => {
  const context = { previous: one, earlier: [list], shown: DISTRICTS }

  test.each([
    ['thế còn đơn vị thứ 3', 'value', ['GL-H635']],
    ['cái cuối cùng', 'value', ['GL-H635']],
    ['đơn vị thứ hai trong danh sách thiếu bao nhiêu', 'gap', ['GL-H634']],
    ['đơn vị đầu tiên hơn kém bao nhiêu', 'compare', ['GL-H634', 'GL-H637']],
  ])('%s', (text, intent, units) => {
    expect(ask(text, context)).toMatchObject({ intent, units, indicators: ['online_rate'] })
  })

  test('it is shown again as it was', () => {
    expect(ask('quay lại danh sách đó', context)).toMatchObject({ intent: 'bottom', limit: 3, offset: null })
  })

  test('of a list that nobody has shown nothing is answered', () => {
    for (const text of ['cái thứ 3', 'xem tiếp', 'quay lại danh sách đó'])
      expect(ask(text)).toMatchObject({ intent: 'unknown', unknownReason: 'nothing_shown' })
  })
})

describe('of a list something else is asked', () => {
  const context = { previous: list, shown: DISTRICTS }

  test.each([
    ['mấy huyện đó thuộc tỉnh nào', 'where'],
    ['các đơn vị này nằm ở đâu', 'where'],
    ['cho số tuyệt đối', 'absolute'],
    ['đừng phần trăm nữa, cho số hồ sơ', 'absolute'],
  ])('%s', (text, part) => {
    const { intent, limit, parts } = ask(text, context)
    expect({ intent, limit, parts: parts.map(each => each.part) }).toEqual({
      intent: 'bottom',
      limit: 3,
      parts: [part],
    })
  })

  test('what is left out is left out of a list without its picture', () => {
    const drawn = { ...list, output: 'picture' as const, chart: true }
    const left = ask('bỏ Pleiku ra', { previous: drawn, shown: DISTRICTS })
    expect(left).toMatchObject({ intent: 'bottom', output: null, group: { except: ['GL-H622'] } })
  })
})

test('the unit that was found is "nó" and "xã đó", and the one taken is not the other', () => {
  const context = { previous: list, shown: DISTRICTS, focus: 'GL-H637' }
  expect(ask('vì sao nó thấp', context)).toMatchObject({ intent: 'why', units: ['GL-H637'] })
  expect(ask('huyện đó cần thêm bao nhiêu hồ sơ', context)).toMatchObject({
    intent: 'need',
    units: ['GL-H637'],
  })
  const clarify = ask('phường Tây Sơn trực tuyến bao nhiêu')
  const taken = { ...one, units: [clarify.choices[0]!] }
  const after = { previous: taken, earlier: [clarify] }
  expect(ask('còn cái kia', after).units).toEqual([clarify.choices[1]])
  expect(ask('so sánh cả hai', after)).toMatchObject({ intent: 'compare', units: clarify.choices })
})

test('who stands next, how far another is, and where a unit belongs', () => {
  const { units } = ask('trực tuyến của huyện Chư Sê')
  const neighbour = { intent: 'goal', units, place: 'next' }
  expect(ask('đơn vị nào đứng ngay trên Chư Sê về trực tuyến')).toMatchObject(neighbour)
  expect(ask('huyện liền sau Chư Sê về trực tuyến là huyện nào')).toMatchObject({
    ...neighbour,
    direction: 'down',
  })
  const apart = ask('xã mình cách xã Chư Ngọc mấy điểm về số hóa', {}, 'ct-iapnon')
  expect(apart).toMatchObject({ intent: 'compare', units: ['GL-X23881', 'GL-X24106'] })
  expect(ask('xã Ia Pnôn thuộc huyện nào').parts.map(({ part }) => part)).toEqual(['where'])
})

describe('after a question about digests their hour and their pause are named alone', () => {
  const act = 'settings' as const

  test.each([
    ['đổi sang thứ ba 9h', { do: 'time', hour: '09:00', weekday: 2 }],
    ['chuyển qua 7 giờ', { do: 'time', hour: '07:00', weekday: null }],
    ['ngừng đến hết tết', { do: 'pause', until: '2025-02-01' }],
    ['tạm dừng đến hết tháng 6', { do: 'pause', until: '2024-07-01' }],
    ['tạm ngưng đến ngày 1/6', { do: 'pause', until: '2024-06-01' }],
  ])('%s', (text, setting) => {
    expect(ask(text, { act })).toMatchObject({ intent: 'settings', setting })
  })

  test('and nothing is set where nobody spoke of them', () => {
    expect(ask('đổi sang thứ ba 9h').intent).not.toBe('settings')
  })
})

test('a direction turns, a check of another unit claims nothing, a difference is of what was compared', () => {
  const movers = ask('tháng 4 huyện nào tăng mạnh nhất về trực tuyến')
  expect(ask('còn giảm mạnh nhất', { previous: movers })).toMatchObject({
    intent: 'movers',
    direction: 'down',
  })
  const verify = ask('Ia Grai trực tuyến tháng 4 có phải 45% không')
  expect(ask('thế xã Ia Pnôn', { previous: verify })).toMatchObject({ intent: 'value', units: ['GL-X23881'] })
  const compare = ask('so Sở Y tế với Sở Xây dựng về số hóa')
  expect(ask('chênh bao nhiêu', { previous: compare })).toMatchObject({
    intent: 'compare',
    units: compare.units,
  })
})

describe('behind a choice that was made', () => {
  const clarify = ask('phường Tây Sơn trực tuyến bao nhiêu')
  const [first = '', second = ''] = clarify.choices
  const taken = { previous: { ...one, units: [first] }, earlier: [clarify] }

  test('the other one is meant by its place, or set beside the first', () => {
    expect(ask('phường bên An Khê thì sao', taken)).toMatchObject({ intent: 'value', units: [second] })
    expect(ask('đặt cạnh phường ở An Khê xem', taken)).toMatchObject({
      intent: 'compare',
      units: [first, second],
    })
  })

  test('two that were spoken of are set side by side', () => {
    const both = { previous: { ...one, units: [second] }, earlier: [clarify, { ...one, units: [first] }] }
    for (const text of ['so 2 phường với nhau xem', 'bên nào hơn', 'hai phường đó phường nào cao hơn'])
      expect(ask(text, both)).toMatchObject({ intent: 'compare', units: [first, second] })
  })
})

test('one is taken out of a comparison, two groups are set against each other', () => {
  const compare = ask('so Sở Y tế, Sở Xây dựng và Sở Tư pháp về số hóa')
  expect(ask('bỏ Sở Y tế ra', { previous: compare })).toMatchObject({
    intent: 'compare',
    units: compare.units.slice(1),
  })
  const [districts, communes] = ['xếp hạng các huyện về số hóa', 'xếp hạng các xã về số hóa'].map(text =>
    ask(text),
  )
  expect(ask('hai khối chênh nhau mấy điểm', { previous: communes!, earlier: [districts!] })).toMatchObject({
    intent: 'total',
    group: { kinds: ['district', 'commune'] },
  })
})

test('what is denied is not asked, days that are over are no subscription, a warning says why', () => {
  expect(ask('không phải số hóa, ý em là thanh toán', { previous: one }).indicators).toEqual([
    'online_payment_rate',
  ])
  expect(ask('thêm báo cáo tháng 4 nữa')).toMatchObject({ intent: 'report' })
  expect(ask('đăng ký báo cáo tháng cho tôi').intent).toBe('subscribe')
  expect(ask('vì sao bị cảnh báo').intent).toBe('alerts')
  expect(ask('số liệu của sở mình mới nhất đến ngày nào', {}, 'gd-sgtvt')).toMatchObject({
    intent: 'missing',
    units: ['GL-S01'],
    group: null,
  })
})

function isThanked({ intent, parts }: Question): boolean {
  return intent === 'greeting' && parts.some(({ part }) => part === 'thanks')
}

test('thanks and words that end the talk are taken as such', () => {
  for (const text of ['cảm ơn em nhiều', 'rồi cảm ơn em', 'thôi được rồi', 'không, thôi'])
    expect(isThanked(ask(text))).toBe(true)
  expect(isThanked(ask('chào em'))).toBe(false)
  expect(ask('có được không').intent).not.toBe('greeting')
})
