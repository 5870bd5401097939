import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer, Figure } from '../../src/answers/answer.ts'
import { perDayOf } from '../../src/core/need.ts'
import type { Window } from '../../src/core/window.ts'
import type { Message } from '../../src/lib/message.ts'
import { plainText } from '../../src/lib/message.ts'
import { dayRange, periodName } from '../../src/replies/phrases/period-name.ts'
import { sayAnswer } from '../../src/replies/say-answer.ts'
import { ahead, answerOf, catalog, saying, words } from './province.ts'
import { sized } from '../sizes.ts'
import { anyAnswer, anyIntent } from './any-answer.ts'

/** Replies that are read for each property. */
const RUNS = sized({ quick: 100, usual: 400, long: 10_000 })
const NUMBER = /\d+(?:[.,]\d+)*/g
const SAMPLE = 'Số liệu mẫu để dùng thử, không phải số liệu thật.'

const spoken = anyIntent.chain(intent =>
  fc.record({
    answer: anyAnswer(intent),
    sample: fc.boolean(),
    asker: fc.constantFrom('gd-sgtvt', 'ct-iapnon', 'bcd-tinh'),
  }),
)

function holds(check: (answer: Answer, message: Message) => void): void {
  fc.assert(
    fc.property(spoken, ({ answer, sample, asker }) =>
      check(answer, sayAnswer(answer, saying(asker, { sample }))),
    ),
    { numRuns: RUNS },
  )
}

test('every number in a reply is a figure of the answer, or a day of it', () => {
  holds((answer, message) => {
    if (['define', 'help', 'greeting', 'unknown', 'clarify'].includes(answer.question.intent)) return
    const known = new Set([...knownNumbers(answer), ...numbersIn(SAMPLE)])
    for (const number of numbersIn(withoutNames(plainText(message)))) expect(known).toContain(number)
  })
})

test('a value that exists is in the reply to a question for values', () => {
  fc.assert(
    fc.property(anyAnswer('value'), answer => {
      const text = plainText(sayAnswer(answer, saying('bcd-tinh')))
      const units = [...new Set(answer.figures.map(figure => figure.unit))].slice(0, 6)
      // What may not be seen of a unit is never one of its figures alone.
      const refused = answer.figures.filter(({ reason }) => reason === 'not_allowed').map(({ unit }) => unit)
      const valued = answer.figures.filter(
        ({ unit, value }) => value !== null && units.includes(unit) && !refused.includes(unit),
      )
      expect(valued.filter(({ value }) => !text.includes(words.decimal(value ?? 0)))).toEqual([])
    }),
  )
})

test('nothing of the program shows through', () => {
  holds((_, message) => {
    const all = [plainText(message), ...message.choices.flatMap(choice => [choice.label, choice.send])].join(
      '\n',
    )
    expect(all).not.toMatch(/undefined|null|NaN|Infinity|\{\{|\[object|_rate|no_data|GL-/)
    expect(all).not.toMatch(/ {2}|\n{3}|!|-0\b/)
  })
})

test('a reply can be read on a phone: short lines, and not too many', () => {
  holds((answer, message) => {
    const long = ['define', 'unknown', 'help'].includes(answer.question.intent)
    const [first = '', ...lines] = plainText(message).split('\n')
    expect(first.length).toBeLessThanOrEqual(long ? 260 : 190)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(long ? 260 : 190)
    expect(message.blocks.every(block => block.text !== '')).toBe(true)
  })
})

test('quick replies can be sent: some text, at most 60 letters, each once', () => {
  holds((_, message) => {
    const sends = message.choices.map(choice => choice.send)
    for (const send of sends) expect(send).toMatch(/^\S.{0,58}\S$/u)
    expect(new Set(sends).size).toBe(sends.length)
    for (const { label } of message.choices) expect(label.length).toBeLessThanOrEqual(40)
  })
})

test('sample data are named as such at the end of every reply, and only they', () => {
  fc.assert(
    fc.property(spoken, ({ answer, sample, asker }) => {
      const { blocks } = sayAnswer(answer, saying(asker, { sample }))
      expect(blocks.filter(block => block.text === SAMPLE)).toHaveLength(sample ? 1 : 0)
      expect(blocks.at(-1)?.text === SAMPLE).toBe(sample)
    }),
  )
})

test('a merged unit is answered for what it is now', () => {
  const renamed = [{ named: 'GL-S01', now: 'GL-S08' }]
  const answer = answerOf({ intent: 'value', renamed }, { figures: [ahead({ unit: 'GL-S08' })] })
  expect(plainText(sayAnswer(answer, saying())).split('\n')[0]).toBe(
    'Sở Giao thông vận tải nay là Sở Xây dựng.',
  )
})

test('a report without one composed asks which', () => {
  const message = sayAnswer(answerOf({ intent: 'report' }), saying())
  expect(message.choices.map(choice => choice.send)).toEqual([
    'Gửi báo cáo ngày',
    'Gửi báo cáo tuần',
    'Gửi báo cáo tháng',
  ])
})

/** Names may hold digits of their own. */
function withoutNames(text: string): string {
  const names = [
    ...catalog.units.flatMap(unit => [unit.name, unit.shortName]),
    ...catalog.indicators.flatMap(one => [one.name, one.shortName, one.numeratorLabel, one.denominatorLabel]),
  ]
  return names.filter(name => /\d/.test(name)).reduce((rest, name) => rest.replaceAll(name, ''), text)
}

function numbersIn(text: string): string[] {
  return text.match(NUMBER) ?? []
}

function knownNumbers(answer: Answer): string[] {
  const { figures, leftOut, groupSize, matched, question } = answer
  const met = figures.filter(figure => figure.met === true).length
  const judged = figures.filter(figure => figure.met !== null).length
  const places = [...Array(Math.max(figures.length, 20) + 1).keys()]
  const counts = [
    leftOut,
    groupSize,
    matched,
    groupSize - leftOut,
    figures.length - 20,
    met,
    judged,
    3,
    6,
    7,
    80,
    ...places,
  ]
  return [
    ...[...counts, question.threshold ?? 0].flatMap(shown),
    ...figures.flatMap(numbersOf),
    ...(answer.dataTo ? numbersIn(words.day(answer.dataTo)) : []),
    ...numbersIn('766 100 2024'),
    ...differences(figures).flatMap(shown),
  ]
}

function numbersOf(figure: Figure): string[] {
  const { need, forecast, earlier, points, pace } = figure
  const values = [
    figure.value,
    figure.numerator,
    figure.denominator,
    figure.target,
    figure.gap,
    figure.rank,
    figure.of,
    figure.rankChange,
    figure.rolledUpFrom,
    catalog.indicators.find(one => one.code === figure.indicator)!.max,
    ...(need ? [need.needed, need.perDay, need.bestReachable, need.daysLeft, need.expectedDenominator] : []),
    ...(need ? [perDayOf(need)] : []),
    ...(forecast ? [forecast.value, forecast.low, forecast.high] : []),
    ...(earlier ? [earlier.value, earlier.change] : []),
    ...(points ? [...points.map(point => point.value), Math.max(0, points.length - 6)] : []),
    ...(pace ? [pace.expected] : []),
  ]
  const windows = [figure.window, figure.term, figure.publishedFor, earlier?.window, ...(points ?? [])]
  return [
    ...values.flatMap(value => (typeof value === 'number' ? shown(value) : [])),
    ...windows.flatMap(window => (window ? numbersOfWindow(window) : [])),
    ...numbersIn(figure.document ?? ''),
    ...(figure.term?.kind === 'phase' ? numbersIn(figure.term.name) : []),
  ]
}

function numbersOfWindow(window: Window): string[] {
  const ctx = saying()
  return numbersIn(
    `${periodName(ctx, window)} ${dayRange(ctx, window)} ${words.day(window.from)} ${words.day(window.to)}`,
  )
}

/** Comparing says by how much the first is ahead of the second. */
function differences(figures: readonly Figure[]): number[] {
  const values = figures.flatMap(figure => (figure.value === null ? [] : [figure.value]))
  return values.flatMap(one => values.map(other => one - other))
}

function shown(value: number): string[] {
  return [words.decimal(Math.abs(value)), words.count(Math.abs(value)), String(Math.abs(value))]
}
