import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../db/temp-database.ts'
import { accept, figures, province, refuse } from './small-province.ts'

const COUNTS = {
  tên: 'số hồ sơ',
  'mô tả': 'số hồ sơ',
  loại: 'observations',
  cột: { unit: ['Đơn vị'], online: ['Trực tuyến'], all: ['Tổng số'] },
  'số liệu': [{ 'chỉ số': 'online_rate', 'tử số': ['online'], 'mẫu số': ['all'] }],
}

function profiled() {
  const profile = join(tempFolder(), 'so-ho-so.json')
  writeFileSync(profile, JSON.stringify(COUNTS))
  return { profile, period: '2024-05' }
}

const UNITS = ['Sở Y tế;45;50', 'Sở Tư pháp;38;40', 'Xã Ia Pal;20;20']
const beside = (title: string, cells: readonly string[]) =>
  [`Đơn vị;Trực tuyến;Tổng số;${title}`, ...UNITS.map((row, at) => `${row};${cells[at]}`)].join('\n')

test.each([
  ['Tỷ lệ', ['90', '95', '10'], '10'],
  ['Tỷ lệ', ['0,9', '0,95', '0,1'], '0,1'],
  ['Đạt (%)', ['90%', '59%', '100%'], '59%'],
])(
  'a rate under "%s" that its counts do not give, as those of the others do, is refused: %j',
  async (title, cells, value) => {
    const world = await province()
    const problems = await refuse(world, 'observations', beside(title, cells), profiled())
    expect(problems.map(each => [each.code, each.column, each.value])).toEqual([
      ['rate_differs', title, value],
    ])
  },
)

test.each([
  ['Từ kỳ trước', ['0', '0', '0']],
  ['Quá hạn', ['0', '0', '1']],
  ['Tỷ lệ', ['0,90', '0,95', '1']],
])('counts under "%s" are no rates, though no part of one is more than 1: %j', async (title, cells) => {
  const { db } = await province()
  await accept(db, 'observations', beside(title, cells), profiled())
  expect(await figures(db)).toHaveLength(UNITS.length)
})
