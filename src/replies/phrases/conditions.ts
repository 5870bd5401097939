import type { Condition } from '../../ask/question.ts'
import type { SayContext } from './context.ts'
import { shownGap, shownValue } from './figure-lines.ts'
import { indicatorOf, lowerFirst } from './names.ts'

const FLIPPED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', between: 'between' } as const
const NAMES = { '<': 'under', '<=': 'atMost', '>': 'over', '>=': 'atLeast', between: 'between' } as const

/** A condition of a list: "số hóa hồ sơ dưới 50%", "thiếu trên 10 điểm phần trăm", "vượt từ 5 điểm phần trăm trở lên". */
export function conditionWords(ctx: SayContext, condition: Condition, main: string): string {
  const { words } = ctx
  const { measure, op, value, to } = condition
  const indicator = indicatorOf(ctx, condition.indicator ?? main)
  const negative = (measure === 'gap' || measure === 'change') && (value < 0 || (to ?? 0) < 0)
  const [first, last] = negative && to !== null ? [to, value] : [value, to ?? value]
  const shown = (number: number): string => {
    if (measure === 'place') return words.say('conditions.place', { place: number })
    return measure === 'value' ? shownValue(ctx, indicator, number) : shownGap(ctx, indicator, number)
  }
  const range = words.say(`conditions.op.${NAMES[negative ? FLIPPED[op] : op]}`, {
    value: shown(first),
    to: shown(last),
  })
  const name = lowerFirst(indicator.shortName)
  const said = { indicator: name, range }
  // Any gap at all is a target that is missed; none, one that is met.
  if (measure === 'gap' && value === 0 && op === '>') return words.say('conditions.below', said)
  if (measure === 'gap' && value === 0 && op === '<=') return words.say('conditions.met', said)
  if (measure === 'value') return words.say('conditions.value', said)
  if (measure === 'place') return words.say('conditions.ofPlace', said)
  if (measure === 'gap') return words.say(negative ? 'conditions.exceeded' : 'conditions.short', said)
  return words.say(negative ? 'conditions.fell' : 'conditions.rose', said)
}
