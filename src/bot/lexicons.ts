import { buildLexicon } from '../ask/lexicon.ts'
import type { Lexicon } from '../ask/lexicon.ts'
import type { Catalog } from '../db/stores/catalog.ts'

const built = new WeakMap<Catalog, Lexicon>()

/** The lexicon of a catalog, built once for each revision of it. */
export function lexiconOf(catalog: Catalog): Lexicon {
  const known = built.get(catalog)
  if (known) return known
  const lexicon = buildLexicon(catalog)
  built.set(catalog, lexicon)
  return lexicon
}
