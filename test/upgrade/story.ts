import type { Channel, ChannelName, Delivery } from '../../src/channels/channel.ts'
import { telegram } from '../../src/channels/telegram/kind.ts'
import { zaloBot } from '../../src/channels/zalo-bot/kind.ts'
import { plainText } from '../../src/lib/message.ts'

/** The province of the fixtures: three departments with leaders, a committee, a campaign of one phase. */
export const FILES = {
  units: `code,name,short_name,kind,parent,aliases
P,Tỉnh Thử,Thử,province,,
P-S1,Sở Giao thông vận tải,Sở GTVT,department,P,
P-S2,Sở Y tế,Sở Y tế,department,P,
P-S3,Sở Tư pháp,Sở Tư pháp,department,P,`,
  indicators: `code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases
online_rate,Tỷ lệ hồ sơ trực tuyến,Hồ sơ trực tuyến,hồ sơ nộp trực tuyến,hồ sơ tiếp nhận,sum,12,trực tuyến`,
  campaigns: `campaign,name,phase,phase_name,start,end,document
CD,Chiến dịch cao điểm,1,Giai đoạn 1,2024-04-29,2024-06-30,1/KH`,
  targets: `campaign,phase,unit,indicator,target,document
CD,1,P-S1,online_rate,60,1/KH
CD,1,P-S2,online_rate,60,1/KH
CD,1,P-S3,online_rate,60,1/KH`,
  members: `member,name,role,unit
an,An,leader,P-S1
binh,Bình,leader,P-S2
cuc,Cúc,leader,P-S3
dung,Dũng,committee,P
em,Em,officer,P-S1`,
} as const

/** When the fixtures were saved: Monday of week 21, after the quiet hours began. */
export const SAVED = '2024-05-20T22:05:00+07:00'
/** The next morning, when what waited goes out. */
export const MORNING = '2024-05-21T06:45:00+07:00'
/** The code that Cúc was given and has not used. */
export const CUC_CODE = '7777AAAA'
export const CHATS = {
  an: 'tg-an',
  binh: 'zl-binh',
  dung: 'tg-dung',
  em: 'tg-em',
  stranger: 'tg-la',
} as const

/** A platform: what arrived where; some chats do not answer any more, and some sendings never end. */
export interface Platform extends Channel {
  received: { address: string; text: string }[]
  gone: Set<string>
  hang: boolean
  /** Texts that arrived at an address. */
  at: (address: string) => string[]
}

function createPlatform({ name, abilities, limits }: Pick<Channel, 'name' | 'abilities' | 'limits'>) {
  const platform: Platform = {
    name,
    abilities,
    limits,
    callsOf: () => 1,
    isGroup: () => false,
    probe: async () => ({ ok: true }),
    received: [],
    gone: new Set(),
    hang: false,
    at: address => platform.received.filter(one => one.address === address).map(one => one.text),
    start: async () => {},
    stop: async () => {},
    typing: async () => {},
    health: () => ({ ok: true }),
    async send(address, message): Promise<Delivery> {
      if (platform.hang) return await new Promise(() => {})
      if (platform.gone.has(address)) return { outcome: 'gone', cause: 'blocked' }
      platform.received.push({ address, text: plainText(message) })
      return { outcome: 'sent', messageId: String(platform.received.length) }
    },
  }
  return platform
}

/** The two platforms of the story, by the names of their channels. */
export function createPlatforms() {
  const [onTelegram, onZalo] = [createPlatform(telegram), createPlatform(zaloBot)]
  const channels = new Map<ChannelName, Platform>([onTelegram, onZalo].map(one => [one.name, one]))
  return { telegram: onTelegram, zalo: onZalo, channels }
}

/** What a person wrote, as the inbox keeps it. */
export function written(channel: ChannelName, address: string, text: string, at: number, updateId: string) {
  return { channel, updateId, address, text, private: true, sentAt: at, receivedAt: at }
}
