import type { DigestKind } from '../core/digest.ts'
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
  'movers',
  'since',
  'why',
  'what_if',
  'goal',
  'total',
  'missing',
  'responses',
  'verify',
  'situation',
  'report',
  'subscribe',
  'unsubscribe',
  'settings',
  'acknowledge',
  'snooze',
  'explain',
  'ask_explanation',
  'help',
  'greeting',
  'clarify',
  'unknown',
] as const
export type Intent = (typeof INTENTS)[number]

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
  /** "Khối huyện hay khối sở": several kinds, set against each other or taken together; a word is one of names. */
  kinds?: string[]
  /** "Trừ Công an tỉnh", "không tính các phường": codes of units that are left out. */
  except?: readonly string[]
  /** "Trong đó": codes of the units that the list before showed; the group is narrowed to them. */
  among?: readonly string[]
}

/** "Số hóa trên 70 %", "thiếu dưới 2 điểm", "tăng hơn 5 điểm": one of several that must all hold. */
/** Units of a list that are shown at once. */
export const LIST_LINES = 20

export interface Condition {
  /** Null: the indicators of the question. */
  indicator: string | null
  measure: 'value' | 'gap' | 'change' | 'place'
  op: '<' | '<=' | '>' | '>=' | 'between'
  /** Percent, points, percentage points (gap: target − value), or places. */
  value: number
  /** Upper end of `between`. */
  to: number | null
}

/** "Mấy tuần liền dưới chỉ tiêu", "từ khi nào", "tuần nào cao nhất" (`record`, with `order`). */
export interface Streak {
  of: 'under' | 'over' | 'up' | 'down' | 'record'
  /** "3 tuần liên tiếp": how many running are asked for; null where that is the question. */
  periods: number | null
}

export type Step = 'week' | 'month' | 'quarter'

/** "Nếu mỗi ngày thêm 20 hồ sơ" (`perDay`), "thêm 100 hồ sơ" (`add`), "nếu tuần nào cũng đạt 70 %" (`rate`, percent). */
export interface Assumption {
  perDay?: number
  add?: number
  rate?: number
}

/** A wish about what the asker gets and when. */
export type SettingChange =
  /** Until a day, `YYYY-MM-DD`. */
  | { do: 'pause'; until: string }
  | { do: 'resume' }
  /** `HH:MM`; with a weekday 1 (Monday) … 7 where one was named. */
  | { do: 'time'; hour: string; weekday: number | null }
  | { do: 'only_news' }

/**
 * What of a message changes what is asked. Whatever the message says of it is used by the question, or stands in
 * `notAnswered`: it is never passed over.
 */
export const PARTS = [
  'movers',
  'since',
  'why',
  'what_if',
  'goal',
  'total',
  'missing',
  'responses',
  'verify',
  'situation',
  'report',
  'settings',
  'snooze',
  'explain',
  'ask_explanation',
  'base',
  'factor',
  'condition',
  'except',
  'order',
  'offset',
  'streak',
  'place',
  'claimed',
  'count',
  'share',
  'spread',
  'average',
  'each',
  'among',
  'file',
  'advice',
  'document',
  'rest',
  'restriction',
  'other_measure',
  'forecast',
  'report_of',
  'of_group',
  'per_group',
  'beside',
  'when',
  'where',
  'absolute',
  'thanks',
] as const
export type Part = (typeof PARTS)[number]

/** A part of the question with the words that asked for it, as typed. */
export interface AskedPart {
  part: Part
  text: string
}

/** A part of the message that asks something which the answer does not give. */
export interface NotAnswered {
  /** As typed. */
  text: string
  reason: 'unsupported' | 'not_understood' | 'conflict'
  part: Part | null
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
  /** `rank` asked "trong các thị trấn": only among peers whose names begin so. */
  rankWord: string | null
  /** `rank` asked "trừ Pleiku": codes of peers that are left out. */
  rankExcept: readonly string[]
  /** A picture was asked for. */
  chart: boolean
  /** `trend` against an earlier stretch: the last one, or the same a year ago. */
  against: 'previous' | 'year_ago' | null
  /** `report`, `subscribe`, `unsubscribe`: which digest, or null when not said. */
  digest: DigestKind | null
  /** `unknown`: why it was not understood. */
  unknownReason:
    | 'outside'
    | 'not_understood'
    | 'change_data'
    | 'future_period'
    | 'no_such_period'
    /** It speaks of a list, and none was shown. */
    | 'nothing_shown'
    | null
  /** `unknown` for a name that fits no unit, or a stretch that no calendar and no campaign has: as typed. */
  unknownName: string | null
  /** What is compared with: "so với năm 2023", "so với giai đoạn 1". */
  base: Window | null
  /** Several, or other measures than one plain number, which is `threshold`. */
  conditions: Condition[]
  /** `met`, `below`: of all targets that a unit was assigned ("đạt cả 6 chỉ tiêu"), not of one indicator's. */
  every: boolean
  /** From which end; `best` and `worst` mind whether lower is better. */
  order: 'best' | 'worst' | 'highest' | 'lowest' | null
  /** How many places of the order are passed over: "từ hạng 21" is 20. */
  offset: number | null
  /** `movers`: change of what. */
  by: 'value' | 'place' | 'status' | null
  direction: 'up' | 'down' | null
  streak: Streak | null
  /** "Từng tháng", "tháng nào cao nhất": the stretches that are looked at; null for those in which is reported. */
  step: Step | null
  assume: Assumption | null
  /** `goal`: the place wanted, or the place just above the own one. */
  place: number | 'next' | null
  /** `verify`: the figure that the message states. */
  claimed: number | null
  output: 'text' | 'picture' | 'file' | null
  /** A count was asked for: of what the indicator counts, of all dossiers, or of the rest ("còn bao nhiêu hồ sơ quá hạn"). */
  count: 'numerator' | 'denominator' | 'rest' | null
  /** `responses`: whose state is asked for. */
  response: 'acknowledged' | 'explained' | 'overdue' | 'reminded' | null
  /** It was asked who has not: "ai chưa giải trình". */
  negated: boolean
  /** `settings`: what is to change; null where the settings are only asked for. */
  setting: SettingChange | null
  /** `snooze`: days, or to the next period. */
  snooze: number | 'next_period' | null
  /** `explain`: the text; null where it is to follow. */
  explanation: string | null
  /** `ask_explanation`: the deadline, `YYYY-MM-DD`. */
  due: string | null
  /** What changes the question beyond its intent, with the words that say so. */
  parts: AskedPart[]
  notAnswered: NotAnswered[]
  /** Old name → unit that it is now, where a merged or renamed unit was named: codes. */
  renamed: { named: string; now: string }[]
}
