import type { LexiconInput } from '../../src/ask/lexicon.ts'
import type { Intent, Question } from '../../src/ask/question.ts'
import { addDays, monthOf, weekOf } from '../../src/core/period.ts'
import type { Unit } from '../../src/core/unit-tree.ts'
import type { Window } from '../../src/core/window.ts'
import { provinceOf } from './provinces.ts'
import { QUESTION_SHAPES } from './question-shapes.ts'
import { seeded, withoutDiacritics } from './spellings.ts'
import type { Random } from './spellings.ts'

/** Plain questions of every shape, about any unit, indicator and period of a province, as people type them. */

const KINDS = {
  department: ['sở', 'sở ngành', 'sở, ngành'],
  district: ['huyện', 'huyện thị', 'huyện, thị xã, thành phố'],
  commune: ['xã', 'xã phường', 'xã, phường'],
} as const
const BEFORE = [
  'cho em hỏi ',
  'em hỏi ',
  'bot ơi ',
  'sếp hỏi ',
  'xem giúp ',
  'cho tôi biết ',
  'dạ cho em xin ',
  'anh cần ',
]
const BEHIND = ['?', ' ạ', ' nhé', ' vậy', ' em nhỉ', ' vậy bot']
const CLIPPED: readonly (readonly [string, string])[] = [
  ['bao nhiêu', 'bn'],
  ['được', 'đc'],
  ['không', 'ko'],
  ['rồi', 'r'],
  ['chỉ tiêu', 'ct'],
  ['phần trăm', '%'],
]

const plain = (text: string): string => withoutDiacritics(text).toLowerCase()

/** The stretches that are named, and the days that they are on `today`. */
function periodsOn(today: string): [string, Window][] {
  const year = today.slice(0, 4)
  return [
    ['tuần này', weekOf(today)],
    ['tuần trước', weekOf(addDays(today, -7))],
    ['tháng này', monthOf(today)],
    ['tháng 4', monthOf(`${year}-04-01`)],
    ['tháng tư', monthOf(`${year}-04-01`)],
    ['quý I', { from: `${year}-01-01`, to: `${year}-03-31` }],
    ['năm nay', { from: `${year}-01-01`, to: `${year}-12-31` }],
    ['từ đầu năm', { from: `${year}-01-01`, to: today }],
    ['hôm qua', { from: addDays(today, -1), to: addDays(today, -1) }],
    ['7 ngày qua', { from: addDays(today, -6), to: today }],
    ['từ 22/3 đến 1/5', { from: `${year}-03-22`, to: `${year}-05-01` }],
  ]
}

/** A province about which plain questions are made, who asks about it, and when. */
interface Province {
  input: LexiconInput
  code: string
  own: Unit
  units: Unit[]
  today: string
}

/** Units of today that no other has the name of. */
function clearUnits({ units }: LexiconInput, today: string): Unit[] {
  const byName = Map.groupBy(units, unit => plain(unit.shortName))
  return units.filter(
    unit =>
      unit.kind !== 'province' &&
      (unit.activeTo === null || unit.activeTo >= today) &&
      byName.get(plain(unit.shortName))!.length === 1,
  )
}

/** A plain question and what it means. */
export interface Made {
  text: string
  slip: boolean
  asker: string
  intent: Intent
  indicator: string | null
  units: string[]
  group: { kind: string; within: string | null } | null
  period: Window | null
}

function make(random: Random, { input, code, own, units, today }: Province): Made | null {
  const pick = <T>(from: readonly T[]): T => from[random(from.length)]!
  const [intent, shape] = pick(QUESTION_SHAPES)
  const [unit, indicator, [said, days]] = [pick(units), pick(input.indicators), pick(periodsOn(today))]
  const other = pick(units.filter(one => one.kind === unit.kind && one.code !== unit.code))
  const districts = units.filter(one => one.kind === 'district')
  const inPlace = shape.includes('{P}')
  if (inPlace && districts.length === 0) return null
  const place = inPlace ? pick(districts) : null
  const kind = place ? 'commune' : pick(kindsIn(units))
  const mine = shape.includes('{o}')
  const noun = own.kind === 'department' ? 'sở' : own.kind === 'district' ? 'huyện' : 'xã'
  const named = shape
    .replace('{i}', pick([indicator.shortName, indicator.name, ...indicator.aliases]))
    .replace('{u}', pick([unit.name, unit.name.toLowerCase()]))
    .replace('{v}', other.name)
    .replace('{k}', place ? 'xã' : pick(KINDS[kind]))
    .replace('{P}', place?.name ?? '')
    .replace('{p}', said)
    .replace('{o}', pick([`${noun} mình`, `${noun} tôi`, 'bên em', 'đơn vị tôi', 'chúng tôi']))
  const slip = random(8) === 0
  const before = random(3) > 0 ? '' : pick(BEFORE)
  const behind = random(3) > 0 ? '' : pick(BEHIND)
  const text = `${before}${slip ? withSlip(named, random) : named}${behind}`
  return {
    text: slip ? text : pick(TYPED)(text),
    slip,
    asker: mine ? own.code : code,
    intent,
    indicator: shape.includes('{i}') ? indicator.code : null,
    units: [
      ...(shape.includes('{u}') ? [unit.code] : mine ? [own.code] : []),
      ...(shape.includes('{v}') ? [other.code] : []),
    ],
    group: shape.includes('{k}') ? { kind, within: place?.code ?? null } : null,
    period: shape.includes('{p}') ? days : null,
  }
}

function kindsIn(units: readonly Unit[]): (keyof typeof KINDS)[] {
  return (['department', 'district', 'commune'] as const).filter(kind => units.some(one => one.kind === kind))
}

const TYPED: readonly ((text: string) => string)[] = [
  text => text,
  text => text.toLowerCase(),
  text => text.normalize('NFD'),
  text => CLIPPED.reduce((all, [long, short]) => all.replaceAll(long, short), text),
  plain,
  plain,
]

/** A letter left out, doubled or swapped with the next, within one word of small letters. */
function withSlip(text: string, random: Random): string {
  const words = text.split(' ')
  const long = [...words.keys()].filter(at => /^\p{Ll}{4,}$/u.test(words[at]!))
  if (long.length === 0) return text
  const at = long[random(long.length)]!
  const word = words[at]!
  const place = 1 + random(word.length - 2)
  const [head, one, next, tail] = [
    word.slice(0, place),
    word[place]!,
    word[place + 1]!,
    word.slice(place + 2),
  ]
  words[at] = [`${head}${next}${tail}`, `${head}${next}${one}${tail}`, `${head}${one}${one}${next}${tail}`][
    random(3)
  ]!
  return words.join(' ')
}

/** Whether the question names anything otherwise than meant. */
export function misread(got: Question, meant: Made): boolean {
  return (
    got.intent !== meant.intent ||
    got.indicators.join() !== (meant.indicator ?? '') ||
    (meant.units.length > 0 && got.units.toSorted().join() !== meant.units.toSorted().join()) ||
    (meant.group !== null &&
      (got.group?.kind !== meant.group.kind ||
        (meant.group.within !== null && got.group.within !== meant.group.within))) ||
    (meant.period !== null && (got.period?.from !== meant.period.from || got.period.to !== meant.period.to))
  )
}

/** The provinces of which plain questions are asked: folder of fixtures, province, own unit or any commune, day. */
export const ASKED_PROVINCES = [
  { name: 'Gia Lai 2024', folder: 'gia-lai-2024', code: 'GL', own: 'GL-H628', today: '2024-05-19' },
  { name: 'Lâm Đồng 2026', folder: 'lam-dong-2026', code: '68', own: null, today: '2026-05-15' },
  { name: 'Bắc Giang 2023', folder: 'bac-giang-2023', code: 'BG', own: 'BG-S09', today: '2023-10-20' },
  { name: 'Nghệ An 2026', folder: 'nghe-an-2026', code: '40', own: null, today: '2026-05-20' },
] as const

/** What was made of so many tries at a plain question about the province; the same every time. */
export function plainQuestions(
  { folder, code, own, today }: (typeof ASKED_PROVINCES)[number],
  tries: number,
): Made[] {
  const input = provinceOf(folder)
  const units = clearUnits(input, today)
  const asker = units.find(unit => unit.code === own) ?? units.find(unit => unit.kind === 'commune')!
  const random = seeded(766)
  const province = { input, code, own: asker, units, today }
  return Array.from({ length: tries }, () => make(random, province)).filter(made => made !== null)
}
