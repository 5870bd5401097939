import type { Indicator } from '../../core/indicator.ts'
import type { SayContext } from '../phrases/context.ts'
import type { PlainData } from './picture-option.ts'
import { INK, PICTURE_WIDTH, SIZE } from './picture-style.ts'

const LEFT = 36
const ABOVE = 24
const TITLE_LINE = 58
const WHEN_LINE = 46
/** Width of a letter against its height. */
const BOLD = 0.57
const PLAIN = 0.54

/** The finding over a picture, then of what and of when it is; and how high they stand, pixels. */
export interface PictureHead {
  title: PlainData
  height: number
}

/** The head of a picture: the finding in bold, then what it is of; each in as many lines as it needs. */
export function pictureHead(
  finding: string,
  about: readonly (string | null)[],
  ctx: SayContext,
): PictureHead {
  const parts = [...about, ctx.sample ? ctx.words.say('charts.sample') : null].filter(part => part !== null)
  const width = PICTURE_WIDTH - 2 * LEFT
  const title = linesWithin(finding, width, SIZE.title * BOLD)
  const when = linesWithin(parts.join(' · '), width, SIZE.least * PLAIN)
  return {
    title: {
      left: LEFT,
      top: ABOVE,
      text: title.join('\n'),
      textStyle: { fontSize: SIZE.title, lineHeight: TITLE_LINE, fontWeight: 700, color: INK.text },
      subtext: when.join('\n'),
      subtextStyle: { fontSize: SIZE.least, lineHeight: WHEN_LINE, color: INK.soft },
      itemGap: 8,
    },
    height: ABOVE + title.length * TITLE_LINE + 8 + when.length * WHEN_LINE + 14,
  }
}

/** Text in lines that are at most `width` pixels, cut between words; a letter is `letter` pixels wide. */
export function linesWithin(text: string, width: number, letter: number): string[] {
  const most = Math.max(1, Math.floor(width / letter))
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > most) return [...lines, word]
    return [...lines.slice(0, -1), `${last} ${word}`]
  }, [])
}

/** A value as short as an axis has room for: `61,25%`, or `86,74` for a score. */
export function axisValue(ctx: SayContext, indicator: Indicator, value: number): string {
  return indicator.unit === 'percent' ? ctx.words.percent(value) : ctx.words.decimal(value)
}
