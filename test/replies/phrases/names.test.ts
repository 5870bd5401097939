import { expect, test } from 'vitest'
import {
  indicatorOf,
  lowerFirst,
  namesInList,
  nounOf,
  unitInList,
  unitInQuestion,
  unitName,
  unitTitle,
} from '../../../src/replies/phrases/names.ts'
import { catalog, saying } from '../province.ts'

const ctx = saying()

test('places begin small inside a sentence, offices do not', () => {
  expect(['GL', 'GL-H628', 'GL-X23881', 'GL-S01', 'GL-S17'].map(code => unitName(ctx, code))).toEqual([
    'tỉnh Gia Lai',
    'huyện Ia Grai',
    'xã Ia Pnôn',
    'Sở GTVT',
    'Thanh tra tỉnh',
  ])
  expect(unitTitle(ctx, 'GL-H628')).toBe('Huyện Ia Grai')
})

test('homonyms carry their parent everywhere', () => {
  expect(unitName(ctx, 'GL-X24073')).toBe('xã Ia Sao (thị xã Ayun Pa)')
  expect(unitInQuestion(ctx, 'GL-X24073')).toBe('xã Ia Sao thị xã Ayun Pa')
  expect(unitInList(ctx, 'GL-X24073')).toBe('Xã Ia Sao (thị xã Ayun Pa)')
  expect(unitInList(ctx, 'GL-X23881')).toBe('Ia Pnôn')
})

test('what a unit is called in a question names it alone', () => {
  const names = catalog.units.map(unit => unitInQuestion(ctx, unit.code))
  expect(new Set(names).size).toBe(catalog.units.length)
})

test('in a list of mixed kinds each has its kind', () => {
  const nameOf = namesInList(ctx, ['GL-H628', 'GL-X23881'])
  expect(nameOf('GL-H628')).toBe('Huyện Ia Grai')
})

test('a code that is not in the tree is shown as it is; an unknown indicator is a fault', () => {
  expect(unitName(ctx, 'GL-X0')).toBe('GL-X0')
  expect(() => indicatorOf(ctx, 'luck')).toThrow(RangeError)
})

test('what an indicator counts', () => {
  const nouns = Object.fromEntries(catalog.indicators.map(one => [one.code, nounOf(one)]))
  expect(nouns).toMatchObject({
    online_rate: 'hồ sơ',
    on_time_rate: 'hồ sơ',
    online_payment_rate: 'hồ sơ',
    satisfaction_rate: 'lượt đánh giá',
    active_services_rate: 'DVCTT',
  })
})

test('abbreviations keep their capitals', () => {
  expect(['Giai đoạn 2', 'DVCTT phát sinh', 'GĐ 2', 'Đợt 1', 'A'].map(lowerFirst)).toEqual([
    'giai đoạn 2',
    'DVCTT phát sinh',
    'GĐ 2',
    'đợt 1',
    'a',
  ])
})
