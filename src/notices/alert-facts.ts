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
  before: z.number().nullable(),
})
export type NewsItem = z.infer<typeof newsItem>

const now = z.object({
  items: z.array(newsItem),
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
    })),
    gone: 0,
    over: false,
  }))
  return z.union([now, translated])
}

/** Nobody knows of the fall yet while this waits. */
function isUntoldFall({ what }: NewsItem): boolean {
  return what === 'fell' || what === 'first'
}

/** What stands for one alert in a message: word of the unit itself and word to who stands above are two things. */
function placeOf({ what, unit, term, indicator }: NewsItem): string {
  return `${what === 'escalated' ? 'above' : 'own'} ${unit} ${term} ${indicator}`
}

/**
 * What waits, with news added: the newest word of each alert stands. A fall that was not told yet stays a fall; with its
 * recovery it is gone, and only counted.
 */
export function withNews(waiting: NewsFacts, news: readonly NewsItem[]): NewsFacts {
  const items = new Map(waiting.items.map(item => [placeOf(item), item]))
  let { gone } = waiting
  for (const item of news) {
    const known = items.get(placeOf(item))
    items.delete(placeOf(item))
    if (known && isUntoldFall(known) && item.what === 'recovered') gone++
    else {
      const stays = known && isUntoldFall(known) && (item.what === 'behind' || item.what === 'reminder')
      items.set(placeOf(item), stays ? { ...item, what: known.what } : item)
    }
  }
  return { ...waiting, items: [...items.values()], gone }
}

/** Names what is told, so that the same is queued once. */
export function newsName({ items }: NewsFacts): string {
  return items
    .map(one => `${one.what} ${one.unit} ${one.term} ${one.indicator}.${one.episode}`)
    .toSorted()
    .join('+')
}

export const NO_NEWS: NewsFacts = { items: [], gone: 0, over: false }
