import { createInstance } from 'i18next'
import { texts } from '../../locales/vi/texts.ts'
import { dateFormats } from './date-format.ts'
import { numberFormats } from './number-format.ts'
import type { TextKey, VariablesOf } from './typed-words.ts'

export const LOCALES = ['vi'] as const
export type Locale = (typeof LOCALES)[number]

/** The language of this name; where it has no words, the first that has. */
export function localeNamed(name: string | undefined): Locale {
  return LOCALES.find(locale => locale === name) ?? LOCALES[0]
}

/** The words of one language, made once by the app and passed down. */
export interface Words {
  readonly locale: Locale
  /** One text with its variables filled in. A wrong key, and a missing or wrong variable, do not compile. */
  say<Key extends TextKey>(key: Key, ...variables: VariablesOf<Key>): string
  /** 40.3 → `40,3%`: a percent as shown, at most 2 decimals. */
  percent: (value: number) => string
  /** 2.51 → `2,51`: at most 2 decimals, no trailing zeros. */
  decimal: (value: number) => string
  /** 1240 → `1.240`. */
  count: (value: number) => string
  /** `2024-05-19` → `19/5/2024`. */
  day: (civilDay: string) => string
  /** `2024-05-19` → `19/5`. */
  shortDay: (civilDay: string) => string
  /** First letter as a capital. */
  capital: (text: string) => string
}

const RESOURCES = { vi: { translation: texts } }
const REGIONS = { vi: 'vi-VN' } as const

/** The words of a language, with numbers and dates as that language writes them. */
export function createWords(locale: Locale): Words {
  const instance = createInstance({
    lng: locale,
    resources: RESOURCES,
    // Names of units go into plain text, which each channel escapes.
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  void instance.init()
  const formats = { ...numberFormats(REGIONS[locale]), ...dateFormats, capital }
  for (const [name, format] of Object.entries(formats)) instance.services.formatter?.add(name, format)
  return {
    locale,
    // `replace` keeps the variables apart from i18next's own options (`count`, `context`…).
    say: (key: string, variables?: unknown) => instance.t(key, { replace: variables ?? {} }),
    percent: formats.percent,
    decimal: formats.decimal,
    count: formats.count,
    day: formats.day,
    shortDay: formats.shortDay,
    capital,
  }
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
