import { page } from '../../locales/vi/page.ts'
import type { Locale } from './words.ts'

const PAGES = { vi: page }

/** The words of the web chat page, and of what its server refuses, in a language. */
export function pageWords(locale: Locale) {
  return PAGES[locale]
}
