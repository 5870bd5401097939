import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../db/temp-database.ts'
import { programOn } from './program.ts'

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
