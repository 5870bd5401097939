import * as fc from 'fast-check'
import type { Answer, Figure, Reason } from '../../src/answers/answer.ts'
import { INTENTS } from '../../src/ask/question.ts'
import type { Intent } from '../../src/ask/question.ts'
import { phaseTerm, yearTerm } from '../../src/core/term.ts'
import { addDays, isoWeek, monthOf } from '../../src/core/period.ts'
import { answerOf, catalog, figureOf } from './province.ts'

/** Answers of every intent with every combination of what is known and what is not, as the rules may give them. */
const percent = fc.integer({ min: 0, max: 10_000 }).map(hundredths => hundredths / 100)
const window = fc.oneof(
  fc.integer({ min: 1, max: 20 }).map(week => isoWeek(2024, week)!),
  fc.constantFrom('2024-03-05', '2023-12-05').map(monthOf),
  fc.constant({ from: '2024-05-02', to: '2024-05-19' }),
  fc.integer({ min: 2, max: 90 }).map(days => ({ from: addDays('2024-05-19', -days), to: '2024-05-19' })),
)
const reason = fc.constantFrom<(Reason | null)[]>(
  null,
  'no_data',
  'no_dossiers',
  'not_assigned',
  'exempt',
  'not_allowed',
  'too_little_history',
)
const unit = fc.constantFrom(...catalog.units.map(one => one.code))
const term = fc.constantFrom(
  phaseTerm(catalog.phases[0]!),
  phaseTerm(catalog.phases[1]!),
  yearTerm(2024, ''),
  null,
)

const need = fc.record({
  needed: fc.option(fc.nat(50_000)),
  perDay: fc.option(fc.nat(900)),
  reachable: fc.option(fc.boolean()),
  bestReachable: fc.option(percent),
  daysLeft: fc.nat(59),
  expectedDenominator: fc.option(fc.nat(90_000)),
})
const forecast = fc.record({ value: fc.option(percent), low: fc.option(percent), high: fc.option(percent) })
const points = fc
  .array(fc.option(percent), { maxLength: 12 })
  .map(values => values.map((value, index) => ({ ...isoWeek(2024, index + 8)!, value })))

const figure: fc.Arbitrary<Figure> = fc
  .record({
    unit,
    indicator: fc.constantFrom(...catalog.indicators.map(one => one.code)),
    window,
    value: fc.option(percent),
    counts: fc.option(fc.tuple(fc.nat(40_000), fc.nat(40_000))),
    term,
    target: fc.option(percent),
    ranked: fc.option(
      fc.tuple(fc.integer({ min: 1, max: 220 }), fc.nat(30), fc.option(fc.integer({ min: -50, max: 50 }))),
    ),
    reason,
    rolledUpFrom: fc.option(fc.integer({ min: 2, max: 258 })),
    publishedFor: fc.option(window, { freq: 5 }),
    need: fc.option(need),
    forecast: fc.option(forecast),
    points: fc.option(points),
    earlier: fc.option(fc.record({ window, value: fc.option(percent), change: fc.option(percent) })),
    expected: fc.option(percent),
  })
  .map(facts => {
    const { value, target, counts, ranked } = facts
    const { unit: code, indicator, window: days, rolledUpFrom, publishedFor } = facts
    const compared = value !== null && target !== null && facts.term !== null
    const gap = compared ? Math.round((target - value) * 100) / 100 : null
    return figureOf({
      unit: code,
      indicator,
      window: days,
      value,
      term: facts.term,
      rolledUpFrom,
      publishedFor,
      target: facts.term === null ? null : target,
      numerator: value === null ? null : (counts?.[0] ?? null),
      denominator: value === null ? null : (counts?.[1] ?? null),
      gap,
      met: gap === null ? null : gap <= 0,
      rank: value === null ? null : (ranked?.[0] ?? null),
      of: value === null || !ranked ? null : ranked[0] + ranked[1],
      rankChange: value === null ? null : (ranked?.[2] ?? null),
      dataTo: value === null ? null : days.to,
      document: target === null ? null : '629/KH-UBND',
      reason: value === null && facts.reason === null ? 'no_data' : facts.reason,
      ...(facts.need && { need: facts.need }),
      ...(facts.forecast && { forecast: facts.forecast }),
      ...(facts.points && { points: facts.points }),
      ...(facts.earlier && { earlier: facts.earlier }),
      ...(facts.expected !== null && { pace: { state: 'behind' as const, expected: facts.expected } }),
    })
  })

export const anyIntent: fc.Arbitrary<Intent> = fc.constantFrom(...INTENTS)

/** Answers of the intent; those of a group carry one indicator and units with a value, as groups do. */
export function anyAnswer(intent: Intent): fc.Arbitrary<Answer> {
  const isGroup = ['below', 'met', 'top', 'bottom', 'ranking'].includes(intent)
  const figures = isGroup
    ? fc
        .uniqueArray(figure, { selector: one => one.unit, maxLength: 60 })
        .map(list =>
          list.filter(one => one.value !== null).map(one => ({ ...one, indicator: list[0]!.indicator })),
        )
    : fc.uniqueArray(figure, { selector: one => `${one.unit}|${one.indicator}`, maxLength: 9 })
  return fc
    .record({ figures, leftOut: fc.nat(9), threshold: fc.option(percent) })
    .map(({ figures: list, leftOut, threshold }) =>
      answerOf(
        {
          intent,
          group: isGroup ? { kind: 'commune', within: null } : null,
          threshold: isGroup ? threshold : null,
        },
        { figures: list, leftOut, groupSize: list.length + leftOut, matched: list.length },
      ),
    )
}
