import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../src/db/open-database.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { dump, tempFolder } from '../db/temp-database.ts'
import { smallProgram } from './small-program.ts'

const DAY = 86_400_000
const day = (from: number) => new Date(Date.now() + from * DAY).toISOString().slice(0, 10)
const HEADER = 'unit,indicator,period,numerator,denominator\n'

let program: Awaited<ReturnType<typeof smallProgram>>

/** Two departments that had met their target of 60; the leader of one has a chat, the other's has none. */
beforeEach(async () => {
  program = await smallProgram()
  await program.bring(
    'campaigns',
    `campaign,name,phase,phase_name,start,end,document\nCD,Chiến dịch,1,Giai đoạn 1,${day(-20)},${day(20)},1/KH\n`,
  )
  await program.bring(
    'targets',
    'campaign,phase,unit,indicator,target,document\nCD,1,S1,online,60,1/KH\nCD,1,S2,online,60,1/KH\n',
  )
  await program.run('link', 'gd', 'telegram', '41')
  await program.bring('observations', `${HEADER}S1,online,${day(-10)},70,100\nS2,online,${day(-10)},80,100\n`)
})

/** Imports rows, or only tries it: what is said, and what a machine reads. */
async function bring(rows: string, ...options: string[]) {
  const file = join(tempFolder(), 'moi.csv')
  writeFileSync(file, HEADER + rows)
  const said = await program.run('import', file, ...options, '--dry-run')
  const ended = await program.run('import', file, ...options, '--json')
  expect(ended).toMatchObject({ status: 0, err: '' })
  return { said: said.out, json: JSON.parse(ended.out) }
}

const queued = async () => JSON.parse((await program.run('outbox', '--state', 'queued', '--json')).out)

test('a trial names who falls, how many messages go and who has nobody; nothing of it is kept', async () => {
  const before = dump(program.path)
  const { said, json } = await bring(
    `S1,online,${day(-3)},10,100\nS2,online,${day(-3)},10,100\n`,
    '--dry-run',
  )
  expect(dump(program.path)).toEqual(before)
  expect(said).toContain('2 chỉ số xuống dưới chỉ tiêu: Sở Y tế, Sở Tư pháp')
  expect(said).toContain('1 tin được xếp hàng')
  expect(said).toContain('1 đơn vị liên quan chưa có lãnh đạo nhận tin: Sở Tư pháp')
  expect(json).toMatchObject({
    importId: null,
    dryRun: true,
    added: 2,
    consequences: {
      opened: [
        { unit: 'S1', value: 40 },
        { unit: 'S2', value: 45 },
      ],
      recovered: [],
      nobody: ['S2'],
    },
  })
})

test('what the trial says is what the import does, and then a recovery is foreseen', async () => {
  const fall = `S1,online,${day(-3)},10,100\n`
  const { json: tried } = await bring(fall, '--dry-run')
  expect(await queued()).toEqual([])
  const { json: done } = await bring(fall)
  expect(done.consequences).toMatchObject({ opened: [{ unit: 'S1' }], queued: 1, nobody: [] })
  expect({ ...tried.consequences, firstAt: null }).toEqual({ ...done.consequences, firstAt: null })
  expect(await queued()).toMatchObject([{ member: 'gd' }])
  const { said } = await bring(`S1,online,${day(-2)},100,100\n`, '--dry-run')
  expect(said).toContain('1 chỉ số đạt lại chỉ tiêu: Sở Y tế')
  expect(said).not.toContain('xuống dưới')
})

test('figures that change no verdict have no consequences to be told', async () => {
  const { said, json } = await bring(`S1,online,${day(-3)},70,100\n`, '--dry-run')
  expect(said).not.toContain('Hệ quả')
  expect(json.consequences).toMatchObject({ opened: [], recovered: [], queued: 0, nobody: [] })
})

test('what had come before and was not evaluated is told apart from what the file changes', async () => {
  const db = await openDatabase(`file:${program.path}`)
  const unheard = new TextEncoder().encode(`${HEADER}S2,online,${day(-4)},0,100\n`)
  await importFile(db, { kind: 'observations', file: 'truoc.csv', bytes: unheard, at: Date.now() })
  db.close()
  const { said } = await bring(`S1,online,${day(-3)},10,100\n`, '--dry-run')
  expect(said).toContain('1 chỉ số xuống dưới chỉ tiêu: Sở Y tế.')
  expect(said).toContain('Ngoài ra 1 chỉ số đổi trạng thái')
  expect(said).not.toContain('Sở Tư pháp')
})

test('a list of days off turns nothing: what turns was there before', async () => {
  const db = await openDatabase(`file:${program.path}`)
  const figures = Buffer.from(`${HEADER}S1,online,${day(-3)},10,100\n`)
  await importFile(db, { kind: 'observations', file: 'truoc.csv', bytes: figures, at: Date.now() })
  db.close()
  const file = join(tempFolder(), 'ngay-nghi.csv')
  writeFileSync(file, `date,name,kind\n${day(30)},Nghỉ,off\n`)
  const said = await program.run('import', 'holidays', file)
  expect(said.out).toContain('Ngoài ra 1 chỉ số đổi trạng thái')
  expect(said.out).not.toContain('xuống dưới chỉ tiêu')
})

test('a list of units, of people or of targets for others turns nothing that had turned before; a new target does', async () => {
  const db = await openDatabase(`file:${program.path}`)
  const figures = Buffer.from(`${HEADER}S1,online,${day(-3)},10,100\n`)
  await importFile(db, { kind: 'observations', file: 'truoc.csv', bytes: figures, at: Date.now() })
  db.close()
  const saidOf = async (kind: string, text: string, ...more: string[]) => {
    const file = join(tempFolder(), `${kind}.csv`)
    writeFileSync(file, text)
    return (await program.run('import', kind, file, ...more)).out
  }
  const units = 'code,name,short_name,kind,parent,aliases\nS3,Sở Nội vụ,Sở Nội vụ,department,P,\n'
  const tried = await saidOf('units', units, '--dry-run')
  expect(tried).toContain('Ngoài ra 1 chỉ số đổi trạng thái')
  expect(tried).not.toContain('xuống dưới chỉ tiêu')
  const year = new Date().getFullYear()
  const target = `year,unit,indicator,target,document\n${year},S2,online,90,2/KH\n`
  const assigned = await saidOf('targets', target, '--dry-run')
  expect(assigned).toContain('1 chỉ số xuống dưới chỉ tiêu: Sở Tư pháp.')
  expect(assigned).toContain('Ngoài ra 1 chỉ số đổi trạng thái')
  const members = await saidOf('members', 'member,name,role,unit\npgd,Phó Giám đốc,leader,S1\n')
  expect(members).toContain('Ngoài ra 1 chỉ số đổi trạng thái')
  expect(await saidOf('units', units)).not.toContain('chỉ số')
})
