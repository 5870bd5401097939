import type { EChartsCoreOption } from 'echarts/core'
import type { Answer, Figure } from '../answers/answer.ts'
import type { SayContext } from './context.ts'
import { shownTarget } from './figure-lines.ts'
import { groupTitle } from './group-title.ts'
import { indicatorOf, namesInList } from './names.ts'
import { periodName } from './period-name.ts'
import { FONT, INK, renderPicture } from './render-picture.ts'

const WIDTH = 1200
const HEIGHT = 750
const MAX_BARS = 20
const BAR_HEIGHT = 54
/** Height of title, legend and edges. */
const FRAME = 300

/**
 * A ranking as PNG bytes, 1200 pixels wide and 750 high, higher for more than eight units: a bar for each unit with
 * its place and value, in the colour of met, not met, or not compared; the target as a line where all have the same.
 */
export async function drawRanking(answer: Answer, ctx: SayContext): Promise<Uint8Array> {
  const shown = answer.figures.slice(0, MAX_BARS)
  const height = Math.max(HEIGHT, FRAME + shown.length * BAR_HEIGHT)
  return await renderPicture(rankingOption(answer, shown, ctx), WIDTH, height)
}

function rankingOption(answer: Answer, shown: readonly Figure[], ctx: SayContext): EChartsCoreOption {
  const nameOf = namesInList(
    ctx,
    shown.map(figure => figure.unit),
  )
  return {
    textStyle: { fontFamily: FONT, color: INK.text },
    title: [titleOf(answer, shown, ctx), legendOf(shown, ctx)],
    grid: { left: 40, right: 150, top: 215, bottom: 50, containLabel: true },
    xAxis: { type: 'value', min: 0, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: shown.map((figure, index) => `${figure.rank ?? index + 1}. ${nameOf(figure.unit)}`),
      axisLine: { lineStyle: { color: INK.soft, width: 2 } },
      axisTick: { show: false },
      axisLabel: { fontSize: 30, color: INK.text, width: 420, overflow: 'truncate' },
    },
    series: [barsOf(shown, ctx)],
  }
}

function titleOf(answer: Answer, shown: readonly Figure[], ctx: SayContext) {
  const { words } = ctx
  const [first] = shown
  const parts = [
    first ? words.capital(periodName(ctx, first.window)) : null,
    answer.matched > shown.length
      ? words.say('charts.first', { shown: shown.length, all: answer.matched })
      : null,
    ctx.sample ? words.say('charts.sample') : null,
  ]
  return {
    left: 40,
    top: 30,
    text: first ? groupTitle(answer, first.indicator, ctx) : '',
    textStyle: { fontSize: 40, fontWeight: 700, color: INK.text, width: WIDTH - 80, overflow: 'truncate' },
    subtext: parts.filter(part => part !== null).join(' · '),
    subtextStyle: { fontSize: 30, color: INK.soft, width: WIDTH - 80, overflow: 'truncate' },
    itemGap: 12,
  }
}

/** The colours in words, as one line of coloured text. */
function legendOf(shown: readonly Figure[], ctx: SayContext) {
  const { words } = ctx
  const known = (['met', 'below', 'plain'] as const).filter(state =>
    shown.some(figure => stateOf(figure) === state),
  )
  const rich = Object.fromEntries(
    known.map(state => [state, { fontSize: 30, fontWeight: 700, color: INK[state] }]),
  )
  return {
    left: 40,
    top: 150,
    text: known.map(state => `{${state}|${words.say(`charts.${state}`)}}`).join('     '),
    textStyle: { fontSize: 30, rich },
  }
}

function barsOf(shown: readonly Figure[], ctx: SayContext) {
  const [first] = shown
  return {
    type: 'bar',
    barWidth: '68%',
    data: shown.map(figure => ({
      value: figure.value ?? 0,
      itemStyle: { color: INK[stateOf(figure)], borderRadius: [0, 6, 6, 0] },
      label: {
        show: true,
        position: 'right',
        distance: 12,
        fontSize: 30,
        fontWeight: 700,
        color: INK.text,
        formatter: shownShort(figure, ctx),
      },
    })),
    ...(first ? { markLine: targetMark(shown, first, ctx) } : {}),
  }
}

function targetMark(shown: readonly Figure[], first: Figure, ctx: SayContext) {
  const { target } = first
  const same = target !== null && shown.every(figure => figure.target === target)
  if (!same) return { data: [] }
  const text = ctx.words.say('charts.target', {
    target: shownTarget(ctx, indicatorOf(ctx, first.indicator), target),
  })
  return {
    symbol: 'none',
    silent: true,
    data: [{ xAxis: target, name: text }],
    lineStyle: { color: INK.target, width: 4, type: 'dashed' },
    label: { fontSize: 28, fontWeight: 700, color: INK.target, position: 'start', formatter: '{b}' },
  }
}

function shownShort(figure: Figure, ctx: SayContext): string {
  const percent = indicatorOf(ctx, figure.indicator).unit === 'percent'
  return percent ? ctx.words.percent(figure.value ?? 0) : ctx.words.decimal(figure.value ?? 0)
}

function stateOf(figure: Figure): 'met' | 'below' | 'plain' {
  if (figure.met === null) return 'plain'
  return figure.met ? 'met' : 'below'
}
