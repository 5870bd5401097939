import type { Question, UnitGroup } from '../ask/question.ts'
import { perDayOf } from '../core/need.ts'
import type { Figure } from './answer.ts'

/** The question as the outside sees it: the fixed names, in their order; null or empty where nothing was asked. */
export function questionJson(question: Question) {
  const { assume } = question
  return {
    intent: question.intent,
    indicators: question.indicators,
    units: question.units,
    group: groupOf(question),
    period: question.period && { from: question.period.from, to: question.period.to },
    limit: question.limit,
    threshold: question.threshold,
    choices: question.choices,
    base: question.base && { from: question.base.from, to: question.base.to },
    conditions: question.conditions,
    order: question.order,
    offset: question.offset,
    by: question.by,
    direction: question.direction,
    streak: question.streak,
    assume: assume && {
      ...(assume.perDay === undefined ? {} : { per_day: assume.perDay }),
      ...(assume.add === undefined ? {} : { add: assume.add }),
      ...(assume.rate === undefined ? {} : { rate: assume.rate }),
    },
    place: question.place,
    claimed: question.claimed,
    output: question.output,
    not_answered: question.notAnswered.map(({ text, reason }) => ({ text, reason })),
  }
}

/** The group asked about; of a place those whom it is not counted among. */
function groupOf({ group, rankExcept }: Question) {
  if (group !== null) return groupJson(group)
  return rankExcept.length > 0 ? groupJson({ kind: null, within: null, except: rankExcept }) : null
}

function groupJson({ kind, within, kinds, except, among }: UnitGroup) {
  return { kind, within, kinds: kinds ?? [], except: except ?? [], ...(among ? { among } : {}) }
}

/** A figure as the outside sees it: a value that does not exist is null, and `reason` says why. */
export function figureJson(figure: Figure) {
  return {
    unit: figure.group ? null : figure.unit,
    indicator: figure.indicator === '' ? null : figure.indicator,
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
    ...(figure.last ? { last: figure.last } : {}),
    ...(figure.earlier ? { earlier: figure.earlier } : {}),
    ...(figure.pace ? { pace: figure.pace.state, expected: figure.pace.expected } : {}),
    ...comparedJson(figure),
    ...familyJson(figure),
    sources: figure.sources,
  }
}

/** What stands beside a figure where it was asked for. */
function comparedJson(figure: Figure) {
  return {
    ...(figure.group ? { group: groupJson(figure.group) } : {}),
    ...(figure.insteadOf ? { instead_of: figure.insteadOf } : {}),
    ...(figure.change === undefined ? {} : { change: figure.change }),
    ...(figure.factor === undefined ? {} : { factor: figure.factor }),
    ...(figure.count === undefined ? {} : { count: figure.count }),
    ...(figure.period ? { period: figure.period } : {}),
    ...(figure.targets
      ? { targets: figure.targets.map(({ term, target }) => ({ term: term.name, target })) }
      : {}),
  }
}

/** What one family of questions adds. */
function withoutOverdue({ acknowledged, explained, explanation, due }: NonNullable<Figure['response']>) {
  return { acknowledged, explained, explanation, due }
}

function familyJson({ streak, drivers, parts, valueThen, goal, imported, response, claim }: Figure) {
  return {
    ...(streak ? { since: streak.since, periods: streak.periods } : {}),
    ...(drivers ? { drivers } : {}),
    ...(parts ? { parts } : {}),
    ...(valueThen === undefined ? {} : { value_then: valueThen }),
    ...(goal ? { place: goal.place, value_needed: goal.valueNeeded, distance: goal.distance } : {}),
    ...(imported === undefined
      ? {}
      : {
          imported_at: imported && new Date(imported.at).toISOString(),
          file: imported && imported.file,
        }),
    ...(response && withoutOverdue(response)),
    ...claim,
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
    expected_denominator: need.expectedDenominator,
    expected_per_day: perDayOf(need),
  }
}
