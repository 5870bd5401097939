import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../db/temp-database.ts'
import { programOn } from './program.ts'
import { smallProgram } from './small-program.ts'

test('where units alone are loaded the built-in indicators are suggested, and come along', async () => {
  const folder = tempFolder()
  const { run } = programOn(join(folder, 'new.db'))
  const path = (name: string) => join(folder, name)
  writeFileSync(
    path('u.csv'),
    'code,name,short_name,kind,parent,aliases\nP,Tỉnh Mới,Mới,province,,\nS,Sở Y tế,Sở Y tế,department,P,\n',
  )
  await run('import', 'units', path('u.csv'))
  writeFileSync(path('b.csv'), 'Hài lòng tháng 4 năm 2024;\nĐơn vị;Mức độ hài lòng (%)\nSở Y tế;91,5\n')
  const said = await run('profile', 'suggest', path('b.csv'), '--out', path('m.json'))
  expect(said.out).toContain('Mức độ hài lòng lấy từ cột “Mức độ hài lòng (%)”')
  expect(await run('import', path('b.csv'), '--profile', path('m.json'))).toMatchObject({ status: 0 })
})

test('beside a sum of points what is called no rate is points, and never suggested as a percent', async () => {
  const folder = tempFolder()
  const { run } = programOn(join(folder, 'new.db'))
  const path = (name: string) => join(folder, name)
  writeFileSync(
    path('u.csv'),
    'code,name,short_name,kind,parent,aliases\nP,Tỉnh Mới,Mới,province,,\nS,Sở Y tế,Sở Y tế,department,P,\nN,Sở Nội vụ,Sở Nội vụ,department,P,\n',
  )
  await run('import', 'units', path('u.csv'))
  writeFileSync(
    path('b.csv'),
    'Chấm điểm tháng 4 năm 2024;;;\nĐơn vị;Số hóa hồ sơ;Tỷ lệ hài lòng;Tổng điểm\nSở Y tế;18,2;91,5;88,4\nSở Nội vụ;17,5;90,2;86\n',
  )
  const { out } = await run('profile', 'suggest', path('b.csv'), '--out', path('m.json'))
  expect(out).not.toContain('Số hóa hồ sơ lấy từ cột')
})

test('parts of a score are suggested as points; the profile that calls one a rate is refused', async () => {
  const folder = tempFolder()
  const { run } = programOn(join(folder, 'new.db'))
  const path = (name: string) => join(folder, name)
  writeFileSync(
    path('u.csv'),
    'code,name,short_name,kind,parent,aliases\nP,Tỉnh Mới,Mới,province,,\nS,Sở Y tế,Sở Y tế,department,P,\nN,Sở Nội vụ,Sở Nội vụ,department,P,\n',
  )
  await run('import', 'units', path('u.csv'))
  writeFileSync(
    path('b.csv'),
    'Chấm điểm tháng 4 năm 2024;;\nĐơn vị;Mức độ hài lòng (tối đa 18 điểm);Tổng số điểm\nSở Y tế;16,5;88,4 điểm\nSở Nội vụ;17,25;91 đ\n',
  )
  await run('profile', 'suggest', path('b.csv'), '--out', path('m.json'))
  const profile = readFileSync(path('m.json'), 'utf8')
  expect([...profile.matchAll(/"chỉ số": "(\w+)"/g)].map(([, code]) => code)).toEqual([
    'service_score',
    'score_satisfaction',
  ])
  writeFileSync(path('wrong.json'), profile.replace('score_satisfaction', 'satisfaction_rate'))
  const refused = await run('import', path('b.csv'), '--profile', path('wrong.json'))
  expect(refused).toMatchObject({ status: 1, err: expect.stringContaining('điểm tối đa (18)') })
  expect(await run('import', path('b.csv'), '--profile', path('m.json'))).toMatchObject({ status: 0 })
  expect((await run('history', 'S', 'service_score')).out).toContain('88,4')
})

test('a rate of nothing is no figure, and its unit is named; a template is a spreadsheet by its name', async () => {
  const { run } = await smallProgram()
  const path = join(tempFolder(), 'b.csv')
  writeFileSync(path, 'Tháng 4/2024;\nĐơn vị;Tỷ lệ hồ sơ trực tuyến\nSở Y tế;61,5\nSở Tư pháp;#DIV/0!\n')
  const profile = path.replace('.csv', '.json')
  const said = await run('profile', 'suggest', path, '--out', profile)
  expect(said.out).not.toContain('không phải là số')
  const ended = await run('import', path, '--profile', profile)
  expect(ended).toMatchObject({ status: 0, out: expect.stringContaining('dòng 4 “Sở Tư pháp”') })
  expect(ended.out).toContain('mới 1, ')
  writeFileSync(path, 'Tháng 4/2024;\nĐơn vị;Tỷ lệ hồ sơ trực tuyến\nSở Y tế;61,5\nSở Tư pháp;#REF!\n')
  const refused = await run('import', path, '--profile', profile)
  expect(refused).toMatchObject({ status: 1, err: expect.stringContaining('để trống ô') })
  expect(await run('template', 'units', path)).toMatchObject({ status: 2 })
})
