/** Control characters other than line breaks and tabs, and marks that turn the direction of writing. */
const HIDDEN = /[^\P{Cc}\n\t]|[\u200E\u200F\u061C\u2028-\u202E\u2066-\u2069]/gu

/** The text with what a terminal would obey instead of showing it written out: `[U+202E]`. */
export function visibleText(text: string): string {
  return text.replaceAll(HIDDEN, character => {
    const code = character.codePointAt(0) ?? 0
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
  })
}
