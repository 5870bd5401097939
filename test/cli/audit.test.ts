import { expect, test } from 'vitest'
import { smallProgram } from './small-program.ts'

interface Row {
  at: string
  actor: string
  action: string
  object: string
  before: string | null
  after: string | null
}

const HEAD = 'unit,indicator,period,numerator,denominator,value,note'

test('imports, undoing, settings and names are in the audit with who did them; what changed nothing is not', async () => {
  const { run, json, bring } = await smallProgram()
  await bring('observations', `${HEAD}\nS1,online,2024-W19,40,100,,`)
  await run('settings', 'stale_days', '5')
  await run('settings', 'stale_days', '5')
  await run('settings', 'stale_days', 'five')
  await run('alias', 'unit', 'S1', 'ngành y')
  await run('undo', '4')
  const rows = await json<Row[]>(['audit'])
  expect(rows.map(({ action, object, before, after }) => [action, object, before, after])).toEqual([
    ['import', 'import:1', null, 'units units.csv'],
    ['import', 'import:2', null, 'indicators indicators.csv'],
    ['import', 'import:3', null, 'members members.csv'],
    ['import', 'import:4', null, 'observations observations.csv'],
    ['setting', 'setting:stale_days', '10', '5'],
    ['alias', 'unit:S1', null, 'ngành y'],
    ['undo', 'import:4', null, null],
  ])
  expect(new Set(rows.map(row => row.actor))).toEqual(new Set(['operator:unknown']))
  const said = (await run('audit')).out
  expect(said).toContain('operator:unknown  đổi thiết lập  setting:stale_days  10 → 5\n')
  expect(said).toContain('thêm tên gọi  unit:S1  ngành y\n')
})

test('what the schedule does is in the audit where somebody did it by hand; trying it is not', async () => {
  const { run, json } = await smallProgram()
  await run('evaluate', '--from', '2024-05-01', '--to', '2024-05-02', '--dry-run')
  await run('evaluate', '--at', '2024-05-19T20:00:00+07:00')
  expect((await json<Row[]>(['audit'])).slice(3)).toMatchObject([
    { actor: 'operator:unknown', action: 'run', object: 'job:evaluate' },
  ])
})

test('the audit since a day leaves out what was before, and a word that is no day is wrong usage', async () => {
  const { run, json } = await smallProgram()
  expect(await json<Row[]>(['audit', '--since', '2999-01-01'])).toEqual([])
  expect((await run('audit', '--since', '2999-01-01')).out).toBe('Chưa có việc nào được ghi.\n')
  expect(await json<Row[]>(['audit', '--since', '2020-01-01'])).toHaveLength(3)
  expect((await run('audit', '--since', 'hôm qua')).status).toBe(2)
})

test('history shows every revision of a figure with its import and who made it', async () => {
  const { run, json, bring } = await smallProgram()
  await bring('observations', `${HEAD}\nS1,online,2024-W19,40,100,,\nS1,online,2024-W20,0,0,,`)
  await bring('observations', `${HEAD}\nS1,online,2024-W19,45,100,,sửa lại`)
  expect(await json(['history', 'S1', 'online'])).toMatchObject([
    { period: '2024-W19', numerator: 40, import: 4, actor: 'operator:unknown', replaced: true },
    { period: '2024-W19', numerator: 45, import: 5, note: 'sửa lại', replaced: false },
    { period: '2024-W20', numerator: 0, denominator: 0, import: 4, replaced: false },
  ])
  const said = (await run('history', 'S1', 'online')).out.split('\n')
  expect(said[0]).toMatch(
    /^2024-W19 {2}40\/100 \(40%\) .* lần nhập 4 \(observations.csv\) {2}operator:unknown {2}đã thay$/,
  )
  expect(said[2]).toMatch(/^2024-W20 {2}0\/0 {2}/)
  expect((await run('history', 'S2', 'online')).out).toBe('Chưa có số liệu nào của S2 cho online.\n')
  const wrong = await run('history', 'S9', 'online')
  expect([wrong.status, wrong.err]).toEqual([1, 'Không có mã "S9".\n'])
})
