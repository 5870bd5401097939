import { describe, expect, test } from 'vitest'
import { doubtOfTargets } from '../../src/imports/meant-targets.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { limitIn } from '../../src/imports/values/numbers.ts'
import { accept, AT, bytes, expectSayable, province, refuse } from './small-province.ts'

const title = (...texts: string[]) => texts.map((text, at) => ({ line: at + 1, cells: [text, ''] }))
const HEAD = [{ line: 9, cells: ['STT', 'Đơn vị', 'Tỷ lệ hồ sơ trực tuyến (%)'] }]

describe('a table of percents by unit is one of targets where its title assigns', () => {
  test.each([
    ['GIAO CHỈ TIÊU CUNG CẤP DỊCH VỤ CÔNG NĂM 2027'],
    [
      'Phụ lục II: Mục tiêu chuyển đổi số năm 2027',
      '(Kèm theo Quyết định số 15/QĐ-UBND ngày 26 tháng 11 năm 2026)',
    ],
    ['KẾ HOẠCH THỰC HIỆN HỒ SƠ TRỰC TUYẾN NĂM 2027'],
    ['CHI TIEU GIAO NAM 2027'],
    ['Sở Giao thông vận tải', 'Mức phấn đấu năm 2027'],
  ])('%s', (...texts) => {
    expect(doubtOfTargets(title(...texts), HEAD)).toBeNull()
  })

  test.each([
    ['BÁO CÁO THỰC HIỆN CHỈ TIÊU NĂM 2026'],
    ['Tình hình hồ sơ trực tuyến các xã năm 2026'],
    ['HỒ SƠ TRỰC TUYẾN NĂM 2026', '(Kèm theo văn bản số 310/BC-UBND)'],
    ['KET QUA GIAO CHI TIEU NAM 2026'],
    ['CÁC CHỈ TIÊU DỊCH VỤ CÔNG TUẦN 47 NĂM 2026'],
    ['Chỉ tiêu tháng 10/2026'],
  ])('and not where it reports: %s', (...texts) => {
    expect(doubtOfTargets(title(...texts), HEAD)?.code).toBe('targets_or_report')
  })

  test.each([
    ['HỒ SƠ TRỰC TUYẾN NĂM 2026'],
    ['SỞ GIAO THÔNG VẬN TẢI', 'Năm 2026'],
    ['Sở Giáo dục và Đào tạo'],
    ['SO GIAO DUC'],
  ])('nor where it says nothing of it: %s', (...texts) => {
    expect(doubtOfTargets(title(...texts), HEAD)?.code).toBe('targets_unsaid')
  })

  test('what its columns say counts, too', () => {
    const header = [{ line: 2, cells: ['Đơn vị', 'Hồ sơ trực tuyến (chỉ tiêu 2027)'] }]
    expect(doubtOfTargets(title('Năm 2027'), header)).toBeNull()
  })
})

test('a report with the columns of an annex is refused with the ways on, and read as targets where that is said', async () => {
  const { db } = await province()
  const report =
    'KẾT QUẢ NĂM 2026;;\n(Theo Báo cáo số 9/BC-UBND);;\nTT;Đơn vị;Hồ sơ trực tuyến\n1;Sở Y tế;61\n2;Sở Tư pháp;70'
  const given = { file: 'bang.csv', bytes: bytes(report), at: AT }
  const refused = await importFile(db, given)
  expect(refused).toMatchObject({
    ok: false,
    problems: [{ code: 'targets_or_report', params: { said: 'KẾT QUẢ NĂM 2026' } }],
  })
  expect(await importFile(db, { ...given, kind: 'targets' })).toMatchObject({
    ok: true,
    kind: 'targets',
    added: 2,
  })
})

test('a file that is refused as what it was taken for says so', async () => {
  const { db } = await province()
  const annex =
    'GIAO CHỈ TIÊU NĂM 2026;\n(Quyết định số 9/QĐ-UBND);\nĐơn vị;Hồ sơ trực tuyến\nSở Y tế;610\nSở Tư pháp;70'
  const outcome = await importFile(db, { file: 'bang.csv', bytes: bytes(annex), at: AT })
  const problems = outcome.ok ? [] : outcome.problems
  expect(problems.map(each => each.code)).toEqual(['target_out_of_range', 'taken_for'])
  problems.forEach(expectSayable)
})

test.each([
  ['không quá 5%', 'most', '5%'],
  ['Phấn đấu không vượt quá 5 %', 'most', '5 %'],
  ['≤ 5', 'most', '5'],
  ['dưới 2%', 'most', '2%'],
  ['5% trở xuống', 'most', '5%'],
  ['65-70%', 'range', '65-70%'],
  ['từ 65% đến 70%', 'range', 'từ 65% đến 70%'],
  ['từ 65,5% trở lên', 'least', '65,5%'],
  ['Phấn đấu đạt trên 65%', 'least', '65%'],
  ['≥65', 'least', '≥65'],
  ['65%', null, '65%'],
  ['theo kế hoạch', null, 'theo kế hoạch'],
])('the limit in %s', (cell, is, bare) => {
  expect(limitIn(cell)).toEqual({ is, bare })
})

const LONG = 'Năm;Đơn vị;Loại đơn vị;Chỉ số;Chỉ tiêu giao;Văn bản\n'
const row = (unit: string, kind: string, target: string) =>
  `2027;${unit};${kind};Hồ sơ trực tuyến;${target};1/KH`

test('a target is read in its words, whoever it is for, and no row of one is dropped', async () => {
  const opened = await province()
  const rows = [row('Các sở, ngành (trừ Sở Y tế)', '', 'tối thiểu 65%'), row('', 'xã', 'phấn đấu trên 60%')]
  await accept(opened.db, 'targets', LONG + rows.join('\n'))
  const { targets } = await opened.db.read.catalog.get()
  expect(targets.map(({ kind, target, except }) => [kind, target, except])).toEqual([
    ['department', 65, ['S1']],
    ['commune', 60, []],
  ])
  const codesOf = async (text: string) =>
    (await refuse(opened, 'targets', `${LONG}${row('Sở Y tế', '', '70%')}\n${text}`)).map(
      ({ code, line }) => [code, line],
    )
  expect(await codesOf(row('Xã Ia Pan', '', 'tối thiểu 65%'))).toEqual([['unknown_unit', 3]])
  expect(await codesOf(row('Nhóm ba', '', 'ít nhất 65%'))).toEqual([['no_unit', 3]])
  expect(await codesOf(row('Sở Tư pháp', '', 'cao hơn năm trước'))).toEqual([['target_in_words', 3]])
  expect(await codesOf(row('Sở Tư pháp', '', '60–65%'))).toEqual([['target_range', 3]])
  expect(await codesOf(row('Sở Tư pháp', '', 'không quá 5%'))).toEqual([['target_at_most', 3]])
})

const lateDays = (target: string) => `${LONG}2027;Sở Y tế;;Ngày trễ;${target};1/KH`

test('where lower is better a target is the most that may be', async () => {
  const opened = await province()
  await accept(opened.db, 'targets', lateDays('không quá 5'))
  expect((await opened.db.read.catalog.get()).targets).toMatchObject([{ unit: 'S1', target: 5 }])
  expect(await refuse(opened, 'targets', lateDays('ít nhất 5'))).toMatchObject([{ code: 'target_at_least' }])
})

const annex = (heading: string) =>
  `GIAO CHỈ TIÊU NĂM 2027;;\nKế hoạch 9/KH-UBND;;\nTT;Đơn vị;Hồ sơ trực tuyến\nI;${heading}\n1;Sở Y tế;60\n;Nơi nhận: VT, KSTT;Gia Lai, ngày 02 tháng 10 năm 2026\n;Như trên;CHỦ TỊCH`

test('in an annex a heading with a target that names no kind is refused, the place and day of a signature is none', async () => {
  const opened = await province()
  await accept(opened.db, 'targets', annex('Khối xa;'))
  expect(await refuse(opened, 'targets', annex('Cụm số 2;tối thiểu 60%'))).toMatchObject([
    { code: 'no_unit', line: 4 },
  ])
})
