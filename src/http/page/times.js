import { locale, timeZone, words } from './page-data.js'

const clockFormat = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' })
const dayFormat = new Intl.DateTimeFormat(locale, {
  timeZone,
  weekday: 'long',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})
const keyFormat = new Intl.DateTimeFormat('en-CA', { timeZone })
const DAY = 86_400_000

/**
 * The time on the wall, as `20:05`.
 * @param {number} at milliseconds since 1970
 */
export function clockTime(at) {
  return clockFormat.format(at)
}

/**
 * The civil day, as `2024-05-19`.
 * @param {number} at milliseconds since 1970
 */
export function dayKey(at) {
  return keyFormat.format(at)
}

/**
 * The day as people call it: today, yesterday, or with its date.
 * @param {number} at milliseconds since 1970
 * @param {number} now
 */
export function dayName(at, now) {
  if (dayKey(at) === dayKey(now)) return words.log.today
  if (dayKey(at) === dayKey(now - DAY)) return words.log.yesterday
  const name = dayFormat.format(at)
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
