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
