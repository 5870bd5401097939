import type { AlertRow } from '../../src/db/stores/alerts.ts'
import type { ChatRow } from '../../src/db/stores/chats.ts'
import type { Database } from '../../src/db/stores/database.ts'
import type { OutboxRow } from '../../src/db/stores/outbox.ts'
import { momentAt } from '../../src/core/moment.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { evaluationJson } from '../../src/watch/evaluation-json.ts'
import type { EvaluationJson } from '../../src/watch/evaluation-json.ts'
import { evaluate } from '../../src/watch/evaluate.ts'
import { alert } from '../../src/notices/alert.ts'
import { NEWS } from '../../src/notices/alert-facts.ts'
import { tempDatabase } from '../db/temp-database.ts'

const HANOI = 'Asia/Ho_Chi_Minh'

/**
 * A province with a district and a commune below it, each with a leader, and a department; two phases of four and five
 * weeks. The commune had 30 % online last year and is to have 60 %, so that the line rises by 7,5 points a week.
 */
const FILES = {
  units: `code,name,short_name,kind,parent,aliases
P,Tỉnh Thử,Thử,province,,
P-S1,Sở Y tế,Sở Y tế,department,P,
P-H1,Huyện Một,Một,district,P,
P-X1,Xã Hai,Hai,commune,P-H1,`,
  indicators: `code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases
online,Tỷ lệ hồ sơ trực tuyến,Hồ sơ trực tuyến,hồ sơ nộp trực tuyến,hồ sơ tiếp nhận,sum,12,trực tuyến
pay,Tỷ lệ thanh toán trực tuyến,Thanh toán trực tuyến,hồ sơ thanh toán trực tuyến,hồ sơ có phí,sum,10,thanh toán`,
  campaigns: `campaign,name,phase,phase_name,start,end,document
CD,Chiến dịch,1,Giai đoạn 1,2024-04-29,2024-05-26,1/KH
CD,Chiến dịch,2,Giai đoạn 2,2024-05-27,2024-06-30,1/KH`,
  targets: `campaign,phase,unit,indicator,target,document
CD,1,P-X1,online,60,1/KH
CD,1,P-X1,pay,40,1/KH
CD,1,P-S1,online,60,1/KH
CD,2,P-X1,online,70,1/KH`,
  members: `member,name,role,unit
ct-xa,Chủ tịch xã Hai,leader,P-X1
cb-xa,Cán bộ xã Hai,officer,P-X1
ct-huyen,Chủ tịch huyện Một,leader,P-H1
gd,Giám đốc Sở Y tế,leader,P-S1
bcd,Ban Chỉ đạo,committee,P
sl,Cán bộ số liệu,data,P`,
  observations: `unit,indicator,period,numerator,denominator,value,note
P-X1,online,2023,30,100,,`,
} as const

/** Numerators out of a hundred, by `unit.indicator`. */
type Figures = Record<string, number>

export interface Watched {
  db: Database
  import: (kind: string, text: string, at: string) => Promise<void>
  /** Figures of a week, imported at a time and evaluated at once, as the command does. */
  week: (week: string, figures: Figures, at: string) => Promise<EvaluationJson>
  evaluate: (at: string) => Promise<EvaluationJson>
  /** `what member state` of every notice, in order: what an alert is about, or its topic. */
  told: () => Promise<string[]>
  outbox: () => Promise<OutboxRow[]>
  /** Takes everything that waits as sent at that time. */
  send: (at: string) => Promise<void>
  alert: (unit: string, indicator: string, term?: string) => Promise<AlertRow>
  change: (unit: string, indicator: string, change: Partial<AlertRow>) => Promise<void>
  chat: (member: string, channel: string, address: string) => Promise<ChatRow>
}

/** The moment at a local time like `2024-05-06T08:00`. */
export function local(at: string) {
  return momentAt(Date.parse(`${at}:00+07:00`), HANOI)
}

function aboutOf({ topic, facts }: OutboxRow): string {
  const items = alert.read(facts)?.items ?? []
  const what = NEWS.filter(one => items.some(item => item.what === one))
  return topic === 'alert' ? what.join('+') : topic
}

/** The province in a database of the running test. */
export async function watchedProvince(): Promise<Watched> {
  const { db } = tempDatabase()
  const outbox = async () => await db.read.outbox.list()
  const alertOf = async (unit: string, indicator: string, term = 'CD/1') => {
    const row = (await db.read.alerts.ofUnits([unit])).find(
      one => one.indicator === indicator && one.term === term,
    )
    if (!row) throw new Error(`no alert of ${unit} ${indicator} in ${term}`)
    return row
  }
  const watched: Watched = {
    db,
    async import(kind, text, at) {
      const request = { kind, file: `${kind}.csv`, bytes: Buffer.from(text), at: local(at).at }
      const outcome = await importFile(db, request)
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
    },
    async week(week, figures, at) {
      const lines = Object.entries(figures).map(([name, n]) => `${name.replace('.', ',')},${week},${n},100,,`)
      const head = 'unit,indicator,period,numerator,denominator,value,note'
      await watched.import('observations', [head, ...lines].join('\n'), at)
      return await watched.evaluate(at)
    },
    evaluate: async at => evaluationJson(await evaluate(db, local(at))),
    told: async () => (await outbox()).map(row => `${aboutOf(row)} ${row.member} ${row.state}`),
    outbox,
    send: async at =>
      await db.write(async stores => {
        for (const row of await stores.outbox.list('queued')) {
          await stores.outbox.finish(row.id, { state: 'sent', sentAt: local(at).at })
        }
      }),
    alert: alertOf,
    change: async (unit, indicator, change) => {
      const { id } = await alertOf(unit, indicator)
      await db.write(async stores => await stores.alerts.update(id, change))
    },
    chat: async (member, channel, address) =>
      await db.write(async stores => {
        const chat = await stores.chats.touch(channel, address)
        await stores.chats.link(chat.id, member, 0)
        return chat
      }),
  }
  for (const [kind, text] of Object.entries(FILES)) await watched.import(kind, text, '2024-01-01T08:00')
  return watched
}
