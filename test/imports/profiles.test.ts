import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readProfile, shippedProfiles } from '../../src/imports/profile.ts'
import { tempDatabase, tempFolder } from '../db/temp-database.ts'
import { accept, figures, province, refuse, UNITS } from './small-province.ts'

describe('the table of 18 columns', () => {
  const PROFILE = 'qd766-theo-doi-18-cot'
  const TITLE =
    'THEO DÕI CHỈ TIÊU DVC TRỰC TUYẾN, QĐ 766;;;;;;;;;;;;;;;;;\nTừ ngày 13/5/2024;;;;;;;;;;;;;;;;;\n'
  const HEADER =
    'STT;Mã định danh;Tên đơn vị;Số hồ sơ nhận giải quyết;;;Tỷ lệ nộp hồ sơ trực tuyến;;;Kết quả xử lý;;;;Số lượng hồ sơ Đã đồng bộ về cổng DVC QG;Tổng HS có nghĩa vụ tài chính;Thanh toán trực tuyến;;\n' +
    ';;;Số mới tiếp nhận trực tuyến;Số mới tiếp nhận trực tiếp;Số mới tiếp nhận qua BCCI;Tỷ lệ trực tuyến (%);Tỷ lệ trực tiếp (%);Tỷ lệ nộp BCCI (%);HS xử lý đúng hạn;HS xử lý quá hạn;Tỷ lệ HS xử lý đúng hạn (%);Tỷ lệ HS xử lý quá hạn (%);;;Số HS đã TTTT cổng DVC QG;Tỷ lệ TTTT cổng DVC QG (%);Tỷ lệ TT trực tiếp (%)\n' +
    '(1);(2);(3);(4);(5);(6);(7);(8);(9);(10);(11);(12);(13);(14);(15);(16);(17);(18)\n'
  const options = { profile: PROFILE, period: '2024-W20' }

  test('gives counts from columns and sums of columns; titles, numbers of columns and totals are no units', async () => {
    const { db } = await province()
    const outcome = await accept(
      db,
      'observations',
      `${TITLE}${HEADER}` +
        '1;H21.1;SỞ Y TẾ;1.240;700;60;62,00;35;3;5;1;83,3;16,7;1.900;100;25;25,00;75\n' +
        '2;H21.2;UBND xã Ia Pal;30;10;-;75;25;0;;;;;40;0;0;;\n' +
        ';;Tổng cộng;1.270;710;60;62,4;;;;;;;1.941;100;25;;\n' +
        ';;;;;;;;;;;;;;;;;\n' +
        'Ghi chú: số liệu tạm tính;;;;;;;;;;;;;;;;;\n',
      options,
    )
    expect(await figures(db)).toEqual([
      'S1 online_payment_rate 2024-05-13/2024-05-19 25/100',
      'S1 online_rate 2024-05-13/2024-05-19 1240/2000',
      'S1 transparency_rate 2024-05-13/2024-05-19 1900/2000',
      'X2 online_payment_rate 2024-05-13/2024-05-19 0/0',
      'X2 online_rate 2024-05-13/2024-05-19 30/40',
      'X2 transparency_rate 2024-05-13/2024-05-19 40/40',
    ])
    expect(
      outcome.warnings.map(({ line, column, value, code, params }) => [line, column, value, code, params]),
    ).toEqual([[8, 'Số lượng hồ sơ Đã đồng bộ về cổng DVC QG', '1.941', 'total_differs', { sum: 1940 }]])
  })

  test('is read by the names of its data fields too, whatever the separator', async () => {
    const { db } = await province()
    await accept(
      db,
      'observations',
      'tenThongKe,tiepNhanQuaMang,tiepNhanTrucTiep,tiepNhanBCCI,tongDaDongBoVeDvcqg,tongCoNghiaVuTaiChinh,daTTTTQuaDvcqg\nSTP,1,2,1,4,2,1\n',
      { profile: PROFILE, file: 'theo-doi_tuan20-2024.csv' },
    )
    expect((await figures(db))[1]).toBe('S2 online_rate 2024-05-13/2024-05-19 1/4')
  })

  test('a percent that its counts do not give is warned of, a part above its whole is refused', async () => {
    const opened = await province()
    const row = '1;H21.1;Sở Y tế;50;50;0;55,0;;;;;;;100;100;25;25;75\n'
    const { warnings } = await accept(opened.db, 'observations', HEADER + row, options)
    expect(warnings).toMatchObject([
      {
        line: 4,
        column: 'Tỷ lệ trực tuyến (%)',
        value: '55,0',
        code: 'value_differs',
        params: { computed: 50 },
      },
    ])
    const worse = '1;H21.1;Sở Tư pháp;50;50;0;50;;;;;;;101;100;vài;25;75\n'
    const problems = await refuse(opened, 'observations', HEADER + worse, options)
    expect(problems.map(({ line, column, value, code }) => [line, column, value, code])).toEqual([
      [4, 'Số lượng hồ sơ Đã đồng bộ về cổng DVC QG', '101', 'numerator_above'],
      [4, 'Số HS đã TTTT cổng DVC QG', 'vài', 'not_whole'],
    ])
  })

  test('a name that several units have is refused, naming them', async () => {
    const row = '1;;Chư Sê;50;50;0;50;;;;;;;100;100;25;25;75\n'
    const problems = await refuse(await province(), 'observations', HEADER + row, options)
    expect(problems).toMatchObject([
      {
        line: 4,
        column: 'Tên đơn vị',
        value: 'Chư Sê',
        code: 'ambiguous_unit',
        params: { near: 'H1 (Huyện Chư Sê, Tỉnh Mẫu); X1 (Thị trấn Chư Sê, Huyện Chư Sê)' },
      },
    ])
  })
})

describe('the long Vietnamese table', () => {
  const options = { profile: 'bang-dai' }

  test('names units, indicators and periods as people write them', async () => {
    const { db } = await province()
    await accept(
      db,
      'observations',
      'Đơn vị;Chỉ số;Kỳ;Tử số;Mẫu số;Giá trị\n' +
        'Sở Y tế;Tỷ lệ hồ sơ trực tuyến;Tuần 20/2024;1.245;2.400;\n' +
        'huyện chư sê;Hồ sơ trực tuyến;tháng 5 năm 2024;1;2;\n' +
        'THI TRAN CHU SE;online_rate;Quý II/2024;1;2;\n' +
        'STP;tỷ lệ trực tuyến;Năm 2023;;;40,3%\n' +
        'UBND tỉnh Mẫu;Điểm;5/2024;;;86,74\n' +
        'UBND xã Ia Pal;DVC phát sinh;19/05/2024;3;4;\n' +
        'S1;services;từ 22/3/2024 đến 1/5/2024;3;4;\n' +
        'S2;services;2024-W20;3;4;\n',
      options,
    )
    expect(await figures(db)).toEqual([
      'H1 online_rate 2024-05-01/2024-05-31 1/2',
      'P score 2024-05-01/2024-05-31 =86.74',
      'S1 online_rate 2024-05-13/2024-05-19 1245/2400',
      'S1 services 2024-03-22/2024-05-01 3/4',
      'S2 online_rate 2023-01-01/2023-12-31 =40.3',
      'S2 services 2024-05-13/2024-05-19 3/4',
      'X1 online_rate 2024-04-01/2024-06-30 1/2',
      'X2 services 2024-05-19/2024-05-19 3/4',
    ])
  })

  test('says what it does not understand', async () => {
    const problems = await refuse(
      await province(),
      'observations',
      'Đơn vị;Chỉ số;Kỳ;Tử số;Mẫu số\nSở Y;Hồ sơ trực tiếp;đầu năm;1;2\n',
      options,
    )
    expect(problems.map(({ column, value, code }) => [column, value, code])).toEqual([
      ['Chỉ số', 'Hồ sơ trực tiếp', 'unknown_indicator'],
      ['Kỳ', 'đầu năm', 'bad_period'],
      ['Đơn vị', 'Sở Y', 'unknown_unit'],
    ])
    expect(problems[2]?.params).toEqual({ near: expect.stringContaining('S1 (Sở Y tế)') })
  })
})

const write = (profile: unknown) => {
  const path = join(tempFolder(), 'profile.json')
  writeFileSync(path, typeof profile === 'string' ? profile : JSON.stringify(profile))
  return path
}

describe("a profile of one's own", () => {
  test('reads any kind of file by the headers that it names, with what is the same in every row', async () => {
    const { db } = tempDatabase()
    await accept(db, 'units', UNITS)
    const profile = write({
      name: 'xa',
      about: '',
      kind: 'units',
      columns: { code: ['Mã'], name: ['Tên xã, phường'], short_name: ['#2'], aliases: ['Tên khác'] },
      fixed: { kind: 'commune', parent: 'P' },
    })
    const text =
      'DANH SÁCH;;;\nmã;TÊN XÃ, PHƯỜNG;Dân số;Tên khác\nX8;Xã Ia Hrú;5;Ia Hru|Hrú\nX9;Phường Hội Phú;7;'
    await accept(db, 'units', text, { profile })
    expect((await db.read.catalog.get()).units.slice(-2)).toEqual([
      expect.objectContaining({
        code: 'X8',
        shortName: 'Xã Ia Hrú',
        kind: 'commune',
        parent: 'P',
        aliases: ['Ia Hru', 'Hrú'],
      }),
      expect.objectContaining({ code: 'X9', name: 'Phường Hội Phú', aliases: [] }),
    ])
  })

  test('takes the period of each row from a column, and units of the named kinds only', async () => {
    const { db } = await province()
    const profile = write({
      name: 'thang',
      about: '',
      kind: 'observations',
      columns: { unit: ['đơn vị'], period: ['tháng'], all: ['tổng'], online: ['mạng'] },
      unit: { kinds: ['commune'] },
      periods: [{ pattern: '^(\\d+)/(\\d+)$', period: '$2-$1' }],
      figures: [{ indicator: 'online_rate', numerator: ['online'], denominator: ['all'] }],
    })
    const text = 'đơn vị,tháng,mạng,tổng\nChư Sê,4/2024,1,2\nChư Sê,5/2024,2,2\n'
    await accept(db, 'observations', text, { profile })
    expect(await figures(db)).toEqual([
      'X1 online_rate 2024-04-01/2024-04-30 1/2',
      'X1 online_rate 2024-05-01/2024-05-31 2/2',
    ])
    const problems = await refuse(
      await province(),
      'observations',
      'đơn vị,tháng,mạng,tổng\nChư Sê,hè,1,2\nChư Sê,,1,2\n',
      { profile },
    )
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'tháng', 'bad_period'],
      [3, 'tháng', 'empty_cell'],
    ])
  })

  test.each([
    ['that is no JSON', '{', { code: 'profile_not_json', line: 1, params: { near: '{' } }],
    [
      'without columns',
      { name: 'x', about: '', kind: 'units' },
      { code: 'profile_value', params: { at: 'columns' } },
    ],
    [
      'of an unknown kind',
      { name: 'x', about: '', kind: 'sheep', columns: {} },
      { code: 'profile_value', params: { at: 'kind' } },
    ],
    [
      'with an unknown key',
      { name: 'x', about: '', kind: 'units', columns: {}, rows: 1 },
      { code: 'profile_key', params: { key: 'rows' } },
    ],
    [
      'with a pattern that is none',
      {
        name: 'x',
        about: '',
        kind: 'units',
        columns: { a: ['a'] },
        skipRows: [{ column: 'a', pattern: '(' }],
      },
      { code: 'profile_pattern', params: { at: 'skipRows.0.pattern' } },
    ],
    [
      'in Vietnamese with a column that has no header, in Vietnamese',
      { tên: 'x', 'mô tả': '', loại: 'observations', cột: { unit: [] } },
      { code: 'profile_value', params: { at: 'cột.unit', expected: 'ít nhất một mục, không để trống' } },
    ],
    [
      'in Vietnamese without what it must say',
      { tên: 'x', loại: 'observations', cột: { unit: ['a'] } },
      { code: 'profile_value', params: { at: 'mô tả', expected: 'chữ trong ngoặc kép' } },
    ],
    [
      'that uses a column it does not define',
      {
        name: 'x',
        about: '',
        kind: 'observations',
        columns: { unit: ['a'] },
        figures: [{ indicator: 'x', value: 'b' }],
      },
      { code: 'profile_column', params: { used: 'b' } },
    ],
    [
      'of another kind of file',
      { name: 'x', about: '', kind: 'units', columns: { code: ['a'] } },
      { code: 'profile_of_kind', params: { kind: 'units' } },
    ],
    [
      'whose indicator nobody knows',
      {
        name: 'x',
        about: '',
        kind: 'observations',
        columns: { unit: ['unit'], b: ['value'] },
        figures: [{ indicator: 'sheep', value: 'b' }],
      },
      { code: 'no_indicator', value: 'sheep' },
    ],
  ])('%s is refused', async (_, profile, problem) => {
    const text = 'unit,value\nS1,1\n'
    const problems = await refuse(await province(), 'observations', text, {
      profile: write(profile),
      period: '2024',
    })
    expect(problems).toMatchObject([problem])
  })

  test('that is not there is refused, naming those that are', async () => {
    const problems = await refuse(await province(), 'observations', 'a,b\n1,2', { profile: 'qd766' })
    expect(problems).toMatchObject([
      {
        code: 'unknown_profile',
        value: 'qd766',
        params: { known: shippedProfiles().join(', ') },
      },
    ])
  })
})

test('every shipped profile is sound and named like its file', () => {
  expect(shippedProfiles().length).toBeGreaterThan(0)
  for (const name of shippedProfiles()) expect(readProfile(name)).toMatchObject({ name })
})
