import type { Figure, TrendPoint } from '../../answers/answer.ts'
import { contains, middleOf } from '../../core/period.ts'
import { isMet } from '../../core/progress.ts'
import { buildTargets } from '../../core/target.ts'
import { phaseTerm } from '../../core/term.ts'
import type { Window } from '../../core/window.ts'
import type { SayContext } from '../phrases/context.ts'
import { shownTarget, shownValue } from '../phrases/figure-lines.ts'
import { indicatorOf, lowerFirst, unitTitle } from '../phrases/names.ts'
import { isoWeek, periodName, shortPeriodName } from '../phrases/period-name.ts'
import { axisValue, pictureHead, type PictureHead } from './picture-header.ts'
import type { PictureOption } from './picture-option.ts'
import { FONT, INK, PICTURE_WIDTH, SIZE } from './picture-style.ts'
import { renderPicture } from './render-picture.ts'
import type { Scale } from './trend-scale.ts'
import { clearestPlace, isValley, scaleOf } from './trend-scale.ts'
import { valueAxis } from './value-axis.ts'

const SIDES = { left: 150, right: 70, bottom: 120 }
const PLOT = { width: PICTURE_WIDTH - SIDES.left - SIDES.right, height: 560 }
const ABOVE_PLOT = 70
/** Points of which each value is written; with more, only the last one is. */
const ALL_LABELLED = 6
/** Keeps text readable where a line passes behind it. */
const HALO = { textBorderColor: '#ffffff', textBorderWidth: 8 }

interface Course {
  head: PictureHead
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
 * The course of one figure as PNG bytes, 1080 pixels wide: dots joined by a line, the targets where they hold, the starts of
 * phases, the last value written out. Points without a value leave a gap.
 */
export async function drawTrend(figure: Figure, ctx: SayContext): Promise<Uint8Array> {
  const points = figure.points ?? []
  const targets = targetsOf(figure, points, ctx)
  const scale = scaleOf(points, targets, indicatorOf(ctx, figure.indicator).max)
  const dataTo = figure.dataTo === null ? null : ctx.words.say('charts.dataTo', { day: figure.dataTo })
  const about = [ctx.words.capital(periodName(ctx, figure.window)), dataTo]
  const head = pictureHead(courseFinding({ figure, points, targets, scale }, ctx), about, ctx)
  const height = head.height + ABOVE_PLOT + PLOT.height + SIDES.bottom
  return await renderPicture(
    trendOption({ head, figure, points, targets, scale }, ctx),
    PICTURE_WIDTH,
    height,
  )
}

/** "Huyện Ia Grai: hồ sơ trực tuyến tuần 20 48,36%, chưa đạt chỉ tiêu 60%": where the course stands at its end. */
function courseFinding({ figure, points, targets }: Omit<Course, 'head'>, ctx: SayContext): string {
  const indicator = indicatorOf(ctx, figure.indicator)
  const index = points.findLastIndex(point => point.value !== null)
  const [last, held] = [points[index], targets.find(one => one.first <= index && index <= one.last)]
  const value = last?.value ?? 0
  const said = {
    unit: unitTitle(ctx, figure.unit),
    indicator: lowerFirst(indicator.shortName),
    period: last ? lowerFirst(shortPeriodName(ctx, last)) : '',
    value: shownValue(ctx, indicator, value),
  }
  if (!held) return ctx.words.say('charts.course', said)
  const target = shownTarget(ctx, indicator, held.target)
  const key = isMet(value, held.target, indicator.better) ? 'charts.courseMet' : 'charts.courseBelow'
  return ctx.words.say(key, { ...said, target })
}

function trendOption(course: Course, ctx: SayContext): PictureOption {
  const { head, points } = course
  return {
    textStyle: { fontFamily: FONT, color: INK.text },
    title: head.title,
    grid: { ...SIDES, top: head.height + ABOVE_PLOT },
    xAxis: timeAxis(points, ctx),
    yAxis: valueAxis(
      { scale: course.scale, indicator: indicatorOf(ctx, course.figure.indicator), margin: 8 },
      ctx,
    ),
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
      fontSize: SIZE.least,
      lineHeight: 44,
      color: INK.text,
      texts: labelled.map((index): [number, string] => [index, pointLabel(points[index], ctx)]),
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
        fontSize: index === last ? SIZE.last : SIZE.least,
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
  const place = clearestPlace(points, held, scale, { text, fontSize: SIZE.least, ...PLOT })
  const label = {
    show: true,
    position: place.above ? 'top' : 'bottom',
    align: place.atEnd ? 'right' : 'left',
    distance: 5,
    fontSize: SIZE.least,
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
    label: { fontSize: SIZE.least, color: INK.soft, position: 'end', formatter: '{b}' },
  }
}
