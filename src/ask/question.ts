import type { UnitKind } from '../core/unit-tree.ts'
import type { Window } from '../core/window.ts'

/** What a person wants; each is explained in README, "Intents". */
export const INTENTS = [
  'value',
  'rank',
  'target',
  'gap',
  'need',
  'trend',
  'compare',
  'below',
  'met',
  'top',
  'bottom',
  'ranking',
  'progress',
  'forecast',
  'define',
  'alerts',
  'report',
  'subscribe',
  'unsubscribe',
  'help',
  'greeting',
  'clarify',
  'unknown',
] as const
export type Intent = (typeof INTENTS)[number]

export type DigestKind = 'daily' | 'weekly' | 'monthly' | 'phase'

/** How an asked stretch of days moves when the same question is asked a week earlier. */
export type PeriodShape =
  /** A whole ISO week or whole month: moves by one week, one month. */
  | 'week'
  | 'month'
  /** "N ngày qua": both ends move with today. */
  | 'rolling'
  /** "từ đầu năm", "lũy kế": only the end moves with today. */
  | 'to_date'
  /** Named dates, quarters, years, phases: does not move. */
  | 'fixed'

export interface AskedPeriod extends Window {
  shape: PeriodShape
}

/** Units of a kind below a place; `word` when only those are meant whose names begin with it: "phường", "thị xã". */
export interface UnitGroup {
  kind: UnitKind | null
  within: string | null
  word?: string
}

export interface Question {
  intent: Intent
  /** Codes of the indicators named; empty when none is. */
  indicators: string[]
  /** Codes of the units named; the asker's own when none is and the question is about one unit; empty for a group. */
  units: string[]
  /** For `below` `met` `top` `bottom` `ranking`, and a `target` of each of a kind: which units are meant. */
  group: UnitGroup | null
  /** The indicator was named by what goes wrong: "trễ hạn". */
  late: boolean
  /** Only when the question names one. */
  period: AskedPeriod | null
  limit: number | null
  /** Percent or points named in the question; `thresholdTo` is the upper end of "từ 30 đến 50 %". */
  threshold: number | null
  thresholdTo: number | null
  /** For `clarify`: codes of the units (or indicators) between which the asker must choose. */
  choices: string[]
  /** For `clarify`: the question as it would be once a choice fills the gap; its `units` or `indicators` lack only that. */
  pending: { question: Question; fills: 'units' | 'indicators' | 'group' } | null
  /** "toàn huyện", "toàn tỉnh": the sum over the unit and all below it. */
  wholeSubtree: boolean
  /** `rank` asked "trong huyện": peers under the same parent only. */
  rankWithinParent: boolean
  /** A picture was asked for. */
  chart: boolean
  /** `trend` against an earlier stretch: the last one, or the same a year ago. */
  against: 'previous' | 'year_ago' | null
  /** `report`, `subscribe`, `unsubscribe`: which digest, or null when not said. */
  digest: DigestKind | null
  /** `unknown`: why it was not understood. */
  unknownReason: 'outside' | 'not_understood' | 'change_data' | 'future_period' | 'no_such_period' | null
  /** `unknown` for a name that fits no unit, or a stretch that no calendar and no campaign has: as typed. */
  unknownName: string | null
  /** Old name → unit that it is now, where a merged or renamed unit was named: codes. */
  renamed: { named: string; now: string }[]
}
