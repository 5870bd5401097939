import { expect, test } from 'vitest'
import { editDistance, oneEdit } from '../../src/ask/words/edit-distance.ts'

/** All strings of up to four letters out of three. */
function allStrings(): string[] {
  let last = ['']
  const all = ['']
  for (let length = 1; length <= 4; length++) {
    last = last.flatMap(text => ['a', 'b', 'c'].map(letter => text + letter))
    all.push(...last)
  }
  return all
}

test('one edit is told as by the general distance, for all pairs of short strings', () => {
  const strings = allStrings()
  const other = strings.flatMap(a =>
    strings.filter(b => oneEdit(a, b) !== Math.min(2, editDistance(a, b, 1))).map(b => `${a} ${b}`),
  )
  expect(strings).toHaveLength(121)
  expect(other).toEqual([])
})
