import type { Indicator } from '../../core/indicator.ts'
import type { SayContext } from '../phrases/context.ts'
import { axisValue } from './picture-header.ts'
import { INK, SIZE } from './picture-style.ts'
import type { Scale } from './trend-scale.ts'

/** The axis of an indicator's values, with lines across; above its highest value nothing is written. `margin`: pixels. */
export function valueAxis(
  { scale, indicator, margin }: { scale: Scale; indicator: Indicator; margin: number },
  ctx: SayContext,
) {
  return {
    type: 'value',
    min: scale.min,
    max: scale.max,
    interval: scale.step,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: INK.grid, width: 2 } },
    axisLabel: {
      fontSize: SIZE.least,
      color: INK.text,
      margin,
      texts: linesOf(scale).map((value): [number, string] => [
        value,
        value > indicator.max ? '' : axisValue(ctx, indicator, value),
      ]),
    },
  }
}

/** The values at which lines go across. */
function linesOf({ min, max, step }: Scale): number[] {
  return Array.from({ length: Math.round((max - min) / step) + 1 }, (_, line) => min + line * step)
}
