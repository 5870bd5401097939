import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js'
import { expect, onTestFinished, test } from 'vitest'
import { invite } from '../../src/bot/invites.ts'
import { createService } from '../../src/service.ts'
import { bringWeek, runningClock, smallProvince } from './province.ts'

const TOKEN = '7000001:AAH-a-token-of-nobody-at-all-0123456789'
const DIRECTOR = { userId: 4242, chatId: 4242, firstName: 'Giám đốc' }

/** Another platform that somebody else wrote: unlike the first one it has buttons that can be pressed. */
async function startPlatform() {
  const server = new TelegramServer({ port: 9_870 + (process.pid % 100), host: '127.0.0.1' })
  await server.start()
  onTestFinished(async () => void (await server.stop()))
  const client = server.getClient(TOKEN, DIRECTOR)
  const said = () => server.storage.botMessages.map(({ message }) => message)
  return {
    root: server.config.apiURL,
    type: async (text: string) => void (await client.sendMessage(client.makeMessage(text))),
    press: async (data: string) => void (await client.sendCallback(client.makeCallbackQuery(data))),
    said: () => said().map(({ text }) => text),
    /** What the buttons under what was said last send. */
    buttons: (): string[] =>
      [...JSON.stringify(said().at(-1)).matchAll(/"callback_data":"([^"]*)"/g)].map(([, data]) => data!),
  }
}

test('buttons are pressed: a code is confirmed, a suggestion is asked, and each is answered once', async () => {
  const platform = await startPlatform()
  const clock = runningClock('2024-05-06T08:00:00+07:00')
  const { app } = await smallProvince(clock, { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: platform.root })
  const service = createService(app, { logLevel: 'silent' })
  onTestFinished(async () => await service.stop())
  await service.start()
  const heard = (part: string) => platform.said().filter(text => text.includes(part)).length
  const heardOnce = async (part: string) => {
    await expect.poll(() => heard(part), { interval: 50, timeout: 20_000 }).toBe(1)
  }

  const { code } = await app.db.write(async stores => await invite(stores, 'gd', clock.now()))
  await platform.type(code)
  await heardOnce('Anh/Chị là Giám đốc Sở GTVT (Sở Giao thông vận tải)?')
  await platform.press(platform.buttons()[0]!)
  await heardOnce('Đã liên kết.')

  await bringWeek(app, '2024-W18', 80)
  await platform.type('ty le truc tuyen tuan 18 cua toi')
  await heardOnce('80%')
  const before = platform.said().length
  const [first] = platform.buttons()
  await platform.press(first!)
  await expect.poll(() => platform.said().length, { interval: 50, timeout: 20_000 }).toBe(before + 1)
  expect(platform.said().at(-1)).not.toContain('chưa hiểu')
  expect(platform.said().join('\n')).not.toContain(TOKEN)
})
