import type { Question } from '../../../src/ask/question.ts'
import type { Expected } from './case.ts'

/** What of the expectation does not hold, in words; empty when all does. */
export function differences(question: Question, expected: Expected): string[] {
  const wrong: string[] = []
  const check = (name: string, got: unknown, want: unknown): void => {
    if (want !== undefined && JSON.stringify(got) !== JSON.stringify(want))
      wrong.push(`${name}: ${JSON.stringify(got)} instead of ${JSON.stringify(want)}`)
  }
  const { period } = question
  check('intent', question.intent, expected.intent)
  check('indicators', question.indicators.toSorted(), expected.indicators?.toSorted())
  check('units', question.units.toSorted(), expected.units?.toSorted())
  check('kind', question.group?.kind ?? null, expected.kind)
  check('within', question.group?.within ?? null, expected.within)
  check('period', period && `${period.from}/${period.to}`, expected.period)
  check('limit', question.limit, expected.limit)
  check('threshold', question.threshold, expected.threshold)
  check('thresholdTo', question.thresholdTo, expected.thresholdTo)
  check('choices', question.choices.toSorted(), expected.choices?.toSorted())
  check('against', question.against, expected.against)
  check('digest', question.digest, expected.digest)
  check('chart', question.chart, expected.chart)
  check('rankWithinParent', question.rankWithinParent, expected.rankWithinParent)
  check('wholeSubtree', question.wholeSubtree, expected.wholeSubtree)
  check('reason', question.unknownReason, expected.reason)
  return wrong
}
