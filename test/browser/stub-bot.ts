import { Resvg } from '@resvg/resvg-js'
import { onTestFinished } from 'vitest'
import type { Incoming } from '../../src/channels/channel.ts'
import type { Message } from '../../src/lib/message.ts'
import { testServer, type TestServer } from '../http/server.ts'

export const ADDRESS = 'member:gd-sgtvt'

export const ALERT: Message = {
  blocks: [
    { text: 'Cảnh báo: tụt dưới chỉ tiêu', strong: true },
    { text: 'Tỷ lệ thanh toán trực tuyến tuần này 48,10%, thấp hơn chỉ tiêu 50% là 1,90 điểm phần trăm.' },
  ],
  choices: [{ label: 'Đã nhận', send: 'ack 7' }],
}

const WEEK: Message = {
  blocks: [
    { text: 'Sở Giao thông vận tải – Tỷ lệ hồ sơ xử lý trực tuyến', strong: true },
    { text: 'Tuần này: 61,25% (245/400 hồ sơ).\nChỉ tiêu: 60% – đã đạt.\nXếp thứ 3/19; tăng 1 bậc.' },
  ],
  choices: [
    { label: 'Xếp hạng các sở', send: 'ranking department' },
    { label: 'Biểu đồ', send: 'biểu đồ' },
  ],
}

/** The server with a stand-in for the assistant behind it, which knows four kinds of question. */
export interface StubBot extends TestServer {
  base: string
  stop(): Promise<void>
}

/** Starts it for one test at a free port, or at `port`; with the store of another one it goes on where that one stopped. */
export async function startStubBot(port = 0, kept: Parameters<typeof testServer>[1] = {}): Promise<StubBot> {
  const server = await testServer({}, kept)
  const { app, channel, received } = server
  await channel.start(async incoming => {
    received.push(incoming)
    const reply = replyTo(incoming)
    if (reply) await channel.send(incoming.address, reply)
    else await channel.typing(incoming.address)
  })
  const base = await app.listen({ port, host: '127.0.0.1' })
  onTestFinished(() => app.close())
  return { ...server, base, stop: () => app.close() }
}

/** What the stand-in says; null when it only begins to write. */
function replyTo({ text }: Incoming): Message | null {
  if (text.startsWith('nghĩ')) return null
  if (text.startsWith('ranking')) return ranking()
  if (text.startsWith('biểu đồ')) return { blocks: [{ text: '8 tuần qua' }], choices: [], image: chart() }
  if (text.startsWith('tuần')) return WEEK
  return { blocks: [{ text: `Tôi chưa hiểu: “${text}”.` }], choices: [] }
}

/** A table longer than any window. */
function ranking(): Message {
  const lines = Array.from(
    { length: 30 },
    (_, at) => `${at + 1}. Sở Văn hóa, Thể thao và Du lịch ${at}: 60,25%`,
  )
  return { blocks: [{ text: 'Bảng xếp hạng', strong: true }, { text: lines.join('\n') }], choices: [] }
}

function chart(): NonNullable<Message['image']> {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="375"><path d="M0 0h600v375H0z" fill="#0b63dd"/></svg>'
  const bytes = new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng()
  return { name: 'bieu-do.png', type: 'image/png', bytes, description: 'Biểu đồ: tăng từ 41,20% lên 61,25%' }
}
