import { statSync } from 'node:fs'
import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { readXlsx } from 'hucre/xlsx'
import { monthAt } from '../../src/core/month.ts'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import { tempFolder } from '../db/temp-database.ts'
import { programOn } from './program.ts'
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

/** Three bots of which each holds a third of the province. */
const BOTS = Object.fromEntries(
  ['', '_2', '_3'].flatMap((number, at) => [
    [`ZALO_BOT_TOKEN${number}`, `3829190276251230:aFxCb-qTwErTy${at}`],
    [`ZALO_BOT_NAME${number}`, `Bot Chỉ tiêu ${at + 1}`],
    [`ZALO_BOT_LINK${number}`, `https://zalo.me/s/botcreator/?id=${at + 1}`],
  ]),
)

describe('several bots for one province', () => {
  const environment = { ...BOTS, ZALO_BOT_PEOPLE: '10', ZALO_BOT_API_ROOT: 'http://127.0.0.1:9' }

  test('members are spread evenly, each always to the same bot, which the invitation names', async () => {
    const { path, bring } = await smallProgram()
    const people = Array.from({ length: 30 }, (_, at) => `m${at},Lãnh đạo ${at},leader,S1`)
    await bring('members', `member,name,role,unit\n${people.join('\n')}`)
    const { json, run } = programOn(path, environment)
    const out = join(tempFolder(), 'ma-moi.xlsx')
    const made = await json<Invitation[]>(['invite', '--all', '--out', out])
    const by = Map.groupBy(made, ({ channel }) => channel)
    // Four members of the small province and thirty more, on bots that hold ten each: four find no room.
    expect(made).toHaveLength(34)
    for (const bot of ['zalo-bot', 'zalo-bot-2', 'zalo-bot-3'])
      expect([bot, by.get(bot)?.length]).toEqual([bot, 10])
    expect(by.get(null)).toHaveLength(4)
    const alone = await json<Invitation>(['invite', 'm7'])
    const first = made.find(({ member }) => member === 'm7')
    expect(alone).toMatchObject({ channel: first?.channel, bot: first?.bot, link: first?.link })
    expect((await run('invite', 'm7')).out).toMatch(
      /gửi cho Bot Chỉ tiêu \d {2}https:\/\/zalo\.me\/s\/botcreator\/\?id=\d\n$/,
    )
    const texts = JSON.stringify((await readXlsx(await readFile(out))).sheets[0]?.rows)
    for (const name of ['Bot Chỉ tiêu 1', 'Bot Chỉ tiêu 3', 'botcreator/?id=2']) expect(texts).toContain(name)
  })

  test('who has written to a bot stays there; a full bot is passed over; the month of each is shown', async () => {
    const { path, run: plain } = await smallProgram()
    await plain('link', 'gd', 'zalo-bot-3', 'z1')
    const db = openSqlite(`file:${path}`)
    const month = monthAt(Date.now(), 'Asia/Ho_Chi_Minh').key
    await db.write(async ({ channels }) => {
      for (let at = 0; at < 10; at++)
        await channels.heard({ channel: 'zalo-bot-2', address: `a${at}`, heardAt: 1, follows: true })
      await channels.count('zalo-bot', month, 'sent', 2_000)
      await channels.count('zalo-bot', month, 'received', 120)
    })
    db.close()
    const { json, run } = programOn(path, environment)
    expect(await json(['invite', 'gd'])).toMatchObject({ channel: 'zalo-bot-3', bot: 'Bot Chỉ tiêu 3' })
    expect(await json(['invite', 'tp'])).toMatchObject({ channel: 'zalo-bot-3' })
    expect(await json(['invite', 'bcd'])).toMatchObject({ channel: 'zalo-bot-3' })
    expect(await json(['invite', 'qt'])).toMatchObject({ channel: 'zalo-bot' })
    const said = (await run('chats')).out.split('\n')
    expect(said[1]).toBe(
      'zalo-bot: tháng này gửi 2.000, nhận 120 tin (đã dùng 2.120 trong 3.000); 0 trong 10 người đã nhắn',
    )
    expect(said[2]).toContain('10 trong 10 người đã nhắn')
  })

  test('of a group it is said why no report arrives there', async () => {
    const { path } = await smallProgram()
    const db = openSqlite(`file:${path}`)
    await db.write(async ({ chats }) => {
      for (const [channel, address] of [
        ['zalo-bot', 'n1'],
        ['zalo-bot', 'n2'],
        ['viber', 'n3'],
      ] as const) {
        const { id } = await chats.touch(channel, address)
        await chats.openGroup({ chat: id, unit: 'P', by: 'qt', at: id })
        if (address === 'n2') await chats.markGone(id, 7)
      }
    })
    db.close()
    const said = (await programOn(path, environment).run('chats')).out.split('\n')
    const of = (address: string) => said.find(line => line.includes(` ${address}: `))
    expect(of('n1')).toMatch(/do qt mở$/)
    expect(of('n2')).toMatch(/do qt mở; không gửi được: bot không còn trong nhóm$/)
    expect(of('n3')).toMatch(/do qt mở; không gửi được: kênh này chưa bật$/)
  })
})

interface Invitation {
  member: string
  channel: string | null
  bot: string | null
  link: string | null
}
