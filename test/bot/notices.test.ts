import { describe, expect, test } from 'vitest'
import { queueStale } from '../../src/watch/stale.ts'
import { bring, bringWeek } from '../stories/province.ts'
import { startTalk } from './talk.ts'
import type { Talk } from './talk.ts'

const SAMPLE = /dữ liệu mẫu|số liệu mẫu/i

/** At 20 % of 60 % since Monday of week 20. */
async function below(): Promise<Talk> {
  const talk = await startTalk('2024-05-06T08:00:00+07:00')
  await bringWeek(talk.app, '2024-W18', 20)
  return talk
}

async function markSent({ app }: Talk): Promise<void> {
  await app.db.write(async ({ outbox }) => {
    for (const row of await outbox.list('queued')) await outbox.finish(row.id, { state: 'sent' })
  })
}

describe('what is told unasked, at the moment of sending', () => {
  test('an alert: the unit, the value, the target, what is missing, what to do, until when', async () => {
    const talk = await below()
    const text = await talk.notice('alert')
    expect(text).toContain('Sở GTVT – dưới chỉ tiêu giai đoạn 1')
    expect(text).toContain('Hồ sơ trực tuyến: 20%, chỉ tiêu 60%, thiếu 40 điểm phần trăm (chậm tiến độ)')
    expect(text).toMatch(/cần thêm \d+ hồ sơ, khoảng \d+\/ngày/)
    expect(text).toContain('Còn 55 ngày đến hết giai đoạn 1 (30/6/2024)')
    expect(text).toContain('Số liệu đến 5/5/2024')
  })

  test('a reminder: what has changed since the last word', async () => {
    const talk = await below()
    await markSent(talk)
    talk.clock.set('2024-05-13T08:00:00+07:00')
    await bringWeek(talk.app, '2024-W19', 30)
    const text = await talk.notice('alert')
    expect(text).toContain('Sở GTVT – vẫn dưới chỉ tiêu giai đoạn 1')
    expect(text).toMatch(/Hồ sơ trực tuyến: 25%[^]*tăng 5 điểm phần trăm từ lần báo trước/)
  })

  test('a recovery, said once it is sent and still true', async () => {
    const talk = await below()
    await markSent(talk)
    talk.clock.set('2024-05-13T08:00:00+07:00')
    await bringWeek(talk.app, '2024-W19', 100)
    expect(await talk.notice('alert')).toMatch(/Sở GTVT – đã đạt lại[^]*60%, chỉ tiêu 60%/)
    talk.clock.set('2024-05-20T08:00:00+07:00')
    await bringWeek(talk.app, '2024-W20', 0)
    expect(await talk.notice('alert')).toMatch(/dưới chỉ tiêu[^]*40%/)
    expect(await talk.notice('alert')).not.toContain('đạt lại')
  })

  test('word to the unit above, with the explanation that came meanwhile', async () => {
    const talk = await below()
    await bring(
      talk.app,
      'members',
      'member,name,role,unit\nct,Chủ tịch tỉnh,leader,P\ngd,Giám đốc Sở GTVT,leader,P-S1',
    )
    await talk.link('ct')
    talk.clock.set('2024-05-13T08:00:00+07:00')
    await bringWeek(talk.app, '2024-W19', 20)
    talk.clock.set('2024-05-15T08:00:00+07:00')
    await talk.app.evaluate()
    const text = await talk.notice('alert')
    expect(text).toContain('Sở GTVT – chậm tiến độ, chưa xác nhận')
    expect(text).not.toContain('Giải trình:')
    await talk.hear('gd', 'giải trình: thiếu người')
    await talk.hear('gd', 'đồng ý')
    expect(await talk.notice('alert')).toContain('Giải trình: thiếu người')
  })

  test('units without news to data officers, without those that have sent meanwhile', async () => {
    const talk = await below()
    await bring(talk.app, 'members', 'member,name,role,unit\nsl,Cán bộ số liệu,data,P')
    await talk.link('sl')
    talk.clock.set('2024-05-20T08:00:00+07:00')
    expect(await queueStale(talk.app.db, talk.app.moment())).toBe(1)
    expect(await talk.notice('stale')).toMatch(
      /2 đơn vị không có số liệu mới trong 10 ngày[^]*Sở GTVT[^]*Sở Y tế/,
    )
    await bring(
      talk.app,
      'observations',
      'unit,indicator,period,numerator,denominator,value,note\nP-S2,online_rate,2024-W20,70,100,,',
    )
    expect(await talk.notice('stale')).not.toContain('Sở Y tế')
    await bringWeek(talk.app, '2024-W19', 20)
    expect(await talk.notice('stale')).toBeNull()
  })

  test('a report that comes late says so', async () => {
    const talk = await below()
    const run = async (late: boolean) => {
      talk.clock.set(late ? '2024-05-21T10:00:00+07:00' : '2024-05-13T07:30:00+07:00')
      await talk.app
        .jobs()
        .find(job => job.name === 'digest-weekly')
        ?.run(talk.clock.now(), late)
      return await talk.notice('digest')
    }
    expect(await run(false)).not.toMatch(/muộn|trễ|bù/)
    expect(await run(true)).toMatch(/muộn|trễ|bù/)
  })

  test('nothing to whom is no member any more', async () => {
    const talk = await below()
    await talk.app.db.write(async stores => await stores.catalog.put('members', new Map([['gd', null]])))
    expect(await talk.notice('alert')).toBeNull()
  })
})

describe('the sample province', () => {
  test('is called one in every reply and notice', async () => {
    const talk = await below()
    await talk.app.db.write(async stores => await stores.settings.set('sample', '1'))
    const texts = [
      'trực tuyến tuần 18',
      'cảnh báo của tôi',
      'đã nhận',
      'nhắc lại sau 2 ngày',
      'giải trình: x',
      'giải trình',
      'đăng ký nhận báo cáo tuần',
      'báo cáo tuần',
      'giá vàng',
      '😀',
      'quay lại',
      '99',
      'xin chào',
      '/help',
      'x'.repeat(10_000),
      '',
    ]
    for (const text of texts) expect(`${text}: ${await talk.hear('gd', text)}`).toMatch(SAMPLE)
    expect(await talk.notice('alert')).toMatch(SAMPLE)
    const [first, ...again] = (await talk.hear('gd', 'trực tuyến tuần 18, còn thiếu bao nhiêu hồ sơ')).split(
      SAMPLE,
    )
    expect(first).toContain('20%')
    expect(again).toHaveLength(1)
  })

  test('is not spoken of where the data are a province’s own', async () => {
    const talk = await below()
    expect(await talk.hear('gd', 'trực tuyến tuần 18')).not.toMatch(SAMPLE)
  })
})
