import { Temporal } from 'temporal-polyfill'
import { askForm } from '../../locales/vi/ask/acts.ts'
import type { Scene } from '../answers/scene.ts'
import { foldSet, foldWord, foldWords } from '../ask/words/fold.ts'
import { isDayOff } from '../core/holidays.ts'
import type { HolidayRow } from '../core/holidays.ts'

/** Who names no day waits for so many working days. */
const USUAL_DAYS = 5
const LONGEST_DAYS = 90

const UNTIL = askForm.until.map(foldWords).toSorted((a, b) => b.length - a.length)
const WITHIN = new RegExp(
  `^(?:${askForm.within.map(foldWords).join('|')}) (\\d{1,2}) ${foldWords(askForm.days)}$`,
)
const WEEKDAYS = new Map(
  askForm.weekdays.flatMap((names, at) => names.map(name => [foldWords(name), at + 1] as const)),
)
const NEXT_WEEK = askForm.nextWeek.map(foldWords)
const BESIDE = foldSet(askForm.beside)
const TODAY = foldWords(askForm.today)
const TOMORROW = askForm.tomorrow.map(foldWords)

/**
 * The last civil day that folded words name ("truoc thu sau", "truoc ngay 30/5", "trong 3 ngay"), as seen on a day; five
 * working days where nothing is named. Null for what is no day, has passed or is too far away.
 */
export function dueDay(said: string, today: string, holidays: readonly HolidayRow[]): string | null {
  const words = said
    .split(' ')
    .filter(word => !BESIDE.has(word))
    .join(' ')
  const from = Temporal.PlainDate.from(today)
  if (said === '') return afterWorkingDays(from, holidays)
  const within = WITHIN.exec(words)
  const named = within ? from.add({ days: Number(within[1]) }) : namedDay(words, from)
  if (!named || Temporal.PlainDate.compare(named, from) < 0) return null
  return from.until(named).days > LONGEST_DAYS ? null : named.toString()
}

/** The last civil day that a text names behind "đến hết", "đến ngày", "trong" …; null where it names none. */
export function dayNamedIn(
  text: string,
  { moment, catalog }: Pick<Scene, 'moment' | 'catalog'>,
): string | null {
  const words = text
    .split(/[\s,;.!?]+/)
    .map(foldWord)
    .filter(word => word !== '')
  const found = words.flatMap((_, at) =>
    Array.from({ length: LONGEST_NAME }, (__, length) =>
      words.slice(at, at + LONGEST_NAME - length).join(' '),
    ).map(said => dueDay(said, moment.today, catalog.holidays)),
  )
  return found.find(day => day !== null) ?? null
}

/** Longest way to name a day, in words. */
const LONGEST_NAME = 8
const ON_TIME = foldSet(askForm.onTime)
const DUE = foldSet(askForm.due)

/**
 * The last civil day that a text names behind "trước", "hạn", "trong" …; five working days where it names none, null where
 * what stands behind such a word is no day.
 */
export function dueIn(text: string, { moment, catalog }: Pick<Scene, 'moment' | 'catalog'>): string | null {
  const named = dayNamedIn(text, { moment, catalog })
  if (named !== null) return named
  const words = text.split(/[\s,;!?]+/).map(foldWord)
  const isNamed = words.some((word, at) => DUE.has(word) && !ON_TIME.has(words[at - 1] ?? ''))
  return isNamed ? null : dueDay('', moment.today, catalog.holidays)
}

function afterWorkingDays(from: Temporal.PlainDate, holidays: readonly HolidayRow[]): string {
  let day = from
  for (let passed = 0; passed < USUAL_DAYS;) {
    day = day.add({ days: 1 })
    if (!isDayOff(day.toString(), holidays)) passed++
  }
  return day.toString()
}

function namedDay(words: string, from: Temporal.PlainDate): Temporal.PlainDate | null {
  const before = UNTIL.find(one => words.startsWith(`${one} `))
  if (before === undefined) return null
  const name = words.slice(before.length + 1)
  if (name === TODAY) return from
  if (TOMORROW.includes(name)) return from.add({ days: 1 })
  const next = NEXT_WEEK.find(one => name.endsWith(` ${one}`))
  const weekday = WEEKDAYS.get(next === undefined ? name : name.slice(0, -next.length - 1))
  if (weekday !== undefined && next !== undefined) return from.add({ days: 7 + weekday - from.dayOfWeek })
  if (weekday !== undefined) return from.add({ days: ((weekday - from.dayOfWeek + 6) % 7) + 1 })
  return dated(name, from)
}

/** `30/5`, `30-5-2024`: without a year the next that comes. */
function dated(text: string, from: Temporal.PlainDate): Temporal.PlainDate | null {
  const found = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?$/.exec(text)
  if (!found) return null
  const fields = { year: Number(found[3] ?? from.year), month: Number(found[2]), day: Number(found[1]) }
  try {
    const day = Temporal.PlainDate.from(fields, { overflow: 'reject' })
    const isPast = found[3] === undefined && Temporal.PlainDate.compare(day, from) < 0
    return isPast ? day.add({ years: 1 }) : day
  } catch {
    return null
  }
}
