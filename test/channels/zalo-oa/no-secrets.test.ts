import { expect, test } from 'vitest'
import type { Message } from '../../../src/lib/message.ts'
import type { Fault } from '../http-server.ts'
import { APP, oaError, SECRET_KEY } from './fake-oa.ts'
import { HOA, oaWorld } from './oa-world.ts'

const TEXT = 'Nguyễn Thị Hoa 0912345678'
const PICTURE = { name: 'a.png', type: 'image/png', bytes: new Uint8Array(3), description: TEXT }
const TEMPLATES = [
  { topic: 'alert', template_id: 'T1', params: { ten: { from: 'member' as const, max: 30 } } },
]
const MESSAGE: Message = {
  blocks: [{ text: `${TEXT} `.repeat(100) }],
  choices: [{ label: TEXT, send: TEXT }],
  purpose: 'alert',
  notice: { topic: 'alert', member: TEXT, unit: 'Sở Y tế' },
}
const PATHS = [
  '/v4/oa/access_token',
  '/v3.0/oa/message/cs',
  '/v3.0/oa/message/template',
  '/message/template',
  '/v2.0/oa/getoa',
  '/v2.0/oa/upload/image',
]
/** Everything that must not be told, as the platform knows it. */
const SECRETS = [
  APP.appSecret,
  APP.refreshToken,
  SECRET_KEY,
  'truy-cap-',
  'lam-moi-',
  'mac=',
  TEXT,
  'Hoa',
  '0912345678',
]

/** A platform that talks too much: it repeats its tokens and the text in its error. */
const chatty = (error: number): Fault =>
  oaError(
    error,
    `Bad: ${APP.appSecret} ${APP.refreshToken} ${SECRET_KEY} truy-cap-1-bi-mat lam-moi-1-bi-mat: "${TEXT}" https://x/?t=${APP.refreshToken}`,
  )

const FAULTS: [string, Fault][] = [
  ...[-32, -124, -201, -213, -216, -220, -224, -230, -14_014, -99_999].map((code): [string, Fault] => [
    `error ${code}`,
    chatty(code),
  ]),
  ['a page of a proxy', { kind: 'html', status: 502 }],
  ['a page where JSON should be', { kind: 'html', status: 200 }],
  ['a reset', { kind: 'reset' }],
]

test.each(FAULTS)('an account keeps its secrets, and the text, through %s', async (_name, fault) => {
  const { fake, channel, tell, write, log, alarms, keep } = await oaWorld(
    { templates: TEMPLATES },
    'https://x.vn',
  )
  await write(TEXT)
  await keep.heard('silent', { heardAt: 0, follows: true, phone: '84912345678' })
  for (const path of PATHS) fake.fail(path, ...Array.from({ length: 12 }, () => fault))
  fake.revoke()
  const said: unknown[] = [channel.health()]
  for (const address of [HOA, 'silent'])
    for (const message of [MESSAGE, { ...MESSAGE, image: PICTURE, file: PICTURE }])
      said.push(await channel.send(address, message))
  said.push(await channel.probe(), channel.health())
  said.push(
    await tell({ event_name: 'user_send_text', sender: { id: HOA }, message: { text: TEXT } }, 'mac=x'),
  )
  said.push(await tell({ event_name: 'user_send_text', message: TEXT, sender: TEXT }))
  const everything = `${JSON.stringify([said, alarms])}\n${log.text()}`
  for (const secret of SECRETS) expect([secret, everything.includes(secret)]).toEqual([secret, false])
})
