import { describe, expect, test } from 'vitest'
import { isDayOff } from '../../src/core/holidays.ts'
import { undoImport } from '../../src/imports/undo-import.ts'
import { tempDatabase } from '../db/temp-database.ts'
import { accept, AT, importText, refuse } from './small-province.ts'

const table = async ({ db }: ReturnType<typeof tempDatabase>) => (await db.read.catalog.get()).holidays

describe('the days of a year that differ', () => {
  test('are kept by their date, and decide', async () => {
    const opened = tempDatabase()
    const text = 'date,name,kind\n2026-08-22,Làm bù cho 31/8,work\n2026-08-31,Hoán đổi,off\n'
    expect(await accept(opened.db, 'holidays', text)).toMatchObject({ added: 2, warnings: [] })
    const days = await table(opened)
    expect(['2026-08-22', '2026-08-31', '2026-08-29'].map(day => isDayOff(day, days))).toEqual([
      false,
      true,
      true,
    ])
    expect(await accept(opened.db, 'holidays', text)).toMatchObject({ importId: null, unchanged: 2 })
  })

  test("are read as an office's list has them, the kind of file being found", async () => {
    const opened = tempDatabase()
    const text = [
      'DANH SÁCH NGÀY NGHỈ NĂM 2027',
      'STT;Ngày;Nội dung;Nghỉ/làm việc',
      '1;05/02/2027;Nghỉ Tết;Nghỉ',
      '2;13/02/2027;Làm bù ngày 12/02;Làm bù',
    ].join('\n')
    const outcome = await importText(opened.db, 'holidays', text)
    expect(outcome).toMatchObject({ ok: true, added: 2 })
    expect(await table(opened)).toEqual([
      { date: '2027-02-05', name: 'Nghỉ Tết', kind: 'off' },
      { date: '2027-02-13', name: 'Làm bù ngày 12/02', kind: 'work' },
    ])
  })

  test('can be changed by a later file, and undone to what stood before', async () => {
    const opened = tempDatabase()
    await accept(opened.db, 'holidays', 'date,name,kind\n2026-08-31,Hoán đổi,off\n')
    const { importId } = await accept(opened.db, 'holidays', 'date,name,kind\n2026-08-31,Thôi,work\n')
    expect((await table(opened))[0]?.kind).toBe('work')
    expect(await undoImport(opened.db, importId ?? 0, AT)).toMatchObject({ ok: true })
    expect((await table(opened))[0]).toEqual({ date: '2026-08-31', name: 'Hoán đổi', kind: 'off' })
  })

  test('a day that is worked anyway is doubted, not refused', async () => {
    const { db } = tempDatabase()
    const outcome = await accept(db, 'holidays', 'date,name,kind\n2026-08-20,Làm bù,work\n')
    expect(outcome.warnings.map(({ code, line }) => [code, line])).toEqual([['worked_anyway', 2]])
  })

  test.each([
    ['no day', '2026-02-30,Tết,off', ['bad_day']],
    ['a year that is none', '0026-02-16,Tết,off', ['bad_day']],
    ['an unknown word', '2026-02-16,Tết,chiều', ['not_one_of']],
    ['nothing of what the day is', '2026-02-16,Tết,', ['empty_cell']],
    ['one day twice', '2026-08-22,a,off\n2026-08-22,a,work', ['conflicting_row']],
  ])('%s is refused', async (_, rows, codes) => {
    const problems = await refuse(tempDatabase(), 'holidays', `date,name,kind\n${rows}\n`)
    expect(problems.map(each => each.code)).toEqual(codes)
  })

  test('an office that closes for weeks is a mistake', async () => {
    const opened = tempDatabase()
    const days = Array.from(
      { length: 31 },
      (_, day) => `2026-10-${String(day + 1).padStart(2, '0')},Nghỉ,off`,
    )
    await accept(opened.db, 'holidays', `date,name,kind\n${days.slice(0, 20).join('\n')}\n`)
    const problems = await refuse(opened, 'holidays', `date,name,kind\n${days.slice(20).join('\n')}\n`)
    expect(problems.map(each => each.code)).toEqual(['long_closure'])
  })
})
