import type { Indicator } from '../../core/indicator.ts'
import type { SayContext } from '../phrases/context.ts'
import { INK, PICTURE_WIDTH } from './render-picture.ts'

/** Height that the header takes, pixels. */
export const HEADER_HEIGHT = 190

/** Three lines over a picture: of whom, of what, of when. */
export function pictureHeader(name: string, what: string, when: readonly (string | null)[], ctx: SayContext) {
  const parts = [...when, ctx.sample ? ctx.words.say('charts.sample') : null].filter(part => part !== null)
  return {
    left: 40,
    top: 26,
    text: name,
    textStyle: { fontSize: 42, fontWeight: 700, color: INK.text, width: PICTURE_WIDTH, overflow: 'truncate' },
    subtext: `{what|${what}}\n{when|${parts.join(' · ')}}`,
    subtextStyle: {
      rich: {
        what: { fontSize: 36, lineHeight: 46, color: INK.text },
        when: { fontSize: 28, lineHeight: 40, color: INK.soft },
      },
    },
    itemGap: 6,
  }
}

/** A value as short as an axis has room for: `61,25%`, or `86,74` for a score. */
export function axisValue(ctx: SayContext, indicator: Indicator, value: number): string {
  return indicator.unit === 'percent' ? ctx.words.percent(value) : ctx.words.decimal(value)
}
