import type { Question } from '../ask/question.ts'
import type { Figure } from './answer.ts'

/** The question as the outside sees it: the fixed names, in their order. */
export function questionJson(question: Question) {
  return {
    intent: question.intent,
    indicators: question.indicators,
    units: question.units,
    group: question.group && { kind: question.group.kind, within: question.group.within },
    period: question.period && { from: question.period.from, to: question.period.to },
    limit: question.limit,
    threshold: question.threshold,
    choices: question.choices,
  }
}

/** A figure as the outside sees it: a value that does not exist is null, and `reason` says why. */
export function figureJson(figure: Figure) {
  return {
    unit: figure.unit,
    indicator: figure.indicator,
    window: figure.window,
    value: figure.value,
    numerator: figure.numerator,
    denominator: figure.denominator,
    target: figure.target,
    gap: figure.gap,
    met: figure.met,
    rank: figure.rank,
    of: figure.of,
    rank_change: figure.rankChange,
    data_to: figure.dataTo,
    ...(figure.reason ? { reason: figure.reason } : {}),
    ...(figure.rolledUpFrom === null ? {} : { rolled_up_from: figure.rolledUpFrom }),
    ...(figure.publishedFor === null ? {} : { published_for: figure.publishedFor }),
    ...(figure.document === null ? {} : { document: figure.document }),
    ...needJson(figure),
    ...(figure.forecast
      ? { forecast: figure.forecast.value, low: figure.forecast.low, high: figure.forecast.high }
      : {}),
    ...(figure.points ? { points: figure.points } : {}),
    ...(figure.earlier ? { earlier: figure.earlier } : {}),
    ...(figure.pace ? { pace: figure.pace.state, expected: figure.pace.expected } : {}),
    sources: figure.sources,
  }
}

function needJson({ need }: Figure) {
  if (!need) return {}
  return {
    needed: need.needed,
    per_day: need.perDay,
    reachable: need.reachable,
    best_reachable: need.bestReachable,
    days_left: need.daysLeft,
  }
}
