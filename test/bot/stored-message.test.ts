import { expect, test } from 'vitest'
import { newConversation, recall } from '../../src/bot/conversation.ts'
import { restoreMessage, storeMessage } from '../../src/bot/stored-message.ts'
import type { Message } from '../../src/lib/message.ts'

const message: Message = {
  blocks: [
    { text: 'Xem biểu đồ', where: 'image' },
    { text: '61,25%', strong: true },
  ],
  choices: [{ label: 'Xếp hạng', send: 'Xếp hạng tuần này' }],
  image: { name: 'a.png', type: 'image/png', bytes: new Uint8Array([0, 255, 7]), description: 'ba tuần' },
}

test('a stored message comes back as it was, with its picture', () => {
  expect(restoreMessage(storeMessage(message))).toEqual(message)
})

test('what is no message is not sent as one', () => {
  for (const text of ['{}', '{"blocks":[{"text":7}],"choices":[]}', '{"blocks":"x","choices":[]}', '']) {
    expect(() => restoreMessage(text)).toThrow(/JSON|expected/i)
  }
})

test('a conversation of an earlier release goes on; what it did not ask yet is not asked', () => {
  const state = JSON.stringify({ history: [{ intent: 'value', units: ['P-S1'] }], choices: [] })
  const [question] = recall({ state, at: 0 }, 1).history
  expect(question).toMatchObject({ intent: 'value', units: ['P-S1'], indicators: [], notAnswered: [] })
})

test.each([
  ['no JSON', '{'],
  ['an intent that there is not', '{"history":[{"intent":"dance"}],"choices":[]}'],
  ['units that are no list', '{"history":[{"intent":"value","units":"P"}],"choices":[]}'],
  ['choices that are none', '{"history":[],"choices":[{"label":7}]}'],
])('%s starts a conversation anew', (_, state) => {
  expect(recall({ state, at: 0 }, 1)).toEqual(newConversation)
})
