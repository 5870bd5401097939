import type { Indicator } from '../../core/indicator.ts'
import { foldName } from './fold-name.ts'

/** A name of fewer words says little within other words: "tiến độ", "số hóa". */
const LEAST_WORDS = 3
/** What stands before the name of an indicator in a heading: its number, what kind of text it is. */
const LEAD =
  /^(?:(?:[ivx]{1,4}|[a-z]|\d{1,2}) )?(?:(?:ket qua|tinh hinh|ty le|ti le|muc do|chi so|ve|cong tac) )*/
const RATE = /^(?:ty le|ti le|muc do) /

interface Named {
  indicator: Indicator
  from: number
  to: number
}

/** The indicators that a title or a heading names, each by its longest name there: of "thanh toán trực tuyến" that alone. */
export function indicatorsIn(text: string, indicators: Iterable<Indicator>): Indicator[] {
  const folded = ` ${foldName(text)} `
  const bare = folded.trim().replace(LEAD, '')
  const found = [...indicators].flatMap(indicator => namesIn(indicator, folded, bare))
  const longest = found.filter(one => !found.some(other => isWithin(one, other)))
  return [...new Set(longest.map(({ indicator }) => indicator))]
}

function isWithin(one: Named, other: Named): boolean {
  return other.from <= one.from && one.to <= other.to && other.to - other.from > one.to - one.from
}

function namesIn(indicator: Indicator, folded: string, bare: string): Named[] {
  const { name, shortName, numeratorLabel, aliases } = indicator
  const names = [name, shortName, numeratorLabel, ...aliases].map(each => foldName(each).replace(RATE, ''))
  return [...new Set(names)].flatMap((each): Named[] => {
    if (each === '') return []
    const whole = { indicator, from: 0, to: folded.length }
    if (each === bare) return [whole]
    const at = each.split(' ').length < LEAST_WORDS ? -1 : folded.indexOf(` ${each} `)
    return at === -1 ? [] : [{ indicator, from: at, to: at + each.length }]
  })
}
