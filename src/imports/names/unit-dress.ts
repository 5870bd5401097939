import {
  historyWords,
  joiningWords,
  kindBeginnings,
  officeWords,
  placeBeginnings,
  receiverWords,
  upperBeginnings,
} from '../../../locales/vi/files.ts'
import type { UnitKind } from '../../core/unit-tree.ts'
import { bareKey, cleanName, isBare, strictKey } from './spelling.ts'

/** One way to take the words of a cell: the name within, and what the unit must be besides. */
export interface Undressed {
  name: string
  /** Names of units above that were written behind it. */
  above: readonly string[]
  /** Written for the office that receives for a unit: such a unit is no province. */
  isReceiver: boolean
  /** Of what kinds a unit is before whose name such words stand; absent where of any. */
  kinds?: readonly UnitKind[] | undefined
}

/** Words before a name, and of what kinds a unit is that is called so. */
export interface Strip {
  words: string
  kinds?: readonly UnitKind[] | undefined
}

const BULLET = /^(?:\(?\d{1,3}[.)]|[-+*•]|\(?[a-zđ]\)|[ivx]{1,4}[.)])\s*(?=\p{L})/iu
const TAIL = /\s*(?:\s-+\s|,|\(|-(?=\s*(?:tỉnh|thành phố|tp)))\s*([^,()]+?)\s*\)?$/iu
const WAYS = 12

/** Words that may begin a name, with what they are compared by. */
interface Beginning {
  length: number
  initial: string
  strict: string
  bare: string
}

const small = (list: readonly string[]) => list.map(each => cleanName(each).toLowerCase())
const OFFICES = officeWords.map(beginningOf)
/** Kinds of units that have an office so called, and do not only belong to one. */
const PLACES = placeBeginnings.map(beginningOf)
const RECEIVERS = receiverWords.map(beginningOf)
const UPPER = small(upperBeginnings)
const KINDS = Object.keys(kindBeginnings)
const SHORTS = Object.entries(kindBeginnings).flatMap(([kind, shorts]) =>
  shorts.map(short => ({ kind, short: cleanName(short).toLowerCase() })),
)

/** The ways to take the words of a cell, the plainest first: as written, then with less and less of its dress. */
export function undress(
  text: string,
  { strip = [], after = [] }: { strip?: readonly Strip[]; after?: readonly string[] },
  tails: readonly string[],
): Undressed[] {
  const start: Undressed = { name: cleanName(text), above: [], isReceiver: false }
  const ways: Undressed[] = [start]
  const seen = new Set([start.name])
  for (let at = 0; at < ways.length && ways.length < WAYS; at++) {
    const way = ways[at]!
    for (const next of [
      ...withoutMark(way),
      // "X. An Phú" is rather a commune than the tenth row.
      ...shortKinds(way),
      ...heads(way, strip),
      ...ends(way, tails),
      ...withoutAfter(way, after),
    ]) {
      if (next.name === '' || seen.has(next.name)) continue
      seen.add(next.name)
      ways.push(next)
    }
  }
  return ways
}

function heads(way: Undressed, strip: readonly Strip[]): Undressed[] {
  const found: Undressed[] = []
  const bullet = way.name.replace(BULLET, '')
  if (bullet !== way.name) found.push({ ...way, name: bullet })
  const initial = initialOf(way.name)
  for (const word of OFFICES) {
    const rest = word.initial === initial ? behind(way.name, word) : null
    if (rest !== null) found.push({ ...way, name: rest })
  }
  for (const { words, kinds } of strip) {
    const rest = behind(way.name, beginningOf(words))
    if (rest !== null) found.push({ ...way, name: rest, kinds })
  }
  for (const word of RECEIVERS) {
    const rest = word.initial === initial ? behind(way.name, word) : null
    if (rest !== null)
      found.push({ ...way, name: rest.replace(/^(?:của|tại|thuộc)\s+/i, ''), isReceiver: true })
  }
  return found
}

/** `Xã Gào (1)`, `Phường Pleiku*`: a mark that leads to a note below the table. */
export const FOOTNOTE =
  /(?<=\p{L}.*)\s*(?:\(\s*(?:\d{1,2}|\*{1,3})\s*\)|\[\d{1,2}\]|\*{1,3}|[¹²³⁰⁴-⁹]{1,2})$/u

/** `Phường Pleiku (sáp nhập từ phường …)`: what a unit was before, behind its name. */
const HISTORY = new RegExp(String.raw`(?<=\p{L}.*)\s*\((?:${historyWords.join('|')})(?!\p{L})[^()]*\)$`, 'iu')

/** Whether something is left out behind a name for the unit to be found. */
export function hasNote(name: string): boolean {
  return FOOTNOTE.test(name) || HISTORY.test(name)
}

function withoutMark(way: Undressed): Undressed[] {
  const name = way.name.replace(FOOTNOTE, '').replace(HISTORY, '')
  return name === way.name ? [] : [{ ...way, name }]
}

function beginningOf(words: string): Beginning {
  const clean = cleanName(words).toLowerCase()
  return {
    length: clean.length,
    initial: initialOf(clean),
    strict: strictKey(clean),
    bare: bareKey(clean),
  }
}

/** The first letter without its marks; nothing where no letter comes first. */
function initialOf(name: string): string {
  return bareKey(name.slice(0, 1))
}

/** What stands behind the words, typed with their marks or without any. */
function behind(name: string, start: Beginning): string | null {
  const head = name.slice(0, start.length)
  const same = strictKey(head) === start.strict || (isBare(head) && bareKey(head) === start.bare)
  const rest = name.slice(start.length)
  return same && /^[\s.:-]+\S/.test(rest) ? rest.replace(/^[\s.:-]+/, '') : null
}

/** `P. Việt Trì`, `P.Việt Trì`, `TP Pleiku` in full; a kind typed without marks with them. */
function shortKinds(way: Undressed): Undressed[] {
  const found = SHORTS.flatMap(({ kind, short }) => {
    const head = way.name.slice(0, short.length)
    const rest = way.name.slice(short.length)
    const isShort = head.toLowerCase() === short && /^(?:\.\s*|\s+)(?=[\p{L}\d])/u.test(rest)
    return isShort ? [{ ...way, name: `${kind} ${rest.replace(/^[.\s]+/, '')}` }] : []
  })
  const bare = KINDS.find(kind => {
    const head = way.name.slice(0, kind.length)
    return isBare(head) && !isBare(kind) && bareKey(head) === bareKey(kind) && way.name[kind.length] === ' '
  })
  return bare === undefined ? found : [...found, { ...way, name: `${bare}${way.name.slice(bare.length)}` }]
}

/** The name of a unit above behind a dash, a comma, in brackets, or directly behind the name. */
function ends(way: Undressed, tails: readonly string[]): Undressed[] {
  const found: Undressed[] = []
  const tail = TAIL.exec(way.name)
  if (tail !== null && tail.index > 0) {
    found.push({ ...way, name: way.name.slice(0, tail.index), above: [...way.above, tail[1] ?? ''] })
  }
  const lower = way.name.toLowerCase()
  for (const above of tails) {
    if (!lower.endsWith(` ${above.toLowerCase()}`)) continue
    const rest = way.name.slice(0, -above.length - 1).trim()
    found.push({ ...way, name: rest, above: [...way.above, above] })
    const upper = UPPER.find(each => rest.toLowerCase().endsWith(` ${each}`))
    if (upper !== undefined) {
      found.push({ ...way, name: rest.slice(0, -upper.length - 1).trim(), above: [...way.above, above] })
    }
  }
  return found
}

/** Without words that the profile says stand behind names. */
function withoutAfter(way: Undressed, after: readonly string[]): Undressed[] {
  return after.flatMap(words => {
    const end = cleanName(words).toLowerCase()
    const isThere = way.name.toLowerCase().endsWith(end) && way.name.length > end.length
    return isThere ? [{ ...way, name: way.name.slice(0, -end.length).replace(/[\s-]+$/, '') }] : []
  })
}

/** The place whose office a name is of: "phường Tân Phong" of "UBND phường Tân Phong"; null where it is no such office. */
export function placeOf(name: string): string | null {
  const plain = cleanName(name)
  const rests = OFFICES.flatMap(word => behind(plain, word) ?? [])
  return rests.find(isPlace) ?? null
}

function isPlace(name: string): boolean {
  return PLACES.some(
    ({ length, strict }) => name[length] === ' ' && strictKey(name.slice(0, length)) === strict,
  )
}

/** First letters of the words of a name, without those that only join: "khcn" for "Khoa học và Công nghệ". */
export function initialsOf(name: string): string {
  const parts = cleanName(name)
    .toLowerCase()
    .split(/[\s,&-]+/)
    .filter(part => part !== '' && !joiningWords.includes(part))
  return parts.map(part => part[0]).join('')
}

/** `Sở KH&CN` as its kind and its initials; null for what is no such shorthand. */
export function shorthandOf(text: string): { kind: string; initials: string } | null {
  const parts = /^(\p{Lu}\p{Ll}+) ((?:\p{Lu}{1,6}[&\s,-]*){1,4})$/u.exec(cleanName(text))
  if (parts === null) return null
  const initials = (parts[2] ?? '').toLowerCase().replaceAll(/[&\s,-]+/g, '')
  return initials.length >= 2 ? { kind: (parts[1] ?? '').toLowerCase(), initials } : null
}
