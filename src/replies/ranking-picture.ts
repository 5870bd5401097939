import type { EChartsCoreOption } from 'echarts/core'
import type { Answer, Figure } from '../answers/answer.ts'
import type { SayContext } from './context.ts'
import { shownTarget } from './figure-lines.ts'
import { groupHead } from './group-title.ts'
import { indicatorOf, namesInList } from './names.ts'
import { periodName } from './period-name.ts'
import { axisValue, HEADER_HEIGHT, pictureHeader } from './picture-header.ts'
import { FONT, INK, PICTURE_WIDTH, renderPicture } from './render-picture.ts'

const HEIGHT = 750
const MAX_BARS = 20
const BAR_HEIGHT = 54
const NAME_SIZE = 30
const MAX_NAME_WIDTH = 520
const TOP = HEADER_HEIGHT + 100
const BOTTOM = 40

/**
 * A ranking as PNG bytes, 1200 pixels wide and 750 high, higher for more than seven units: a bar for each unit with
 * its place and value, in the colour of met, not met, or not compared; the target as a line where all have the same.
 */
export async function drawRanking(answer: Answer, ctx: SayContext): Promise<Uint8Array> {
  const shown = answer.figures.slice(0, MAX_BARS)
  const height = Math.max(HEIGHT, TOP + BOTTOM + shown.length * BAR_HEIGHT)
  return await renderPicture(rankingOption(answer, shown, ctx), PICTURE_WIDTH, height)
}

function rankingOption(answer: Answer, shown: readonly Figure[], ctx: SayContext): EChartsCoreOption {
  const { words } = ctx
  const [first] = shown
  const more = answer.matched > shown.length
  const when = [
    first ? words.capital(periodName(ctx, first.window)) : null,
    more ? words.say('charts.first', { shown: shown.length, all: answer.matched }) : null,
  ]
  const what = first ? indicatorOf(ctx, first.indicator).shortName : ''
  return {
    textStyle: { fontFamily: FONT, color: INK.text },
    title: [pictureHeader(groupHead(answer, ctx), what, when, ctx), legendOf(shown, ctx)],
    grid: { left: 40 + nameWidth(shown, ctx), right: 190, top: TOP, bottom: BOTTOM },
    xAxis: { type: 'value', min: 0, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: [namesAxis(shown, ctx), valuesAxis(shown, ctx)],
    series: [barsOf(shown, ctx)],
  }
}

/** The colours in words, as one line of coloured text. */
function legendOf(shown: readonly Figure[], ctx: SayContext) {
  const states = (['met', 'below', 'plain'] as const).filter(state =>
    shown.some(figure => stateOf(figure) === state),
  )
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

function labels(shown: readonly Figure[], ctx: SayContext): string[] {
  const nameOf = namesInList(
    ctx,
    shown.map(figure => figure.unit),
  )
  return shown.map((figure, index) => `${figure.rank ?? index + 1}. ${nameOf(figure.unit)}`)
}

/** Pixels for the longest name, estimated from its letters. */
function nameWidth(shown: readonly Figure[], ctx: SayContext): number {
  const longest = Math.max(0, ...labels(shown, ctx).map(label => label.length))
  return Math.min(MAX_NAME_WIDTH, Math.max(160, longest * NAME_SIZE * 0.58))
}

function namesAxis(shown: readonly Figure[], ctx: SayContext) {
  const style = { fontSize: NAME_SIZE, color: INK.text }
  return {
    type: 'category',
    inverse: true,
    data: labels(shown, ctx),
    axisLine: { lineStyle: { color: INK.soft, width: 2 } },
    axisTick: { show: false },
    axisLabel: {
      width: nameWidth(shown, ctx),
      overflow: 'truncate',
      rich: { own: { ...style, fontWeight: 700 }, other: style },
      formatter: (name: string, index: number) =>
        shown[index]?.unit === ctx.asker.unit ? `{own|${name}}` : `{other|${name}}`,
    },
  }
}

/** The values stand in a column of their own, clear of bars and of the target. */
function valuesAxis(shown: readonly Figure[], ctx: SayContext) {
  return {
    type: 'category',
    inverse: true,
    position: 'right',
    data: shown.map(figure => axisValue(ctx, indicatorOf(ctx, figure.indicator), figure.value ?? 0)),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { fontSize: 32, fontWeight: 700, color: INK.text, align: 'right', margin: 150 },
  }
}

function barsOf(shown: readonly Figure[], ctx: SayContext) {
  const [first] = shown
  return {
    type: 'bar',
    barWidth: '68%',
    barMaxWidth: 60,
    data: shown.map(figure => ({
      value: figure.value ?? 0,
      itemStyle: { color: INK[stateOf(figure)], borderRadius: [0, 6, 6, 0] },
    })),
    ...(first ? { markLine: targetMark(shown, first, ctx) } : {}),
  }
}

function targetMark(shown: readonly Figure[], first: Figure, ctx: SayContext) {
  const { target } = first
  if (target === null || shown.some(figure => figure.target !== target)) return { data: [] }
  const said = shownTarget(ctx, indicatorOf(ctx, first.indicator), target)
  return {
    symbol: 'none',
    silent: true,
    data: [{ xAxis: target, name: ctx.words.say('charts.target', { target: said }) }],
    lineStyle: { color: INK.target, width: 4, type: 'dashed' },
    label: { fontSize: 28, fontWeight: 700, color: INK.target, position: 'start', formatter: '{b}' },
  }
}

function stateOf(figure: Figure): 'met' | 'below' | 'plain' {
  if (figure.met === null) return 'plain'
  return figure.met ? 'met' : 'below'
}
