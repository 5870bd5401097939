import { expect, test } from 'vitest'
import type { Digest } from '../../../src/answers/digest-facts.ts'
import { plainText } from '../../../src/lib/message.ts'
import { sayDigest } from '../../../src/replies/digests/say-digest.ts'
import { digestOf, lineOf, whole } from '../any-digest.ts'
import { behind, catalog, DUC_CO, figureOf, GIA_LAI, IA_GRAI, saying, WEEK_20 } from '../province.ts'

const soFar = { ...whole, value: 44.5, window: { from: '2024-05-02', to: '2024-05-19' } }
const digest = digestOf({
  lines: [
    lineOf({ toDate: soFar }),
    lineOf({
      figure: { ...whole, indicator: 'on_time_rate' },
      met: { met: 60, of: 256 },
      change: -0.15,
      target: 95,
    }),
  ],
  moved: [
    { unit: IA_GRAI, indicator: 'online_rate', value: 75.24, change: 19.41 },
    { unit: DUC_CO, indicator: 'online_rate', value: 50.94, change: -6.75 },
  ],
  fallen: [
    { unit: IA_GRAI, indicators: ['digitization_rate'] },
    { unit: DUC_CO, indicators: ['digitization_rate', 'online_rate'] },
  ],
  alerts: (['open', 'explained', 'overdue'] as const).map(state => ({
    unit: state === 'explained' ? IA_GRAI : DUC_CO,
    indicator: 'online_rate',
    value: 40,
    target: 60,
    since: '2024-05-13',
    state,
    written: [],
    newlyExplained: state === 'explained',
  })),
  behind: { behind: 12, of: 256 },
  gaps: ['GL-X23881', 'GL-H623'],
})

test('of a subtree: the finding, the indicators, who moved, what is new, the pace, what is missing', () => {
  expect(plainText(sayDigest(digest, saying('bcd-tinh'))))
    .toBe(`Tuần 20 (13–19/5/2024): hồ sơ trực tuyến của tỉnh Gia Lai đạt 47,1%, tăng 5,36 điểm; 164/256 đơn vị chưa đạt, 1 đơn vị mới tụt

Hồ sơ trực tuyến: 47,1% (+5,36); lũy kế 44,5%; 92/256 đạt
Tiến độ giải quyết: 47,1% (−0,15); chỉ tiêu 95%; 60/256 đạt

Tăng nhiều nhất: Ia Grai +19,41
Giảm nhiều nhất: Đức Cơ −6,75

Mới xuống dưới chỉ tiêu: Đức Cơ; ở chỉ số khác: 1
Mới giải trình: Ia Grai
Quá hạn giải trình: Đức Cơ

Giai đoạn 2: còn 41 ngày; 12/256 đơn vị chậm tiến độ
Chưa có số liệu (2/257): Xã Ia Pnôn, Thị xã An Khê

Báo cáo tuần, số liệu đến 19/5/2024; trong ngoặc: so với kỳ trước; lũy kế: giai đoạn 2`)
})

test('of a single unit: its own figures with verdict and place, and its pace', () => {
  const paced = behind({
    window: { from: '2024-05-02', to: '2024-05-19' },
    value: 46,
    pace: { state: 'behind', expected: 50 },
  })
  const line = { met: null, target: 60, change: 1.2 }
  const own = digestOf({
    unit: IA_GRAI,
    lines: [
      lineOf({ ...line, figure: behind({ window: WEEK_20 }), toDate: paced }),
      lineOf({
        ...line,
        figure: behind({ indicator: 'on_time_rate', value: 61, gap: -1, met: true }),
        change: 0,
      }),
      lineOf({
        figure: figureOf({ unit: IA_GRAI, indicator: 'satisfaction_rate', reason: 'no_dossiers' }),
        met: null,
        change: null,
      }),
    ],
    recovered: [{ unit: IA_GRAI, indicators: ['on_time_rate'] }],
    unitCount: 0,
  })
  expect(plainText(sayDigest(own, saying('ct-iagrai'))))
    .toBe(`Tuần 20 (13–19/5/2024): hồ sơ trực tuyến của huyện Ia Grai đạt 47,1%, tăng 1,2 điểm; chỉ tiêu 60%: chưa đạt, thiếu 12,9 điểm phần trăm

Hồ sơ trực tuyến: 47,1% (+1,2); lũy kế 46%; chỉ tiêu 60% – thiếu 12,9 điểm; thứ 9/17
Tiến độ giải quyết: 61% (0); chỉ tiêu 60% – đạt; thứ 9/17
Mức độ hài lòng: chưa phát sinh lượt đánh giá

Vừa đạt lại chỉ tiêu: tiến độ giải quyết

Giai đoạn 2: còn 41 ngày; đang chậm tiến độ

Báo cáo tuần, số liệu đến 19/5/2024; trong ngoặc: so với kỳ trước; lũy kế: giai đoạn 2`)
})

const said = (parts: Partial<Digest>, sample = false) =>
  plainText(sayDigest({ ...digest, ...parts }, saying('bcd-tinh', { sample })))

test('each kind says its period, and a late one that it is late', () => {
  expect(said({ kind: 'daily', window: { from: '2024-05-19', to: '2024-05-19' } })).toMatch(
    /^Ngày 19\/5\/2024: hồ sơ trực tuyến của tỉnh Gia Lai/,
  )
  expect(said({ kind: 'monthly', window: { from: '2024-04-01', to: '2024-04-30' } })).toMatch(
    /^Tháng 4\/2024: /,
  )
  const phase = { from: '2024-05-02', to: '2024-06-30' }
  expect(said({ kind: 'phase', edge: 'end', window: phase })).toMatch(
    /^Kết thúc giai đoạn 2 \(2\/5–30\/6\/2024\): /,
  )
  expect(said({ late: true })).toContain('Báo cáo này gửi muộn so với lịch.')
  expect(said({ insteadOf: { from: '2024-05-20', to: '2024-05-26' } })).toMatch(
    /^Tuần 20 [^\n]*\n\nTuần 21 \(20–26\/5\/2024\) chưa có số liệu; đây là báo cáo tuần 20 \(13–19\/5\/2024\)\.\n/,
  )
})

test('at the start of a phase there are targets and no values yet', () => {
  const figure = figureOf({ unit: GIA_LAI, target: 60, reason: 'no_data' })
  const text = said({
    kind: 'phase',
    edge: 'start',
    window: { from: '2024-05-02', to: '2024-06-30' },
    lines: [lineOf({ figure, met: { met: 0, of: 0 }, change: null, target: 60 })],
  })
  expect(text).toMatch(/^Bắt đầu giai đoạn 2 \(2\/5–30\/6\/2024\) – tỉnh Gia Lai\n/)
  expect(text).toContain('Hồ sơ trực tuyến: chưa có số liệu; chỉ tiêu 60%')
})

test('a period without figures says so, and how far they reach', () => {
  const figure = figureOf({ unit: GIA_LAI, window: WEEK_20, reason: 'no_data' })
  const lines = [lineOf({ figure, met: { met: 0, of: 0 }, change: null })]
  const text = said({ lines, moved: [], fallen: [], dataTo: '2024-05-12' })
  expect(text).toMatch(/^Tuần 20 \(13–19\/5\/2024\): hồ sơ trực tuyến của tỉnh Gia Lai chưa có số liệu\n/)
  expect(text).toContain('Chưa có số liệu trong kỳ báo cáo.')
})

test('however much there is to say, it fits one screen of a phone: fewer indicators, then what comes first wins', () => {
  const codes = catalog.units.filter(unit => unit.kind === 'commune').map(unit => unit.code)
  const moved = codes.map((unit, at) => ({ unit, indicator: 'online_rate', value: 50, change: 60 - at || 1 }))
  const much = {
    lines: catalog.indicators.map(({ code }) =>
      lineOf({ figure: { ...whole, indicator: code }, toDate: { ...soFar, indicator: code }, target: 95 }),
    ),
    moved,
    fallen: codes.map(unit => ({ unit, indicators: ['online_rate'] })),
    recovered: codes.map(unit => ({ unit, indicators: ['on_time_rate'] })),
    gaps: codes,
    late: true,
  }
  const text = said(much, true)
  expect(text.length).toBeLessThanOrEqual(900)
  expect(text).toContain('Tăng nhiều nhất: ')
  expect(text).toContain('và 7 chỉ số nữa')
  expect(text).toContain('Vừa đạt lại: 220 đơn vị')
  expect(text).not.toContain('Chưa có số liệu')
  expect(text).toContain('số liệu đến 19/5/2024')
})

test('of a phase that is over by now the day is said on which so much was left', () => {
  const text = plainText(sayDigest(digest, saying('bcd-tinh', { today: '2024-07-03' })))
  expect(text).toContain('Giai đoạn 2 đến 19/5/2024: còn 41 ngày')
})
