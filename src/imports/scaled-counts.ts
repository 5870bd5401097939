import { dossierWords, valueTitles } from '../../locales/vi/files.ts'
import { says } from './says.ts'

/** A column by its titles and what stands in its rows; null for what is no number. */
interface Numbers {
  path: readonly string[]
  numbers: readonly (number | null)[]
}

const LEAST_ROWS = 2

/**
 * Whether a column that says nothing of a rate is a part of one of dossiers beside it whose numbers are not whole: both count
 * in thousands, and what looks like a percent is none.
 */
export function isScaledPart(part: Numbers, whole: Numbers): boolean {
  const saysRate = [part, whole].some(({ path }) => path.join(' ').includes('%') || says(path, valueTitles))
  if (saysRate || !says(whole.path, dossierWords)) return false
  const pairs = part.numbers.flatMap((number, at): [number, number][] => {
    const all = whole.numbers[at] ?? null
    return number === null || all === null ? [] : [[number, all]]
  })
  const isBroken = pairs.some(([, all]) => !Number.isInteger(all))
  return pairs.length >= LEAST_ROWS && isBroken && pairs.every(([one, all]) => one <= all)
}
