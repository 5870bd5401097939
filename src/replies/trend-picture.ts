import type { EChartsCoreOption } from 'echarts/core'
import type { Figure, TrendPoint } from '../answers/answer.ts'
import type { Indicator } from '../core/indicator.ts'
import type { SayContext } from './context.ts'
import { shownTarget } from './figure-lines.ts'
import { indicatorOf, unitTitle } from './names.ts'
import { isoWeek, periodName } from './period-name.ts'
import { FONT, INK, renderPicture } from './render-picture.ts'

const WIDTH = 1200
const HEIGHT = 750
/** Points of which each value is written; with more, only the last one is. */
const ALL_LABELLED = 8

/**
 * The course of one figure as PNG bytes, 1200×750: dots joined by a line, the target over its term, the starts of
 * phases, the last value written out. Points without a value leave a gap.
 */
export async function drawTrend(figure: Figure, ctx: SayContext): Promise<Uint8Array> {
  return await renderPicture(trendOption(figure, ctx), WIDTH, HEIGHT)
}

function trendOption(figure: Figure, ctx: SayContext): EChartsCoreOption {
  const indicator = indicatorOf(ctx, figure.indicator)
  const points = figure.points ?? []
  return {
    textStyle: { fontFamily: FONT, color: INK.text },
    title: titleOf(figure, indicator, ctx),
    grid: { left: 125, right: 60, top: 200, bottom: 130 },
    xAxis: timeAxis(points, ctx),
    yAxis: valueAxis(figure, indicator, ctx),
    series: [courseOf(points, indicator, ctx), targetOf(figure, points, indicator, ctx)],
  }
}

function titleOf(figure: Figure, indicator: Indicator, ctx: SayContext) {
  const { words } = ctx
  const parts = [
    words.capital(periodName(ctx, figure.window)),
    figure.dataTo === null ? null : words.say('charts.dataTo', { day: figure.dataTo }),
    ctx.sample ? words.say('charts.sample') : null,
  ]
  return {
    left: 40,
    top: 30,
    text: words.say('charts.trendTitle', {
      unit: unitTitle(ctx, figure.unit),
      indicator: indicator.shortName,
    }),
    textStyle: { fontSize: 44, fontWeight: 700, color: INK.text, width: WIDTH - 80, overflow: 'truncate' },
    subtext: parts.filter(part => part !== null).join(' · '),
    subtextStyle: { fontSize: 30, color: INK.soft, width: WIDTH - 80, overflow: 'truncate' },
    itemGap: 12,
  }
}

function timeAxis(points: readonly TrendPoint[], ctx: SayContext) {
  const every = Math.ceil(points.length / ALL_LABELLED)
  const last = points.length - 1
  return {
    type: 'category',
    data: points.map(point => pointLabel(point, ctx)),
    axisLine: { lineStyle: { color: INK.soft, width: 2 } },
    axisTick: { alignWithLabel: true, length: 8 },
    axisLabel: {
      fontSize: 30,
      lineHeight: 38,
      color: INK.text,
      interval: (index: number) => (last - index) % every === 0,
    },
  }
}

/** Two lines: the week (or the month) and its last day. */
function pointLabel(point: TrendPoint, ctx: SayContext): string {
  const week = isoWeek(point)
  const day = ctx.words.shortDay(point.to)
  if (week !== null) return `${ctx.words.say('charts.weekTick', { week })}\n${day}`
  const month = Number(point.from.slice(5, 7))
  return `${ctx.words.say('charts.monthTick', { month })}\n${point.from.slice(0, 4)}`
}

function valueAxis(figure: Figure, indicator: Indicator, ctx: SayContext) {
  const values = (figure.points ?? []).flatMap(point => (point.value === null ? [] : [point.value]))
  const all = figure.target === null ? values : [...values, figure.target]
  const low = Math.min(...all)
  const high = Math.max(...all)
  const room = Math.max((high - low) * 0.2, 2)
  return {
    type: 'value',
    min: Math.max(0, Math.floor((low - room) / 5) * 5),
    max: Math.min(Math.ceil(indicator.max), Math.ceil((high + room) / 5) * 5),
    splitNumber: 4,
    splitLine: { lineStyle: { color: INK.grid, width: 2 } },
    axisLabel: {
      fontSize: 30,
      color: INK.text,
      formatter: (value: number) =>
        indicator.unit === 'percent' ? ctx.words.percent(value) : ctx.words.decimal(value),
    },
  }
}

function courseOf(points: readonly TrendPoint[], indicator: Indicator, ctx: SayContext) {
  const lastValued = points.findLastIndex(point => point.value !== null)
  const all = points.length <= ALL_LABELLED
  return {
    type: 'line',
    data: points.map((point, index) => ({
      value: point.value ?? '-',
      label: {
        show: point.value !== null && (all || index === lastValued),
        position: 'top',
        distance: 14,
        fontSize: index === lastValued ? 42 : 30,
        fontWeight: index === lastValued ? 700 : 400,
        color: INK.line,
        formatter: point.value === null ? '' : short(point.value, indicator, ctx),
      },
    })),
    symbol: 'circle',
    symbolSize: 18,
    connectNulls: false,
    lineStyle: { color: INK.line, width: 6 },
    itemStyle: { color: INK.line },
    z: 3,
    markLine: phaseMarks(points, ctx),
  }
}

function short(value: number, indicator: Indicator, ctx: SayContext): string {
  return indicator.unit === 'percent' ? ctx.words.percent(value) : ctx.words.decimal(value)
}

/** The target where it holds: over the points whose middle lies in its term. */
function targetOf(figure: Figure, points: readonly TrendPoint[], indicator: Indicator, ctx: SayContext) {
  const { target, term } = figure
  if (target === null || !term) return { type: 'line', data: [] }
  const holds = points.map(point => point.to >= term.from && point.from <= term.to)
  const first = holds.indexOf(true)
  const label = ctx.words.say('charts.target', { target: shownTarget(ctx, indicator, target) })
  return {
    type: 'line',
    data: holds.map((held, index) => ({
      value: held ? target : '-',
      label: {
        show: index === first,
        position: first === 0 ? 'insideTopLeft' : 'top',
        align: 'left',
        distance: 10,
        fontSize: 32,
        fontWeight: 700,
        color: INK.target,
        formatter: label,
      },
    })),
    symbol: 'none',
    lineStyle: { color: INK.target, width: 4, type: 'dashed' },
    z: 2,
  }
}

/** A thin line where a phase starts within the course, with the name of the phase. */
function phaseMarks(points: readonly TrendPoint[], ctx: SayContext) {
  const starts = ctx.catalog.phases.flatMap(phase => {
    const index = points.findIndex(point => point.from <= phase.from && phase.from <= point.to)
    return index > 0 ? [{ name: phase.phaseName, xAxis: index }] : []
  })
  return {
    symbol: 'none',
    silent: true,
    data: starts,
    lineStyle: { color: INK.soft, width: 3, type: 'dotted' },
    label: { fontSize: 28, color: INK.soft, position: 'end', formatter: '{b}' },
  }
}
