import { bareKey, isBare, looseKey, strictKey } from './spelling.ts'

/** Something that has names: groups of them, the surest first. */
export interface Named {
  code: string
  groups: readonly (readonly string[])[]
}

/** How a name was found: as written but for small things, without any marks, or only with other marks. */
export interface FoundNames {
  codes: readonly string[]
  otherMarks: boolean
}

const NOTHING: FoundNames = { codes: [], otherMarks: false }

/**
 * Names by their spellings. First as written, then with blanks, hyphens, i/y apart; a text without any marks finds by
 * letters alone, and so does one with marks, but that is said to be another spelling.
 */
export class NameIndex {
  readonly #strict: Map<string, string[]>[] = []
  readonly #loose: Map<string, string[]>[] = []
  readonly #bare: Map<string, string[]>[] = []

  constructor(things: Iterable<Named>) {
    for (const { code, groups } of things) {
      for (const [group, names] of groups.entries()) {
        for (const name of names) {
          this.#add(this.#strict, group, strictKey(name), code)
          this.#add(this.#loose, group, looseKey(name), code)
          this.#add(this.#bare, group, bareKey(name), code)
        }
      }
    }
  }

  /** Codes of what may be called so, of those that `only` lets through; the surest way decides. */
  find(text: string, only: (code: string) => boolean = () => true): FoundNames {
    const sure = look(this.#strict, strictKey(text), only) ?? look(this.#loose, looseKey(text), only)
    if (sure !== null) return { codes: sure, otherMarks: false }
    const bare = look(this.#bare, bareKey(text), only)
    return bare === null ? NOTHING : { codes: bare, otherMarks: !isBare(text) }
  }

  #add(maps: Map<string, string[]>[], group: number, key: string, code: string): void {
    if (key === '') return
    while (maps.length <= group) maps.push(new Map())
    const codes = maps[group]?.get(key)
    if (codes === undefined) maps[group]?.set(key, [code])
    else if (!codes.includes(code)) codes.push(code)
  }
}

function look(
  maps: readonly Map<string, string[]>[],
  key: string,
  only: (code: string) => boolean,
): readonly string[] | null {
  for (const map of maps) {
    const codes = map.get(key)?.filter(only) ?? []
    if (codes.length > 0) return codes
  }
  return null
}
