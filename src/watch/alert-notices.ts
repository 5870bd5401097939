import { escalationDue, isQuiet, reminderDue } from '../core/alert.ts'
import { termKey } from '../core/campaign.ts'
import { workingDaysBetween } from '../core/holidays.ts'
import { civilDay } from '../core/moment.ts'
import type { NewsItem } from '../notices/alert-facts.ts'
import { membersOf } from '../notices/topic.ts'
import type { Change } from './change.ts'
import { amendMessages } from './amendments.ts'
import { correctionsOf } from './corrections.ts'
import { isSilent } from './feed.ts'
import { correctGroups } from './group-corrections.ts'
import { lastTold, postNews } from './post-news.ts'
import { toldToMembers } from './told.ts'
import { refreshWaiting } from './waiting.ts'
import type { Watch } from './watch.ts'

/** What there is to tell each person, by code. */
type News = Map<string, NewsItem[]>

/**
 * Queues what an evaluation has to tell: for each person one message for all that fell, turned, recovered, stands or
 * waits for an answer, of all units together, and what was told wrongly before. Returns how many people and groups have
 * something new to read.
 */
export async function queueNotices(
  watch: Watch,
  changes: readonly Change[],
  haveFiguresChanged: boolean,
): Promise<number> {
  const news: News = new Map()
  for (const change of changes) tellChange(watch, news, change)
  for (const of of Map.groupBy(changes, change => change.unit).values()) await tellReminder(watch, news, of)
  await tellAbove(watch, news, changes)
  const waiting = await refreshWaiting(watch, changes, haveFiguresChanged)
  const corrections = haveFiguresChanged ? await correctionsOf(watch, await toldToMembers(watch)) : null
  if (corrections) await amendMessages(watch, [...corrections.values()].flat())
  const members = [...news.keys(), ...(corrections ? [...corrections.keys(), ...waiting] : [])]
  let queued = haveFiguresChanged ? await correctGroups(watch) : 0
  for (const member of new Set(members)) {
    const corrected = corrections && (corrections.get(member) ?? []).map(one => one.correction)
    if (await postNews(watch, member, news.get(member) ?? [], corrected)) queued++
  }
  return queued
}

function add(news: News, members: readonly string[], item: NewsItem): void {
  for (const member of members) news.set(member, [...(news.get(member) ?? []), item])
}

const WHAT: Partial<Record<Change['event'], NewsItem['what']>> = {
  opened_first: 'first',
  fell_below: 'fell',
  turned_behind: 'behind',
  recovered: 'recovered',
  target_changed: 'changed',
}

/** What has changed is told to the leaders of the unit; another target with the one before. */
function tellChange(watch: Watch, news: News, change: Change): void {
  const what = WHAT[change.event]
  if (what === undefined) return
  const before = what === 'changed' ? (change.before?.target ?? null) : null
  add(news, membersOf(watch, change.unit, 'leader'), itemOf(change, what, before))
}

/** Of one unit: all that is still open, once a week, where something of it has changed; and what was put off until now. */
async function tellReminder(watch: Watch, news: News, changes: readonly Change[]): Promise<void> {
  const { moment, settings } = watch.scene
  const open: Change[] = []
  const put: Change[] = []
  for (const change of changes) {
    const { event, alert, indicator } = change
    if (event !== 'still_below' || isQuiet(alert, moment.at)) continue
    // What somebody asked to be reminded of is told, come new figures or not.
    if (snoozeEnded(alert, moment.at)) put.push(change)
    else if (await isSilent(watch, indicator)) continue
    open.push(change)
  }
  const [first] = open
  const isWeekly = open.some(({ alert }) => reminderDue(alert, moment.at, settings.reminderDays))
  if (!first || (put.length === 0 && !isWeekly)) return
  for (const member of membersOf(watch, first.unit, 'leader')) {
    const told = await lastTold(watch, member)
    const items = (isWeekly ? open : put).map(change => {
      const item = itemOf(change, 'reminder')
      return { ...item, before: told(item) }
    })
    const hasChanged = items.some(({ value, before }) => before !== value)
    if (!hasChanged && put.length === 0) continue
    for (const item of items) add(news, [member], item)
    for (const { alert } of isWeekly ? open : put) await watch.alerts.update(alert.id, { toldAt: moment.at })
  }
}

/** Whether a leader asked to be reminded at a moment that has come, and was not told anything since. */
function snoozeEnded({ snoozedUntil, toldAt, openedAt }: Change['alert'], now: number): boolean {
  return snoozedUntil !== null && snoozedUntil <= now && (toldAt ?? openedAt) < snoozedUntil
}

/** What is behind and was not answered for some working days is told to who stands above: in a province also its committee. */
async function tellAbove(watch: Watch, news: News, changes: readonly Change[]): Promise<void> {
  const { moment, settings, catalog, tree } = watch.scene
  for (const change of changes) {
    const { alert, unit, indicator } = change
    if (alert.pace !== 'behind' || alert.escalatedAt !== null) continue
    const passed = workingDaysBetween(civilDay(alert.changedAt, moment.zone), moment.today, catalog.holidays)
    const above = tree.byCode.get(unit)?.parent
    if (!above || !escalationDue(alert, passed, settings.escalationDays)) continue
    if (await isSilent(watch, indicator)) continue
    const readers = [...membersOf(watch, above, 'leader'), ...committeeOf(watch, above)]
    if (readers.length === 0) continue
    add(news, readers, itemOf(change, 'escalated'))
    await watch.alerts.update(alert.id, { escalatedAt: moment.at })
  }
}

/** The committee of a province, where the unit is one; also where nobody leads what stands in between. */
function committeeOf(watch: Watch, above: string): string[] {
  const { tree } = watch.scene
  const province = tree.province(above).code
  const isLed = membersOf(watch, above, 'leader').length > 0
  return above === province || !isLed ? membersOf(watch, province, 'committee') : []
}

function itemOf(
  { unit, indicator, term, to, alert: { episode, value, target } }: Change,
  what: NewsItem['what'],
  before: number | null = null,
): NewsItem {
  return { what, unit, term: termKey(term), indicator, episode, value, target, before, to }
}
