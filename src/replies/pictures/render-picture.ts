import { createRequire } from 'node:module'
import type { EChartsCoreOption } from 'echarts/core'

/** Colours that stay apart for who cannot tell red from green, on white. */
export const INK = {
  text: '#1b2733',
  soft: '#5a6775',
  grid: '#dde3e9',
  line: '#1f5fa8',
  met: '#1f5fa8',
  below: '#d97b29',
  plain: '#7c8a99',
  target: '#b3261e',
} as const

export const PICTURE_WIDTH = 1080

/** Sizes of letters, pixels: where a picture is shown 360 pixels wide, a third of it, none is smaller than 11. */
export const SIZE = { least: 34, name: 34, value: 36, last: 44, title: 46 } as const

export const FONT = 'Be Vietnam Pro'

const FONT_FILES = ['400Regular/BeVietnamPro_400Regular.ttf', '700Bold/BeVietnamPro_700Bold.ttf']

/** One picture at a time in this process: drawing many at once takes gigabytes. */
let drawing: Promise<unknown> = Promise.resolve()

/**
 * Draws a chart and returns it as PNG bytes, `width` × `height` pixels. The libraries are loaded with the first
 * picture; pictures are drawn one after the other, away from the main thread where the platform allows.
 */
export async function renderPicture(
  option: EChartsCoreOption,
  width: number,
  height: number,
): Promise<Uint8Array> {
  const turn = drawing.then(async () => await draw(option, width, height))
  drawing = turn.catch(() => undefined)
  return await turn
}

async function draw(option: EChartsCoreOption, width: number, height: number): Promise<Uint8Array> {
  const { init } = await loadCharts()
  const { renderAsync } = await import('@resvg/resvg-js')
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ ...option, animation: false, backgroundColor: '#ffffff' })
    const font = { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: FONT }
    return (await renderAsync(chart.renderToSVGString(), { font })).asPng()
  } finally {
    chart.dispose()
  }
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

/** TTF files: with any other format the text stays blank. */
function fontFiles(): string[] {
  const { resolve } = createRequire(import.meta.url)
  return FONT_FILES.map(file => resolve(`@expo-google-fonts/be-vietnam-pro/${file}`))
}
