import { expect, test } from 'vitest'
import { eventually } from '../lib/virtual-time.ts'
import { inProcess } from '../cli/program.ts'
import { scene } from './scene.ts'

const members =
  'member,name,role,unit\nqt,Quản trị,admin,P\nct,Chủ tịch tỉnh,leader,P\npct,Phó Chủ tịch tỉnh,leader,P'

test('a bot whose token is gone is seen and told: only while somebody has no other chat', async () => {
  const { environment, start, telegram, within } = await scene('qt', { members })
  const link = async (member: string, channel: string) =>
    await within(db =>
      db.write(async ({ chats }) => {
        const { id } = await chats.touch(channel, `${channel} ${member}`)
        await chats.link(id, member, Date.now())
      }),
    )
  await link('ct', 'zalo-bot-2')
  await link('pct', 'zalo-bot-2')
  await link('pct', 'telegram')
  const service = await start()
  await eventually(() => telegram.arrived.some(text => text.includes('zalo-bot-2; 1 người chỉ có chat')))
  const health = async () => await (await fetch(`${service.url}/healthz`)).json()
  expect(await health()).toMatchObject({
    ok: false,
    parts: { 'channel:zalo-bot-2': { ok: false, cause: expect.stringContaining('no token') } },
  })
  expect((await inProcess(['chats'], environment)).out).toMatch(/ct .*kênh này chưa bật/)
  const check = await inProcess(['check'], environment)
  expect([check.status, check.out + check.err]).toEqual([
    1,
    expect.stringContaining('zalo-bot-2: chưa có mã bot'),
  ])
  await link('ct', 'telegram')
  const without = expect.not.objectContaining({ 'channel:zalo-bot-2': expect.anything() })
  expect(await health()).toMatchObject({ parts: without })
})
