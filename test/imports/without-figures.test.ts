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

const PARTS = {
  ...VALUES,
  cột: { unit: ['Đơn vị'], online: ['Trực tuyến'], direct: ['Trực tiếp'], post: ['BCCI'], rate: ['Tỷ lệ'] },
  'cột có thể thiếu': ['rate'],
  'số liệu': [
    {
      'chỉ số': 'online_rate',
      'tử số': ['online'],
      'mẫu số': ['online', 'direct', 'post'],
      'so với cột': 'rate',
    },
  ],
}

async function inParts(rows: readonly string[], head = 'Đơn vị;Trực tuyến;Trực tiếp;BCCI') {
  const profile = join(tempFolder(), 'tung-phan.json')
  writeFileSync(profile, JSON.stringify(PARTS))
  const { db } = await province()
  const { notes } = await accept(db, 'observations', [head, ...rows].join('\n'), {
    profile,
    period: '2024-05',
  })
  const blank = notes.filter(({ code }) => code.startsWith('note_blank'))
  return {
    figures: await figures(db),
    said: blank.map(({ code, params }) => `${code} ${Object.values(params).join(' ')}`),
  }
}

test('an empty cell among parts that are added is not 0 where the table writes its zeros', async () => {
  expect(await inParts(['Sở Y tế;12;;2', 'Sở Tư pháp;3;1;0'])).toEqual({
    figures: [`S2 online_rate ${MAY} 3/4`],
    said: ['note_blank_counts 1 2 “Sở Y tế”'],
  })
})

test('it is 0, which is said, where the table never writes one, or nobody has anything in that column', async () => {
  const figuresOfBoth = [`S1 online_rate ${MAY} 12/14`, `S2 online_rate ${MAY} 3/4`]
  expect(await inParts(['Sở Y tế;12;;2', 'Sở Tư pháp;3;1;'])).toEqual({
    figures: figuresOfBoth,
    said: ['note_blank_zero 2 2 “Sở Y tế”; 3 “Sở Tư pháp”'],
  })
  expect(await inParts(['Sở Y tế;12;2;', 'Sở Tư pháp;3;1;', 'Xã Ia Pal;0;2;'])).toMatchObject({
    figures: [...figuresOfBoth, `X2 online_rate ${MAY} 0/2`],
  })
})

test('and where the rate of its row shows that it is, nothing is to be said', async () => {
  const head = 'Đơn vị;Trực tuyến;Trực tiếp;BCCI;Tỷ lệ'
  expect(await inParts(['Sở Y tế;12;;2;85,71', 'Sở Tư pháp;3;;0;60'], head)).toEqual({
    figures: [`S1 online_rate ${MAY} 12/14`],
    said: ['note_blank_counts 1 3 “Sở Tư pháp”'],
  })
})
