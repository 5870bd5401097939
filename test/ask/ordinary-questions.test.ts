import { describe, expect, onTestFailed, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { LexiconInput } from '../../src/ask/lexicon.ts'
import type { Intent } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import type { Indicator } from '../../src/core/indicator.ts'
import type { Unit } from '../../src/core/unit-tree.ts'
import { bacGiang2023, lamDong2026 } from './judged-questions.ts'
import { giaLai2024 } from './provinces.ts'
import { seeded, withoutDiacritics } from './spellings.ts'
import type { Random } from './spellings.ts'

/** Plain questions of every shape, about any unit, indicator and period of a province, in four ways of typing. */

const SHAPES: readonly (readonly [intent: Intent, text: string])[] = [
  ['value', '{i} của {u} {p}'],
  ['value', '{u} {i} {p}'],
  ['value', '{i} {u} {p} là bao nhiêu'],
  ['value', 'cho hỏi {i} {u} {p} đạt bao nhiêu phần trăm ạ'],
  ['rank', '{u} xếp thứ mấy về {i} {p}'],
  ['rank', 'hạng của {u} về {i}'],
  ['rank', '{u} đang đứng thứ mấy toàn tỉnh về {i}'],
  ['target', 'chỉ tiêu {i} của {u}'],
  ['target', '{u} được giao bao nhiêu {i}'],
  ['gap', '{u} còn thiếu bao nhiêu phần trăm để đạt {i}'],
  ['need', '{u} cần thêm bao nhiêu hồ sơ để đạt chỉ tiêu {i}'],
  ['trend', 'diễn biến {i} của {u} 4 tuần qua'],
  ['trend', 'vẽ biểu đồ {i} {u}'],
  ['forecast', '{u} có kịp đạt {i} không'],
  ['compare', 'so sánh {u} với {v} về {i}'],
  ['below', '{k} nào chưa đạt chỉ tiêu {i}'],
  ['below', 'các {k} dưới 50% {i}'],
  ['met', '{k} nào đã đạt {i}'],
  ['top', '5 {k} cao nhất về {i} {p}'],
  ['bottom', '10 {k} thấp nhất {i}'],
  ['ranking', 'bảng xếp hạng các {k} về {i} {p}'],
  ['define', '{i} là gì'],
  ['define', '{i} tính thế nào'],
]
const PERIODS = [
  'tuần này',
  'tuần trước',
  'tháng này',
  'quý I',
  'năm nay',
  'từ đầu năm',
  '10 ngày qua',
  'giai đoạn 1',
  '',
]
const KINDS = { department: 'sở', district: 'huyện', commune: 'xã' } as const
const ASKED = 2000

const plain = (text: string): string => withoutDiacritics(text).toLowerCase()
const TYPED: readonly ((text: string) => string)[] = [
  text => text,
  text => text.toLowerCase(),
  text => text.normalize('NFD'),
  plain,
]

/** Units of today that no other has the name of. */
function clearUnits({ units }: LexiconInput, today: string): Unit[] {
  const byName = Map.groupBy(units, unit => plain(unit.name))
  return units.filter(
    unit =>
      unit.kind !== 'province' &&
      (unit.activeTo === null || unit.activeTo >= today) &&
      byName.get(plain(unit.name))!.length === 1,
  )
}

interface Made {
  text: string
  intent: Intent
  indicator: string
  units: string[]
  kind: string | null
  period: boolean
}

function make(random: Random, units: readonly Unit[], indicators: readonly Indicator[]): Made {
  const pick = <T>(from: readonly T[]): T => from[random(from.length)]!
  const [intent, shape] = pick(SHAPES)
  const [unit, other, indicator, period] = [pick(units), pick(units), pick(indicators), pick(PERIODS)]
  const kinds = (['department', 'district', 'commune'] as const).filter(one =>
    units.some(({ kind }) => kind === one),
  )
  const kind = pick(kinds)
  const text = shape
    .replace('{i}', pick([indicator.shortName, indicator.name, ...indicator.aliases]))
    .replace('{u}', unit.name)
    .replace('{v}', other.name)
    .replace('{k}', KINDS[kind])
    .replace('{p}', period)
  const named = shape.includes('{u}') ? [unit.code, ...(shape.includes('{v}') ? [other.code] : [])] : []
  return {
    text: pick(TYPED)(text.trim()),
    intent,
    indicator: indicator.code,
    units: [...new Set(named)],
    kind: shape.includes('{k}') ? kind : null,
    period: (shape.includes('{p}') && period !== '') || shape.includes('tuần'),
  }
}

describe.each([
  ['Gia Lai 2024', giaLai2024(), 'GL', '2024-05-19'],
  ['Lâm Đồng 2026', lamDong2026(), '68', '2026-05-15'],
  ['Bắc Giang 2023', bacGiang2023(), 'BG', '2023-10-20'],
] as const)('%s', (_, input, province, today) => {
  test(`99 of 100 of ${ASKED} plain questions are understood`, () => {
    const lexicon = buildLexicon(input)
    const units = clearUnits(input, today)
    const random = seeded(766)
    const context = { unit: province, scope: province, today, previous: null, pendingChoices: [] }
    const missed: string[] = []
    for (let turn = 0; turn < ASKED; turn++) {
      const { text, intent, indicator, units: meant, kind, period } = make(random, units, input.indicators)
      if (intent === 'compare' && meant.length < 2) continue
      const got = readQuestion(text, lexicon, context).questions[0]!
      const right =
        got.intent === intent &&
        got.indicators.join() === indicator &&
        (meant.length === 0 || got.units.toSorted().join() === meant.toSorted().join()) &&
        (kind === null || got.group?.kind === kind) &&
        (got.period !== null) === period
      if (!right)
        missed.push(
          `${text}: ${got.intent} ${got.indicators.join()} ${got.units.join()} ${got.choices.join()}`,
        )
    }
    onTestFailed(() => console.error(missed.join('\n')))
    expect(missed.length / ASKED).toBeLessThanOrEqual(0.01)
  })
})
