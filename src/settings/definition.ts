/** One thing that an operator may change while the service runs. */
export interface Definition<T> {
  /** What holds where nothing was chosen. */
  fallback: T
  /** The value that a text means, or undefined when it means none. */
  read: (text: string) => T | undefined
  /** The one way in which a value is written. */
  write: (value: T) => string
}

/** Nothing is sent between these times on the wall, `HH:MM`; the hours may run over midnight. */
export interface Hours {
  from: string
  to: string
}

/** A time in the week: weekday 1 is Monday, `at` is `HH:MM`. */
export interface WeekTime {
  weekday: number
  at: string
}

/** From which score on, of 100, a unit counts as such; under the last it is weak. */
export interface ScoreBands {
  excellent: number
  good: number
  fair: number
  average: number
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** A whole number within bounds. */
export function whole(fallback: number, least: number, most: number): Definition<number> {
  return {
    fallback,
    read: text => (/^\d{1,6}$/.test(text) ? within(Number(text), least, most) : undefined),
    write: String,
  }
}

/** A number within bounds, written with a comma or a point. */
export function decimal(fallback: number, least: number, most: number): Definition<number> {
  return { fallback, read: text => within(numberIn(text), least, most), write: String }
}

/** `on` or `off`. */
export function onOff(fallback: boolean): Definition<boolean> {
  const values: Record<string, boolean> = { on: true, off: false }
  return { fallback, read: text => values[text.toLowerCase()], write: value => (value ? 'on' : 'off') }
}

/** One of a few words. */
export function oneOf<W extends string>(fallback: W, words: readonly W[]): Definition<W> {
  return { fallback, read: text => words.find(word => word === text.toLowerCase()), write: String }
}

/** `21:00-06:30`, or `off` for null. */
export function hours(fallback: Hours | null): Definition<Hours | null> {
  return {
    fallback,
    read(text) {
      if (text.toLowerCase() === 'off') return null
      const [from, to, ...more] = text.split(/\s*[-–]\s*/).map(timeIn)
      return from && to && from !== to && more.length === 0 ? { from, to } : undefined
    },
    write: value => (value ? `${value.from}-${value.to}` : 'off'),
  }
}

/** `mon 07:30`. */
export function weekTime(fallback: WeekTime): Definition<WeekTime> {
  return {
    fallback,
    read(text) {
      const [day = '', time = '', ...more] = text.toLowerCase().split(/\s+/)
      const [weekday, at] = [WEEKDAYS.indexOf(day) + 1, timeIn(time)]
      return weekday > 0 && at && more.length === 0 ? { weekday, at } : undefined
    },
    write: ({ weekday, at }) => `${WEEKDAYS[weekday - 1]} ${at}`,
  }
}

/** A code of the catalog, or `auto` for null. Whether the code exists is for the caller to see. */
export function codeOrAuto(): Definition<string | null> {
  return {
    fallback: null,
    read(text) {
      if (text.toLowerCase() === 'auto') return null
      return /^[\w.-]{1,80}$/.test(text) ? text : undefined
    },
    write: value => value ?? 'auto',
  }
}

/** `90,80,70,50`: falling, each within 0–100. */
export function bands(fallback: ScoreBands): Definition<ScoreBands> {
  return {
    fallback,
    read(text) {
      const numbers = text.split(/\s*[,;/]\s*|\s+/).map(part => within(numberIn(part), 0, 100))
      const [excellent, good, fair, average, ...more] = numbers
      if (excellent === undefined || good === undefined || fair === undefined || average === undefined) {
        return undefined
      }
      const falls = excellent > good && good > fair && fair > average
      return falls && more.length === 0 ? { excellent, good, fair, average } : undefined
    },
    write: ({ excellent, good, fair, average }) => [excellent, good, fair, average].join(','),
  }
}

function within(value: number | undefined, least: number, most: number): number | undefined {
  return value !== undefined && value >= least && value <= most ? value : undefined
}

function numberIn(text: string): number | undefined {
  return /^\d{1,4}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : undefined
}

/** `7:30`, `07:30`, `7h30` or `7h` as `07:30`. */
function timeIn(text: string): string | undefined {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:h](\d{2})|h)$/i.exec(text) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}
