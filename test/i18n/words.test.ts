import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createWords } from '../../src/i18n/words.ts'

const words = createWords('vi')

test('numbers are written as in Vietnam: at most two decimals and no zeros behind', () => {
  expect([40.3, 61.25, 100, 0, 72.375].map(words.percent)).toEqual([
    '40,3%',
    '61,25%',
    '100%',
    '0%',
    '72,38%',
  ])
  expect([1240, 55_336, 12].map(words.count)).toEqual(['1.240', '55.336', '12'])
  expect(words.decimal(-1.25)).toBe('-1,25')
  expect(words.decimal(-0.001)).toBe('0')
})

test('days are written without leading zeros', () => {
  expect(words.day('2024-05-09')).toBe('9/5/2024')
  expect(words.shortDay('2024-12-31')).toBe('31/12')
})

test('a percent rounded to two decimals reads back as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), hundredths => {
      const shown = words.percent(hundredths / 100)
      expect(Math.round(Number(shown.replace('%', '').replace(',', '.')) * 100)).toBe(hundredths)
    }),
  )
})

test('what looks like markup inside a name stays as it is', () => {
  const unit = '{{indicator}} $t(figures.noDataAtAll) <b>&amp;'
  expect(words.say('answers.need.title', { unit, indicator: 'Số hóa', found: 'a' })).toBe(
    `${unit} – Số hóa: a`,
  )
})

test('variables may bear names that the library knows as options', () => {
  expect(words.say('answers.more', { count: 1240 })).toBe('và 1.240 đơn vị nữa')
})

test('the head of a sentence gets its capital, also with a diacritic', () => {
  expect(words.say('figures.value', { period: 'đến nay', value: '1%' })).toBe('Đến nay: 1%')
})

test('two instances do not share anything', () => {
  expect(createWords('vi').say('figures.noDataAtAll')).toBe(words.say('figures.noDataAtAll'))
})

/** Never called: each line must fail to compile, which `tsc` holds. */
export function doesNotCompile() {
  // @ts-expect-error a key that the locale lacks
  words.say('figures.nothing')
  // @ts-expect-error a variable is missing
  words.say('figures.title', { unit: 'Sở Y tế' })
  // @ts-expect-error a variable of the wrong type
  words.say('answers.more', { count: 'ba' })
  // @ts-expect-error a variable that the text lacks
  words.say('figures.dataTo', { day: '2024-05-19', hour: '7' })
  // @ts-expect-error no variables at all
  words.say('figures.dataTo')
}
