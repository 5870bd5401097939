import type { Unit } from '../../src/core/unit-tree.ts'

/** A whole number from 0 up to, not including, `below`. */
export type Random = (below: number) => number

/** A small seeded generator (mulberry32): the same seed gives the same numbers. */
export function seeded(seed: number): Random {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

export function withoutDiacritics(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
}

const TONES = '\u0300\u0301\u0303\u0309\u0323'
/** Puts the tone on the other vowel of oa, oe, uy at the end of a word: Hòa ↔ Hoà. */
function otherTonePlace(text: string): string {
  return text
    .normalize('NFD')
    .replace(
      new RegExp(`([ou])([${TONES}]?)([aey])([${TONES}]?)(?![\\p{L}\\p{M}])`, 'giu'),
      (whole, a, toneA, b, toneB) => (toneA || toneB ? `${a}${toneB}${b}${toneA}` : whole),
    )
    .normalize('NFC')
}

/** y for i and i for y behind a consonant at the end of a word: Mỹ ↔ Mĩ. */
function otherI(text: string): string {
  const other: Record<string, string> = { y: 'i', i: 'y', Y: 'I', I: 'Y' }
  return text
    .normalize('NFD')
    .replace(
      new RegExp(`(?<=[bcdfghjklmnpqrstvxzđ])([yi])([${TONES}]?)(?![\\p{L}\\p{M}])`, 'giu'),
      (_, letter: string, tone: string) => other[letter]! + tone,
    )
    .normalize('NFC')
}

const LETTERS = 'abcdeghiklmnopqrstuvxy'

/** One slip of the finger: a letter missing, doubled, another, or two swapped. */
function oneSlip(text: string, random: Random): string {
  const letters = Array.from(text.normalize('NFC'))
  const places = letters.flatMap((letter, at) => (/\p{L}/u.test(letter) ? [at] : []))
  const at = places[random(places.length)]!
  const kind = random(4)
  if (kind === 0) letters.splice(at, 1)
  else if (kind === 1) letters.splice(at, 0, letters[at]!)
  else if (kind === 2) letters[at] = LETTERS[random(LETTERS.length)]!
  else if (at + 1 < letters.length) [letters[at], letters[at + 1]] = [letters[at + 1]!, letters[at]!]
  return letters.join('')
}

const SHORT_KINDS: Record<string, string[]> = {
  Phường: ['P.', 'P. ', 'p ', 'F.'],
  Xã: ['X.', 'X. ', 'x '],
  'Đặc khu': ['ĐK. ', 'ĐK ', 'đk '],
  'Thị trấn': ['TT. ', 'TT ', 'tt '],
}

/** Splits "Phường Ba Đình" into its kind and its name. */
export function kindAndName(unit: Unit): { kind: string; name: string } {
  const kind = Object.keys(SHORT_KINDS).find(one =>
    unit.name.toLowerCase().startsWith(`${one.toLowerCase()} `),
  )
  if (!kind) throw new Error(`no kind in ${unit.name}`)
  return { kind, name: unit.name.slice(kind.length + 1) }
}

/** Twenty ways in which people write the name of a commune of a province. */
export function spellings(commune: Unit, province: Unit, random: Random): string[] {
  const { kind, name } = kindAndName(commune)
  const full = `${kind} ${name}`
  const short = `${SHORT_KINDS[kind]![random(SHORT_KINDS[kind]!.length)]}${name}`
  const place = province.shortName
  const bare = withoutDiacritics
  return [
    full,
    full.toLowerCase(),
    full.toUpperCase(),
    bare(full),
    full.normalize('NFD'),
    otherTonePlace(full),
    otherI(full),
    short,
    bare(short).toLowerCase(),
    name,
    bare(name).toLowerCase(),
    `${full}, ${province.name}`,
    bare(`${full} ${province.name}`).toLowerCase(),
    `${name} (${place})`,
    `${bare(short)} - ${bare(place)}`,
    `${short} ${place}`,
    `${kind} ${oneSlip(name, random)}`,
    bare(`${kind} ${oneSlip(name, random)}`).toLowerCase(),
    `${kind} ${oneSlip(name, random)}, ${province.name}`,
    oneSlip(name, random),
  ]
}
