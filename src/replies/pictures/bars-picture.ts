import type { EChartsCoreOption } from 'echarts/core'
import type { SayContext } from '../phrases/context.ts'
import { HEADER_HEIGHT, pictureHeader } from './picture-header.ts'
import { FONT, INK, PICTURE_WIDTH, renderPicture } from './render-picture.ts'

const HEIGHT = 750
const BAR_HEIGHT = 54
const TOP = HEADER_HEIGHT + 100
const BOTTOM = 40
const NAME_SIZE = 30
const MAX_NAME_WIDTH = 520
/** Width of a letter against its height. */
const LETTER = 0.58

export type BarState = 'met' | 'below' | 'plain'

export interface Bar {
  label: string
  value: number
  /** The value in words, at the right edge. */
  shown: string
  state: BarState
  /** Set apart from the others: the asker's own. */
  strong: boolean
}

/** A picture of bars: of whom, of what, of when; and a target where all bars have the same. */
export interface Bars {
  name: string
  what: string
  when: readonly (string | null)[]
  bars: readonly Bar[]
  target: { value: number; text: string } | null
}

/**
 * Bars as PNG bytes, 1200 pixels wide and 750 high, higher for more than seven: each with its label and value, in the
 * colour of met, not met, or not compared, which a line of words explains.
 */
export async function drawBars(picture: Bars, ctx: SayContext): Promise<Uint8Array> {
  const height = Math.max(HEIGHT, TOP + BOTTOM + picture.bars.length * BAR_HEIGHT)
  return await renderPicture(barsOption(picture, ctx), PICTURE_WIDTH, height)
}

function barsOption(picture: Bars, ctx: SayContext): EChartsCoreOption {
  const { name, what, when, bars } = picture
  return {
    textStyle: { fontFamily: FONT, color: INK.text },
    title: [pictureHeader(name, what, when, ctx), legendOf(bars, ctx)],
    grid: { left: 40 + nameWidth(bars), right: 190, top: TOP, bottom: BOTTOM },
    xAxis: { type: 'value', min: 0, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: [namesAxis(bars), valuesAxis(bars)],
    series: [seriesOf(picture)],
  }
}

/** The colours in words, as one line of coloured text. */
function legendOf(bars: readonly Bar[], ctx: SayContext) {
  const states = (['met', 'below', 'plain'] as const).filter(state => bars.some(bar => bar.state === state))
  const rich = Object.fromEntries(
    states.map(one => [one, { fontSize: 30, fontWeight: 700, color: INK[one] }]),
  )
  return {
    left: 40,
    top: HEADER_HEIGHT,
    text: states.map(one => `{${one}|${ctx.words.say(`charts.${one}`)}}`).join('     '),
    textStyle: { fontSize: 30, rich },
  }
}

/** Pixels for the longest label, estimated from its letters. */
function nameWidth(bars: readonly Bar[]): number {
  const longest = Math.max(0, ...bars.map(bar => bar.label.length))
  return Math.min(MAX_NAME_WIDTH, Math.max(160, longest * NAME_SIZE * LETTER))
}

function namesAxis(bars: readonly Bar[]) {
  const style = { fontSize: NAME_SIZE, color: INK.text }
  return {
    type: 'category',
    inverse: true,
    data: bars.map(bar => bar.label),
    axisLine: { lineStyle: { color: INK.soft, width: 2 } },
    axisTick: { show: false },
    axisLabel: {
      width: nameWidth(bars),
      overflow: 'truncate',
      rich: { strong: { ...style, fontWeight: 700 }, plain: style },
      formatter: (label: string, index: number) => `{${bars[index]?.strong ? 'strong' : 'plain'}|${label}}`,
    },
  }
}

/** The values stand in a column of their own, clear of bars and of the target. */
function valuesAxis(bars: readonly Bar[]) {
  return {
    type: 'category',
    inverse: true,
    position: 'right',
    data: bars.map(bar => bar.shown),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { fontSize: 32, fontWeight: 700, color: INK.text, align: 'right', margin: 150 },
  }
}

function seriesOf({ bars, target }: Bars) {
  const mark = {
    symbol: 'none',
    silent: true,
    data: target ? [{ xAxis: target.value, name: target.text }] : [],
    lineStyle: { color: INK.target, width: 4, type: 'dashed' },
    label: { fontSize: 28, fontWeight: 700, color: INK.target, position: 'start', formatter: '{b}' },
  }
  return {
    type: 'bar',
    barWidth: '68%',
    barMaxWidth: 60,
    data: bars.map(bar => ({
      value: bar.value,
      itemStyle: { color: INK[bar.state], borderRadius: [0, 6, 6, 0] },
    })),
    markLine: mark,
  }
}
