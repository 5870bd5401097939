import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../db/temp-database.ts'
import { accept, figures, province, refuse } from './small-province.ts'

const VALUES = {
  tên: 'kết quả',
  'mô tả': 'kết quả',
  loại: 'observations',
  cột: { unit: ['Đơn vị'], ket_qua: ['Kết quả'], dvc: ['DVC'] },
  'số dòng tiêu đề': [1],
  'có dấu phân nhóm': true,
  'số liệu': [
    { 'chỉ số': 'online_rate', 'giá trị': 'ket_qua' },
    { 'chỉ số': 'services', 'giá trị': 'dvc' },
  ],
}
const asValues = () => {
  const profile = join(tempFolder(), 'ket-qua.json')
  writeFileSync(profile, JSON.stringify(VALUES))
  return { profile, period: '2024-05' }
}
const MAY = '2024-05-01/2024-05-31'

test.each(['KPS', 'Không phát sinh', '–', 'x', 'Không có', 'Chưa có số liệu'])(
  '"%s" in a column of values is no figure, neither a fault nor 0 %',
  async none => {
    const { db } = await province()
    const text = `Đơn vị;Kết quả;DVC\nSở Y tế;${none};50,5%\nSở Tư pháp;70,5%;${none}\n`
    const { notes } = await accept(db, 'observations', text, asValues())
    expect(await figures(db)).toEqual([`S1 services ${MAY} =50.5`, `S2 online_rate ${MAY} =70.5`])
    const said = notes.find(({ code }) => code === 'note_without')?.params
    // A dash is an empty cell.
    const lines = '2 “Sở Y tế”; 3 “Sở Tư pháp”'
    expect(said).toEqual(none === '–' ? undefined : { count: 2, lines })
  },
)

test('a unit of which every value is said to be none is left out, and counted', async () => {
  const { db } = await province()
  const text = 'Đơn vị;Kết quả;DVC\nSở Y tế;KPS;x\nSở Tư pháp;70,5%;60,5%\n'
  const { notes } = await accept(db, 'observations', text, asValues())
  expect(await figures(db)).toHaveLength(2)
  const said = notes.find(({ code }) => code === 'note_without')?.params
  expect(said).toEqual({ count: 1, lines: '2 “Sở Y tế”' })
})

const LONG = 'Tên đơn vị;Chỉ số;Kỳ;Tử số;Mẫu số;Giá trị\n'

test('in a long table likewise; counts of nothing are 0 of 0', async () => {
  const { db } = await province()
  const rows = [
    'Sở Y tế;online_rate;Tháng 5/2024;;;KPS',
    'Sở Tư pháp;online_rate;Tháng 5/2024;KPS;KPS;',
    'Xã Ia Pal;online_rate;Tháng 5/2024;x;x;',
  ]
  const { notes } = await accept(db, 'observations', LONG + rows.join('\n'))
  expect(await figures(db)).toEqual([`S2 online_rate ${MAY} 0/0`])
  const said = notes.find(({ code }) => code === 'note_without')?.params
  expect(said).toEqual({ count: 2, lines: '2 “Sở Y tế”; 4 “Xã Ia Pal”' })
})

test.each([
  ['', 'half_counts'],
  ['vài', 'not_whole'],
])('half a pair of counts beside “%s” is refused', async (part, code) => {
  const text = `${LONG}Sở Y tế;online_rate;Tháng 5/2024;${part};9;\n`
  const problems = await refuse(await province(), 'observations', text)
  expect(problems.map(each => each.code)).toEqual([code])
})
