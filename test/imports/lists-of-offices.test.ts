import { expect, test } from 'vitest'
import { isVietnamese } from '../../src/imports/files/vietnamese-text.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { readDay } from '../../src/imports/values/days.ts'
import { tempDatabase } from '../db/temp-database.ts'
import { accept, AT, figures, importText, INDICATORS, refuse } from './small-province.ts'
import { windows1258 } from './windows-1258.ts'

const TITLE = 'DANH MỤC MÃ ĐỊNH DANH;;;;'

const of = (unit: string) => `unit,indicator,period,numerator,denominator\n${unit},online_rate,2024-05,1,2\n`

test.each([
  'Mã định danh;Tên đơn vị, cơ quan;Cấp;Đơn vị cấp trên trực tiếp',
  'Mã số cơ quan, tổ chức;Cơ quan, tổ chức;Cấp đơn vị;Trực thuộc cơ quan, đơn vị',
  'Mã định danh điện tử cơ quan, đơn vị;Tên cơ quan và đơn vị;Loại hình;Cơ quan chủ quản',
])('a list of units is known by the headings %s, into an empty database', async headings => {
  const { db } = tempDatabase()
  const rows = [
    'H71;UBND tỉnh Mới;Tỉnh;',
    'H71.10;Sở Y tế;Sở, ban, ngành;UBND tỉnh Mới',
    'H71.20;Ủy ban nhân dân xã Ia Le;Xã;UBND tỉnh Mới'.normalize('NFD'),
    'H71.21;HĐND - UBND phường Tân An;Phường;Tỉnh Mới',
  ]
  const text = [TITLE, headings, ...rows].join('\n')
  const outcome = await importFile(db, { file: 'ds.csv', bytes: Buffer.from(text), at: AT })
  expect(outcome).toMatchObject({ ok: true, kind: 'units', added: 4 })
  const { units } = await db.read.catalog.get()
  expect(
    units.map(({ code, name, shortName, kind, parent }) => [code, name, shortName, kind, parent]),
  ).toEqual([
    ['H71', 'Tỉnh Mới', 'Mới', 'province', null],
    ['H71.10', 'Sở Y tế', 'Sở Y tế', 'department', 'H71'],
    ['H71.20', 'Xã Ia Le', 'Ia Le', 'commune', 'H71'],
    ['H71.21', 'Phường Tân An', 'Tân An', 'commune', 'H71'],
  ])
  await accept(db, 'indicators', INDICATORS)
  await accept(db, 'observations', of('phường Tân An'))
  await accept(db, 'observations', of('UBND xã Ia Le'))
  expect((await figures(db)).map(each => each.split(' ')[0])).toEqual(['H71.20', 'H71.21'])
})

test('a level of codes in place of a kind leaves the kind to the name; an office that is no place keeps its name', async () => {
  const { db } = tempDatabase()
  const rows = ['T;Tỉnh Mới;Cấp 1;', 'T.1;Văn phòng UBND tỉnh;2;T', 'T.2;Xã Ia Le;3;T']
  await accept(db, 'units', ['Mã đơn vị;Tên tổ chức;Cấp;Thuộc đơn vị', ...rows].join('\n'))
  const { units } = await db.read.catalog.get()
  expect(units.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    'Tỉnh Mới province',
    'Văn phòng UBND tỉnh department',
    'Xã Ia Le commune',
  ])
})

test('a list that lacks a column is told its template, and not to make a form', async () => {
  const found = tempDatabase()
  const text = 'Mã định danh;Danh xưng;Loại đơn vị;Cơ quan cấp trên\nH1;Tỉnh Mới;Tỉnh;\nH2;Sở Y tế;Sở;H1\n'
  const outcome = await importFile(found.db, { file: 'ds.csv', bytes: Buffer.from(text), at: AT })
  const codes = outcome.ok ? [] : outcome.problems.map(({ code }) => code)
  expect(codes).toEqual(['missing_column', 'list_not_recognised'])
})

test.each([
  ['Thứ Tư, ngày 30/12/2026', '2026-12-30'],
  ['T4 30-12-2026', '2026-12-30'],
  ['30.12.2026 (thứ 4)', '2026-12-30'],
  ['Chủ nhật ngày 27 tháng 12 năm 2026', '2026-12-27'],
  ['Ngày 02/01/2026', '2026-01-02'],
  ['Thứ Năm, 30/12/2026', null],
  ['Tết 30/12/2026', null],
  ['Thứ 8, 30/12/2026', null],
])('%s is the day %s', (text, day) => {
  expect(readDay(text)).toBe(day)
  expect(readDay(text.normalize('NFD'))).toBe(day)
})

const list = (first: string) =>
  `LỊCH HOÁN ĐỔI;;\nNgày;Lý do;Hình thức\n${first};Hoán đổi;Nghỉ\nThứ Bảy 22/8/2026;Bù;Đi làm bù\n`

test('days off in windows-1258, behind their weekdays; another weekday than the day has is refused', async () => {
  const found = tempDatabase()
  const bytes = windows1258(list('Thứ Hai, ngày 31/8/2026'))
  const outcome = await importFile(found.db, { file: 'l.csv', bytes, at: AT })
  expect(outcome).toMatchObject({ ok: true, kind: 'holidays', added: 2 })
  const problems = await refuse(tempDatabase(), 'holidays', list('Thứ Ba, ngày 31/8/2026'))
  expect(problems).toMatchObject([
    { code: 'weekday_differs', line: 3, params: { day: '2026-08-31', is: 'thứ Hai' } },
  ])
  expect((await importText(found.db, 'holidays', list('31/8/2026'))).ok).toBe(true)
})

test('Vietnamese is known by its syllables', () => {
  expect(isVietnamese('Lịch nghỉ, làm bù: Thứ Sáu, đổi ngày')).toBe(true)
  expect(isVietnamese('Café résumé naïve, être, garçon à l’hôtel')).toBe(false)
  expect(isVietnamese('§¬n vÞ Së Y tÕ hå s¬ tiÕp nhËn')).toBe(false)
  expect(isVietnamese('Ñôn vò Sôû Y teá hoà sô')).toBe(false)
  expect(isVietnamese('Unit,Total,Online')).toBe(false)
})
