import { DAY_MS } from './core/durations.ts'
import type { App } from './app.ts'
import { addDays } from './core/period.ts'

/**
 * What the first start on an empty database does: loads the sample province, and lives through its last week, so that
 * who fell below and who recovered since is news. What was told a week ago counts as told. False, and nothing done,
 * when the database holds anything.
 */
export async function firstStart(app: App): Promise<boolean> {
  if (!(await app.db.read.catalog.isEmpty())) return false
  const { today, at } = app.moment()
  // What only an empty database needs is loaded for it alone.
  const { loadSample } = await import('./sample/load-sample.ts')
  const { sampleCalendar } = await import('./sample/calendar.ts')
  if (!(await loadSample(app.db, today, at))) return false
  const lastDay = sampleCalendar(today).weeks.at(-1)?.to ?? today
  const weekAgo = addDays(lastDay, -7)
  const then = at - Math.round((Date.parse(today) - Date.parse(weekAgo)) / DAY_MS) * DAY_MS
  await app.evaluate(then)
  await app.db.write(async ({ outbox }) => {
    for (const row of await outbox.list('queued'))
      await outbox.finish(row.id, { state: 'sent', sentAt: then })
  })
  return true
}
