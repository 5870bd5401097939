import type { SayContext } from '../phrases/context.ts'
import { linesWithin, pictureHead } from './picture-header.ts'
import type { PictureOption } from './picture-option.ts'
import { FONT, INK, PICTURE_WIDTH, SIZE } from './picture-style.ts'
import { renderPicture } from './render-picture.ts'

const LEAST_HEIGHT = 620
const ROW = 64
/** A row whose name takes two lines. */
const HIGH_ROW = 88
const LEGEND = 56
const TARGET_NAME = 56
const BOTTOM = 30
const LEFT = 36
const VALUES = 190
const MAX_NAME_WIDTH = 450
const MIN_NAME_WIDTH = 150
/** Width of a letter against its height. */
const LETTER = 0.56

export type BarState = 'met' | 'below' | 'plain'

/** A row of a picture of bars: a bar with its name and value, a value without a bar, or a heading over those that follow. */
export type Bar =
  | { heading: string }
  | {
      label: string
      value: number | null
      /** The value in words, at the right edge. */
      shown: string
      state: BarState
      /** Its own target, or null. */
      target: number | null
      /** Set apart from the others: the asker's own. */
      strong: boolean
    }

/** A picture of bars: what it found, of what and when; and a target where all bars have the same. */
export interface Bars {
  finding: string
  about: readonly (string | null)[]
  bars: readonly Bar[]
  target: { value: number; text: string } | null
}

/** Where rows stand under headings the target is marked at each bar, as a line would cross the headings. */
function hasLine({ bars, target }: Bars): boolean {
  return target !== null && !bars.some(bar => 'heading' in bar)
}

/**
 * Bars as PNG bytes, 1080 pixels wide and as high as they need: each with its label and value, in the colour of met, not
 * met, or not compared, which a line of words explains. A line is the target of all, short marks are each one's own.
 */
export async function drawBars(picture: Bars, ctx: SayContext): Promise<Uint8Array> {
  const layout = layoutOf(picture, ctx)
  return await renderPicture(barsOption(picture, layout, ctx), PICTURE_WIDTH, layout.height)
}

interface Layout {
  head: ReturnType<typeof pictureHead>
  top: number
  names: number
  row: number
  height: number
}

function layoutOf(picture: Bars, ctx: SayContext): Layout {
  const { finding, about, bars } = picture
  const head = pictureHead(finding, about, ctx)
  const names = nameWidth(bars)
  const high = bars.some(bar => 'label' in bar && wrapped(bar.label, names).length > 1)
  const row = high ? HIGH_ROW : ROW
  const top = head.height + LEGEND + (hasLine(picture) ? TARGET_NAME : 0)
  return { head, top, names, row, height: Math.max(LEAST_HEIGHT, top + bars.length * row + BOTTOM) }
}

function barsOption(picture: Bars, layout: Layout, ctx: SayContext): PictureOption {
  const { bars, target } = picture
  const { head, top, names } = layout
  const own = hasLine(picture) ? [] : ownTargets(bars)
  const marks = own.length === 0 ? null : (target?.text ?? ctx.words.say('charts.ownTarget'))
  return {
    textStyle: { fontFamily: FONT, color: INK.text },
    title: [head.title, legendOf(bars, { marks, top: head.height }, ctx)],
    grid: { left: LEFT + names + 12, right: VALUES, top, bottom: BOTTOM },
    xAxis: { type: 'value', min: 0, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: [namesAxis(bars, names), valuesAxis(bars)],
    graphic: headingsOf(bars, layout),
    series: [seriesOf(picture), ...(own.length > 0 ? [marksOf(own)] : [])],
  }
}

/** The colours in words, as one line of coloured text. */
function legendOf(
  bars: readonly Bar[],
  { marks, top }: { marks: string | null; top: number },
  ctx: SayContext,
) {
  const used = new Set(bars.flatMap(bar => ('state' in bar && bar.value !== null ? [bar.state] : [])))
  const states = (['met', 'below', 'plain'] as const).filter(state => used.has(state))
  const style = { fontSize: SIZE.least, fontWeight: 700 }
  const rich = Object.fromEntries(
    [...states, 'target' as const].map(one => [one, { ...style, color: INK[one] }]),
  )
  const parts = states.map(one => `{${one}|${ctx.words.say(`charts.${one}`)}}`)
  const all = marks === null ? parts : [...parts, `{target|| ${marks}}`]
  return { left: LEFT, top, text: all.join('    '), textStyle: { fontSize: SIZE.least, rich } }
}

/** Pixels for the longest label, estimated from its letters; what is longer takes two lines. */
function nameWidth(bars: readonly Bar[]): number {
  const longest = Math.max(0, ...bars.map(bar => ('label' in bar ? bar.label.length : 0)))
  return Math.min(MAX_NAME_WIDTH, Math.max(MIN_NAME_WIDTH, Math.ceil(longest * SIZE.name * LETTER)))
}

function wrapped(label: string, width: number): string[] {
  return linesWithin(label, width, SIZE.name * LETTER)
}

function namesAxis(bars: readonly Bar[], width: number) {
  const style = { fontSize: SIZE.name, lineHeight: 40, color: INK.text }
  const text = (bar: Bar) => ('heading' in bar ? '' : wrapped(bar.label, width).join('\n'))
  return {
    type: 'category',
    inverse: true,
    data: bars.map((_, index) => String(index)),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      interval: 0,
      margin: 12,
      rich: { strong: { ...style, fontWeight: 700 }, plain: style },
      texts: bars.map((bar, index): [number, string] => [
        index,
        `{${'strong' in bar && bar.strong ? 'strong' : 'plain'}|${text(bar)}}`,
      ]),
    },
  }
}

/** The values stand in a column of their own, clear of bars and of the target. */
function valuesAxis(bars: readonly Bar[]) {
  return {
    type: 'category',
    inverse: true,
    position: 'right',
    data: bars.map((_, index) => String(index)),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      interval: 0,
      fontSize: SIZE.value,
      fontWeight: 700,
      color: INK.text,
      align: 'right',
      margin: VALUES - LEFT,
      texts: bars.map((bar, index): [number, string] => [index, 'shown' in bar ? bar.shown : '']),
    },
  }
}

function seriesOf(picture: Bars) {
  const { bars, target } = picture
  const mark = {
    symbol: 'none',
    silent: true,
    data: target && hasLine(picture) ? [{ xAxis: target.value, name: target.text }] : [],
    lineStyle: { color: INK.target, width: 4, type: 'dashed' },
    label: {
      fontSize: SIZE.least,
      fontWeight: 700,
      color: INK.target,
      position: 'start',
      distance: 8,
      formatter: '{b}',
    },
  }
  return {
    type: 'bar',
    barWidth: '66%',
    barMaxWidth: 52,
    data: bars.map(bar =>
      'heading' in bar
        ? { value: 0 }
        : {
            value: bar.value ?? 0,
            itemStyle: { color: INK[bar.state], borderRadius: [0, 6, 6, 0] },
          },
    ),
    markLine: mark,
  }
}

/** Headings stand at the left edge, in the rows that are theirs. */
function headingsOf(bars: readonly Bar[], { top, height }: Layout) {
  const row = (height - top - BOTTOM) / Math.max(1, bars.length)
  return bars.flatMap((bar, index) =>
    'heading' in bar
      ? [
          {
            type: 'text',
            left: LEFT,
            top: top + (index + 0.5) * row - SIZE.least / 2,
            silent: true,
            style: {
              text: bar.heading,
              fill: INK.soft,
              fontFamily: FONT,
              fontSize: SIZE.least,
              fontWeight: 700,
            },
          },
        ]
      : [],
  )
}

function ownTargets(bars: readonly Bar[]): [number, number][] {
  return bars.flatMap((bar, index): [number, number][] =>
    'target' in bar && bar.target !== null && bar.value !== null ? [[bar.target, index]] : [],
  )
}

function marksOf(targets: readonly [number, number][]) {
  return {
    type: 'scatter',
    silent: true,
    symbol: 'rect',
    symbolSize: [6, 52],
    itemStyle: { color: INK.target },
    z: 5,
    data: targets,
  }
}
