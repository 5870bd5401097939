import type { EChartsCoreOption } from 'echarts/core'
import type { Figure, TrendPoint } from '../../answers/answer.ts'
import { contains, middleOf } from '../../core/period.ts'
import { buildTargets } from '../../core/target.ts'
import { phaseTerm } from '../../core/term.ts'
import type { Window } from '../../core/window.ts'
import type { SayContext } from '../phrases/context.ts'
import { shownTarget } from '../phrases/figure-lines.ts'
import { indicatorOf, unitTitle } from '../phrases/names.ts'
import { isoWeek, periodName } from '../phrases/period-name.ts'
import { axisValue, HEADER_HEIGHT, pictureHeader } from './picture-header.ts'
import { FONT, INK, PICTURE_WIDTH, renderPicture } from './render-picture.ts'
import type { Scale } from './trend-scale.ts'
import { clearestPlace, isValley, scaleOf } from './trend-scale.ts'

const HEIGHT = 750
const GRID = { left: 130, right: 90, top: HEADER_HEIGHT + 60, bottom: 115 }
const PLOT = { width: PICTURE_WIDTH - GRID.left - GRID.right, height: HEIGHT - GRID.top - GRID.bottom }
/** Points of which each value is written; with more, only the last one is. */
const ALL_LABELLED = 8
/** Keeps text readable where a line passes behind it. */
const HALO = { textBorderColor: '#ffffff', textBorderWidth: 8 }

interface Course {
  figure: Figure
  points: readonly TrendPoint[]
  targets: readonly HeldTarget[]
  scale: Scale
}

interface HeldTarget {
  target: number
  /** First and last point for which it holds. */
  first: number
  last: number
}

/**
 * The course of one figure as PNG bytes, 1200×750: dots joined by a line, the targets where they hold, the starts of
 * phases, the last value written out. Points without a value leave a gap.
 */
export async function drawTrend(figure: Figure, ctx: SayContext): Promise<Uint8Array> {
  const points = figure.points ?? []
  const targets = targetsOf(figure, points, ctx)
  const scale = scaleOf(points, targets, indicatorOf(ctx, figure.indicator).max)
  return await renderPicture(trendOption({ figure, points, targets, scale }, ctx), PICTURE_WIDTH, HEIGHT)
}

function trendOption(course: Course, ctx: SayContext): EChartsCoreOption {
  const { figure, points } = course
  const dataTo = figure.dataTo === null ? null : ctx.words.say('charts.dataTo', { day: figure.dataTo })
  const when = [ctx.words.capital(periodName(ctx, figure.window)), dataTo]
  const what = indicatorOf(ctx, figure.indicator).shortName
  return {
    textStyle: { fontFamily: FONT, color: INK.text },
    title: pictureHeader(unitTitle(ctx, figure.unit), what, when, ctx),
    grid: GRID,
    xAxis: timeAxis(points, ctx),
    yAxis: valueAxis(course, ctx),
    series: [line(course, ctx), ...course.targets.map(held => targetLine(course, held, ctx))],
  }
}

/** The targets of the unit in the phases that the course passes, else the one that it is compared with. */
function targetsOf(figure: Figure, points: readonly TrendPoint[], ctx: SayContext): HeldTarget[] {
  const rows = ctx.catalog.targets.filter(row => row.indicator === figure.indicator)
  const targets = buildTargets(rows, ctx.tree)
  const ofPhases = ctx.catalog.phases.flatMap(phase => {
    const assigned = targets.of(figure.unit, figure.indicator, phaseTerm(phase))
    return assigned.state === 'assigned' ? holding(assigned.target, phase, points) : []
  })
  if (ofPhases.length > 0) return merged(ofPhases)
  if (figure.target === null || !figure.term) return []
  return holding(figure.target, figure.term, points)
}

/** Targets that stay the same from one phase to the next are one line. */
function merged(targets: readonly HeldTarget[]): HeldTarget[] {
  return targets.reduce<HeldTarget[]>((lines, held) => {
    const before = lines.at(-1)
    const same = before?.target === held.target && before.last + 1 === held.first
    return same ? [...lines.slice(0, -1), { ...before, last: held.last }] : [...lines, held]
  }, [])
}

function holding(target: number, window: Window, points: readonly TrendPoint[]): HeldTarget[] {
  const first = points.findIndex(point => contains(window, middleOf(point)))
  const last = points.findLastIndex(point => contains(window, middleOf(point)))
  return first < 0 ? [] : [{ target, first, last }]
}

/** Points stand at 0, 1, 2…, so that lines can begin and end between them. */
function timeAxis(points: readonly TrendPoint[], ctx: SayContext) {
  const every = Math.ceil(points.length / ALL_LABELLED)
  const last = points.length - 1
  const labelled = points.map((_, index) => index).filter(index => (last - index) % every === 0)
  return {
    type: 'value',
    min: -0.5,
    max: last + 0.5,
    splitLine: { show: false },
    axisLine: { show: true, onZero: false, lineStyle: { color: INK.soft, width: 2 } },
    axisTick: { show: true, customValues: labelled, length: 8 },
    axisLabel: {
      customValues: labelled,
      fontSize: 29,
      lineHeight: 38,
      color: INK.text,
      formatter: (index: number) => pointLabel(points[index], ctx),
    },
  }
}

/** Two lines: the week (or the month) and its last day (or its year). */
function pointLabel(point: TrendPoint | undefined, ctx: SayContext): string {
  if (!point) return ''
  const week = isoWeek(point)
  if (week !== null) return `${ctx.words.say('charts.weekTick', { week })}\n${ctx.words.shortDay(point.to)}`
  const month = Number(point.from.slice(5, 7))
  return `${ctx.words.say('charts.monthTick', { month })}\n${point.from.slice(0, 4)}`
}

function valueAxis({ figure, scale }: Course, ctx: SayContext) {
  const indicator = indicatorOf(ctx, figure.indicator)
  return {
    type: 'value',
    min: scale.min,
    max: scale.max,
    interval: scale.step,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: INK.grid, width: 2 } },
    axisLabel: {
      fontSize: 29,
      color: INK.text,
      formatter: (value: number) => (value > indicator.max ? '' : axisValue(ctx, indicator, value)),
    },
  }
}

function line({ figure, points, scale }: Course, ctx: SayContext) {
  const indicator = indicatorOf(ctx, figure.indicator)
  const last = points.findLastIndex(point => point.value !== null)
  const all = points.length <= ALL_LABELLED
  return {
    type: 'line',
    data: points.map((point, index) => ({
      value: [index, point.value ?? '-'],
      label: {
        show: point.value !== null && (all || index === last),
        position: isValley(points, index, scale) ? 'bottom' : 'top',
        distance: 12,
        fontSize: index === last ? 40 : 30,
        fontWeight: index === last ? 700 : 400,
        color: INK.line,
        formatter: point.value === null ? '' : axisValue(ctx, indicator, point.value),
        ...HALO,
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

/** The target over the points for which it holds, named where the course leaves most room. */
function targetLine(course: Course, held: HeldTarget, ctx: SayContext) {
  const { figure, points, scale } = course
  const text = ctx.words.say('charts.target', {
    target: shownTarget(ctx, indicatorOf(ctx, figure.indicator), held.target),
  })
  const place = clearestPlace(points, held, scale, { text, fontSize: 30, ...PLOT })
  const label = {
    show: true,
    position: place.above ? 'top' : 'bottom',
    align: place.atEnd ? 'right' : 'left',
    distance: 5,
    fontSize: 30,
    fontWeight: 700,
    color: INK.target,
    formatter: text,
    ...HALO,
  }
  const ends = [held.first - 0.5, held.last + 0.5]
  return {
    type: 'line',
    data: ends.map((x, index) => ({
      value: [x, held.target],
      label: (index === 1) === place.atEnd ? label : { show: false },
    })),
    symbol: 'circle',
    symbolSize: 1,
    itemStyle: { color: INK.target },
    lineStyle: { color: INK.target, width: 4, type: 'dashed' },
    z: 2,
  }
}

/** A thin line where a phase starts within the course, with the name of the phase. */
function phaseMarks(points: readonly TrendPoint[], ctx: SayContext) {
  const starts = ctx.catalog.phases.flatMap(phase => {
    const index = points.findIndex(point => contains(phase, middleOf(point)))
    return index > 0 ? [{ name: phase.phaseName, xAxis: index - 0.5 }] : []
  })
  return {
    symbol: 'none',
    silent: true,
    data: starts,
    lineStyle: { color: INK.soft, width: 3, type: 'dotted' },
    label: { fontSize: 28, color: INK.soft, position: 'end', formatter: '{b}' },
  }
}
