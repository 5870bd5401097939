import type { Figure } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import { compose } from './compose.ts'
import type { SayContext } from './context.ts'
import { groupName } from './group-name.ts'
import { peersOf, unitName, unitTitle } from './names.ts'
import { ask, askUnit } from './next-questions.ts'

/** What may not be seen: of a unit, or of the group that was asked about. */
type Refused = Pick<Figure, 'unit' | 'group'>

/** The first figure that may not be seen says so; used where a refusal is the whole answer. */
export function isRefused(figures: readonly Figure[]): boolean {
  return figures[0]?.reason === 'not_allowed' && figures.every(one => one.reason === 'not_allowed')
}

/** Places are all that may be seen of these figures. */
export function isPlacesAlone(figures: readonly Figure[]): boolean {
  const some = figures.some(({ reason, rank }) => reason === 'not_allowed' && rank !== null)
  return some && figures.every(({ value }) => value === null)
}

/** A refusal that is the whole answer: one line, and what may be asked instead. */
export function sayRefusal(ctx: SayContext, [first]: readonly Refused[]): Message {
  if (!first) return compose(ctx, [], [ask(ctx, 'help')])
  const seen = !first.group && seenOf(ctx, first.unit) !== null
  return compose(
    ctx,
    [refusal(ctx, first)],
    [
      seen ? askUnit(ctx, isOfPlaces(ctx, first.unit) ? 'allRanks' : 'all', first.unit) : null,
      ask(ctx, 'ownUnit'),
      ask(ctx, 'help'),
    ],
  )
}

/** Whether of a peer nothing but its place is open. */
function isOfPlaces({ tree, asker, peers }: SayContext, unit: string): boolean {
  return peers === 'places' && unit !== tree.province(asker.unit).code
}

/** One line for what may not be seen: of which unit or group, and what may be asked instead. */
export function refusal(ctx: SayContext, { unit, group }: Refused): string {
  const { words } = ctx
  const part = group ? null : seenOf(ctx, unit)
  if (part !== null) return words.say('figures.refused.part', { unit: unitTitle(ctx, unit), part })
  const who = group ? words.capital(groupName(ctx, group)) : unitTitle(ctx, unit)
  return words.say('figures.refused.all', { unit: who, seen: seenList(ctx) })
}

/** What the asker may see of a unit that is neither the own one nor below it (DOMAIN.md §10); null for nothing. */
function seenOf(ctx: SayContext, unit: string): string | null {
  const { tree, asker, words, peers } = ctx
  if (!tree.byCode.has(unit) || !tree.byCode.has(asker.unit)) return null
  if (unit === tree.province(asker.unit).code) return words.say('figures.refused.figures')
  if (peers === 'none' || !tree.peers(asker.unit).some(one => one.code === unit)) return null
  return words.say(`figures.refused.${peers}`)
}

/** "phường Pleiku; giá trị, chỉ tiêu, thứ hạng của các đơn vị cấp xã khác; số chung của tỉnh" */
function seenList(ctx: SayContext): string {
  const { tree, asker, words, peers } = ctx
  const own = unitName(ctx, asker.unit)
  if (!tree.byCode.has(asker.unit)) return own
  const hasBelow = tree.children(asker.unit).length > 0
  const others = tree.peers(asker.unit).length > 1
  const seen = [
    hasBelow ? words.say('figures.refused.below', { own }) : own,
    others && peers !== 'none'
      ? words.say('figures.refused.ofPeers', {
          what: words.say(`figures.refused.${peers}`),
          peers: peersOf(ctx, asker.unit, { rankWithinParent: false, rankWord: null, rankExcept: [] }),
        })
      : null,
    tree.province(asker.unit).code === asker.unit ? null : words.say('figures.refused.province'),
  ]
  return seen.filter(one => one !== null).join('; ')
}
