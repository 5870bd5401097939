import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partText, splitBlocks } from '../../src/channels/split-text.ts'
import type { Block } from '../../src/lib/message.ts'
import { sized } from '../sizes.ts'

const label = (part: number, of: number): string => `(${part}/${of})`

const letters = fc.constantFrom(
  'a',
  'ỷ',
  'e\u0302\u0323',
  ' ',
  '. ',
  '\n',
  '\n\n',
  '👩‍👩‍👧',
  '🇻🇳',
  '<b>',
  '&amp;',
  '1.240',
)
const blocks: fc.Arbitrary<Block[]> = fc.array(
  fc.record({ text: fc.array(letters, { maxLength: 60 }).map(s => s.join('')), strong: fc.boolean() }),
  { maxLength: 8 },
)

describe('splitBlocks', () => {
  it('leaves a text that fits alone, without a number', () => {
    const parts = splitBlocks([{ text: 'Sở Y tế', strong: true }, { text: '61,25%' }], 4096, label)
    expect(parts).toEqual([{ label: null, blocks: [{ text: 'Sở Y tế', strong: true }, { text: '61,25%' }] }])
    expect(parts.map(partText)).toEqual(['Sở Y tế\n\n61,25%'])
  })

  it('numbers the parts and ends them between paragraphs where it can', () => {
    const parts = splitBlocks(
      ['một hai ba bốn', 'năm sáu bảy tám', 'chín mười'].map(text => ({ text })),
      30,
      label,
    )
    expect(parts.map(partText)).toEqual([
      '(1/3)\nmột hai ba bốn',
      '(2/3)\nnăm sáu bảy tám',
      '(3/3)\nchín mười',
    ])
  })

  it('otherwise ends them between lines, and keeps what is bold bold', () => {
    const text = ['1. Sở Y tế', '2. Sở Tài chính', '3. Sở Nội vụ'].join('\n')
    expect(splitBlocks([{ text, strong: true }], 34, label)).toEqual([
      { label: '(1/2)', blocks: [{ text: '1. Sở Y tế\n2. Sở Tài chính', strong: true }] },
      { label: '(2/2)', blocks: [{ text: '3. Sở Nội vụ', strong: true }] },
    ])
  })

  it('cuts a line only when it is longer than a message: after a sentence, else at a space', () => {
    const parts = splitBlocks([{ text: 'Đã đạt chỉ tiêu. Cần thêm 580 hồ sơ trực tuyến' }], 30, label)
    expect(parts.map(partText)).toEqual([
      '(1/3)\nĐã đạt chỉ tiêu.',
      '(2/3)\nCần thêm 580 hồ sơ trực',
      '(3/3)\ntuyến',
    ])
  })

  it('reserves room for longer numbers when there are ten parts and more', () => {
    const parts = splitBlocks([{ text: 'a'.repeat(200) }], 20, label)
    expect(parts.map(part => part.label).slice(0, 1)).toEqual(['(1/17)'])
    expect(parts.every(part => partText(part).length <= 20)).toBe(true)
  })

  it('has no part for a blank text', () => {
    expect(splitBlocks([{ text: ' \n' }, { text: '' }], 20, label)).toEqual([])
    expect(splitBlocks([], 20, label)).toEqual([])
  })

  it('refuses a limit that the numbers alone would fill', () => {
    expect(() => splitBlocks([{ text: 'a'.repeat(20) }], 6, label)).toThrow(RangeError)
  })

  it('never exceeds the limit, loses a word, or breaks a surrogate pair or a letter from its marks', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 25, max: 80 }), (given, max) => {
        const parts = splitBlocks(given, max, label)
        const texts = parts.map(partText)
        for (const text of texts) {
          expect(text.length).toBeLessThanOrEqual(max)
          expect(text.isWellFormed()).toBe(true)
          expect(text.split('\n').some(line => /^[\u0302\u0323\u200d]/.test(line))).toBe(false)
        }
        const spoken = parts.flatMap(part => part.blocks.map(block => block.text)).join('')
        expect(words(spoken)).toBe(words(given.map(block => block.text).join('')))
      }),
      { numRuns: sized({ quick: 200, usual: 800, long: 2000 }) },
    )
  })

  it('splits 100,000 characters without a blank quickly', () => {
    expect(splitBlocks([{ text: 'ệ'.repeat(100_000) }], 2_000, label)).toHaveLength(51)
  })
})

function words(text: string): string {
  return text.replaceAll(/\s+/g, '')
}
