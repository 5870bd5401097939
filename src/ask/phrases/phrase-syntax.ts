/**
 * The small language in which the phrases of `locales/*\/ask` are written:
 * `a b` words in order, `(a|b c)` one of these, `(a)?` or `a?` may be missing, `~` up to three other words (`~5` up to
 * five), `{slot}` something recognised before (a number, a unit), `[name]` the alternatives of a list named elsewhere.
 */
export type PhraseTree =
  | { is: 'sequence'; parts: PhraseTree[] }
  | { is: 'choice'; of: PhraseTree[] }
  | { is: 'word'; word: string }
  | { is: 'slot'; slot: string }
  | { is: 'gap'; most: number }

export type PhraseLists = Readonly<Record<string, readonly string[]>>

const PIECES = /[()|?]|\{\w+\}|\[\w+\]|~\d*|[^\s()|?[\]{}~]+/g
const USUAL_GAP = 3
const NOTHING: PhraseTree = { is: 'sequence', parts: [] }

/** Reads a phrase. Throws for one that is not well formed: phrases are program data. */
export function parsePhrase(phrase: string, lists: PhraseLists = {}): PhraseTree {
  const reader: Reader = { pieces: phrase.match(PIECES) ?? [], at: 0, lists, phrase }
  const tree = readChoice(reader)
  if (reader.at < reader.pieces.length) throw malformed(reader)
  return tree
}

interface Reader {
  pieces: readonly string[]
  at: number
  lists: PhraseLists
  phrase: string
}

function malformed(reader: Reader): Error {
  return new Error(`phrase not well formed at piece ${reader.at}: ${reader.phrase}`)
}

function readChoice(reader: Reader): PhraseTree {
  const of = [readSequence(reader)]
  while (reader.pieces[reader.at] === '|') {
    reader.at++
    of.push(readSequence(reader))
  }
  return of.length === 1 ? of[0]! : { is: 'choice', of }
}

function readSequence(reader: Reader): PhraseTree {
  const parts: PhraseTree[] = []
  for (;;) {
    const piece = reader.pieces[reader.at]
    if (piece === undefined || piece === '|' || piece === ')') return { is: 'sequence', parts }
    reader.at++
    const part = readPart(reader, piece)
    if (reader.pieces[reader.at] === '?') {
      reader.at++
      parts.push({ is: 'choice', of: [part, NOTHING] })
    } else parts.push(part)
  }
}

function readPart(reader: Reader, piece: string): PhraseTree {
  if (piece === '(') {
    const inner = readChoice(reader)
    if (reader.pieces[reader.at++] !== ')') throw malformed(reader)
    return inner
  }
  if (piece === '?') throw malformed(reader)
  if (piece.startsWith('[')) return readList(reader, piece.slice(1, -1))
  if (piece.startsWith('{')) return { is: 'slot', slot: piece.slice(1, -1) }
  if (piece.startsWith('~')) return { is: 'gap', most: Number(piece.slice(1)) || USUAL_GAP }
  return { is: 'word', word: piece }
}

function readList(reader: Reader, name: string): PhraseTree {
  const list = reader.lists[name]
  if (!list) throw new Error(`no list named ${name}: ${reader.phrase}`)
  return { is: 'choice', of: list.map(phrase => parsePhrase(phrase, reader.lists)) }
}
