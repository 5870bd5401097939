import type { BurnUp } from '../../answers/answer.ts'
import { dayNumber, dayText } from '../../core/period.ts'
import type { SayContext } from '../phrases/context.ts'
import { shownTarget, shownValue } from '../phrases/figure-lines.ts'
import { indicatorOf, lowerFirst, unitTitle } from '../phrases/names.ts'
import { axisValue, pictureHead } from './picture-header.ts'
import type { PictureOption, PlainData } from './picture-option.ts'
import { FONT, INK, PICTURE_WIDTH, SIZE } from './picture-style.ts'
import { renderPicture } from './render-picture.ts'
import { scaleOf } from './trend-scale.ts'
import { valueAxis } from './value-axis.ts'

const SIDES = { left: 150, right: 80, bottom: 90 }
const PLOT_HEIGHT = 560
const ABOVE_PLOT = 120
/** Days written under the picture. */
const TICKS = 4

/**
 * How a unit goes towards its target, as PNG bytes 1080 pixels wide: its value to date, the line that leads to the
 * target, the target, and the phase shaded.
 */
export async function drawBurnUp(burnUp: BurnUp, ctx: SayContext): Promise<Uint8Array> {
  const head = pictureHead(finding(burnUp, ctx), about(burnUp, ctx), ctx)
  const height = head.height + ABOVE_PLOT + PLOT_HEIGHT + SIDES.bottom
  const option: PictureOption = {
    textStyle: { fontFamily: FONT, color: INK.text },
    title: [head.title, legend(head.height, burnUp, ctx)],
    grid: { ...SIDES, top: head.height + ABOVE_PLOT },
    ...axes(burnUp, ctx),
    series: [...targetLines(burnUp, ctx), actual(burnUp, ctx)],
  }
  return await renderPicture(option, PICTURE_WIDTH, height)
}

/** "Tỉnh Gia Lai: hồ sơ trực tuyến 58,09%, chậm tiến độ; cần 60% vào 30/6/2024". */
function finding({ figure, phase }: BurnUp, ctx: SayContext): string {
  const indicator = indicatorOf(ctx, figure.indicator)
  return ctx.words.say(`charts.progress.${figure.pace?.state ?? 'plain'}`, {
    unit: unitTitle(ctx, figure.unit),
    indicator: lowerFirst(indicator.shortName),
    value: shownValue(ctx, indicator, figure.value ?? 0),
    target: shownTarget(ctx, indicator, figure.target ?? 0),
    until: phase.to,
  })
}

function about({ figure, phase }: BurnUp, ctx: SayContext): string[] {
  const { dataTo } = figure
  return [phase.phaseName, ...(dataTo === null ? [] : [ctx.words.say('charts.dataTo', { day: dataTo })])]
}

function legend(top: number, { start }: BurnUp, ctx: SayContext) {
  const style = { fontSize: SIZE.least, fontWeight: 700 }
  const rich = { actual: { ...style, color: INK.line }, pace: { ...style, color: INK.plain } }
  const [actually, pace] = [ctx.words.say('charts.actual'), ctx.words.say('charts.pace')]
  const text = start === null ? `{actual|${actually}}` : `{actual|${actually}}    {pace|${pace}}`
  return { left: 36, top, text, textStyle: { rich } }
}

function axes({ points, figure, start, phase }: BurnUp, ctx: SayContext) {
  const indicator = indicatorOf(ctx, figure.indicator)
  const held = start === null ? [] : [{ target: figure.target ?? 0 }, { target: start }]
  const scale = scaleOf(points, held, indicator.max)
  const [first, last] = [dayNumber(phase.from) - 1, dayNumber(phase.to)]
  const every = (last - first) / (TICKS - 1)
  const ticks = Array.from({ length: TICKS }, (_, index) => Math.round(first + index * every))
  const label = { fontSize: SIZE.least, color: INK.text, margin: 16 }
  return {
    xAxis: {
      type: 'value',
      min: first,
      max: last,
      splitLine: { show: false },
      axisLine: { show: true, onZero: false, lineStyle: { color: INK.soft, width: 2 } },
      axisTick: { show: true, customValues: ticks, length: 8 },
      axisLabel: {
        ...label,
        customValues: ticks,
        texts: ticks.map((day): [number, string] => [
          day,
          ctx.words.shortDay(dayText(Math.max(day, first + 1))),
        ]),
      },
    },
    yAxis: valueAxis({ scale, indicator, margin: label.margin }, ctx),
  }
}

function targetLines(burnUp: BurnUp, ctx: SayContext): PlainData[] {
  return burnUp.start === null ? [] : [paceLine(burnUp), targetLine(burnUp, ctx)]
}

function paceLine({ phase, start, figure }: BurnUp) {
  return {
    type: 'line',
    data: [
      [dayNumber(phase.from) - 1, start],
      [dayNumber(phase.to), figure.target],
    ],
    symbol: 'none',
    lineStyle: { color: INK.plain, width: 5 },
    z: 2,
    markArea: {
      silent: true,
      itemStyle: { color: '#f1f5f9' },
      data: [[{ xAxis: dayNumber(phase.from) - 1 }, { xAxis: dayNumber(phase.to) }]],
    },
  }
}

function targetLine({ phase, figure }: BurnUp, ctx: SayContext) {
  const target = shownTarget(ctx, indicatorOf(ctx, figure.indicator), figure.target ?? 0)
  return {
    type: 'line',
    data: [
      {
        value: [dayNumber(phase.from) - 1, figure.target],
        label: {
          show: true,
          position: 'top',
          align: 'left',
          distance: 6,
          fontSize: SIZE.least,
          fontWeight: 700,
          color: INK.target,
          formatter: ctx.words.say('charts.target', { target }),
        },
      },
      { value: [dayNumber(phase.to), figure.target] },
    ],
    symbol: 'circle',
    symbolSize: 1,
    itemStyle: { color: INK.target },
    lineStyle: { color: INK.target, width: 4, type: 'dashed' },
    z: 2,
  }
}

function actual({ points, figure }: BurnUp, ctx: SayContext) {
  const indicator = indicatorOf(ctx, figure.indicator)
  const last = points.findLastIndex(point => point.value !== null)
  return {
    type: 'line',
    data: points.map(({ to, value }, index) => ({
      value: [dayNumber(to), value ?? '-'],
      label: {
        show: index === last,
        position: 'right',
        distance: 16,
        fontSize: SIZE.last,
        fontWeight: 700,
        color: INK.line,
        formatter: value === null ? '' : axisValue(ctx, indicator, value),
        textBorderColor: '#ffffff',
        textBorderWidth: 8,
      },
    })),
    symbol: 'circle',
    symbolSize: 18,
    lineStyle: { color: INK.line, width: 6 },
    itemStyle: { color: INK.line },
    z: 3,
  }
}
