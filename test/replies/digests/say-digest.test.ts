import { expect, test } from 'vitest'
import type { Digest } from '../../../src/answers/digest-facts.ts'
import { plainText } from '../../../src/lib/message.ts'
import { sayDigest } from '../../../src/replies/digests/say-digest.ts'
import { behind, catalog, DUC_CO, figureOf, GIA_LAI, IA_GRAI, saying, WEEK_20 } from '../province.ts'

const noRank = { rank: null, of: null, rankChange: null }
const whole = behind({ unit: GIA_LAI, rolledUpFrom: 257, target: null, gap: null, met: null, ...noRank })

const digest: Digest = {
  kind: 'weekly',
  unit: GIA_LAI,
  day: '2024-05-20',
  window: WEEK_20,
  late: false,
  edge: null,
  phases: [{ phase: catalog.phases[1]!, state: 'running', day: 19, days: 60, daysLeft: 41, met: [] }],
  overall: [
    { figure: whole, met: { met: 92, of: 256 }, change: 5.36 },
    { figure: { ...whole, indicator: 'on_time_rate' }, met: { met: 60, of: 256 }, change: -0.15 },
  ],
  mainIndicator: 'online_rate',
  best: [behind({ rank: 1, value: 74.65 })],
  worst: [behind({ unit: DUC_CO, rank: 17, value: 42.06 })],
  rises: [{ unit: IA_GRAI, indicator: 'online_rate', value: 75.24, change: 19.41 }],
  falls: [{ unit: DUC_CO, indicator: 'online_rate', value: 50.94, change: -6.75 }],
  newlyBelow: [{ unit: DUC_CO, indicators: ['digitization_rate', 'on_time_rate'] }],
  gaps: ['GL-X23881', 'GL-H623'],
  unitCount: 257,
  dataTo: '2024-05-19',
}

test('of a subtree: phase, overall, best and worst, movements, newly below, gaps', () => {
  expect(plainText(sayDigest(digest, saying('bcd-tinh')))).toBe(`Báo cáo tuần 20 (13–19/5/2024) – tỉnh Gia Lai

Giai đoạn 2: ngày thứ 19/60, còn 41 ngày

Kết quả chung, giai đoạn 2 đến 19/5/2024, tổng hợp từ 257 đơn vị
Hồ sơ trực tuyến: 47,1% (+5,36); 92/256 đơn vị đạt
Tiến độ giải quyết: 47,1% (-0,15); 60/256 đơn vị đạt
Trong ngoặc: kỳ báo cáo tăng (+), giảm (-) so với kỳ trước, điểm phần trăm

Cao nhất về hồ sơ trực tuyến
1. Ia Grai – 74,65%

Thấp nhất về hồ sơ trực tuyến
17. Đức Cơ – 42,06%

Tăng nhiều nhất
- Ia Grai: 75,24%, tăng 19,41 điểm phần trăm

Giảm nhiều nhất
- Đức Cơ: 50,94%, giảm 6,75 điểm phần trăm

Mới xuống dưới chỉ tiêu: 1 đơn vị
- Huyện Đức Cơ: Số hóa hồ sơ, Tiến độ giải quyết

Chưa có số liệu trong kỳ: 2/257 đơn vị
Xã Ia Pnôn, Thị xã An Khê

Số liệu đến 19/5/2024`)
})

test('of a single unit: its own figures with verdict, rank and change', () => {
  const own: Digest = {
    ...digest,
    unit: IA_GRAI,
    overall: [
      { figure: behind(), met: null, change: 1.2 },
      { figure: behind({ indicator: 'on_time_rate', rankChange: 3 }), met: null, change: 0 },
      {
        figure: figureOf({ unit: IA_GRAI, indicator: 'satisfaction_rate', reason: 'no_dossiers' }),
        met: null,
        change: null,
      },
    ],
    best: [],
    worst: [],
    rises: [],
    falls: [],
    newlyBelow: [],
    gaps: [],
  }
  expect(plainText(sayDigest(own, saying('ct-iagrai')))).toBe(`Báo cáo tuần 20 (13–19/5/2024) – huyện Ia Grai

Giai đoạn 2: ngày thứ 19/60, còn 41 ngày

Kết quả của đơn vị, giai đoạn 2 đến 19/5/2024
Hồ sơ trực tuyến: 47,1% (+1,2) – chưa đạt, thiếu 12,9 điểm phần trăm; thứ 9/17, giảm 2 bậc
Tiến độ giải quyết: 47,1% (+0) – chưa đạt, thiếu 12,9 điểm phần trăm; thứ 9/17, tăng 3 bậc
Mức độ hài lòng: chưa phát sinh lượt đánh giá
Trong ngoặc: kỳ báo cáo tăng (+), giảm (-) so với kỳ trước, điểm phần trăm

Số liệu đến 19/5/2024`)
})

const digestWith = (parts: Partial<Digest>) =>
  plainText(sayDigest({ ...digest, ...parts }, saying('bcd-tinh')))

test('each kind has its title, and a late one says so', () => {
  const day = { from: '2024-05-19', to: '2024-05-19' }
  expect(digestWith({ kind: 'daily', window: day })).toContain('Báo cáo ngày 19/5/2024 – tỉnh Gia Lai')
  expect(digestWith({ kind: 'monthly', window: { from: '2024-04-01', to: '2024-04-30' } })).toContain(
    'Báo cáo tháng 4/2024 –',
  )
  const phase = { from: '2024-05-02', to: '2024-06-30' }
  expect(digestWith({ kind: 'phase', edge: 'start', window: phase })).toContain(
    'Bắt đầu giai đoạn 2 (2/5–30/6/2024) –',
  )
  expect(digestWith({ kind: 'phase', edge: 'end', window: phase })).toContain(
    'Kết thúc giai đoạn 2 (2/5–30/6/2024) –',
  )
  expect(digestWith({ late: true })).toContain('Báo cáo này gửi muộn so với lịch.')
})

test('at the start of a phase there are targets and no values yet', () => {
  const figure = figureOf({ unit: GIA_LAI, target: 60, reason: 'no_data' })
  const text = plainText(
    sayDigest({ ...digest, overall: [{ figure, met: { met: 0, of: 0 }, change: null }] }, saying('bcd-tinh')),
  )
  expect(text).toContain('Hồ sơ trực tuyến: chỉ tiêu 60%')
})

test('nothing at all to report is said as such', () => {
  const figure = figureOf({ unit: GIA_LAI, reason: 'no_data' })
  const empty: Digest = {
    ...digest,
    overall: [{ figure, met: { met: 0, of: 0 }, change: null }],
    best: [],
    worst: [],
    rises: [],
    falls: [],
    newlyBelow: [],
    dataTo: null,
  }
  expect(plainText(sayDigest(empty, saying('bcd-tinh')))).toContain('Chưa có số liệu trong kỳ báo cáo.')
})
