import { expect, test } from 'vitest'
import { accept, figures, province, refuse } from './small-province.ts'

const report = (letterhead: string, column = '', unit = '') =>
  [
    letterhead,
    'Kết quả tháng 5 năm 2024;;;',
    `TT;${column}Chỉ số;Số hồ sơ đạt;Tổng số hồ sơ;Chỉ tiêu giao (%)`,
    `1;${unit}Tỷ lệ hồ sơ trực tuyến;30;40;60`,
    `2;${unit}Tỷ lệ DVC có phát sinh;8;10;75`,
  ].join('\n')

test('a report of one unit with a row an indicator names the lowest unit of its letterhead, and the way on is right', async () => {
  const letterhead = 'UBND HUYỆN CHƯ SÊ;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nUBND XÃ IA PAL;;Độc lập - Tự do'
  const found = await province()
  expect(await refuse(found, 'observations', report(letterhead))).toMatchObject([
    { code: 'indicators_of_unit', params: { unit: 'Xã Ia Pal' } },
  ])
  await accept(found.db, 'observations', report(letterhead, 'Đơn vị;', 'Xã Ia Pal;'))
  const may = '2024-05-01/2024-05-31'
  expect(await figures(found.db)).toEqual([`X2 online_rate ${may} 30/40`, `X2 services ${may} 8/10`])
})

test('without a unit in the letterhead nothing is said of one', async () => {
  const problems = await refuse(
    await province(),
    'observations',
    report('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM;'),
  )
  expect(problems.map(({ code }) => code)).toContain('missing_column')
})
