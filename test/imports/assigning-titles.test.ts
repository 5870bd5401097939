import { expect, test } from 'vitest'
import { isAssigning, doubtOfTargets } from '../../src/imports/meant-targets.ts'
import { parseProfile } from '../../src/imports/profile.ts'
import { province, refuse } from './small-province.ts'

const title = (text: string) => [{ line: 1, cells: [text] }]

test.each([
  ['PHÂN BỔ CHỈ TIÊU TRẢ KẾT QUẢ ĐIỆN TỬ NĂM 2025', true],
  ['Phụ lục 2. Giao chỉ tiêu số hóa hồ sơ, kết quả giải quyết TTHC', true],
  ['PHAN BO CHI TIEU TRA KET QUA DIEN TU NAM 2025', true],
  ['BÁO CÁO PHÂN BỔ CHỈ TIÊU NĂM 2025', false],
  ['GIAO CHỈ TIÊU VÀ KẾT QUẢ THỰC HIỆN NĂM 2025', false],
  ['KẾT QUẢ GIẢI QUYẾT TTHC SO VỚI CHỈ TIÊU', false],
])('“%s” assigns targets: %s', (text, assigns) => {
  expect(doubtOfTargets(title(text), []) === null).toBe(assigns)
})

test('an annex begins as one', () => {
  expect(isAssigning(title('Giao chỉ tiêu năm 2025'))).toBe(true)
  expect(isAssigning(title('Bàn giao chỉ tiêu năm 2025'))).toBe(false)
})

test('targets for several months beside one another are refused by what they are', async () => {
  const table =
    'PHÂN BỔ CHỈ TIÊU HỒ SƠ TRỰC TUYẾN NĂM 2025;;;;\nTT;Đơn vị;Chỉ tiêu giao (%);;\n;;Tháng 3;Tháng 6;Cả năm\n1;Sở Y tế;40;50;60\n'
  const problems = await refuse(await province(), 'targets', table)
  expect(problems.map(each => each.code)).toEqual(['targets_by_period'])
})

test.each([
  ['"chỉ số": "?", "giá trị": "a"', 1],
  ['\n"chỉ số": "x",\n"tử số": ["a"], "mẫu số": ["?"]', 3],
])('a “?” that nobody filled in is said as such', (figure, line) => {
  const text = `{"tên": "m", "mô tả": "m", "loại": "observations", "cột": {"unit": ["U"], "a": ["A"]}, "số liệu": [{${figure}}]}`
  expect(parseProfile('m.json', text)).toMatchObject({ code: 'profile_question', line })
})
