import type { UnitKind } from '../../core/unit-tree.ts'
import type { PeriodSense } from '../periods/period-sense.ts'
import type { Run } from '../words/run.ts'
import type { UnitSpan } from '../names/unit-match.ts'

/** How a noun for a kind of units was used. */
export type KindUse =
  /** "xã nào". */
  | 'which'
  /** "các xã". */
  | 'many'
  /** "5 xã". */
  | 'count'
  /** "xã mình". */
  | 'own'
  /** "toàn huyện". */
  | 'whole'
  /** "trong huyện". */
  | 'inside'
  /** "huyện". */
  | 'bare'

/** Whether units of a kind are spoken of, not one: "xã nào", "các xã", "5 xã". */
export function isGroupUse(use: KindUse): boolean {
  return use === 'which' || use === 'many' || use === 'count'
}

/** What a phrase of the vocabulary names. */
export type EntityMeaning =
  /** `codes` is empty for an indicator that the province does not have; `named` when the province's own list calls it so. */
  | { is: 'indicator'; codes: readonly string[]; late: boolean; named: boolean }
  | { is: 'period'; sense: PeriodSense }
  /** `local`: "địa phương", of the kind that those are who ask. */
  | { is: 'kind'; kind: UnitKind | null; use: KindUse; local?: true }
  | { is: 'own' }
  /** `region`: one that is no unit, where others are. */
  | { is: 'country'; region?: true }
  /** Words that look like one of the above and are none; `polite`: how one speaks to another; `aside`: no wish either. */
  | { is: 'claim'; how: 'plain' | 'polite' | 'aside' }

/** A stretch of tokens with its meaning. */
export interface EntitySpan extends Run {
  score: number
  /** How far the words typed are from those of the phrase: 0 exactly. */
  cost: number
  meaning: EntityMeaning | { is: 'unit'; span: UnitSpan }
  values: readonly unknown[]
}

/** Codes of the indicators among the spans, in order; one that is named twice stands twice. */
export function indicatorCodes(spans: readonly EntitySpan[]): string[] {
  return spans.flatMap(({ meaning }) => (meaning.is === 'indicator' ? meaning.codes : []))
}

/** The names of units among the spans. */
export function unitSpans(spans: readonly EntitySpan[]): UnitSpan[] {
  return spans.flatMap(({ meaning }) => (meaning.is === 'unit' ? [meaning.span] : []))
}

/** The set of spans that do not overlap and together have the highest score, in order. */
export function bestSpans(spans: readonly EntitySpan[], length: number): EntitySpan[] {
  const endingAt = Map.groupBy(spans, span => span.to)
  const best: { score: number; last: EntitySpan | null }[] = [{ score: 0, last: null }]
  for (let at = 1; at <= length; at++) {
    let choice = { score: best[at - 1]!.score, last: null as EntitySpan | null }
    for (const span of endingAt.get(at) ?? []) {
      const score = best[span.from]!.score + span.score
      if (score > choice.score) choice = { score, last: span }
    }
    best.push(choice)
  }
  const chosen: EntitySpan[] = []
  for (let at = length; at > 0;) {
    const last = best[at]!.last
    if (last) chosen.unshift(last)
    at = last ? last.from : at - 1
  }
  return chosen
}
