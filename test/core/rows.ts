import type { Indicator } from '../../src/core/indicator.ts'
import { momentAt, type Moment } from '../../src/core/moment.ts'
import type { Observation } from '../../src/core/observation.ts'
import { parsePeriod } from '../../src/core/period.ts'
import type { Unit } from '../../src/core/unit-tree.ts'
import type { Window } from '../../src/core/window.ts'

/** Small makers of facts, so that a test says only what it is about. */

export function window(text: string): Window {
  const found = parsePeriod(text)
  if (!found) throw new Error(`not a period: ${text}`)
  return { from: found.from, to: found.to }
}

/** The moment of a wall clock in Vietnam: `2024-05-19 20:00`. */
export function at(wall: string): Moment {
  return momentAt(Date.parse(`${wall.replace(' ', 'T')}:00+07:00`), 'Asia/Ho_Chi_Minh')
}

let lastId = 0

/** `counts` is `[numerator, denominator]`; recorded long after everything unless `recorded` says when. */
export function row(
  period: string,
  counts: readonly [number, number] | null,
  more: { value?: number; recorded?: string; id?: number } = {},
): Observation {
  return {
    id: more.id ?? ++lastId,
    unit: 'U',
    indicator: 'online_rate',
    ...window(period),
    numerator: counts?.[0] ?? null,
    denominator: counts?.[1] ?? null,
    value: more.value ?? null,
    recordedAt: at(more.recorded ?? '2026-01-01 00:00').at,
  }
}

export function indicator(accumulation: Indicator['accumulation'], more: Partial<Indicator> = {}): Indicator {
  return {
    code: 'online_rate',
    name: 'Tỷ lệ hồ sơ xử lý trực tuyến',
    shortName: 'Hồ sơ trực tuyến',
    numeratorLabel: 'hồ sơ nộp trực tuyến',
    denominatorLabel: 'hồ sơ tiếp nhận',
    accumulation,
    points: null,
    aliases: [],
    unit: 'percent',
    max: 100,
    better: 'higher',
    ...more,
  }
}

export function unit(code: string, more: Partial<Unit> = {}): Unit {
  return {
    code,
    name: code,
    shortName: code,
    kind: 'department',
    parent: null,
    aliases: [],
    activeFrom: null,
    activeTo: null,
    mergedInto: null,
    ...more,
  }
}

/** Periods of the rows, for reading a result at a glance. */
export function periods(rows: readonly Window[]): string[] {
  return rows.map(({ from, to }) => `${from}/${to}`)
}
