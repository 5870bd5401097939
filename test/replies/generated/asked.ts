import type { AskedPeriod, Intent, Question } from '../../../src/ask/question.ts'
import type { Scene } from '../../../src/answers/scene.ts'
import type { Member } from '../../../src/core/member.ts'
import { monthOf, weekOf } from '../../../src/core/period.ts'
import { asking } from '../../answers/questions.ts'
import type { Random } from '../../reference/random.ts'

export const ABOUT_UNITS: readonly Intent[] = [
  ...(['value', 'rank', 'target', 'gap', 'need', 'trend', 'compare', 'forecast', 'since', 'why'] as const),
  ...(['what_if', 'goal', 'verify', 'progress', 'situation', 'missing'] as const),
]
export const ABOUT_GROUPS: readonly Intent[] = [
  ...(['below', 'met', 'top', 'bottom', 'ranking', 'movers', 'total', 'target', 'since', 'missing'] as const),
  ...(['progress', 'situation', 'responses'] as const),
]

/** What every intent takes besides what is drawn. */
const ALSO: Partial<Record<Intent, Partial<Question>>> = {
  what_if: { assume: { perDay: 3 } },
  goal: { place: 2 },
  verify: { claimed: 55.5 },
}

/** A question of an intent as people may ask it: of whom, of which indicators, of which days. */
export function drawn(random: Random, intent: Intent, { scene, member }: { scene: Scene; member: Member }) {
  const { catalog, tree, moment } = scene
  const codes = catalog.units.map(({ code }) => code)
  const isGroup = ABOUT_GROUPS.includes(intent) && (!ABOUT_UNITS.includes(intent) || random.chance(0.5))
  const { kind } = tree.byCode.get(random.pick(codes))!
  const unit = random.chance(0.5) ? member.unit : random.pick(codes)
  const other = random.pick(codes.filter(code => code !== unit))
  const one = random.pick(catalog.indicators).code
  const single = isGroup || ['trend', 'goal', 'what_if', 'verify'].includes(intent)
  const period: AskedPeriod | null = random.pick([
    null,
    null,
    { ...weekOf(moment.today), shape: 'week' },
    { ...monthOf(moment.today), shape: 'month' },
    { from: '2024-01-01', to: '2024-03-31', shape: 'fixed' },
    { from: '2024-02-05', to: '2024-04-28', shape: 'fixed' },
  ])
  return asking({
    intent,
    indicators: single || random.chance(0.6) ? [one] : [],
    units: isGroup ? [] : intent === 'compare' ? [unit, other] : [unit],
    group: isGroup ? { kind: random.chance(0.8) ? kind : null, within: null } : null,
    period: intent === 'need' || intent === 'forecast' || intent === 'what_if' ? null : period,
    ...(intent === 'movers'
      ? { by: random.pick(['value', 'place', 'status']), direction: random.pick(['up', 'down']) }
      : {}),
    ...(intent === 'since'
      ? {
          streak: { of: random.pick(['under', 'over', 'up', 'record']), periods: null },
          order: 'best' as const,
        }
      : {}),
    ...(intent === 'trend' && random.chance(0.5) ? { against: 'previous' as const } : {}),
    ...(intent === 'gap' && random.chance(0.3) ? { threshold: 62.5 } : {}),
    ...ALSO[intent],
  })
}
