import { expect, test } from 'vitest'
import { asking } from '../answers/questions.ts'
import { differing, report } from './report.ts'
import { gradeOfWrong } from './row.ts'
import type { Row } from './row.ts'

const value = asking({ intent: 'value' })
const rank = asking({ intent: 'rank' })
const clarify = asking({ intent: 'clarify', choices: ['GL-S01', 'GL-S02'] })

/** A row that means the value of whatever unit. */
function meansValue(id: string): Row {
  return {
    from: 'some.jsonl',
    id,
    text: `câu ${id}`,
    grade: ([got]) => (got?.intent === 'value' ? 'right' : gradeOfWrong(got)),
  }
}

test('only what differs is told, and whether it is better, worse or neither by what its row says', () => {
  const found = differing([
    { row: meansValue('same'), before: [value], after: [{ ...value }] },
    { row: meansValue('mended'), before: [rank], after: [value] },
    { row: meansValue('asks'), before: [rank], after: [clarify] },
    { row: meansValue('broken'), before: [value], after: [clarify] },
    { row: meansValue('silent'), before: [clarify], after: [rank] },
    { row: meansValue('unit'), before: [value], after: [{ ...value, units: ['GL-S01'] }] },
    { row: meansValue('more'), before: [value], after: [value, rank] },
  ])
  expect(found.map(({ row, verdict }) => [row.id, verdict])).toEqual([
    ['mended', 'better'],
    ['asks', 'better'],
    ['broken', 'worse'],
    ['silent', 'worse'],
    ['unit', 'other'],
    ['more', 'other'],
  ])
})

test('a field that comes or goes unused is no difference; one that is filled is', () => {
  const { late: _, ...without } = { ...value, group: { kind: null, within: null } }
  const later = { ...value, offset: null, except: [], output: {} }
  const row = meansValue('new field')
  const told = (after: object) =>
    differing([{ row, before: [value], after: [Object.assign({ ...value }, after)] }])
  expect(told(without)).toEqual([])
  expect(told(later)).toEqual([])
  expect(told({ ...later, offset: 3 })).toHaveLength(1)
})

test('the report names each changed field, and counts what is right in each collection', () => {
  const text = report(
    [
      { row: meansValue('7'), before: [rank], after: [{ ...value, units: ['GL-S01'] }] },
      { row: meansValue('8'), before: [value], after: [value] },
    ],
    ['abc', 'worktree'],
  )
  expect(text).toContain('wrong → right | some.jsonl 7 | câu 7')
  expect(text).toContain('intent "rank" → "value"; units – → ["GL-S01"]')
  expect(text).toContain('some.jsonl: 2 read, right 1 → 2; 0 worse, 0 other, 1 better')
  expect(text).toContain('2 readings of abc and worktree, 1 differ')
})
