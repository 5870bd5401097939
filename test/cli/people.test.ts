import { statSync } from 'node:fs'
import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readXlsx } from 'hucre/xlsx'
import { tempFolder } from '../db/temp-database.ts'
import { smallProgram } from './small-program.ts'

interface Listed {
  member: string
  active: boolean
  chats: { id: number; channel: string; reachable: boolean }[]
}

test('who is linked where is listed; a link ends by the member or by the chat', async () => {
  const { run, json } = await smallProgram()
  await run('link', 'gd', 'telegram', '501')
  await run('link', 'gd', 'zalo-bot', 'z1')
  await run('link', 'bcd', 'telegram', '502')
  expect((await run('link', 'ai', 'telegram', '503')).status).toBe(1)
  const people = await json<Listed[]>(['members'])
  expect(people.map(one => [one.member, one.chats.map(chat => chat.channel)])).toEqual([
    ['gd', ['telegram', 'zalo-bot']],
    ['tp', []],
    ['bcd', ['telegram']],
    ['qt', []],
  ])
  const said = (await run('members')).out
  expect(said).toContain(
    'gd  Giám đốc Sở Y tế – lãnh đạo, Sở Y tế  [Telegram, lần cuối –, nhận được tin; Zalo',
  )
  expect(said).toContain('tp  Giám đốc Sở Tư pháp – lãnh đạo, Sở Tư pháp  [chưa liên kết]')
  expect(await json(['unlink', '2'])).toEqual({ unlinked: [2] })
  expect(await json(['unlink', 'gd'])).toEqual({ unlinked: [1] })
  expect((await run('unlink', 'gd')).err).toContain('Không có thành viên hoặc chat nào')
  expect((await run('chats')).out).toMatch(/^chat 3 {2}bcd {2}Telegram, lần cuối –, nhận được tin\n$/)
})

test('who leaves has no link, no code and no place among the members; the old list does not bring him back', async () => {
  const { run, json, bring } = await smallProgram()
  await run('link', 'gd', 'telegram', '501')
  await run('invite', 'gd')
  expect((await run('leave', 'gd')).out).toContain('Giám đốc Sở Y tế đã rời: đã hủy 1 liên kết')
  expect((await run('leave', 'gd')).status).toBe(1)
  expect((await run('invite', 'gd')).status).toBe(1)
  expect((await run('ask', 'xin chào', '--as', 'gd')).status).toBe(1)
  const list = 'member,name,role,unit\ngd,Giám đốc Sở Y tế,leader,S1'
  await bring('members', list)
  const [left] = await json<Listed[]>(['members'])
  expect(left).toMatchObject({ member: 'gd', active: false, chats: [] })
  // Another name under the same code is another person.
  await bring('members', list.replace('Giám đốc Sở Y tế', 'Trần Văn Mới'))
  expect((await json<Listed[]>(['members']))[0]).toMatchObject({ active: true, chats: [] })
  const actions = (await json<{ action: string }[]>(['audit'])).map(row => row.action)
  expect(actions).toEqual(expect.arrayContaining(['link', 'invite', 'leave', 'unlink', 'code_ended']))
})

test('everybody without a chat is invited at once, into a sheet that others cannot read', async () => {
  const { run, json } = await smallProgram()
  await run('link', 'bcd', 'telegram', '502')
  const out = join(tempFolder(), 'ma-moi.xlsx')
  const made = await json<{ member: string; code: string; link: null }[]>(['invite', '--all', '--out', out])
  expect(made.map(one => one.member)).toEqual(['gd', 'tp', 'qt'])
  expect(statSync(out).mode & 0o077).toBe(0)
  const [sheet] = (await readXlsx(await readFile(out))).sheets
  expect(sheet?.images).toHaveLength(3)
  const texts = JSON.stringify(sheet?.rows)
  for (const { code } of made) expect(texts).toContain(code)
  expect((await run('invite')).status).toBe(2)
  expect((await run('invite', 'gd', '--all')).status).toBe(2)
})
