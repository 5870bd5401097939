import { expect, test } from 'vitest'
import { plainText } from '../../../src/lib/message.ts'
import { refusal } from '../../../src/replies/phrases/refusal.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { answerOf, behind, DUC_CO, figureOf, GIA_LAI, IA_PNON, saying, SGTVT } from '../province.ts'

/** What may not be seen is said of whom it was asked about, with what may be seen instead. */
const commune = saying('ct-iapnon')
const refused = { reason: 'not_allowed' } as const

test('a group that may not be seen is named, and not the unit on top of it', () => {
  const group = { kind: 'department', within: null } as const
  const figures = [figureOf({ ...refused, unit: GIA_LAI, group })]
  for (const intent of ['ranking', 'below', 'movers', 'target', 'total', 'missing'] as const) {
    const message = sayAnswer(answerOf({ intent, group }, { figures }), commune)
    expect(plainText(message)).toMatch(
      /^Sở, ban, ngành: ngoài phạm vi được xem\. Anh\/Chị xem được xã Ia Pnôn/,
    )
    expect(message.choices.map(({ label }) => label)).toEqual(['Đơn vị tôi', 'Hướng dẫn'])
  }
})

test('of a peer and of the province a part is seen: it is said which, and offered', () => {
  const peer = figureOf({ ...refused, unit: 'GL-X23767' })
  const message = sayAnswer(answerOf({ intent: 'need' }, { figures: [peer] }), commune)
  expect(plainText(message)).toContain(
    ': phần này ngoài phạm vi được xem. Anh/Chị xem được giá trị, chỉ tiêu, thứ hạng của đơn vị này.',
  )
  expect(message.choices[0]?.label).toBe('Tất cả chỉ số')
  expect(refusal(commune, { unit: GIA_LAI })).toContain('Tỉnh Gia Lai: phần này ngoài phạm vi')
  const places = saying('ct-iapnon', { peers: 'places' })
  expect(refusal(places, peer)).toContain('Anh/Chị xem được thứ hạng của đơn vị này.')
  const none = saying('ct-iapnon', { peers: 'none' })
  expect(refusal(none, peer)).toContain('Anh/Chị xem được xã Ia Pnôn; số chung của tỉnh.')
})

test('who has units below sees them, too', () => {
  expect(refusal(saying('ct-iagrai'), { unit: SGTVT })).toContain(
    'Anh/Chị xem được huyện Ia Grai và các đơn vị trực thuộc; giá trị, chỉ tiêu, thứ hạng của các đơn vị cấp huyện khác',
  )
})

test('a comparison with what may not be seen: one line for it, and the rest', () => {
  const others = [SGTVT, DUC_CO].map(unit => figureOf({ ...refused, unit }))
  const both = plainText(sayAnswer(answerOf({ intent: 'compare' }, { figures: others }), commune))
  expect(both.split('\n')).toHaveLength(1)
  const own = behind({ unit: IA_PNON })
  const one = plainText(sayAnswer(answerOf({ intent: 'compare' }, { figures: [own, ...others] }), commune))
  expect(one).toMatch(/^Sở GTVT: ngoài phạm vi được xem[^]*Xã Ia Pnôn – hồ sơ trực tuyến, [^]*47,1%/)
})
