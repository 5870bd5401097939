import { expect, test } from 'vitest'
import { buildLexicon } from '../../../src/ask/lexicon.ts'
import type { Question } from '../../../src/ask/question.ts'
import { readQuestion } from '../../../src/ask/read-question.ts'
import { featuresInWords } from '../../../src/replies/phrases/features.ts'
import {
  ask,
  askDefinition,
  askDigest,
  askFigure,
  askGroup,
  askUnit,
} from '../../../src/replies/phrases/next-questions.ts'
import type { Choice } from '../../../src/lib/message.ts'
import { catalog, saying, words } from '../province.ts'

/** A quick reply asks exactly what its label promises, in a chat in which nothing was said before. */
const lexicon = buildLexicon(catalog)

function read(text: string): Question {
  const [question, ...more] = readQuestion(text, lexicon, {
    unit: 'GL-S01',
    scope: 'GL',
    today: '2024-05-19',
    previous: null,
    pendingChoices: [],
  }).questions
  expect(more).toEqual([])
  return question!
}

/** What is offered, or the test fails. */
function sure(choice: Choice | null): Choice {
  if (!choice) throw new Error('nothing is offered')
  return choice
}

const ctx = saying('bcd-tinh')
const UNITS = ['GL-S01', 'GL-S12', 'GL-H628', 'GL-X23881', 'GL-X24073', 'GL-X23767']
const INDICATORS = catalog.indicators
  .map(one => one.code)
  .filter(code => code.endsWith('_rate') && code !== 'late_rate')

const ABOUT_FIGURE = [
  ['rank', 'rank'],
  ['need', 'need'],
  ['chart', 'trend'],
  ['forecast', 'forecast'],
  ['target', 'target'],
  ['gap', 'gap'],
  ['value', 'value'],
  ['lastWeek', 'value'],
] as const

test.each(ABOUT_FIGURE)('about a figure: %s is read as %s, of the unit and indicator', (about, intent) => {
  for (const unit of UNITS) {
    for (const indicator of INDICATORS) {
      const { send } = sure(askFigure(ctx, about, unit, indicator))
      const question = read(send)
      expect({ send, intent: question.intent }).toEqual({ send, intent })
      // A name too long to be sent falls back to a follow-up, which names nothing.
      const named =
        send.length > 30 || !send.endsWith('?') ? question : { units: [unit], indicators: [indicator] }
      expect({ send, units: named.units, indicators: named.indicators }).toEqual({
        send,
        units: [unit],
        indicators: [indicator],
      })
    }
  }
})

test('last week is last week', () => {
  const period = read(sure(askFigure(ctx, 'lastWeek', 'GL-S01', 'online_rate')).send).period
  expect(period).toMatchObject({ from: '2024-05-06', to: '2024-05-12' })
})

test('about a unit: all indicators', () => {
  for (const unit of UNITS) {
    expect(read(sure(askUnit(ctx, 'all', unit)).send)).toMatchObject({
      intent: 'value',
      units: [unit],
      indicators: [],
    })
    expect(read(sure(askUnit(ctx, 'allRanks', unit)).send)).toMatchObject({ intent: 'rank', units: [unit] })
    expect(read(sure(askUnit(ctx, 'allLastWeek', unit)).send)).toMatchObject({
      intent: 'value',
      units: [unit],
      period: { from: '2024-05-06', to: '2024-05-12' },
    })
  }
})

test('about a group', () => {
  const abouts = ['below', 'met', 'top', 'bottom', 'ranking'] as const
  const kinds = ['department', 'district', 'commune'] as const
  for (const intent of abouts) {
    for (const kind of kinds) {
      const { send } = sure(askGroup(ctx, intent, { kind, within: null }, 'digitization_rate'))
      const { intent: got, group, indicators } = read(send)
      expect({ send, got, group, indicators }).toEqual({
        send,
        got: intent,
        group: { kind, within: null },
        indicators: ['digitization_rate'],
      })
    }
    const within = sure(askGroup(ctx, intent, { kind: 'commune', within: 'GL-H631' }, 'online_rate'))
    expect(read(within.send).group).toEqual({ kind: 'commune', within: 'GL-H631' })
    expect(read(sure(askGroup(ctx, intent, null, 'online_rate')).send).intent).toBe(intent)
  }
})

test('how an indicator is calculated', () => {
  for (const indicator of INDICATORS) {
    expect(read(askDefinition(ctx, indicator).send)).toMatchObject({
      intent: 'define',
      indicators: [indicator],
    })
  }
})

test('the same for everybody', () => {
  expect(read(ask(ctx, 'progress').send).intent).toBe('progress')
  expect(read(ask(ctx, 'alerts').send).intent).toBe('alerts')
  expect(read(ask(ctx, 'help').send).intent).toBe('help')
  expect(read(ask(ctx, 'ownUnit').send)).toMatchObject({ intent: 'value', units: ['GL-S01'], indicators: [] })
  expect(read(ask(ctx, 'ownNeeds').send)).toMatchObject({ intent: 'need', units: ['GL-S01'] })
  for (const kind of ['daily', 'weekly', 'monthly'] as const) {
    expect(read(askDigest(ctx, kind).send)).toMatchObject({ intent: 'report', digest: kind })
  }
})

test('every example of the help is understood as what it stands for', () => {
  const intents = featuresInWords(words).map(({ intent, example }) => [example, intent])
  expect(featuresInWords(words).map(({ example }) => [example, read(example).intent])).toEqual(intents)
})

test('what would be refused is not offered, and nobody is ranked alone', () => {
  const own = saying('ct-iapnon')
  const offered = (about: 'need' | 'forecast' | 'why' | 'rank' | 'value', unit: string) =>
    askFigure(own, about, unit, 'online_rate') !== null
  const peer = 'GL-X23767'
  expect((['need', 'forecast', 'why'] as const).map(about => offered(about, peer))).toEqual([
    false,
    false,
    false,
  ])
  expect([offered('value', peer), offered('rank', peer), offered('need', 'GL-X23881')]).toEqual([
    true,
    true,
    true,
  ])
  expect(askFigure(ctx, 'rank', 'GL', 'online_rate')).toBeNull()
  expect(askUnit(ctx, 'allRanks', 'GL')).toBeNull()
  const group = (kind: 'department' | 'commune') =>
    askGroup(own, 'ranking', { kind, within: null }, 'online_rate') !== null
  expect([group('department'), group('commune')]).toEqual([false, true])
  const alone = saying('ct-iapnon', { peers: 'none' })
  expect(askGroup(alone, 'ranking', { kind: 'commune', within: null }, 'online_rate')).toBeNull()
})
