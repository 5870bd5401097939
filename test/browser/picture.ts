import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src/app.ts'
import { createService } from '../../src/service.ts'
import { configOf, runningClock } from '../stories/province.ts'
import { openChat } from './chat-page.ts'
import { findChromium, openBrowser } from './chromium.ts'

/** `npm run picture [OUT.png]`: the chat on a phone, as README shows it, from the program on its sample province. */
const [out = 'docs/chat.png'] = process.argv.slice(2)
const SIZE = { width: 390, height: 844 }
const NOW = '2026-11-25T09:05:00+07:00'
const WHO = 'Chủ tịch UBND phường Pleiku'
const ASKED = 'ty le truc tuyen tuan truoc cua toi'

const chromium = findChromium(process.env['CHROMIUM'])
if (!chromium) throw new Error('no Chromium here; CHROMIUM in the environment names one')
const folder = mkdtempSync(join(tmpdir(), 'chitieu-picture-'))
const app = await createApp(configOf(join(folder, 'sample.db')), { clock: runningClock(NOW) })
const service = createService(app)
const { url } = await service.start()
const browser = await openBrowser(chromium, SIZE, { deviceScaleFactor: 2, hasTouch: true })
try {
  const chat = await openChat(browser.context, url, SIZE)
  await chat.choose(WHO)
  await chat.box.waitFor()
  const before = await chat.answers.count()
  await chat.ask(ASKED)
  await chat.answers.nth(before).waitFor()
  await chat.page.getByText('9:05').last().waitFor()
  await chat.page.screenshot({ path: out })
} finally {
  await browser.close()
  await service.stop()
  app.close()
  rmSync(folder, { recursive: true, force: true })
}
