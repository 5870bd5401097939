import { expect, test } from 'vitest'
import { plainText } from '../../../src/lib/message.ts'
import { FEATURES, featuresInWords, questionOfCommand } from '../../../src/replies/phrases/features.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { answerOf, saying, words } from '../province.ts'

test.each([
  ['gd-sgtvt', 'Cần thêm bao nhiêu hồ sơ trực tuyến để đạt?', 'Bảng xếp hạng các sở'],
  ['bcd-tinh', 'Đơn vị nào chưa đạt chỉ tiêu trực tuyến?', 'Cần thêm bao nhiêu'],
  ['qt', 'Chiến dịch đến đâu rồi?', 'Cảnh báo của tôi'],
])('help shows %s what matters to the role, in at most eight lines', (asker, shown, hidden) => {
  const text = plainText(sayAnswer(answerOf({ intent: 'help' }), saying(asker)))
  expect(text).toContain(`"${shown}"`)
  expect(text).not.toContain(hidden)
  expect(text).toContain('Anh/Chị xem được số liệu của')
  expect(text.split('\n').filter(line => line !== '').length).toBeLessThanOrEqual(8)
})

test('commands are names that a menu accepts, each once', () => {
  const commands = FEATURES.map(feature => feature.command)
  expect(new Set(commands).size).toBe(commands.length)
  for (const command of commands) expect(command).toMatch(/^[a-z0-9_]{1,32}$/)
  for (const { name } of featuresInWords(words)) expect(name.length).toBeLessThanOrEqual(256)
})

test('a command stands for its example question; an unknown one for none', () => {
  expect(questionOfCommand(words, 'canh_bao')).toBe('Cảnh báo của tôi')
  expect(questionOfCommand(words, 'xoa_du_lieu')).toBeNull()
})

test('a greeting says who this is and offers the first questions', () => {
  const message = sayAnswer(answerOf({ intent: 'greeting' }), saying('ct-iapnon'))
  expect(plainText(message)).toContain('của xã Ia Pnôn')
  expect(message.choices).toHaveLength(4)
})
