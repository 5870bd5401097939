import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { visibleText } from '../../src/lib/visible-text.ts'

test('what a terminal would obey is written out, line breaks and marks of letters stay', () => {
  expect(visibleText('“Sở Y\u202E tế”,\u0007 dòng 2\nXã Đak Pơ\tchữ tổ hợp: e\u0302\u0301')).toBe(
    '“Sở Y[U+202E] tế”,[U+0007] dòng 2\nXã Đak Pơ\tchữ tổ hợp: e\u0302\u0301',
  )
})

test('no text of any characters keeps one of them', () => {
  assert(
    property(string({ unit: 'binary' }), text => {
      expect(visibleText(text).replaceAll(/[\n\t]/g, '')).not.toMatch(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u)
    }),
  )
})
