/** How a variable is written, by the name of its format: `{{count, count}}`. */
export type Writers = ReadonlyMap<string, (value: unknown) => string>

/** Of a text either letters, or a variable and how it is written. */
type Piece = string | { name: string; write: (value: unknown) => string }

const PLACE = /\{\{(\w+)(?:, *(\w+))?\}\}/

/**
 * Fills texts in, each taken apart once: a message is made of thirty of them, and looking for their variables anew each
 * time was a third of its cost. A variable that is not given is left empty.
 * @param textOf the text of a key.
 */
export function createTemplates(
  textOf: (key: string) => string,
  writers: Writers,
): (key: string, variables: Readonly<Record<string, unknown>>) => string {
  const known = new Map<string, Piece[]>()
  return (key, variables) => {
    const pieces = known.get(key) ?? piecesOf(textOf(key), writers)
    known.set(key, pieces)
    return pieces
      .map(piece => (typeof piece === 'string' ? piece : written(piece.write, variables[piece.name])))
      .join('')
  }
}

function written(write: (value: unknown) => string, value: unknown): string {
  return value === undefined || value === null ? '' : write(value)
}

function piecesOf(text: string, writers: Writers): Piece[] {
  // Splitting at the places leaves, by turns: letters, a name, a format.
  return text.split(PLACE).reduce<Piece[]>((pieces, part, at, all) => {
    if (at % 3 === 0) return part === undefined || part === '' ? pieces : [...pieces, part]
    if (at % 3 === 2 || part === undefined) return pieces
    const write = writers.get(all[at + 1] ?? '') ?? String
    return [...pieces, { name: part, write }]
  }, [])
}
