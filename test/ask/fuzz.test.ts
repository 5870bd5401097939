import { assert, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import { INTENTS } from '../../src/ask/question.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import type { AskContext, Reading } from '../../src/ask/reading.ts'
import { sized } from '../sizes.ts'
import { oddString } from './odd-strings.ts'
import { asker, giaLai2024 } from './provinces.ts'
import { seeded } from './spellings.ts'
import { anyCharacters } from '../any-characters.ts'

/** How many odd strings are read. */
const STRINGS = sized({ quick: 400, usual: 500, long: 10_000 })
const lexicon = buildLexicon(giaLai2024())
/**
 * How many times as long as for the usual odd string the processor may take: for the slowest of a thousand, and for a
 * hundred thousand letters. Times, for a slow machine and counted lines lengthen both; `npm run bench` knows the milliseconds.
 */
const MOST_TIMES = 60
const MOST_TIMES_LONG = 400

/** What no reading may break, whatever was typed; empty when nothing is broken. */
function broken({ questions, confidence }: Reading): string[] {
  const wrong: string[] = []
  if (questions.length === 0) wrong.push('no question')
  if (!(confidence >= 0 && confidence <= 1)) wrong.push(`confidence ${confidence}`)
  for (const question of questions) wrong.push(...brokenIn(question))
  return wrong
}

function brokenIn(question: Question): string[] {
  const { intent, units, indicators, choices, period, limit, threshold, unknownReason } = question
  const wrong: string[] = []
  const codes = [...units, ...(question.group?.within ? [question.group.within] : [])]
  if (!INTENTS.includes(intent)) wrong.push(`intent ${intent}`)
  for (const code of codes) if (!lexicon.units.has(code)) wrong.push(`unit ${code}`)
  for (const code of indicators) if (!lexicon.indicators.has(code)) wrong.push(`indicator ${code}`)
  for (const code of choices)
    if (!lexicon.units.has(code) && !lexicon.indicators.has(code)) wrong.push(`choice ${code}`)
  if ((intent === 'clarify') !== choices.length > 0) wrong.push(`${intent} between ${choices.length}`)
  if (intent === 'unknown' && unknownReason === null) wrong.push('no reason')
  if (intent !== 'unknown' && unknownReason !== null && unknownReason !== 'future_period')
    wrong.push(`${intent}, ${unknownReason}`)
  if (period && (Number.isNaN(Date.parse(period.from)) || period.from > period.to)) wrong.push('period')
  if (limit !== null && !(Number.isInteger(limit) && limit > 0)) wrong.push(`limit ${limit}`)
  if (threshold !== null && !Number.isFinite(threshold)) wrong.push(`threshold ${threshold}`)
  return wrong
}

/** The slowest, but for two of a thousand that the engine may have held up. */
function slowestOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.998)] ?? Number.NaN
}

function meanOf(times: readonly number[]): number {
  return times.reduce((sum, time) => sum + time, 0) / times.length
}

/** What an odd string takes of the processor on average, milliseconds; its clock may tick in steps of four. */
function usualMs(): number {
  const random = seeded(1)
  const began = process.threadCpuUsage().user
  for (let turn = 0; turn < 100; turn++) ask(oddString(turn, random))
  return (process.threadCpuUsage().user - began) / 1000 / 100
}

function ask(text: string, context: AskContext = asker('bcd-tinh')): Reading {
  return readQuestion(text, lexicon, context)
}

describe('any string', () => {
  test('is read, soon, as at least one sound question', () => {
    const random = seeded(20_240_519)
    const contexts = ['gd-sgtvt', 'ct-iagrai', 'ct-iapnon', 'cb-ducco', 'bcd-tinh'].map(one => asker(one))
    const times: number[] = []
    const wrong: [string, string[]][] = []
    for (let turn = 0; turn < STRINGS; turn++) {
      const text = oddString(turn, random)
      const began = process.threadCpuUsage().user
      const reading = ask(text, contexts[turn % contexts.length])
      times.push((process.threadCpuUsage().user - began) / 1000)
      const faults = broken(reading)
      if (faults.length > 0) wrong.push([text, faults])
    }
    expect(wrong).toEqual([])
    expect(slowestOf(times) / meanOf(times)).toBeLessThan(MOST_TIMES)
  })

  test('of any characters is read the same twice', () => {
    assert(
      property(anyCharacters(200), text => {
        const first = ask(text)
        expect(broken(first)).toEqual([])
        expect(ask(text)).toEqual(first)
      }),
      { seed: 19, numRuns: STRINGS / 10 },
    )
  })

  test('behind a question before is still read as sound questions', () => {
    const before = [
      'tỷ lệ trực tuyến Sở Y tế tuần này',
      'xã Ia Băng số hóa',
      'xã nào chưa đạt số hóa',
      'giá vàng',
    ]
    const random = seeded(3)
    const wrong: [string, string[]][] = []
    for (let turn = 0; turn < STRINGS / 5; turn++) {
      const previous = ask(before[turn % before.length]!).questions[0]!
      const text = oddString(turn, random)
      const reading = ask(text, {
        ...asker('bcd-tinh'),
        previous,
        pendingChoices: [
          { label: text.slice(0, 8), send: 'số hóa tuần này' },
          { label: '', send: '' },
        ],
      })
      const faults = broken(reading)
      if (faults.length > 0) wrong.push([text, faults])
    }
    expect(wrong).toEqual([])
  })
})

describe('very long messages', () => {
  const LONG = 100_000
  const MOST_MS_LONG = MOST_TIMES_LONG * usualMs()
  const fill = (part: string): string => part.repeat(Math.ceil(LONG / part.length)).slice(0, LONG)

  test.each([
    ['one letter', fill('a')],
    ['one word', fill('tuần ')],
    ['digits', fill('1')],
    ['numbers', fill('12/5 ')],
    ['dots', fill('.')],
    ['spaces', fill(' ')],
    ['lines', fill('\n')],
    ['nulls', fill('\0')],
    ['lone surrogates', fill('\ud800')],
    ['combining marks', fill('a\u0301\u0323')],
    ['emoji', fill('👩‍👩‍👧‍👦')],
    ['markup', fill('<b>số hóa</b> ')],
    ['unit names', fill('xã Ia Băng, ')],
    ['a question again and again', fill('tỷ lệ trực tuyến Sở Y tế tuần này? ')],
    ['brackets', fill('((((')],
    ['joined words', fill('sốhóatuầnnày')],
    ['letters that stand for words', fill('x t q s h ')],
  ])('of %s', (_, text) => {
    // The fastest of six; the first that is fast enough settles it.
    const times: number[] = []
    while (times.length < 6 && !times.some(time => time < MOST_MS_LONG)) {
      const began = process.threadCpuUsage().user
      const reading = ask(text)
      times.push((process.threadCpuUsage().user - began) / 1000)
      expect(broken(reading)).toEqual([])
    }
    expect(Math.min(...times)).toBeLessThan(MOST_MS_LONG)
  })

  test('behind a question change nothing of it for the worse than being refused', () => {
    const { questions } = ask(`tỷ lệ trực tuyến Sở Y tế tuần này ${fill(' ')}`)
    expect(questions[0]).toMatchObject({ intent: 'value', units: ['GL-S03'], indicators: ['online_rate'] })
  })
})

describe('markup and control characters', () => {
  test.each(['\0', '\u200b', '\ufeff', '\u202e', '\r\n', '\t', '\u00a0', '\ud800'])(
    '%j around a question is not read',
    sign => {
      const { questions } = ask(`${sign}số hóa Sở Y tế tuần này${sign}`)
      expect(questions[0]).toMatchObject({
        intent: 'value',
        units: ['GL-S03'],
        indicators: ['digitization_rate'],
      })
    },
  )

  test.each(['', ' ', '\0', '\ud800', '\udc00', '.', '?!', '🇻🇳', '\u0301', '<b></b>', '0', '-1', '∞'])(
    '%j asks nothing',
    text => {
      expect(ask(text).questions.map(question => question.intent)).toEqual(['unknown'])
    },
  )
})
