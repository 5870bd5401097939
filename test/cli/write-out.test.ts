import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../db/temp-database.ts'
import { smallProgram } from './small-program.ts'

const TABLE = 'Cơ quan;Tiếp nhận;Nộp trực tuyến\nSở Y tế;40;10\nSở Tư pháp;20;10\n'

test('a file that cannot be written is a sentence with its name, whichever command was to write it', async () => {
  const program = await smallProgram()
  const folder = tempFolder()
  const [table, gone] = [join(folder, 'bang.csv'), join(folder, 'chua-co', 'tep')]
  writeFileSync(table, TABLE)
  const calls = [
    ['profile', 'suggest', table, '--out', `${gone}.json`],
    ['template', 'units', `${gone}.xlsx`],
    ['invite', '--all', '--out', `${gone}.xlsx`],
    ['person', 'export', 'gd', '--out', `${gone}.json`],
    ['backup', `${gone}.db`],
    ['digest', '--for', 'bcd', '--kind', 'weekly', '--out', join(table, 'thu-muc')],
  ]
  for (const call of calls) {
    const ended = await program.run(...call)
    expect({ call, ...ended }).toMatchObject({ status: 1, out: '' })
    expect(ended.err).toContain(call.at(-1))
    expect(ended.err).not.toContain('ENOENT')
  }
})

test('no code is made for an invitation whose file cannot be written', async () => {
  const program = await smallProgram()
  await program.run('invite', '--all', '--out', join(tempFolder(), 'chua-co', 'moi.xlsx'))
  expect((await program.run('audit')).out).not.toContain('gd')
})
