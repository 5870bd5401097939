import { RE2JS } from 're2js'

/** A pattern of a profile. Matched in time that grows with the text alone: no pattern can hang a file. */
export interface Pattern {
  test: (text: string) => boolean
  /** The groups of the first match, null where there is none. */
  groups: (text: string) => readonly (string | undefined)[] | null
}

/** Null for what is no regular expression, or one that looks back or ahead. */
export function compilePattern(source: string): Pattern | null {
  try {
    const compiled = RE2JS.compile(source)
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
