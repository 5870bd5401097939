import { expect, test } from 'vitest'
import { faultOf } from '../../src/http/fault.ts'

test('a fault names the kind, the code and the place, never the message', () => {
  const error = Object.assign(new RangeError('params: câu hỏi\n    at kín'), { code: 'SQLITE_BUSY' })
  const fault = faultOf(error)
  expect(fault).toMatchObject({ error: 'RangeError', code: 'SQLITE_BUSY' })
  expect(fault.where[0]).toContain('fault.test.ts')
  expect(JSON.stringify(fault)).not.toMatch(/câu hỏi|kín/)
})

test('whatever is thrown has a fault', () => {
  expect(faultOf('lời riêng')).toEqual({ error: 'string', code: null, where: [] })
  expect(faultOf(Object.assign(new Error('x'), { code: 5, stack: undefined }))).toEqual({
    error: 'Error',
    code: null,
    where: [],
  })
})
