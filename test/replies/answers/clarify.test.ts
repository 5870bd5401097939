import { expect, test } from 'vitest'
import { plainText } from '../../../src/lib/message.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { answerOf, catalog, questionOf, saying } from '../province.ts'

const HOMONYMS = ['GL-X24073', 'GL-X23767']

test('homonyms are told apart by their parents, and what each sends is unambiguous', () => {
  const pending = {
    question: questionOf({ intent: 'value', indicators: ['online_rate'] }),
    fills: 'units',
  } as const
  const message = sayAnswer(answerOf({ intent: 'clarify', choices: HOMONYMS, pending }), saying('bcd-tinh'))
  expect(plainText(message)).toBe(
    'Tôi hiểu: số liệu, hồ sơ trực tuyến\nCó 2 đơn vị cùng tên. Anh/Chị hỏi đơn vị nào?',
  )
  expect(message.choices).toEqual([
    { label: 'Xã Ia Sao (thị xã Ayun Pa)', send: 'xã Ia Sao thị xã Ayun Pa' },
    { label: 'Xã Ia Sao (huyện Ia Grai)', send: 'xã Ia Sao huyện Ia Grai' },
  ])
})

test('units of different names are only offered', () => {
  const message = sayAnswer(answerOf({ intent: 'clarify', choices: ['GL-H627', 'GL-H639'] }), saying())
  expect(plainText(message)).toBe('Anh/Chị hỏi đơn vị nào?')
})

test('indicators', () => {
  const message = sayAnswer(
    answerOf({ intent: 'clarify', choices: ['online_rate', 'online_payment_rate'] }),
    saying(),
  )
  expect(plainText(message)).toBe('Anh/Chị hỏi chỉ số nào?')
  expect(message.choices[1]).toEqual({ label: 'Thanh toán trực tuyến', send: 'Thanh toán trực tuyến' })
})

test('of very many only the first are offered, and how to narrow down', () => {
  const communes = catalog.units.filter(unit => unit.kind === 'commune').slice(0, 12)
  const message = sayAnswer(
    answerOf({ intent: 'clarify', choices: communes.map(unit => unit.code) }),
    saying(),
  )
  expect(message.choices).toHaveLength(8)
  expect(plainText(message)).toContain('Còn 4 đơn vị khác; xin ghi thêm tên huyện hoặc tỉnh.')
})
