import { newsFacts } from './alert-facts.ts'
import { newsFor } from './alert-readers.ts'
import { newsNow } from './alert-lines.ts'
import { sayNews } from './say-alerts.ts'
import { sayable } from './topic.ts'

/**
 * All that an evaluation has to tell one person: falls, turns, recoveries, other targets, reminders, and what is told to
 * who stands above. To whom each goes is found with it: see `watch/alert-notices.ts`.
 */
export const alert = sayable({
  name: 'alert',
  facts: newsFacts('fell'),
  tellable: newsFor,
  stillTrue: newsNow,
  say: sayNews,
})

/** Topics of earlier releases, of which rows may still wait. */
export const recovered = sayable({
  name: 'recovered',
  facts: newsFacts('recovered'),
  tellable: newsFor,
  stillTrue: newsNow,
  say: sayNews,
})
export const reminder = sayable({
  name: 'reminder',
  facts: newsFacts('reminder'),
  tellable: newsFor,
  stillTrue: newsNow,
  say: sayNews,
})
export const escalation = sayable({
  name: 'escalation',
  facts: newsFacts('escalated'),
  tellable: newsFor,
  stillTrue: newsNow,
  say: sayNews,
})
