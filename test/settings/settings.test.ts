import { assert, constantFrom, oneof, property, string, stringMatching } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSettings, SETTING_FORMS, SETTING_NAMES, settingsOf } from '../../src/settings/settings.ts'
import type { SettingName } from '../../src/settings/settings.ts'
import { tempDatabase } from '../db/temp-database.ts'

test('where nothing was chosen, the rules hold', () => {
  expect(settingsOf(new Map())).toEqual({
    quietHours: { from: '21:00', to: '06:30' },
    workingDays: true,
    dailyBudget: 3,
    hysteresis: 0.5,
    reminderDays: 7,
    staleDays: 10,
    escalationDays: 7,
    digestWeekly: { weekday: 1, at: '07:30' },
    fallbackMinutes: 30,
    peers: 'figures',
    reportMonth: 1,
    mainIndicator: null,
    scoreBands: { excellent: 90, good: 80, fair: 70, average: 50 },
    keepDays: 180,
  })
})

test('what was chosen is read from the database; what cannot be read there counts as not chosen', async () => {
  const { db } = tempDatabase()
  await db.write(async ({ settings }) => {
    await settings.set('quiet_hours', 'off')
    await settings.set('digest_weekly', 'fri 16:00')
    await settings.set('report_month', '21')
    await settings.set('peers', 'everything')
    await settings.set('sample', '1')
  })
  expect(await readSettings(db.read.settings)).toEqual({
    ...settingsOf(new Map()),
    quietHours: null,
    digestWeekly: { weekday: 5, at: '16:00' },
    reportMonth: 21,
  })
  await db.write(async ({ settings }) => await settings.remove('report_month'))
  expect((await readSettings(db.read.settings)).reportMonth).toBe(1)
})

describe('a value is written in one way', () => {
  test.each<[SettingName, string, string]>([
    ['quiet_hours', '22:00-5:30', '22:00-05:30'],
    ['quiet_hours', '21h – 6h30', '21:00-06:30'],
    ['quiet_hours', 'OFF', 'off'],
    ['working_days', 'Off', 'off'],
    ['hysteresis', '1,5', '1.5'],
    ['digest_weekly', 'FRI 7:00', 'fri 07:00'],
    ['score_bands', '95 / 85.5 / 70 / 50', '95,85.5,70,50'],
    ['peers', 'Places', 'places'],
    ['fallback_minutes', '0', '0'],
    ['main_indicator', 'AUTO', 'auto'],
  ])('%s %s', (name, text, normal) => {
    expect(SETTING_FORMS[name].normal(text)).toBe(normal)
  })

  test('and writing it again changes nothing, whatever was typed', () => {
    const typed = oneof(string(), stringMatching(/^[0-9:,.hoff -]{1,12}$/))
    expect(() =>
      assert(
        property(constantFrom(...SETTING_NAMES), typed, (name, text) => {
          const { normal } = SETTING_FORMS[name]
          const once = normal(text)
          return once === undefined || normal(once) === once
        }),
      ),
    ).not.toThrow()
  })
})

test.each<[SettingName, string]>([
  ['quiet_hours', '21:00'],
  ['quiet_hours', '21:00-21:00'],
  ['quiet_hours', '24:00-06:00'],
  ['quiet_hours', '21:00-06:00-07:00'],
  ['working_days', 'yes'],
  ['daily_budget', '0'],
  ['daily_budget', '2.5'],
  ['daily_budget', '-1'],
  ['hysteresis', '-0,5'],
  ['hysteresis', '21'],
  ['digest_weekly', '07:30'],
  ['digest_weekly', 'mon 25:00'],
  ['digest_weekly', 'monday 07:30'],
  ['report_month', '31'],
  ['score_bands', '50,70,80,90'],
  ['score_bands', '90,80,70'],
  ['score_bands', '90,80,70,50,10'],
  // A comma separates bands: a decimal one has a point.
  ['score_bands', '95; 85; 70,5; 50'],
  ['score_bands', '190,80,70,50'],
  ['main_indicator', ''],
  ['main_indicator', 'hai chữ'],
  ['keep_days', '29'],
])('%s is never "%s"', (name, text) => {
  expect(SETTING_FORMS[name].normal(text)).toBeUndefined()
})
