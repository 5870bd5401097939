import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { plainText } from '../../src/lib/message.ts'
import { copyReferenceDatabase } from '../db/reference-database.ts'
import { tempFolder } from '../db/temp-database.ts'
import { sized } from '../sizes.ts'
import { configOf } from './province.ts'

const isLong = sized({ quick: false, usual: false, long: true })
const MEMBERS = `member,name,role,unit
ct,Chủ tịch UBND tỉnh,committee,GL
bt,Bí thư Huyện ủy Ia Grai,leader,GL-H628
pct,Phó Chủ tịch UBND xã Ia Pnôn,leader,GL-X23881`

/** When each opens the chat in three weeks of May, and what is asked then, one after another. */
const WEEKS: Record<string, [string, string[]][]> = {
  ct: [
    [
      '2024-05-06T07:40',
      [
        'tuần qua toàn tỉnh thế nào',
        'vì sao tăng',
        'sở nào còn dưới chỉ tiêu',
        'sở nào tụt nhiều nhất tuần qua',
      ],
    ],
    ['2024-05-10T16:30', ['tuần này tỷ lệ trực tuyến toàn tỉnh bao nhiêu', 'giai đoạn 2 còn bao nhiêu ngày']],
    ['2024-05-13T07:35', ['so sánh Sở Y tế với Sở Giao thông vận tải']],
    [
      '2024-05-17T08:00',
      [
        'còn đơn vị nào chưa có số liệu',
        '10 xã kém nhất về trực tuyến',
        'đơn vị nào kéo tỷ lệ toàn tỉnh xuống',
      ],
    ],
    ['2024-05-20T07:45', ['có gì đáng lo không', 'Sở Y tế 75% đúng không', 'lập báo cáo tháng 4']],
  ],
  bt: [
    [
      '2024-05-06T08:10',
      [
        'huyện mình đạt chỉ tiêu chưa',
        'còn thiếu bao nhiêu hồ sơ nữa, mỗi ngày mấy bộ',
        'xã nào trong huyện yếu nhất',
      ],
    ],
    ['2024-05-09T14:00', ['muốn lên hạng 5 thì cần gì', 'huyện nào ngay trên mình']],
    [
      '2024-05-15T09:20',
      [
        'nếu mỗi ngày thêm 20 hồ sơ trực tuyến thì cuối đợt được bao nhiêu',
        'dự báo cuối giai đoạn có đạt không',
        'vì sao tuần rồi tăng',
      ],
    ],
    [
      '2024-05-20T10:00',
      [
        'tuần này tỷ lệ trực tuyến của tôi bao nhiêu, đứng thứ mấy, còn thiếu bao nhiêu hồ sơ',
        'xã nào tiến bộ nhất',
      ],
    ],
  ],
  pct: [
    [
      '2024-05-07T10:00',
      ['xã mình sao rồi', 'thế còn thanh toán trực tuyến', 'toàn trình là gì, tính thế nào'],
    ],
    ['2024-05-14T15:00', ['xã mình đứng thứ mấy trong huyện', 'hơn tuần trước bao nhiêu']],
    [
      '2024-05-21T08:00',
      ['cần thêm bao nhiêu hồ sơ để đạt', 'có kịp không', 'cho xem biểu đồ trực tuyến 8 tuần qua'],
    ],
  ],
}

test.runIf(isLong)(
  'three weeks of a chairman, a secretary and a vice chairman of the reference province, replies in full',
  { timeout: 300_000 },
  async () => {
    const path = `${tempFolder()}/weeks.db`
    await copyReferenceDatabase(path)
    const app = await createApp(configOf(path))
    onTestFinished(() => app.close())
    const request = { kind: 'members', file: 'members.csv', bytes: Buffer.from(MEMBERS), at: app.clock.now() }
    expect((await importFile(app.db, request)).ok).toBe(true)
    for (const [member, days] of Object.entries(WEEKS)) {
      const told: string[] = []
      for (const [at, questions] of days) {
        const said = questions.map(text => ({ text, at: Date.parse(`${at}:00+07:00`) }))
        const turns = (await app.rehearse(member, said)) ?? []
        told.push(`## ${at.replace('T', ' ')}`)
        for (const [turn, { message }] of turns.entries())
          told.push(`**${questions[turn]}**`, `\`\`\`text\n${plainText(message)}\n\`\`\``)
      }
      await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot(`./three-weeks/${member}.md`)
    }
  },
)
