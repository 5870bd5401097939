import { createInstance, type i18n } from 'i18next'
import { texts } from '../../locales/vi/texts.ts'
import { dateFormats } from './date-format.ts'
import { numberFormats } from './number-format.ts'
import { createTemplates } from './templates.ts'
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
  const instance = createInstance({ lng: locale, resources: RESOURCES, initAsync: false })
  void instance.init()
  const { percent, decimal, count, plain } = numberFormats(REGIONS[locale])
  const { day, shortDay } = dateFormats
  const ofNumber = Object.entries({ percent, decimal, count, plain }).map(inNumbers)
  const ofText = Object.entries({ day, shortDay, capital }).map(inTexts)
  const fill = createTemplates(key => textOf(instance, locale, key), new Map([...ofNumber, ...ofText]))
  return {
    locale,
    say: (key: string, variables?: unknown) => fill(key, isObject(variables) ? variables : {}),
    percent,
    decimal,
    count,
    day,
    shortDay,
    capital,
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function textOf(instance: i18n, locale: Locale, key: string): string {
  const text: unknown = instance.getResource(locale, 'translation', key)
  return typeof text === 'string' ? text : key
}

type Written = [name: string, write: (value: unknown) => string]

function inNumbers([name, write]: [string, (value: number) => string]): Written {
  return [name, value => (typeof value === 'number' ? write(value) : String(value))]
}

function inTexts([name, write]: [string, (value: string) => string]): Written {
  return [name, value => write(String(value))]
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
