import { afterNameWords } from '../../locales/vi/ask/units.ts'
import { foldWord } from './fold.ts'
import type { Token } from './tokens.ts'

/** "của", "ở", "tại": a unit may follow. */
export function isBeforeName(token: Token): boolean {
  return BEFORE_NAME.has(token.fold)
}

const BEFORE_NAME = new Set(afterNameWords.map(foldWord))
