import { z } from 'zod'

/** What is told of one alert, the most urgent first; lists keep this order. */
export const NEWS = ['fell', 'behind', 'first', 'changed', 'escalated', 'reminder', 'recovered'] as const

/**
 * - `fell`: it fell below its target; `first`: it was below at the first evaluation of the term
 * - `behind`: it turned from on track to behind
 * - `changed`: another target was assigned, after `before`
 * - `escalated`: behind, and its unit has not answered; told to who stands above
 * - `reminder`: it still stands; `before` is the value that was told last
 * - `recovered`: it has met its target again
 */
const newsItem = z.object({
  what: z.enum(NEWS),
  unit: z.string(),
  term: z.string(),
  indicator: z.string(),
  /** A new episode is a new fact. */
  episode: z.number(),
  value: z.number(),
  /** The target that was told; absent in rows of releases that did not keep it. */
  target: z.number().exactOptional(),
  before: z.number().nullable(),
  /** Last civil day that the value covers; null in rows of releases that did not keep it. */
  to: z.string().nullable().default(null),
})
export type NewsItem = z.infer<typeof newsItem>

/** What names one alert in one of its episodes, and what was told of it. */
export type AlertName = Pick<NewsItem, 'unit' | 'term' | 'indicator' | 'episode' | 'value' | 'target'>

/** A figure that the person was told and that is another one now. */
export const correction = z.object({
  unit: z.string(),
  indicator: z.string(),
  /** The stretch that was told of. */
  from: z.string(),
  to: z.string(),
  /** What was told, and what is right; null where the figure was taken back. */
  told: z.number(),
  now: z.number().nullable(),
  target: z.number().nullable(),
  /** Of the own place, where it was told. */
  toldPlace: z.number().nullable(),
  place: z.number().nullable(),
  /** By what it was told. */
  of: z.enum(['alert', 'digest']),
})
export type Correction = z.infer<typeof correction>

const now = z.object({
  items: z.array(newsItem),
  corrections: z.array(correction).default([]),
  /** Which figures it was judged by: grows with each import and undo. */
  seen: z.number().nullable().default(null),
  /** How many fell and recovered while the message waited. */
  gone: z.number(),
  /** It is the summary of what went beyond the number of messages of a day. */
  over: z.boolean(),
})

/** As releases before this form kept them: one unit and term in a row. */
const earlier = z.object({
  unit: z.string(),
  term: z.string(),
  alerts: z.array(
    z.object({
      indicator: z.string(),
      episode: z.number(),
      value: z.number(),
      before: z.number().nullable(),
      turnedAt: z.number().optional(),
    }),
  ),
  first: z.boolean().optional(),
})

export type NewsFacts = z.infer<typeof now>

/** The facts of one message; `what` says what rows of earlier releases under the topic are about. */
export function newsFacts(what: NewsItem['what']): z.ZodType<NewsFacts> {
  const translated = earlier.transform(({ unit, term, alerts, first }): NewsFacts => ({
    items: alerts.map(({ indicator, episode, value, before, turnedAt }) => ({
      what: first === true ? 'first' : turnedAt === undefined ? what : 'behind',
      unit,
      term,
      indicator,
      episode,
      value,
      before,
      to: null,
    })),
    corrections: [],
    seen: null,
    gone: 0,
    over: false,
  }))
  return z.union([now, translated])
}

/** Nobody knows of the fall yet while this waits. */
function isUntoldFall({ what }: NewsItem): boolean {
  return what === 'fell' || what === 'first'
}

/** What leaves a fall that nobody knows of a fall, by what is true now. */
const FOR_A_FALL: readonly NewsItem['what'][] = ['behind', 'reminder', 'changed']

/** What stands for one alert in a message: word of the unit itself and word to who stands above are two things. */
function placeOf({ what, unit, term, indicator }: NewsItem): string {
  return `${what === 'escalated' ? 'above' : 'own'} ${unit} ${term} ${indicator}`
}

/**
 * What waits, with news added: the newest word of each alert stands. A fall that was not told yet stays a fall; with its
 * recovery it is gone, and only counted. A recovery that was not told yet and a fall are what the person knows: `told` is
 * the value that was told last, null where none was.
 */
export function withNews(
  waiting: NewsFacts,
  news: readonly NewsItem[],
  told: (item: NewsItem) => number | null,
): NewsFacts {
  const items = new Map(waiting.items.map(item => [placeOf(item), item]))
  let { gone } = waiting
  for (const item of news) {
    const place = placeOf(item)
    const known = items.get(place)
    items.delete(place)
    if (known && isUntoldFall(known) && item.what === 'recovered') gone++
    else if (known?.what === 'recovered' && isUntoldFall(item)) {
      const before = told(item)
      if (before !== item.value) items.set(place, { ...item, what: 'reminder', before })
    } else if (known?.what === 'changed' && item.what === 'changed') {
      // Of the target in between nobody has heard; back at the one that was told nothing has changed.
      if (known.before !== item.target) items.set(place, { ...item, before: known.before })
    } else {
      const stays = known && isUntoldFall(known) && FOR_A_FALL.includes(item.what)
      const { before } = item.what === 'changed' && known ? known : item
      items.set(place, stays ? { ...item, what: known.what, before } : item)
    }
  }
  return { ...waiting, items: [...items.values()], gone }
}

/** There is nothing to read in it. */
export function isEmpty({ items, corrections }: NewsFacts): boolean {
  return items.length === 0 && corrections.length === 0
}

/** Names what is told, so that the same is queued once. */
export function newsName({ items, corrections }: NewsFacts): string {
  const told = items.map(one => `${one.what} ${one.unit} ${one.term} ${one.indicator}.${one.episode}`)
  const put = corrections.map(
    one => `corrected ${one.unit} ${one.indicator} ${one.from} ${one.to} ${one.now}`,
  )
  return [...told, ...put].toSorted().join('+')
}

export const NO_NEWS: NewsFacts = { items: [], corrections: [], seen: null, gone: 0, over: false }
