import { expect, test } from 'vitest'
import { plainText } from '../../../src/lib/message.ts'
import { FEATURES, featuresInWords, questionOfCommand } from '../../../src/replies/phrases/features.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { answerOf, saying, words } from '../province.ts'

test('help shows every feature with a question that can be sent as it stands', () => {
  const text = plainText(sayAnswer(answerOf({ intent: 'help' }), saying()))
  for (const { name, example } of featuresInWords(words).filter(feature => feature.intent !== 'help')) {
    expect(text).toContain(`${name}: "${example}"`)
  }
  expect(text).toContain('Anh/Chị xem được số liệu của Sở GTVT và các đơn vị trực thuộc.')
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
