import type { Intent } from '../question.ts'
import type { Cue } from '../phrases/vocabulary.ts'

/** What the message names, as evidence for its intent. */
export type Feature =
  | Cue
  | 'unit'
  /** Two or more units. */
  | 'units'
  | 'indicator'
  /** Two or more indicators. */
  | 'indicators'
  | 'period'
  /** Two or more stretches of time. */
  | 'periods'
  /** A phase by its name or number. */
  | 'named_phase'
  /** "Tiến độ" alone: of settling dossiers, or of a campaign. */
  | 'pace_word'
  /** An end still to come: "đến 30/6". */
  | 'deadline'
  /** "xã nào", "các xã", "5 xã". */
  | 'group'
  | 'which_group'
  /** "các xã của huyện Đức Cơ": a group, and a unit that contains such. */
  | 'group_of_place'
  /** "ai", "đâu": no group is named. */
  | 'pronoun'
  /** "tôi", "huyện mình". */
  | 'own'
  /** "huyện", "của xã": the asker's own, or that above it. */
  | 'bare_kind'
  /** "toàn huyện", "trong tỉnh". */
  | 'surroundings'
  | 'country'
  /** Words of another subject. */
  | 'outside'
  /** Follows a question that can be continued. */
  | 'continues'

/** Evidence: when all of `when` and none of `unless` are there, the intent gains `weight`. */
export interface IntentRule {
  intent: Intent
  when: readonly Feature[]
  unless?: readonly Feature[]
  weight: number
}

/** Beside these the word for a target only says against what something is measured. */
const OTHER_THAN_TARGET: readonly Feature[] = [
  'reach',
  'not_reached',
  'reached_yet',
  'distance',
  'need_dossiers',
  'forecast',
  'under',
  'over',
  'group',
]

/** Asked of several, or of one's own course. */
const OF_SEVERAL: readonly Feature[] = ['group', 'which_indicator', 'course']
/** With these a place beside the asker's own only says among whom, or against what. */
const BESIDE_PLACE: readonly Feature[] = ['period', 'rank', 'rank_change', 'group', 'target', 'unit']
/** Whom the best or the worst is asked of. */
const OF_ONE: readonly Feature[] = ['unit', 'own', 'bare_kind', 'which_indicator', 'course']
/** With these a phase only says when. */
const OF_FIGURES: readonly Feature[] = ['indicator', 'unit', 'own', 'target']
/** Beside these a word of help or a greeting is no more than that. */
const ASKS_MORE: readonly Feature[] = [
  'indicator',
  'unit',
  'period',
  'target',
  'rank',
  'group',
  'reached_yet',
  'need_dossiers',
  'distance',
  'forecast',
  'alerts',
  'time_left',
  'lowest',
  'highest',
]

/**
 * The weights. A phrase that means nothing else gives 5 to 7; one that also occurs beside other intents gives 2 to 4;
 * what is merely named gives 1 or less, so that a bare name is a question for its value.
 */
const INTENT_RULES: readonly IntentRule[] = [
  { intent: 'value', when: ['indicator'], weight: 1.2 },
  { intent: 'value', when: ['unit'], weight: 1.2 },
  { intent: 'value', when: ['own'], weight: 0.9 },
  { intent: 'value', when: ['bare_kind'], weight: 0.5 },
  { intent: 'value', when: ['surroundings'], weight: 0.6 },
  { intent: 'value', when: ['period'], weight: 0.8 },
  { intent: 'value', when: ['how_many'], weight: 1 },
  { intent: 'value', when: ['how_many', 'indicator'], weight: 1 },
  { intent: 'value', when: ['figures'], weight: 1 },
  { intent: 'value', when: ['how'], weight: 0.6 },
  { intent: 'value', when: ['all_indicators'], weight: 3 },
  { intent: 'value', when: ['which_indicator', 'lowest'], weight: 5 },
  { intent: 'value', when: ['missing_data'], weight: 6 },
  { intent: 'value', when: ['carrying_out'], weight: 3 },
  { intent: 'value', when: ['so_far', 'indicator'], weight: 1.5 },

  { intent: 'rank', when: ['rank'], weight: 5 },
  { intent: 'rank', when: ['rank_change'], weight: 6 },
  { intent: 'rank', when: ['rank', 'change'], weight: 6 },
  { intent: 'rank', when: ['rank', 'change', 'against_last', 'periods'], weight: 4 },
  { intent: 'rank', when: ['rank', 'against_last'], weight: 5 },
  { intent: 'rank', when: ['rank_change', 'against_last'], weight: 5 },
  { intent: 'rank', when: ['rank_change', 'periods'], weight: 4 },
  { intent: 'rank', when: ['rank', 'ranking_table', 'unit'], weight: 6 },
  { intent: 'rank', when: ['rank', 'ranking_table', 'bare_kind'], weight: 6 },
  { intent: 'rank', when: ['highest', 'unit'], unless: [...OF_SEVERAL, 'versus'], weight: 5 },
  { intent: 'rank', when: ['lowest', 'unit'], unless: [...OF_SEVERAL, 'versus'], weight: 5 },
  { intent: 'rank', when: ['highest', 'own'], unless: OF_SEVERAL, weight: 5 },
  { intent: 'rank', when: ['lowest', 'own'], unless: OF_SEVERAL, weight: 5 },
  { intent: 'rank', when: ['lowest', 'bare_kind'], unless: OF_SEVERAL, weight: 4.5 },

  { intent: 'rank', when: ['lowest', 'unit', 'group', 'yes_no'], unless: ['which_group'], weight: 14 },
  { intent: 'rank', when: ['highest', 'unit', 'group', 'yes_no'], unless: ['which_group'], weight: 14 },

  { intent: 'ranking', when: ['ranking_table'], weight: 7 },
  { intent: 'ranking', when: ['group', 'rank'], unless: ['own', 'unit', 'bare_kind'], weight: 4 },
  { intent: 'ranking', when: ['group_of_place', 'rank'], weight: 6 },
  { intent: 'ranking', when: ['group'], unless: ['which_indicator', 'pronoun'], weight: 3.6 },
  { intent: 'ranking', when: ['group', 'indicator'], weight: 0.6 },
  { intent: 'ranking', when: ['group', 'chart'], weight: 4 },

  { intent: 'top', when: ['highest', 'group'], unless: ['lowest'], weight: 7 },
  { intent: 'top', when: ['highest'], unless: [...OF_ONE, 'lowest'], weight: 4.5 },
  { intent: 'bottom', when: ['lowest', 'group'], weight: 7.5 },
  { intent: 'bottom', when: ['lowest'], unless: OF_ONE, weight: 5 },

  { intent: 'below', when: ['not_reached', 'group'], weight: 7.5 },
  { intent: 'below', when: ['not_reached', 'which_group', 'distance'], unless: ['pronoun'], weight: 4 },
  { intent: 'below', when: ['under', 'group'], weight: 8 },
  { intent: 'below', when: ['under'], unless: ['unit', 'own', 'bare_kind'], weight: 5 },
  { intent: 'below', when: ['zero', 'group'], weight: 8 },
  { intent: 'met', when: ['reach', 'group'], unless: ['not_reached', 'which_indicator'], weight: 6.5 },
  { intent: 'met', when: ['reached_yet', 'group'], unless: ['not_reached', 'which_indicator'], weight: 6.5 },
  { intent: 'met', when: ['reach', 'which_group', 'which_indicator'], unless: ['not_reached'], weight: 12 },
  { intent: 'met', when: ['over', 'group'], unless: ['under'], weight: 8 },
  { intent: 'met', when: ['over', 'list'], unless: ['under'], weight: 7 },
  { intent: 'met', when: ['between', 'group'], weight: 9 },

  { intent: 'gap', when: ['reached_yet'], weight: 5.5 },
  { intent: 'gap', when: ['distance'], weight: 5 },
  { intent: 'gap', when: ['not_reached'], unless: ['list', 'which_group'], weight: 4.5 },
  { intent: 'gap', when: ['not_reached', 'how_many'], unless: ['group', 'list'], weight: 2 },
  { intent: 'gap', when: ['not_reached', 'list', 'own', 'yes_no'], weight: 14 },
  { intent: 'gap', when: ['reach'], weight: 2.6 },
  { intent: 'gap', when: ['reach', 'target'], weight: 1 },
  { intent: 'gap', when: ['distance', 'target'], weight: 1 },
  { intent: 'gap', when: ['which_indicator', 'not_reached'], weight: 4 },
  { intent: 'gap', when: ['which_indicator', 'reach'], weight: 4 },
  { intent: 'gap', when: ['over'], unless: ['group', 'list', 'need_dossiers'], weight: 2 },

  { intent: 'need', when: ['need_dossiers'], weight: 6.5 },
  { intent: 'need', when: ['need_dossiers', 'reach'], weight: 2.6 },
  { intent: 'need', when: ['need_dossiers', 'forecast'], weight: 3 },
  { intent: 'need', when: ['need_dossiers', 'target'], weight: 1 },
  { intent: 'need', when: ['need_dossiers', 'not_reached'], weight: 4.5 },

  { intent: 'target', when: ['target'], weight: 2.6 },
  { intent: 'target', when: ['target', 'how_many'], weight: 1.6 },
  { intent: 'target', when: ['target', 'unit'], unless: OTHER_THAN_TARGET, weight: 1 },
  { intent: 'target', when: ['target', 'own'], unless: OTHER_THAN_TARGET, weight: 0.8 },
  { intent: 'target', when: ['target', 'bare_kind'], unless: OTHER_THAN_TARGET, weight: 0.6 },
  { intent: 'target', when: ['target', 'indicator'], unless: OTHER_THAN_TARGET, weight: 0.8 },
  { intent: 'target', when: ['target', 'period'], unless: OTHER_THAN_TARGET, weight: 0.8 },
  { intent: 'target', when: ['assigned', 'how_many'], weight: 3 },
  { intent: 'target', when: ['assigned'], weight: 3.4 },
  { intent: 'target', when: ['document'], weight: 4.5 },
  { intent: 'target', when: ['target', 'define', 'bare_kind'], weight: 5 },
  { intent: 'target', when: ['target', 'group'], unless: ['reach', 'not_reached', 'reached_yet'], weight: 3 },
  { intent: 'target', when: ['assigned', 'group'], weight: 3 },
  { intent: 'target', when: ['which_indicator', 'assigned'], weight: 3 },
  { intent: 'target', when: ['all_indicators', 'assigned'], weight: 3 },

  { intent: 'trend', when: ['change'], weight: 4 },
  { intent: 'trend', when: ['why_change'], weight: 5 },
  { intent: 'trend', when: ['periods'], unless: ['units', 'group'], weight: 3 },
  { intent: 'trend', when: ['course'], weight: 5 },
  { intent: 'trend', when: ['chart'], weight: 6 },
  { intent: 'trend', when: ['year_ago'], weight: 6 },
  { intent: 'trend', when: ['against_last'], weight: 4.5 },
  { intent: 'trend', when: ['versus', 'period'], unless: ['units', 'indicators'], weight: 3.5 },
  { intent: 'trend', when: ['change', 'against_last'], weight: 2 },

  // "Thanh toán so với số hóa": two figures of one unit, and no unit beside it.
  { intent: 'value', when: ['indicators', 'versus'], unless: ['units', 'group', 'periods'], weight: 3.5 },

  { intent: 'compare', when: ['units'], weight: 5 },
  { intent: 'compare', when: ['unit', 'versus'], weight: 4.5 },
  { intent: 'compare', when: ['versus', 'own', 'bare_kind'], unless: BESIDE_PLACE, weight: 4.5 },
  { intent: 'compare', when: ['versus', 'own', 'surroundings'], unless: BESIDE_PLACE, weight: 4.5 },
  { intent: 'compare', when: ['unit', 'which_is_more'], weight: 5.5 },
  {
    intent: 'compare',
    when: ['which_is_more', 'pronoun'],
    unless: ['unit', 'period', 'bare_kind'],
    weight: 5,
  },
  { intent: 'compare', when: ['units', 'which_group'], unless: ['group_of_place'], weight: 4 },

  { intent: 'progress', when: ['so_far', 'campaign'], weight: 8 },
  { intent: 'progress', when: ['so_far', 'phase'], unless: ['indicator'], weight: 6 },
  { intent: 'progress', when: ['so_far'], unless: ['indicator'], weight: 3.5 },
  { intent: 'progress', when: ['time_left'], weight: 6.5 },
  { intent: 'progress', when: ['pace_word', 'so_far', 'group'], weight: 8 },
  { intent: 'progress', when: ['pace_word', 'so_far'], unless: ['indicators'], weight: 8 },
  { intent: 'progress', when: ['campaign'], unless: OF_FIGURES, weight: 3.5 },
  { intent: 'progress', when: ['phase'], unless: [...OF_FIGURES, 'named_phase'], weight: 1.5 },
  { intent: 'progress', when: ['named_phase', 'how'], unless: OF_FIGURES, weight: 4.5 },
  { intent: 'progress', when: ['named_phase'], unless: [...OF_FIGURES, 'figures'], weight: 1.5 },

  { intent: 'forecast', when: ['forecast'], weight: 7 },
  { intent: 'forecast', when: ['forecast', 'reached_yet'], weight: 2 },
  { intent: 'forecast', when: ['forecast', 'reach'], weight: 1 },
  { intent: 'forecast', when: ['phase_end', 'reached_yet'], weight: 7 },
  { intent: 'forecast', when: ['deadline', 'reached_yet'], weight: 7 },
  { intent: 'forecast', when: ['deadline', 'how_many'], weight: 5 },

  { intent: 'define', when: ['define'], weight: 6 },
  {
    intent: 'define',
    when: ['what_is'],
    unless: ['unit', 'own', 'bare_kind', 'surroundings', 'period', 'group'],
    weight: 5,
  },
  {
    intent: 'define',
    when: ['which_indicator'],
    unless: ['unit', 'own', 'reach', 'not_reached', 'reached_yet', 'highest', 'lowest'],
    weight: 3,
  },

  { intent: 'alerts', when: ['alerts'], weight: 7 },

  { intent: 'report', when: ['digest'], unless: ['indicator', 'under', 'over', 'not_reached'], weight: 4 },
  { intent: 'report', when: ['file'], unless: ['group', 'indicator', 'unit'], weight: 4 },
  { intent: 'report', when: ['digest', 'send'], unless: ['indicator'], weight: 2.5 },
  {
    intent: 'subscribe',
    when: ['subscribe'],
    unless: ['need_dossiers', 'how_many', 'forecast', 'which_group'],
    weight: 9,
  },
  {
    intent: 'unsubscribe',
    when: ['stop'],
    unless: ['alerts', 'how_many', 'time_left', 'forecast'],
    weight: 12,
  },
  { intent: 'alerts', when: ['stop', 'alerts'], weight: 8 },

  { intent: 'help', when: ['help'], unless: [...ASKS_MORE, 'define'], weight: 5.5 },
  { intent: 'help', when: ['help'], weight: 0.5 },
  { intent: 'greeting', when: ['greeting'], weight: 0.7 },
  {
    intent: 'greeting',
    when: ['greeting'],
    unless: [...ASKS_MORE, 'change', 'not_reached', 'help', 'digest'],
    weight: 4,
  },

  { intent: 'unknown', when: ['outside'], weight: 5.5 },
  { intent: 'unknown', when: ['outside'], unless: ['indicator', 'target', 'rank', 'digest'], weight: 5 },
  { intent: 'unknown', when: ['change_data'], weight: 12 },
]

export interface ScoredIntent {
  intent: Intent
  score: number
  because: { evidence: string; weight: number }[]
}

/** What was read with less forbids nothing. */
const SURE = 0.6

/** Scores of all intents for which there is evidence, best first. `strength` is 1 for a feature read without slips. */
export function scoreIntents(strength: ReadonlyMap<Feature, number>): ScoredIntent[] {
  const scored = new Map<Intent, ScoredIntent>()
  for (const { intent, when, unless, weight } of rulesFor(strength)) {
    if (
      !when.every(feature => strength.has(feature)) ||
      unless?.some(feature => (strength.get(feature) ?? 0) >= SURE)
    )
      continue
    const sure = Math.min(...when.map(feature => strength.get(feature)!))
    const gained = Math.round(weight * sure * 100) / 100
    const known = scored.get(intent) ?? { intent, score: 0, because: [] }
    known.score += gained
    known.because.push({ evidence: when.join(' + '), weight: gained })
    scored.set(intent, known)
  }
  return [...scored.values()].toSorted((a, b) => b.score - a.score)
}

const BY_FIRST = Map.groupBy(INTENT_RULES.entries(), ([, { when }]) => when[0])

/** The rules of which the first feature is there, in their own order. */
function rulesFor(strength: ReadonlyMap<Feature, number>): IntentRule[] {
  const found = [...strength.keys()].flatMap(feature => BY_FIRST.get(feature) ?? [])
  return found.toSorted(([a], [b]) => a - b).map(([, rule]) => rule)
}
