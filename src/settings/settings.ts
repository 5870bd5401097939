import { bands, codeOrAuto, decimal, hours, oneOf, onOff, weekTime, whole } from './definition.ts'
import type { Definition, Hours, ScoreBands, WeekTime } from './definition.ts'

/** What an operator may change while the service runs, checked. The defaults are those of the rules (DOMAIN.md §3, §8–§10). */
export interface Settings {
  /** When nothing is sent unasked; null: always allowed. */
  quietHours: Hours | null
  /** Whether nothing is sent unasked on days off. */
  workingDays: boolean
  /** Unasked messages to one person a day, at most; digests and answers do not count. */
  dailyBudget: number
  /** How far under the target a new fall must be to be told after a recovery was told, percentage points. */
  hysteresis: number
  /** A person is reminded at most once in so many days. */
  reminderDays: number
  /** Figures older than this are stale, days. */
  staleDays: number
  /** Behind and not acknowledged for so many working days: the unit above is told. */
  escalationDays: number
  /** When the weekly digest goes out. */
  digestWeekly: WeekTime
  /** A channel that is down for so long hands over to the person's next one, minutes. */
  fallbackMinutes: number
  /** What is shown of a peer: value, target, verdict and place; places and names; nothing. */
  peers: 'figures' | 'places' | 'none'
  /** The day of the month on which the month of the reports begins. */
  reportMonth: number
  /** Code of the indicator that stands for the province; null: the first of `MAIN_BY_DEFAULT` that it has. */
  mainIndicator: string | null
  /** The ratings of the score of 100. */
  scoreBands: ScoreBands
  /** Messages that were answered or sent are kept for so many days. */
  keepDays: number
}

const quietHours = hours({ from: '21:00', to: '06:30' })
const workingDays = onOff(true)
const dailyBudget = whole(3, 1, 50)
const hysteresis = decimal(0.5, 0, 20)
const reminderDays = whole(7, 1, 90)
const staleDays = whole(10, 1, 120)
const escalationDays = whole(7, 1, 60)
const digestWeekly = weekTime({ weekday: 1, at: '07:30' })
const fallbackMinutes = whole(30, 0, 1440)
const peers = oneOf('figures', ['figures', 'places', 'none'])
const reportMonth = whole(1, 1, 28)
const mainIndicator = codeOrAuto()
const scoreBands = bands({ excellent: 90, good: 80, fair: 70, average: 50 })
const keepDays = whole(180, 30, 3650)

/** What stands for a province that chose nothing: the rate that campaigns set targets for, else the score. */
export const MAIN_BY_DEFAULT: readonly string[] = ['online_rate', 'service_score']

/** The names, in the order in which they are listed. */
export const SETTING_NAMES = [
  'quiet_hours',
  'working_days',
  'daily_budget',
  'hysteresis',
  'reminder_days',
  'stale_days',
  'escalation_days',
  'digest_weekly',
  'fallback_minutes',
  'peers',
  'report_month',
  'main_indicator',
  'score_bands',
  'keep_days',
] as const

export type SettingName = (typeof SETTING_NAMES)[number]

/** A setting as text: how a value is written (undefined: it is none), and what holds where nothing was chosen. */
export interface SettingForm {
  normal: (text: string) => string | undefined
  fallback: string
}

/** The settings as an operator writes them. */
export const SETTING_FORMS: Readonly<Record<SettingName, SettingForm>> = {
  quiet_hours: form(quietHours),
  working_days: form(workingDays),
  daily_budget: form(dailyBudget),
  hysteresis: form(hysteresis),
  reminder_days: form(reminderDays),
  stale_days: form(staleDays),
  escalation_days: form(escalationDays),
  digest_weekly: form(digestWeekly),
  fallback_minutes: form(fallbackMinutes),
  peers: form(peers),
  report_month: form(reportMonth),
  main_indicator: form(mainIndicator),
  score_bands: form(scoreBands),
  keep_days: form(keepDays),
}

/** Where the values are kept as text. */
export interface KeptSettings {
  all(): Promise<ReadonlyMap<string, string>>
}

/** The settings as they are now. A kept value that cannot be read counts as not chosen. */
export async function readSettings(kept: KeptSettings): Promise<Settings> {
  return settingsOf(await kept.all())
}

/** What these texts were read as: whoever sends a message asks for the same ones again. */
const readBefore = new WeakMap<ReadonlyMap<string, string>, Settings>()

/** The settings of these texts, which do not change afterwards; the defaults for an empty map. */
export function settingsOf(texts: ReadonlyMap<string, string>): Settings {
  const settings = readBefore.get(texts) ?? readTexts(texts)
  readBefore.set(texts, settings)
  return settings
}

function readTexts(texts: ReadonlyMap<string, string>): Settings {
  const value = <T>(name: SettingName, { read, fallback }: Definition<T>): T => {
    const found = read(texts.get(name) ?? '')
    return found === undefined ? fallback : found
  }
  return Object.freeze({
    quietHours: value('quiet_hours', quietHours),
    workingDays: value('working_days', workingDays),
    dailyBudget: value('daily_budget', dailyBudget),
    hysteresis: value('hysteresis', hysteresis),
    reminderDays: value('reminder_days', reminderDays),
    staleDays: value('stale_days', staleDays),
    escalationDays: value('escalation_days', escalationDays),
    digestWeekly: value('digest_weekly', digestWeekly),
    fallbackMinutes: value('fallback_minutes', fallbackMinutes),
    peers: value('peers', peers),
    reportMonth: value('report_month', reportMonth),
    mainIndicator: value('main_indicator', mainIndicator),
    scoreBands: value('score_bands', scoreBands),
    keepDays: value('keep_days', keepDays),
  })
}

function form<T>({ fallback, read, write }: Definition<T>): SettingForm {
  return {
    normal(text) {
      const value = read(text.trim())
      return value === undefined ? undefined : write(value)
    },
    fallback: write(fallback),
  }
}
