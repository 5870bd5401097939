import { describe, expect, it } from 'vitest'
import { sampleCalendar } from '../../src/sample/calendar.ts'
import { addDays, lastSunday } from './reading.ts'

const EVERY_DAY = Array.from({ length: 3 * 366 }, (_, day) => addDays('2025-11-01', day))

describe('the calendar of the sample', () => {
  it('has the second of two phases running on whatever day it is loaded, five whole weeks in', () => {
    for (const today of EVERY_DAY) {
      const [first, second] = sampleCalendar(today).phases
      if (first === undefined || second === undefined) throw new Error('two phases')
      expect(addDays(first.to, 1)).toBe(second.from)
      expect(addDays(first.from, 99)).toBe(second.to)
      expect(new Date(second.from).getUTCDay()).toBe(1)
      expect(addDays(second.from, 34)).toBe(lastSunday(today))
      expect(second.to >= addDays(today, 24) && second.to <= addDays(today, 30)).toBe(true)
    }
  })

  it('has every week up to the last Sunday, from the first of its year or forty weeks back', () => {
    for (const today of EVERY_DAY) {
      const { weeks } = sampleCalendar(today)
      const end = lastSunday(today)
      const dates = weeks.map((_, index) => addDays(end, 7 * (index + 1 - weeks.length)))
      expect(weeks).toEqual(dates.map(to => ({ from: addDays(to, -6), to })))
      const year = addDays(end, -3).slice(0, 4)
      const ofYear = weeks.filter(week => addDays(week.to, -3).startsWith(year)).length
      expect(weeks.length).toBe(Math.max(40, ofYear))
      expect(addDays(weeks.at(-ofYear)?.to ?? '', -10) < `${year}-01-01`).toBe(true)
    }
  })

  it('keeps the 53 weeks of a long year', () => {
    expect(sampleCalendar('2027-01-05').weeks.length).toBe(53)
  })

  it('takes last year, seen from the start of the campaign, as the year of the results', () => {
    expect(sampleCalendar('2026-11-22').baselineYear).toBe(2025)
    expect(sampleCalendar('2027-01-15').baselineYear).toBe(2025)
    expect(sampleCalendar('2027-03-20').baselineYear).toBe(2026)
  })
})
