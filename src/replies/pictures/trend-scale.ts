import type { TrendPoint } from '../../answers/answer.ts'

/** A value axis: its ends and the distance of its lines. */
export interface Scale {
  min: number
  max: number
  step: number
}

const STEPS = [1, 2, 5, 10, 20, 25] as const
const MOST_STEPS = 6
/** Share of the spread left free above and below, for the values written there. */
const ROOM = 0.22
/** Width of a letter against its height, bold. */
const LETTER = 0.56
/** At how many places along a text the course is looked at. */
const SAMPLES = 12

/** An axis of at most six even steps that holds all values and targets, with room for what is written beside them. */
export function scaleOf(
  points: readonly TrendPoint[],
  targets: readonly { target: number }[],
  largest: number,
): Scale {
  const all = [...points.flatMap(point => point.value ?? []), ...targets.map(held => held.target)]
  const low = Math.min(...all)
  const high = Math.max(...all)
  const room = Math.max((high - low) * ROOM, 1)
  const from = Math.max(0, low - room)
  const to = high + room
  const fits = (step: number) => Math.ceil(to / step) - Math.floor(from / step) <= MOST_STEPS
  const step = STEPS.find(fits) ?? largest / 4
  return { min: Math.floor(from / step) * step, max: Math.ceil(to / step) * step, step }
}

/** Whether the line comes from above or leaves upwards more than the other way: its value then stands below the dot. */
export function isValley(points: readonly TrendPoint[], index: number, scale: Scale): boolean {
  const value = points[index]?.value ?? 0
  if (value - scale.min < (scale.max - scale.min) * 0.15) return false
  const beside = [points[index - 1]?.value, points[index + 1]?.value].filter(one => typeof one === 'number')
  return beside.reduce((sum, one) => sum + one - value, 0) > 0
}

/** Where the name of a target stands: at the start or the end of its line, above or below it. */
export interface Place {
  atEnd: boolean
  above: boolean
}

/** The place for a target's name at which the course passes it with most room; the start, above, when all are alike. */
export function clearestPlace(
  points: readonly TrendPoint[],
  held: { target: number; first: number; last: number },
  scale: Scale,
  label: { text: string; fontSize: number; width: number; height: number },
): Place {
  const span = (label.text.length * label.fontSize * LETTER * points.length) / label.width
  const lift = (label.fontSize * 0.8 * (scale.max - scale.min)) / label.height
  const places = [false, true].flatMap(atEnd => [true, false].map(above => ({ atEnd, above })))
  const clearance = ({ atEnd, above }: Place) => {
    const middle = held.target + (above ? lift : -lift)
    const from = atEnd ? held.last + 0.5 - span : held.first - 0.5
    const along = Array.from({ length: SAMPLES + 1 }, (_, sample) =>
      valueAt(points, from + (span * sample) / SAMPLES),
    )
    return Math.min(...along.flatMap(value => (value === null ? [] : [Math.abs(value - middle)])))
  }
  return places.reduce((best, place) => (clearance(place) > clearance(best) ? place : best))
}

/** Height of the course between two points, or null where it does not run. */
function valueAt(points: readonly TrendPoint[], x: number): number | null {
  const before = points[Math.floor(x)]?.value ?? null
  const after = points[Math.ceil(x)]?.value ?? null
  if (before === null || after === null) return before ?? after
  return before + (after - before) * (x - Math.floor(x))
}
