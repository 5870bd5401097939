import { z } from 'zod'
import { alert } from './alert.ts'
import { newsFacts } from './alert-facts.ts'
import { newsFor } from './alert-readers.ts'
import { newsNow } from './alert-lines.ts'
import { sayNews } from './say-alerts.ts'
import { sayable } from './topic.ts'

/**
 * A message about alerts that told a figure which is another one now, said anew in its own place. Whoever was told hears of
 * it by a message of its own; where a platform changes nothing that was sent, this is not told at all.
 */
export const amended = sayable({
  name: 'amended',
  facts: z.object({
    /** Whose message it is. */
    member: z.string(),
    /** The message, as the platform named it. */
    message: z.string(),
    /** What it told, with what of it was wrong. */
    news: newsFacts('fell'),
  }),
  tellable(facts, telling) {
    const news = newsFor(facts.news, telling)
    return news && { ...facts, news }
  },
  async stillTrue({ message, news }, telling) {
    const known = await newsNow(news, telling)
    return known && { message, known }
  },
  say({ message, known }, ctx) {
    const { blocks, ...rest } = sayNews(known, ctx)
    const [title, ...below] = blocks
    const text = ctx.words.say('notices.amended.title', { title: title?.text ?? '' })
    return { ...rest, blocks: [{ text, strong: true }, ...below], replaces: message, onlyReplaces: true }
  },
})

/** What a row of the outbox tells of alerts, and whom; null when it tells of none. */
export function newsOf(row: { topic: string; facts: string; member: string | null }) {
  if (row.topic === alert.name) {
    const news = alert.read(row.facts)
    return news && { news, member: row.member }
  }
  return row.topic === amended.name ? amended.read(row.facts) : null
}
