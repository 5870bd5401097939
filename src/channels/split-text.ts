import type { Block } from '../lib/message.ts'

/** One message of a text that is too long for one: what it is headed with ("(1/3)", null when it is alone), and its paragraphs. */
export interface Part {
  label: string | null
  blocks: Block[]
}

/** A line of a block, and whether it is the block's first. */
interface Line extends Block {
  starts: boolean
}

/** Made when a line has to be cut: it takes longer than the rest of this file, and hardly any is. */
let graphemes: Intl.Segmenter | null = null

/**
 * Splits paragraphs into parts of at most `max` UTF-16 units each, label included. A part ends between paragraphs
 * where that leaves it at least half full, otherwise between lines; only a line that is longer than a part is cut,
 * after a sentence, else at a space, else between characters as a reader sees them. No text is lost but the blanks
 * at a cut, and lone surrogates, which no platform takes. Blank parts are left out, so a blank text gives none.
 * @param label heads a part when there are several, for example "(2/3)". Throws RangeError when it leaves no room.
 */
export function splitBlocks(
  blocks: readonly Block[],
  max: number,
  label: (part: number, of: number) => string,
): Part[] {
  const whole = pack(linesOf(blocks, max), max)
  if (whole.length <= 1) return whole.map(part => ({ label: null, blocks: part }))
  for (let of = 9; ; of = of * 10 + 9) {
    const room = max - label(of, of).length - 1
    if (room < 2) throw new RangeError(`No room for text in messages of ${max} units`)
    const parts = pack(linesOf(blocks, room), room)
    if (parts.length <= of)
      return parts.map((part, i) => ({ label: label(i + 1, parts.length), blocks: part }))
  }
}

/** The part as plain text: its label on a line of its own, then the paragraphs with a blank line between. */
export function partText(part: Part): string {
  const text = part.blocks.map(block => block.text).join('\n\n')
  return part.label === null ? text : `${part.label}\n${text}`
}

function linesOf(blocks: readonly Block[], room: number): Line[] {
  return blocks.flatMap(({ text, strong = false }) =>
    text
      .toWellFormed()
      .split(/\r\n|\r|\n/)
      .flatMap(line => cutLine(line, room))
      .map((line, i) => ({ text: line, strong, starts: i === 0 })),
  )
}

function pack(lines: readonly Line[], room: number): Block[][] {
  const parts: Line[][] = []
  for (let start = 0; start < lines.length;) {
    const end = partEnd(lines, start, room)
    parts.push(lines.slice(start, end))
    start = end
  }
  return parts.filter(part => part.some(line => line.text.trim() !== '')).map(blocksOf)
}

/** The index after the last line of the part that begins at `start`. */
function partEnd(lines: readonly Line[], start: number, room: number): number {
  let size = 0
  let between = start
  for (let i = start; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined) break
    if (line.starts && size >= room / 2) between = i
    size += line.text.length + (i === start ? 0 : line.starts ? 2 : 1)
    if (size > room) return between > start ? between : i
  }
  return lines.length
}

function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (line.starts || last === undefined)
      blocks.push(line.strong === true ? { text: line.text, strong: true } : { text: line.text })
    else last.text += `\n${line.text}`
  }
  return blocks
}

function cutLine(line: string, room: number): string[] {
  const pieces: string[] = []
  let rest = line
  while (rest.length > room) {
    const at = cutAt(rest, room)
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return [...pieces, rest]
}

/** Where to cut a text that is longer than `room`: at most at `room`, at least at 1. */
function cutAt(text: string, room: number): number {
  const window = text.slice(0, room + 1)
  const half = room / 2
  const sentence = Math.max(...['. ', '; ', '! ', '? ', '… '].map(end => window.lastIndexOf(end) + 1))
  if (sentence > half) return sentence
  const space = window.search(/\s\S*$/)
  if (space > half) return space
  graphemes ??= new Intl.Segmenter('vi', { granularity: 'grapheme' })
  const cluster = graphemes.segment(text.slice(0, room + 64)).containing(room)?.index ?? room
  if (cluster > 0) return cluster
  const high = text.charCodeAt(room - 1)
  return room > 1 && high >= 0xd800 && high <= 0xdbff ? room - 1 : room
}
