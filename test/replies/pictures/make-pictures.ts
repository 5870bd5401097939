import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../../src/app.ts'
import { firstStart } from '../../../src/first-start.ts'
import { plainText } from '../../../src/lib/message.ts'
import { configOf, runningClock } from '../../stories/province.ts'

/** `npm run pictures [FOLDER]`: a weekly digest and the pictures of the sample province, as the documents show them. */
const [folder = 'docs/pictures'] = process.argv.slice(2)
const MONDAY = '2026-11-23T09:05:00+07:00'
const QUESTIONS = {
  trend: 'biểu đồ trực tuyến phường Pleiku 12 tuần qua',
  compare:
    'so sánh phường Pleiku với phường Diên Hồng và phường Quy Nhơn về trực tuyến tuần trước, vẽ biểu đồ',
  ranking: 'biểu đồ 10 xã cao nhất về trực tuyến tuần trước',
  progress: 'biểu đồ tiến độ chiến dịch của phường Pleiku',
  movers: 'biểu đồ 10 xã tăng nhiều nhất',
}

const temporary = mkdtempSync(join(tmpdir(), 'chitieu-pictures-'))
const app = await createApp(configOf(join(temporary, 'sample.db')), { clock: runningClock(MONDAY) })
try {
  await firstStart(app)
  mkdirSync(folder, { recursive: true })
  const at = Date.parse(MONDAY)
  const made = await app.digest('bcd-tinh', 'weekly', at)
  if (!made) throw new Error('the sample has no committee')
  const { message } = made
  const heat = await made.heat()
  writeFileSync(join(folder, 'digest.txt'), `${plainText(message)}\n`)
  if (message.image) writeFileSync(join(folder, 'digest.png'), message.image.bytes)
  if (message.file) writeFileSync(join(folder, 'digest.xlsx'), message.file.bytes)
  if (heat) writeFileSync(join(folder, 'heat.png'), heat.bytes)
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const image = (await app.ask('bcd-tinh', question, at))?.message.image
    if (!image) throw new Error(`no picture for: ${question}`)
    writeFileSync(join(folder, `${name}.png`), image.bytes)
  }
} finally {
  app.close()
  rmSync(temporary, { recursive: true, force: true })
}
