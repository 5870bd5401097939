/** A part of a text, and whether it is raised above the line: a mark that leads to a note. */
export interface Run {
  text: string
  isRaised: boolean
}

const WIDE = 1
const EXTENDED = 4
const RICH = 8

/** The bytes of a record that goes on in others; a text that goes on says anew how wide its letters are. */
class Parts {
  readonly #parts: readonly DataView[]
  #part = 0
  #at = 0

  constructor(parts: readonly DataView[]) {
    this.#parts = parts
  }

  get isOver(): boolean {
    this.#settle()
    return this.#part >= this.#parts.length
  }

  byte(): number {
    this.#settle()
    return this.#parts[this.#part]?.getUint8(this.#at++) ?? 0
  }

  number(bytes: number): number {
    let number = 0
    for (let at = 0; at < bytes; at++) number += this.byte() * 2 ** (8 * at)
    return number
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0 && !this.isOver;) {
      const step = Math.min(left, (this.#parts[this.#part]?.byteLength ?? 0) - this.#at)
      this.#at += step
      left -= step
    }
  }

  letters(count: number, flags: number): string {
    let text = ''
    let isWide = (flags & WIDE) !== 0
    while (text.length < count && !this.isOver) {
      text += String.fromCharCode(this.number(isWide ? 2 : 1))
      const isEdge = this.#at >= (this.#parts[this.#part]?.byteLength ?? 0)
      if (isEdge && text.length < count && !this.isOver) isWide = (this.byte() & WIDE) !== 0
    }
    return text
  }

  /** Goes on to the next part behind the end of one. */
  #settle(): void {
    while (this.#part < this.#parts.length && this.#at >= this.#parts[this.#part]!.byteLength) {
      this.#part++
      this.#at = 0
    }
  }
}

/**
 * The texts of a workbook of Excel 97 to 2003 that are raised in part, by their number in its table of texts ([MS-XLS] 2.4.265);
 * `parts`: the record of the table and those in which it goes on; `raised`: by number the fonts that raise.
 */
export function raisedTexts(
  parts: readonly DataView[],
  raised: (font: number) => boolean,
): ReadonlyMap<number, readonly Run[]> {
  const found = new Map<number, readonly Run[]>()
  const data = new Parts(parts)
  data.skip(4)
  const count = data.number(4)
  for (let index = 0; index < count && !data.isOver; index++) {
    const length = data.number(2)
    const flags = data.byte()
    const runs = (flags & RICH) === 0 ? 0 : data.number(2)
    const more = (flags & EXTENDED) === 0 ? 0 : data.number(4)
    const text = data.letters(length, flags)
    const starts: { at: number; isRaised: boolean }[] = []
    for (let run = 0; run < runs && !data.isOver; run++) {
      const at = data.number(2)
      starts.push({ at, isRaised: raised(data.number(2)) })
    }
    data.skip(more)
    if (starts.some(({ isRaised }) => isRaised)) found.set(index, runsOf(text, starts))
  }
  return found
}

function runsOf(text: string, starts: readonly { at: number; isRaised: boolean }[]): Run[] {
  const all = [{ at: 0, isRaised: false }, ...starts]
  return all
    .map(({ at, isRaised }, index) => ({ text: text.slice(at, all[index + 1]?.at), isRaised }))
    .filter(run => run.text !== '')
}
