import type { FoundOperator } from '../lattice/operators.ts'
import type { Intent, Part, Question } from '../question.ts'
import { overlapOf } from '../words/run.ts'
import { factsOf } from './facts.ts'
import { groupAgainstGroup } from './group-against-group.ts'
import type { Operator } from './operator-words.ts'
import { hasCue, hasOperator } from './asked-world.ts'
import type { Asked, AskedWorld } from './asked-world.ts'
import {
  asksForAnswer,
  asksNoIndicator,
  asksOfFound,
  asksSettings,
  asksWhyWarned,
  claims,
  claimsPlace,
  isCounted,
  isLacking,
  isOfCounts,
  listsCounts,
  isLate,
  isNoAside,
  isNoCampaign,
  isNoComplaint,
  isNoExtreme,
  isNoHowTo,
  isNoOrdering,
  isNoWeekday,
  isOfNobody,
  isOfDigests,
  isOfFigures,
  isOfKind,
  isOfOne,
  isOfSeveral,
  isOfTarget,
  isOfUnit,
  isOfUnits,
  isOfWarnings,
  isOfWhich,
  isOfWorries,
  isOrder,
  isPooled,
  isStatement,
  isSteady,
  isWhole,
  judgesShare,
  judgesStreak,
  lacksFigures,
  moves,
  supposes,
} from './asked-when.ts'
import {
  boundBeside,
  countOf,
  pooledOf,
  pauseOf,
  hourOf,
  snoozeOf,
  explainedOf,
  response,
  assumptionOf,
  placeOf,
  claimOf,
  placeClaimOf,
  recordOf,
  streakOf,
  nthOf,
} from './asked-fills.ts'

interface OperatorRule {
  operator: Operator
  intent: Intent
  part: Part | null
  /** When it decides; always, where none is given. */
  when?: (world: AskedWorld, found: FoundOperator) => boolean
  fills?: (world: AskedWorld, found: FoundOperator) => Partial<Question>
}

const RULES: readonly OperatorRule[] = [
  { operator: 'explain', intent: 'explain', part: null, when: isOfNobody },
  { operator: 'ask_explanation', intent: 'ask_explanation', part: 'ask_explanation', when: isOrder },
  {
    operator: 'only_news',
    intent: 'settings',
    part: 'settings',
    fills: () => ({ setting: { do: 'only_news' } }),
  },
  { operator: 'pause', intent: 'settings', part: 'settings', when: isOfDigests, fills: pauseOf },
  { operator: 'hour', intent: 'settings', part: 'settings', when: isOfDigests, fills: hourOf },
  { operator: 'resume', intent: 'settings', part: 'settings', fills: () => ({ setting: { do: 'resume' } }) },
  { operator: 'receives', intent: 'settings', part: 'settings', when: asksSettings },
  { operator: 'snooze', intent: 'snooze', part: 'snooze', when: isWhole, fills: snoozeOf },
  {
    operator: 'acknowledge',
    intent: 'acknowledge',
    part: 'responses',
    when: (world, found) => !hasOperator(world, 'acknowledged') && isStatement(world, found),
  },
  {
    operator: 'answer_came',
    intent: 'responses',
    part: 'responses',
    when: asksForAnswer,
    fills: world => explainedOf(world),
  },
  {
    operator: 'explained',
    intent: 'responses',
    part: 'responses',
    when: isNoAside,
    fills: world => explainedOf(world),
  },
  {
    operator: 'acknowledged',
    intent: 'responses',
    part: 'responses',
    when: isOfWarnings,
    fills: world => response('acknowledged', world),
  },
  {
    operator: 'reminded',
    intent: 'responses',
    part: 'responses',
    when: world => !hasCue(world, 'alerts'),
    fills: world => response('reminded', world),
  },
  { operator: 'reach_when', intent: 'forecast', part: 'when', when: isOfUnits },
  { operator: 'suppose', intent: 'forecast', part: null, when: isSteady },
  { operator: 'suppose', intent: 'what_if', part: 'what_if', when: supposes, fills: assumptionOf },
  {
    operator: 'share',
    intent: 'below',
    part: 'share',
    when: (world, found) => judgesShare(world, found) && hasCue(world, 'not_reached', 'under'),
    fills: boundBeside,
  },
  {
    operator: 'share',
    intent: 'met',
    part: 'share',
    when: judgesShare,
    fills: boundBeside,
  },
  { operator: 'spread', intent: 'ranking', part: 'spread', when: isOfKind },
  { operator: 'right_place', intent: 'verify', part: 'verify', when: claimsPlace, fills: placeClaimOf },
  { operator: 'reach_place', intent: 'goal', part: 'goal', when: isNoWeekday, fills: placeOf },
  { operator: 'reach_unit', intent: 'goal', part: 'goal', when: isOfUnit },
  { operator: 'furthest', intent: 'below', part: null, when: isOfWhich },
  { operator: 'distance_to', intent: 'goal', part: 'goal', when: isNoExtreme, fills: placeOf },
  { operator: 'apart', intent: 'compare', part: null, when: isOfOne },
  { operator: 'where', intent: 'value', part: 'where' },
  { operator: 'how_to_reach', intent: 'need', part: null, when: isOfTarget },
  { operator: 'right', intent: 'verify', part: 'verify', when: claims, fills: claimOf },
  { operator: 'against', intent: 'trend', part: null, when: isOfOne },
  { operator: 'source', intent: 'missing', part: 'missing', when: isOfFigures },
  { operator: 'record', intent: 'since', part: 'since', fills: recordOf },
  { operator: 'most_dossiers', intent: 'below', part: 'count', when: isLacking },
  { operator: 'fewest_dossiers', intent: 'bottom', part: 'count', when: isOfCounts, fills: countOf },
  { operator: 'most_dossiers', intent: 'top', part: 'count', when: isOfCounts, fills: countOf },
  { operator: 'number_of', intent: 'ranking', part: 'count', when: listsCounts, fills: countOf },
  { operator: 'since', intent: 'since', part: 'since', when: isNoCampaign, fills: streakOf },
  { operator: 'streak', intent: 'since', part: 'streak', when: judgesStreak, fills: streakOf },
  { operator: 'drag', intent: 'why', part: 'why', fills: () => ({ order: 'worst' }) },
  { operator: 'why', intent: 'alerts', part: null, when: asksWhyWarned },
  { operator: 'why', intent: 'why', part: 'why', when: isNoComplaint },
  { operator: 'advice', intent: 'why', part: 'advice', when: isNoHowTo, fills: () => ({ order: 'worst' }) },
  { operator: 'worst_first', intent: 'situation', part: 'situation', when: asksNoIndicator },
  {
    operator: 'newly_below',
    intent: 'movers',
    part: 'movers',
    when: world => !hasOperator(world, 'jointly'),
    fills: () => ({ by: 'status', direction: 'down' }),
  },
  {
    operator: 'recovered',
    intent: 'movers',
    part: 'movers',
    fills: () => ({ by: 'status', direction: 'up' }),
  },
  {
    operator: 'place_rise',
    intent: 'movers',
    part: 'movers',
    when: moves,
    fills: () => ({ by: 'place', direction: 'up' }),
  },
  {
    operator: 'place_fall',
    intent: 'movers',
    part: 'movers',
    when: moves,
    fills: () => ({ by: 'place', direction: 'down' }),
  },
  {
    operator: 'rise',
    intent: 'movers',
    part: 'movers',
    when: moves,
    fills: () => ({ by: 'value', direction: 'up' }),
  },
  {
    operator: 'fall',
    intent: 'movers',
    part: 'movers',
    when: moves,
    fills: () => ({ by: 'value', direction: 'down' }),
  },
  { operator: 'vary', intent: 'movers', part: 'movers', when: moves, fills: () => ({ by: 'value' }) },
  { operator: 'no_data', intent: 'missing', part: 'missing', when: lacksFigures },
  { operator: 'data_when', intent: 'missing', part: 'missing' },
  { operator: 'behind_pace', intent: 'progress', part: null },
  { operator: 'under_target', intent: 'below', part: null, when: isOfWhich },
  { operator: 'over_target', intent: 'met', part: null, when: isOfWhich },
  {
    operator: 'last_but_one',
    intent: 'bottom',
    part: 'offset',
    when: isOfWhich,
    fills: () => ({ offset: 1, limit: 1 }),
  },
  { operator: 'mean_bound', intent: 'below', part: 'average', when: isOfWhich, fills: () => ({}) },
  { operator: 'pool', intent: 'total', part: 'total', when: isPooled, fills: pooledOf },
  { operator: 'sum', intent: 'total', part: 'total', when: isOfSeveral },
  { operator: 'mean', intent: 'total', part: 'average', when: isOfSeveral },
  {
    operator: 'situation',
    intent: 'situation',
    part: 'situation',
    when: (world, found) =>
      !world.strength.has('indicator') && (!world.strength.has('unit') || isOfWorries(world, found)),
  },
  { operator: 'fraction', intent: 'value', part: null, when: isCounted },
  { operator: 'nth', intent: 'ranking', part: 'offset', when: isNoOrdering, fills: nthOf },
  { operator: 'late_count', intent: 'value', part: null, when: isLate, fills: () => ({ count: 'rest' }) },
]

/** What the operators make of the question: the one that decides, and those that it leaves unused. */
export interface AskedOperators {
  main: Asked | null
  unused: Asked[]
}

export function askedBy(world: AskedWorld): AskedOperators {
  if (
    world.strength.has('outside') &&
    !world.strength.has('indicator') &&
    !hasOperator(world, 'receives', 'pause', 'only_news', 'explain')
  )
    return { main: null, unused: [] }
  const said = Map.groupBy(world.operators, ({ operator }) => operator)
  const found = RULES.filter(({ operator }) => said.has(operator)).flatMap(
    ({ operator, intent, part, when, fills }) =>
      said
        .get(operator)!
        .filter(one => when === undefined || when(world, one))
        .map(by => ({ by, intent, part, fills: fills?.(world, by) ?? {} })),
  )
  const main = found[0] ?? groupAgainstGroup(world)
  const unused = found.filter(
    ({ by, intent, part }) =>
      main !== null &&
      !(main.intent === 'since' && intent === 'since') &&
      !(factsOf(main.intent).act && intent === 'why') &&
      part !== null &&
      part !== main.part &&
      overlapOf(by, main.by) === 0 &&
      !(main.intent === 'goal' && intent === 'movers'),
  )
  return { main, unused: main?.intent === 'why' ? unused : [...unused, ...whyOfFound(world)] }
}

/** "Huyện nào thụt lùi nhất, vì sao": the list is told, and not why. */
function whyOfFound(world: AskedWorld): Asked[] {
  if (!asksOfFound(world)) return []
  const [by] = world.operators
    .filter(({ operator }) => operator === 'why')
    .toSorted((a, b) => a.to - a.from - (b.to - b.from))
  return by ? [{ by, intent: 'why', part: 'why', fills: {} }] : []
}

/** "Số này ở đâu ra": of the figures that were shown, whose they are. */
export function asksSource({ asked }: { asked: Asked | null }): boolean {
  return asked?.by.operator === 'source'
}
