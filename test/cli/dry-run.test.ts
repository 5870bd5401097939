import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../db/temp-database.ts'
import { programOn } from './program.ts'

/** A department that begins below, recovers, and falls again; figures come week by week. */
const FILES = {
  'units.csv': `code,name,short_name,kind,parent,aliases
P,Tỉnh Thử,Thử,province,,
S1,Sở Y tế,Sở Y tế,department,P,`,
  'indicators.csv': `code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases
online,Tỷ lệ hồ sơ trực tuyến,Hồ sơ trực tuyến,hồ sơ nộp trực tuyến,hồ sơ tiếp nhận,sum,12,trực tuyến`,
  'campaigns.csv': `campaign,name,phase,phase_name,start,end,document
CD,Chiến dịch,1,Giai đoạn 1,2024-05-06,2024-06-30,1/KH`,
  'targets.csv': `campaign,phase,unit,indicator,target,document
CD,1,S1,online,60,1/KH`,
  'members.csv': `member,name,role,unit
gd,Giám đốc Sở Y tế,leader,S1
sl,Cán bộ số liệu,data,P`,
  'observations.csv': `unit,indicator,period,numerator,denominator,value,note
S1,online,2024-W19,50,100,,
S1,online,2024-W20,90,100,,
S1,online,2024-W21,0,100,,`,
} as const

const EXPECTED = `day,member,what,unit,indicator
2024-05-13,gd,first,S1,online
2024-05-20,gd,recovered,S1,online
2024-05-27,gd,fell,S1,online
2024-06-06,sl,stale,,
`

function folder(expected: string): string {
  const place = join(tempFolder(), 'kiem-tra')
  mkdirSync(place)
  for (const [name, text] of Object.entries({ ...FILES, 'expected.csv': expected }))
    writeFileSync(join(place, name), text)
  return place
}

test('a folder of series says which messages it expects, and what is otherwise is named', async () => {
  const { run, json } = programOn(join(tempFolder(), 'own.db'))
  const ended = await run('evaluate', '--expect', folder(EXPECTED))
  expect([ended.status, ended.out]).toEqual([0, 'Đúng như dự kiến: 4 dòng, từ 2024-05-06 đến 2024-06-30.\n'])
  const other = EXPECTED.replace('2024-05-20,gd,recovered', '2024-05-21,gd,recovered')
  const wrong = await run('evaluate', '--expect', folder(other))
  expect(wrong.status).toBe(1)
  expect(wrong.err).toContain('thiếu 1 (-), thừa 1 (+)')
  expect(wrong.err).toContain('- 2024-05-21,gd,recovered,S1,online\n+ 2024-05-20,gd,recovered,S1,online')
  expect((await run('evaluate', '--expect', folder('ngay,ai\n'))).err).toContain('cần các cột')
  expect(await json(['outbox'])).toEqual([])
})

test('a past stretch is lived through again, and nothing of it is kept', async () => {
  const { run, json } = programOn(join(tempFolder(), 'own.db'))
  await run('load', folder(EXPECTED))
  const found = await json<{ messages: { day: string; member: string; text: string }[] }>([
    'evaluate',
    '--from',
    '2024-05-20',
    '--to',
    '2024-05-28',
    '--dry-run',
  ])
  expect(found.messages.map(({ day, member }) => `${day} ${member}`)).toEqual([
    '2024-05-20 gd',
    '2024-05-27 gd',
  ])
  expect(found.messages[0]?.text).toContain('Sở Y tế – đã đạt lại chỉ tiêu giai đoạn 1')
  expect(await json(['outbox'])).toEqual([])
  expect((await run('evaluate', '--from', '2024-05-20', '--dry-run')).status).toBe(2)
})
