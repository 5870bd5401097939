import { describe, expect, test } from 'vitest'
import { cellOfValue, type CellValue } from '../../src/imports/files/cell-text.ts'
import { cellText } from '../../src/imports/files/cell.ts'

const at = (text: string) => new Date(`${text}Z`)
const shown = (value: CellValue, format?: string) => cellText(cellOfValue(value, format))

describe('a number', () => {
  test.each([
    [12.5, undefined, '12.5'],
    [1240, undefined, '1240'],
    [1240, '#,##0', '1240'],
    [0, undefined, '0'],
    [-2, '0.00', '-2'],
    [0.1 + 0.2, undefined, '0.3'],
    [92.28999999999999, '0.00', '92.29'],
    [1e21, undefined, '1e+21'],
    [23_881, 'General', '23881'],
  ])('%d in the format %s is %s', (value, format, text) => {
    expect(shown(value, format)).toBe(text)
  })

  test.each([
    [0.403, '0%', '40.3%'],
    [0.7185, '0.00%', '71.85%'],
    [1, '0.0 %', '100%'],
    [40.3, '0.00"%"', '40.3'],
    [40.3, '0.0\\%', '40.3'],
    [0.29, '[Red]0.00%', '29%'],
  ])('%d in the format %s of percents is %s', (value, format, text) => {
    expect(shown(value, format)).toBe(text)
  })

  test('that is shown with zeros in front, as codes are, keeps them', () => {
    expect(shown(7, '000')).toBe('007')
    expect(shown(23_881, '00000')).toBe('23881')
    expect(shown(0.5, '000')).toBe('0.5')
  })

  test('stays a number: no digits of it can be taken for groups', () => {
    expect(cellOfValue(1.125, undefined)).toBe(1.125)
    expect(cellOfValue(0.403, '0%')).toEqual({ percent: 40.3 })
  })
})

describe('a date', () => {
  test.each([
    ['2024-05-19T00:00', 'dd/mm/yyyy', '2024-05-19'],
    ['2024-05-19T00:00', 'mm-dd-yy', '2024-05-19'],
    ['2024-05-19T00:00', undefined, '2024-05-19'],
    ['2024-05-01T00:00', 'mmm-yy', '2024-05'],
    ['2024-05-01T00:00', '"Tháng" m/yyyy', '2024-05'],
    ['2024-01-01T00:00', 'yyyy', '2024'],
    ['2024-05-19T13:45', 'dd/mm/yyyy hh:mm', '2024-05-19 13:45'],
    ['1899-12-31T13:45', 'h:mm', '13:45'],
    ['2024-05-19T00:00', 'd mmmm', '2024-05-19'],
  ])('%s in the format %s is %s', (day, format, text) => {
    expect(shown(at(day), format)).toBe(text)
  })

  test('that is none is no day either', () => {
    expect(shown(new Date(Number.NaN), 'dd/mm/yyyy')).toBe('####')
  })
})

test('text is trimmed and composed; nothing is nothing', () => {
  expect(shown('\u00A0 Hue\u0323\u0302 \n')).toBe('Huệ')
  expect(shown(null)).toBe('')
  expect([shown(true), shown(false)]).toEqual(['TRUE', 'FALSE'])
})
