import { afterNameWords } from '../../../locales/vi/ask/units.ts'
import { isBare, foldSet } from '../words/fold.ts'
import type { Token } from '../words/tokens.ts'

/** "của", "ở", "tại": a unit may follow. */
export function isBeforeName(token: Token): boolean {
  return BEFORE_NAME.has(token.fold)
}

/** One of them as it is written, or "o" for "ở": it begins no name. "Cua" may be "cửa". */
export function isBeforeNameAsTyped(token: Token): boolean {
  if (!isBeforeName(token)) return false
  return AS_WRITTEN.has(token.typed.toLowerCase()) || (token.fold.length === 1 && isBare(token))
}

const AS_WRITTEN = new Set<string>(afterNameWords)
const BEFORE_NAME = foldSet(afterNameWords)
