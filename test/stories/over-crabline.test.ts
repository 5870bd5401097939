import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startCrablineServer } from '@openclaw/crabline'
import { expect, onTestFinished, test } from 'vitest'
import { invite } from '../../src/bot/invites.ts'
import { createService } from '../../src/service.ts'
import { tempFolder } from '../db/temp-database.ts'
import { bringWeek, runningClock, smallProvince } from './province.ts'

const WAIT = { interval: 50 }

/** A platform that somebody else wrote: what a person types there, and what the bot said. */
async function startPlatform(channel: 'telegram' | 'zalo') {
  const recorderPath = join(tempFolder(), `${channel}.jsonl`)
  const server = await startCrablineServer({ channel, port: 0, recorderPath })
  onTestFinished(async () => await server.close())
  const { manifest } = server
  if (manifest.provider !== 'telegram' && manifest.provider !== 'zalo') throw new Error(manifest.provider)
  const { botToken, endpoints, adminToken } = manifest
  return {
    botToken,
    apiRoot: endpoints.apiRoot,
    async type(text: string): Promise<void> {
      const response = await fetch(endpoints.adminInboundUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-crabline-admin-token': adminToken },
        body: JSON.stringify({ chatId: '4242', senderId: '4242', senderName: 'Giám đốc', text }),
      })
      expect(response.status).toBeLessThan(300)
    },
    /** Texts that the bot sent, oldest first. */
    said(): string[] {
      const lines = readFileSync(recorderPath, 'utf8')
        .split('\n')
        .filter(line => line.includes('sendMessage'))
      return lines.flatMap(line => textsIn(JSON.parse(line)))
    },
  }
}

/** Every `text` somewhere in a recorded call. */
function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
  )
}

test.each([
  ['telegram', 'TELEGRAM'],
  ['zalo', 'ZALO_BOT'],
] as const)(
  'over %s: a code links the chat, a question is answered, a fall and a recovery are told once each',
  async (channel, prefix) => {
    const platform = await startPlatform(channel)
    const clock = runningClock('2024-05-06T08:00:00+07:00')
    const { app } = await smallProvince(clock, {
      [prefix === 'TELEGRAM' ? 'TELEGRAM_BOT_TOKEN' : 'ZALO_BOT_TOKEN']: platform.botToken,
      [`${prefix}_API_ROOT`]: platform.apiRoot,
    })
    const service = createService(app, { logLevel: 'silent' })
    onTestFinished(async () => await service.stop())
    await service.start()
    const heardOnce = async (part: string) => {
      await expect.poll(() => platform.said().filter(text => text.includes(part)).length, WAIT).toBe(1)
    }

    await platform.type('xin chào')
    await heardOnce('mã mời')
    const { code } = await app.db.write(async stores => await invite(stores, 'gd', clock.now()))
    await platform.type(`/start ${code}`)
    await heardOnce('Anh/Chị là Giám đốc Sở GTVT (Sở Giao thông vận tải)?')
    await platform.type(channel === 'zalo' ? '1' : 'Đúng')
    await heardOnce('Đã liên kết.')

    await bringWeek(app, '2024-W18', 80)
    await platform.type('ty le truc tuyen tuan 18 cua toi')
    await heardOnce('80%')

    clock.set('2024-05-13T08:00:00+07:00')
    await bringWeek(app, '2024-W19', 20)
    service.wake()
    await heardOnce('dưới chỉ tiêu')

    clock.set('2024-05-20T08:00:00+07:00')
    await bringWeek(app, '2024-W20', 95)
    service.wake()
    await heardOnce('65%')
    await heardOnce('dưới chỉ tiêu giai đoạn 1')
    expect(platform.said().join('\n')).not.toContain(platform.botToken)
  },
)
