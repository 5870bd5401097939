import type { Digest } from '../../answers/digest-facts.ts'
import { missingPoints, type TableRow } from '../../answers/digest-table.ts'
import { digestFinding } from '../digests/digest-finding.ts'
import type { SayContext } from '../phrases/context.ts'
import { indicatorOf, namesInList } from '../phrases/names.ts'
import { periodName } from '../phrases/period-name.ts'
import { shadeOf } from '../phrases/shades.ts'
import { axisValue, linesWithin, pictureHead } from './picture-header.ts'
import type { PictureOption, PlainData } from './picture-option.ts'
import { FONT, INK, PICTURE_WIDTH } from './picture-style.ts'
import { renderPicture } from './render-picture.ts'

/** Channels take pictures whose sides are 10,000 pixels together. */
const MOST_ROWS = 220
const ROW = 38
const LEFT = 36
const MIN_NAMES = 240
const HEADINGS = 150
const BOTTOM = 24
const CELL_TEXT = 26
/** Kept free between a name and its first cell. */
const BESIDE_NAMES = 12
const LETTER = 0.54

/** A table of units × indicators in colours of how far each is from its target. */
interface Heat {
  units: { code: string; cells: TableRow[] }[]
  left: number
  indicators: string[]
}

/**
 * All units of a report × its indicators as PNG bytes: each value on the colour of its distance from the target, the units
 * with the most missing first. To be opened and enlarged. Null without units below.
 */
export async function drawHeat(
  digest: Digest,
  rows: readonly TableRow[],
  ctx: SayContext,
): Promise<Uint8Array | null> {
  const heat = heatOf(digest, rows)
  if (heat.units.length < 2) return null
  const about = [
    ctx.words.capital(periodName(ctx, digest.window)),
    ctx.words.say('charts.heat'),
    heat.left > 0 ? ctx.words.say('charts.heatLeft', { count: heat.left }) : null,
  ]
  const head = pictureHead(digestFinding(digest, ctx), about, ctx)
  const height = head.height + HEADINGS + heat.units.length * ROW + BOTTOM
  return await renderPicture(heatOption(heat, { head, height }, ctx), PICTURE_WIDTH, height)
}

function heatOf(digest: Digest, rows: readonly TableRow[]): Heat {
  const indicators = digest.lines.map(line => line.figure.indicator)
  const units = [...Map.groupBy(rows, row => row.figure.unit)]
    .map(([code, cells]) => ({ code, cells }))
    .filter(({ code }) => code !== digest.unit)
    .toSorted((a, b) => missingPoints(b.cells) - missingPoints(a.cells))
  return { units: units.slice(0, MOST_ROWS), left: Math.max(0, units.length - MOST_ROWS), indicators }
}

function heatOption(
  { units, indicators }: Heat,
  { head, height }: { head: ReturnType<typeof pictureHead>; height: number },
  ctx: SayContext,
): PictureOption {
  const codes = units.map(unit => unit.code)
  const nameOf = namesInList(ctx, codes)
  const longest = Math.max(...codes.map(code => nameOf(code).length))
  const names = Math.max(MIN_NAMES, Math.ceil(longest * CELL_TEXT * LETTER) + BESIDE_NAMES)
  const width = (PICTURE_WIDTH - 2 * LEFT - names) / indicators.length
  const top = head.height + HEADINGS
  const headings = indicators.map((code, column) => {
    const lines = linesWithin(indicatorOf(ctx, code).shortName, width - 8, CELL_TEXT * LETTER)
    return text(lines.join('\n'), { x: LEFT + names + (column + 0.5) * width, y: top - 10 }, 'heading')
  })
  const table = units.flatMap(({ code, cells }, row) => {
    const y = top + row * ROW
    const byIndicator = new Map(cells.map(one => [one.figure.indicator, one]))
    return [
      text(nameOf(code), { x: LEFT, y: y + ROW / 2 }, code === ctx.asker.unit ? 'own' : 'name'),
      ...indicators.flatMap((indicator, column) =>
        cell(byIndicator.get(indicator), { x: LEFT + names + column * width, y, width }, ctx),
      ),
    ]
  })
  return {
    textStyle: { fontFamily: FONT },
    title: head.title,
    graphic: [
      ...headings,
      ...table,
      { type: 'rect', shape: { x: 0, y: height - 1, width: 1, height: 1 }, style: { fill: '#ffffff' } },
    ],
  }
}

function cell(
  row: TableRow | undefined,
  at: { x: number; y: number; width: number },
  ctx: SayContext,
): PlainData[] {
  const figure = row?.figure
  const shade = shadeOf(figure?.gap ?? null)
  const shown =
    !figure || figure.value === null
      ? '–'
      : axisValue(ctx, indicatorOf(ctx, figure.indicator), figure.value).replace('%', '')
  return [
    {
      type: 'rect',
      shape: { x: at.x + 1, y: at.y + 1, width: at.width - 2, height: ROW - 2 },
      style: { fill: `#${shade.fill}` },
    },
    text(shown, { x: at.x + at.width / 2, y: at.y + ROW / 2 }, 'cell', `#${shade.ink}`),
  ]
}

function text(
  words: string,
  { x, y }: { x: number; y: number },
  as: 'name' | 'own' | 'cell' | 'heading',
  fill: string = INK.text,
): PlainData {
  const bold = as === 'own' || as === 'heading'
  const centred = as === 'cell' || as === 'heading'
  return {
    type: 'text',
    silent: true,
    style: {
      text: words,
      x,
      y,
      fill,
      fontFamily: FONT,
      fontSize: CELL_TEXT,
      fontWeight: bold ? 700 : 400,
      align: centred ? 'center' : 'left',
      verticalAlign: as === 'heading' ? 'bottom' : 'middle',
    },
  }
}
