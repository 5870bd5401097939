import type { Unit, UnitKind } from '../../core/unit-tree.ts'
import { written } from '../words/fold.ts'
import type { Written } from '../words/fold.ts'

/** One way to write the name of one unit. */
export interface NameForm {
  unit: string
  /** Letters of the name without marks, spaces and kind. */
  key: string
  words: Written[]
  /** The kind as written in this name (folded, "phuong"), or null: the name has none, or it is part of the key. */
  kindWord: string | null
  kind: UnitKind
  /**
   * `name` the official one; `alias` another of today; `short` made from the name by abbreviating; `weak` only where
   * nothing else fits ("y tế" for the Department of Health); `former` of the time before a merger; `code` its code.
   */
  source: 'name' | 'alias' | 'short' | 'weak' | 'former' | 'code'
  /** For a former name: as it was, and the code of the former unit where there is one. */
  former: string | null
}

const WORDS = /\p{L}[\p{L}\p{M}]*|\p{Nd}+/gu

/** The words of a name: letters and digits only, so that `K' Dang`, `LĐ-TB&XH` and `Ia-Grai` are plain words. */
export function nameWords(name: string): Written[] {
  return (name.normalize('NFKC').match(WORDS) ?? []).map(written)
}

/** The letters of the words in one run, y as i: what a name is found by, wherever its spaces were put. */
export function keyOf(words: readonly Pick<Written, 'fold'>[]): string {
  let key = ''
  for (const word of words) key += word.fold
  return letterKey(key)
}

/** Folded letters as a key has them. */
export function letterKey(fold: string): string {
  return fold.includes('y') ? fold.replaceAll('y', 'i') : fold
}

/** One way to write the name of a unit, of these words, with the kind in it where it stands apart. */
export function nameForm(
  { code, kind }: Unit,
  words: readonly Written[],
  source: NameForm['source'],
  kindWord: string | null = null,
): NameForm {
  return { unit: code, key: keyOf(words), words: [...words], kindWord, kind, source, former: null }
}
