import type { Checks } from './checks.ts'
import { Problems } from './problem.ts'
import { parseProfile, type Profile } from './profile.ts'
import { chosenGrids } from './sheet-choice.ts'
import { type Source, SUGGESTED } from './source.ts'
import { suggestProfile } from './suggest-profile.ts'

/** A name under which no columns count as chosen by hand. */
const NAME = `mau-${SUGGESTED}`

/**
 * The source with the profile that is suggested for its first sheet that has one; as it is where none can be suggested, or where
 * something of it has to be asked.
 */
export function withSuggested(source: Source, checks: Checks): Source {
  const { book, kind, request } = source
  for (const reading of book.readings) {
    const sheets = reading.sheets()
    if ('code' in sheets) continue
    const apart = { ...checks, problems: new Problems(request.file) }
    const grids = chosenGrids(sheets.grids, source, apart) ?? []
    for (const grid of grids.filter(({ isHidden }) => !isHidden)) {
      const found = suggestProfile(grid, NAME, checks.known, request)
      const profile = found !== null && 'text' in found ? profileIn(found.text) : null
      if (profile !== null && (kind === null || kind === profile.kind))
        return { ...source, profile, kind: profile.kind }
    }
  }
  return source
}

/** The profile that a suggestion describes; null where it has to be completed. */
function profileIn(text: string): Profile | null {
  const profile = parseProfile(NAME, text)
  return 'code' in profile ? null : profile
}
