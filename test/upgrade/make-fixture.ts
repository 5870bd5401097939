import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src/app.ts'
import type { App } from '../../src/app.ts'
import { invite } from '../../src/bot/invites.ts'
import type { ChannelName } from '../../src/channels/channel.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { undoImport } from '../../src/imports/undo-import.ts'
import { createService } from '../../src/service.ts'
import { createVirtualTime } from '../lib/virtual-time.ts'
import { configOf, handClock } from '../stories/province.ts'
import { dumpSql } from './dump-sql.ts'
import { CHATS, createPlatforms, CUC_CODE, FILES, SAVED, written } from './story.ts'

/**
 * `node test/upgrade/make-fixture.ts OUT.sql`: lives through two weeks of a small province with the code of this tree,
 * stops in the middle of everything, and writes the database as SQL. Every later release must be able to go on from it.
 */
const [out = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'chitieu-upgrade-'))
const path = join(folder, 'province.db')
const clock = handClock('2024-05-06T08:00:00+07:00')
const app: App = await createApp(configOf(path), { clock })
const { telegram, channels } = createPlatforms()
const service = createService(app, {
  channels,
  timer: createVirtualTime(clock.now()).timer,
})
/** So long an answer may take. */
const PATIENCE_MS = 10_000
let updates = 0

async function bring(kind: string, text: string, file = `${kind}.csv`): Promise<number> {
  const request = { kind, file, bytes: Buffer.from(text), at: clock.now() }
  const outcome = await importFile(app.db, request)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  await app.evaluateAfterImport()
  return outcome.importId ?? 0
}

async function bringWeek(week: string, s1: number, s2: number, s3: number): Promise<number> {
  const rows = [s1, s2, s3].map((online, at) => `P-S${at + 1},online_rate,${week},${online},100,,`)
  const head = 'unit,indicator,period,numerator,denominator,value,note'
  return await bring('observations', [head, ...rows].join('\n'), `${week}.csv`)
}

async function receive(channel: ChannelName, address: string, text: string): Promise<void> {
  const row = written(channel, address, text, clock.now(), String(++updates))
  await app.db.write(async stores => void (await stores.inbox.add(row)))
}

/** A message that is answered; the answer arrives. */
async function say(channel: ChannelName, address: string, text: string): Promise<void> {
  await receive(channel, address, text)
  await settle()
}

/** Everything that is due is sent; a chat takes one message a second. */
async function settle(): Promise<void> {
  for (let second = 0; second < 4; second++) {
    await service.settle()
    clock.set(new Date(clock.now() + 2000).toISOString())
  }
}

async function link(member: string, channel: ChannelName, address: string): Promise<void> {
  const { code } = await app.db.write(async stores => await invite(stores, member, clock.now()))
  await say(channel, address, `/start ${code}`)
  await say(channel, address, 'Đúng')
}

for (const kind of ['units', 'indicators', 'campaigns', 'targets', 'members'] as const) {
  await bring(kind, FILES[kind])
}
await link('an', 'telegram', CHATS.an)
await link('binh', 'zalo-bot', CHATS.binh)
await link('dung', 'telegram', CHATS.dung)
await link('em', 'telegram', CHATS.em)
await app.db.write(async stores => void (await stores.catalog.addAlias('unit', 'P-S2', 'y tế tỉnh')))
await bringWeek('2024-W18', 80, 80, 80)
await settle()

// Week 19: An and Bình fall; one acknowledges, the other explains. Em has blocked the bot.
clock.set('2024-05-13T07:31:00+07:00')
await service.scheduler.tick()
await bringWeek('2024-W19', 20, 30, 90)
await settle()
await say('telegram', CHATS.an, 'đã nhận')
await say('zalo-bot', CHATS.binh, 'giải trình: thiếu cán bộ một cửa')
await say('zalo-bot', CHATS.binh, 'đồng ý')
for (const [address, text] of [
  [CHATS.dung, 'đăng ký báo cáo tháng'],
  [CHATS.an, 'đăng ký báo cáo tuần'],
] as const) {
  await say('telegram', address, text)
  await say('telegram', address, 'đồng ý')
}
await say('telegram', CHATS.stranger, 'AAAA9999')
telegram.gone.add(CHATS.em)
await say('telegram', CHATS.em, 'hạng mấy')
await undoImport(app.db, await bringWeek('2024-W19', 25, 30, 90), clock.now())
await settle()

// Monday of week 21: digests go out; in the evening Cúc falls, who has no chat yet, and Bình recovers.
clock.set('2024-05-20T07:31:00+07:00')
await service.scheduler.tick()
await settle()
await app.db.write(async stores => void (await invite(stores, 'cuc', clock.now(), CUC_CODE)))
await say('telegram', CHATS.an, 'tình trạng con mèo nhà bên')
clock.set('2024-05-20T21:30:00+07:00')
await bringWeek('2024-W20', 25, 95, 5)
await settle()

// The program ends while it answers: one answer is on its way, one question is not read yet.
clock.set('2024-05-20T22:04:00+07:00')
await say('telegram', CHATS.dung, 'tỷ lệ trực tuyến tuần 20 của Sở Y tế')
telegram.hang = true
await receive('telegram', CHATS.an, 'tỷ lệ trực tuyến tuần 20 của tôi')
void service.settle()
const began = performance.now()
while ((await app.db.read.outbox.list('claimed')).length === 0) {
  if (performance.now() - began > PATIENCE_MS) throw new Error('no answer is on its way')
  await new Promise(setImmediate)
}
clock.set(SAVED)
await receive('zalo-bot', CHATS.binh, 'tỷ lệ trực tuyến tuần 20 của tôi')
writeFileSync(out, dumpSql(path))
for (const row of await app.db.read.outbox.list())
  console.log(
    row.id,
    row.key,
    row.topic,
    row.member,
    row.chat,
    row.state,
    new Date(row.notBefore).toISOString(),
  )
rmSync(folder, { recursive: true })
process.exit(0)
