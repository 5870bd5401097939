import type { Answer } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import { compose, MAX_LINES } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { unitInList, unitName, unitTitle } from '../phrases/names.ts'
import { askUnit } from '../phrases/next-questions.ts'

/** Where units belong: "Xã Ia Pnôn thuộc huyện Đức Cơ"; several by the unit above them. */
export function sayWhere({ figures }: Answer, ctx: SayContext): Message {
  const { words } = ctx
  const units = [...new Set(figures.map(({ unit }) => unit))]
  const above = Map.groupBy(units, unit => ctx.tree.byCode.get(unit)?.parent ?? '')
  const places = [...above].filter(([place]) => place !== '')
  const [only, ...others] = units
  if (only !== undefined && others.length === 0 && places.length > 0)
    return compose(
      ctx,
      [
        {
          title: words.say('answers.where.one', {
            unit: unitTitle(ctx, only),
            above: unitName(ctx, places[0]![0]),
          }),
        },
      ],
      [askUnit(ctx, 'all', only)],
    )
  const lines = places.slice(0, MAX_LINES).map(([place, below]) =>
    words.say('answers.where.line', {
      above: unitTitle(ctx, place),
      units: below.map(unit => unitInList(ctx, unit)).join(', '),
    }),
  )
  const more = places.length - lines.length
  return compose(
    ctx,
    [
      { title: words.say('answers.where.many', { count: units.length, places: places.length }) },
      [...lines, more > 0 ? words.say('answers.where.more', { count: more }) : null],
    ],
    [],
  )
}
