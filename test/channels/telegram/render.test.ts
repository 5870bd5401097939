import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepare } from '../../../src/channels/telegram/gateway.ts'
import { createLongSends, keyboardOf } from '../../../src/channels/telegram/keyboard.ts'
import { stepsOf } from '../../../src/channels/telegram/render.ts'
import type { Message } from '../../../src/lib/message.ts'
import { checkCall } from './check-call.ts'
import { sized } from '../../sizes.ts'

const label = (part: number, of: number): string => `(${part}/${of})`
const words = fc.string({
  unit: fc.constantFrom('ệ', 'a', ' ', '\n', '<', '>', '&', '"', '</b>', '👩‍👩‍👧', '&amp;', '\u0301'),
})
const long = fc
  .tuple(words, fc.integer({ min: 1, max: 900 }))
  .map(([text, times]) => text.repeat(times).slice(0, 15_000))
const attachment = fc.record({
  name: words,
  type: fc.constant('image/png'),
  bytes: fc.uint8Array({ maxLength: 9 }),
  description: long,
})
const messages: fc.Arbitrary<Message> = fc.record(
  {
    blocks: fc.array(fc.record({ text: fc.oneof(words, long), strong: fc.boolean() }), { maxLength: 5 }),
    choices: fc.array(fc.record({ label: words, send: fc.oneof(words, long) }), { maxLength: 120 }),
    image: attachment,
    file: attachment,
  },
  { requiredKeys: ['blocks', 'choices'] },
)

describe('stepsOf', () => {
  it('makes only calls that the Bot API takes, of whatever message, with or without markup', () => {
    fc.assert(
      fc.property(messages, message => {
        for (const { method, payload, plain } of stepsOf('7', message, createLongSends(), label))
          for (const params of plain === null ? [payload] : [payload, plain]) {
            const wellFormed = JSON.parse(JSON.stringify(prepare(params, () => 'file')))
            expect(
              checkCall({ method, params: readBack(wellFormed), files: {}, carriedOut: true }),
            ).toBeNull()
          }
      }),
      { numRuns: sized({ quick: 100, usual: 400, long: 1000 }) },
    )
  })
})

describe('keyboardOf', () => {
  it('leaves out a button without a label, and there is no keyboard of none', () => {
    expect(keyboardOf([{ label: ' ', send: 'a' }], createLongSends())).toBeNull()
    expect(keyboardOf([], createLongSends())).toBeNull()
  })

  it('sends the label of a choice that says nothing else', () => {
    expect(keyboardOf([{ label: 'Trợ giúp', send: '' }], createLongSends())).toEqual({
      inline_keyboard: [[{ text: 'Trợ giúp', callback_data: 'Trợ giúp' }]],
    })
  })

  it('gives every choice back what it sends, within 64 bytes', () => {
    fc.assert(
      fc.property(fc.oneof(words, long), send => {
        const sends = createLongSends()
        const data = sends.dataOf({ label: 'nhãn', send })
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
        expect(sends.textOf(data, 'nhãn')).toBe(send === '' ? 'nhãn' : send.toWellFormed())
      }),
    )
  })

  it('forgets the oldest long texts first, and shows the label instead', () => {
    const sends = createLongSends(2)
    const [first, second, third] = ['a', 'b', 'c'].map(letter => letter.repeat(80))
    const data = [first, second, first, third].map(send => sends.dataOf({ label: 'nhãn', send: send ?? '' }))
    expect(data.map(one => sends.textOf(one, 'nhãn'))).toEqual([first, 'nhãn', first, third])
    expect(sends.textOf(data[1] ?? '', null)).toBe('')
  })
})

/** Beside an upload, objects are written as JSON. */
function readBack(params: Record<string, unknown>): Record<string, unknown> {
  const keyboard = params.reply_markup
  return typeof keyboard === 'string' ? { ...params, reply_markup: JSON.parse(keyboard) } : params
}
