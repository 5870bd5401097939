import { RE2JS } from 're2js'

/** A pattern of a profile. Matched in time that grows with the text alone: no pattern can hang a file. */
export interface Pattern {
  test: (text: string) => boolean
  /** The groups of the first match, null where there is none. */
  groups: (text: string) => readonly (string | undefined)[] | null
}

/** Time grows with the steps of a pattern, too: one that is repeated a thousand times has thousands, of an office some dozens. */
const MOST_STEPS = 600
/** Of what is longer not even the steps are counted. */
const LONGEST = 2_000

/** Null for what is no regular expression, one that looks back or ahead, or one that is too long. */
export function compilePattern(source: string): Pattern | null {
  if (source.length > LONGEST) return null
  try {
    const compiled = RE2JS.compile(source)
    if (compiled.programSize() > MOST_STEPS) return null
    return {
      test: text => compiled.matcher(text).find(),
      groups(text) {
        const matcher = compiled.matcher(text)
        if (!matcher.find()) return null
        return Array.from({ length: matcher.groupCount() }, (_, at) => matcher.group(at + 1) ?? undefined)
      },
    }
  } catch {
    return null
  }
}
