import { createRequire } from 'node:module'
import { serveJobs } from '../../lib/side-thread.ts'
import type { AxisTexts, PictureOption } from './picture-option.ts'
import { palettePng } from './palette-png.ts'
import { textAt } from './picture-option.ts'
import { FONT } from './picture-style.ts'

export interface PictureJob {
  option: PictureOption
  width: number
  height: number
}

const FONT_FILES = ['400Regular/BeVietnamPro_400Regular.ttf', '700Bold/BeVietnamPro_700Bold.ttf']

/** TTF files: with any other format the text stays blank. */
const { resolve } = createRequire(import.meta.url)
const font = {
  loadSystemFonts: false,
  fontFiles: FONT_FILES.map(file => resolve(`@expo-google-fonts/be-vietnam-pro/${file}`)),
  defaultFontFamily: FONT,
}

const libraries = Promise.all([loadCharts(), import('@resvg/resvg-js')])

void serveJobs({ ready: libraries, work: draw, handedOver: png => [png.buffer] })

/** A chart as the bytes of a PNG. */
async function draw({ option, width, height }: PictureJob): Promise<Uint8Array<ArrayBuffer>> {
  const [{ init }, { Resvg }] = await libraries
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    const axes = { xAxis: withTexts(option['xAxis']), yAxis: withTexts(option['yAxis']) }
    chart.setOption({ ...option, ...axes, animation: false, backgroundColor: '#ffffff' })
    const image = new Resvg(chart.renderToSVGString(), { font }).render()
    return palettePng({ width: image.width, height: image.height, bytes: image.pixels })
  } finally {
    chart.dispose()
  }
}

/** Axes whose labels are looked up in the texts that came with them. */
function withTexts(axes: unknown): unknown {
  if (Array.isArray(axes)) return axes.map(withTexts)
  if (!hasTexts(axes)) return axes
  const { texts, ...label } = axes.axisLabel
  return { ...axes, axisLabel: { ...label, formatter: (at: number | string) => textAt(texts, Number(at)) } }
}

function hasTexts(axis: unknown): axis is { axisLabel: { texts: AxisTexts } } {
  return isObject(axis) && isObject(axis['axisLabel']) && Array.isArray(axis['axisLabel']['texts'])
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

async function loadCharts() {
  const [core, charts, components, renderers] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ])
  const { GridComponent, GraphicComponent, MarkAreaComponent, MarkLineComponent, TitleComponent } = components
  core.use([
    charts.LineChart,
    charts.BarChart,
    charts.ScatterChart,
    GridComponent,
    GraphicComponent,
    MarkAreaComponent,
    MarkLineComponent,
    TitleComponent,
    renderers.SVGRenderer,
  ])
  return core
}
