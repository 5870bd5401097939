import type { Viewing } from '../answers/asking.ts'
import type { AboutUnit, Notice, NoticeLine } from '../answers/notice.ts'
import { readFigures } from '../answers/figures.ts'
import { withNeed } from '../answers/target-answers.ts'
import { termToDate } from '../answers/windows.ts'
import { readScene } from '../answers/scene.ts'
import type { World } from '../answers/world.ts'
import type { Term } from '../core/campaign.ts'
import { termKey } from '../core/campaign.ts'
import { civilDay } from '../core/moment.ts'
import type { Moment } from '../core/moment.ts'
import { phaseDays } from '../core/progress.ts'
import { round2 } from '../core/rounding.ts'
import { phaseTerm, yearTerm } from '../core/term.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import type { ChatRow } from '../db/stores/chats.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import type { OutboxRow } from '../db/stores/outbox.ts'
import type { Words } from '../i18n/words.ts'
import type { Message } from '../lib/message.ts'
import { sayContext } from '../replies/phrases/context.ts'
import type { SayContext } from '../replies/phrases/context.ts'
import { sayNotice } from '../replies/say-notice.ts'
import { sayOperation } from '../replies/say-operation.ts'
import type { AlertFacts, ToldAlert } from '../watch/alert-facts.ts'
import type { DigestFacts } from '../watch/digests.ts'
import type { StaleFacts } from '../watch/stale.ts'
import { composeDigest } from './compose-digest.ts'
import { restoreMessage } from './stored-message.ts'

interface Parts {
  db: Database
  words: Words
  moment: Moment
}

interface Composing extends Viewing, Pick<Stores, 'alerts'> {
  say: SayContext
}

/**
 * What an outbox row says, made at the moment of sending from what is true then. Null when nothing of it is true any
 * more (the unit has recovered, the member is gone): the row is withdrawn.
 */
export async function composeNotice(parts: Parts, row: OutboxRow, chat: ChatRow): Promise<Message | null> {
  if (row.topic === 'reply') return restoreMessage(row.facts)
  // The chat has become somebody else's since.
  if (chat.member !== row.member) return null
  const scene = await readScene(parts.db.read, parts.moment)
  const member = scene.members.get(row.member ?? '')
  if (!member) return null
  if (row.topic === 'operation') return sayOperation(JSON.parse(row.facts), parts.words)
  const { observations, alerts } = parts.db.read
  const say = sayContext(scene, parts.words, member)
  const composing: Composing = { scene, observations, alerts, member, say }
  if (row.topic === 'digest') {
    const { kind, late }: DigestFacts = JSON.parse(row.facts)
    return (await composeDigest(composing, { kind, late }, say)).message
  }
  if (row.topic === 'stale') return await composeStale(composing, JSON.parse(row.facts))
  const notice = await alertNotice(composing, row.topic, JSON.parse(row.facts))
  return notice && sayNotice(notice, say)
}

async function composeStale(
  composing: Composing,
  { units, since, days }: StaleFacts,
): Promise<Message | null> {
  const dataTo = await composing.observations.dataToByUnit(composing.scene.moment)
  const stale = units
    .map((unit, at) => ({ unit, dataTo: since[at] ?? null }))
    .filter(one => composing.scene.tree.byCode.has(one.unit) && (dataTo.get(one.unit) ?? null) === one.dataTo)
  return stale.length > 0 ? sayNotice({ topic: 'stale', days, units: stale }, composing.say) : null
}

async function alertNotice(
  composing: Composing,
  topic: 'alert' | 'recovered' | 'reminder' | 'escalation',
  facts: AlertFacts,
): Promise<Notice | null> {
  const { scene, alerts } = composing
  const term = termOf(scene, facts.term)
  if (!term || !scene.tree.byCode.has(facts.unit)) return null
  const wanted = topic === 'recovered' ? 'recovered' : 'below'
  const rows = (await alerts.ofUnits([facts.unit])).filter(
    row => row.term === facts.term && row.state === wanted,
  )
  const lines = await Promise.all(
    facts.alerts.flatMap(told => {
      const row = rows.find(one => one.indicator === told.indicator && one.episode === told.episode)
      return row ? [noticeLine(composing, row, told, term)] : []
    }),
  )
  if (lines.length === 0) return null
  const { daysLeft } = phaseDays(term, scene.moment.today)
  const about: AboutUnit = {
    unit: facts.unit,
    term,
    daysLeft,
    lines,
    dataTo: await coveredTo(composing, facts.unit),
  }
  switch (topic) {
    case 'alert':
      return { topic, first: facts.first, ...about }
    case 'recovered':
    case 'reminder':
      return { topic, ...about }
    case 'escalation':
      break
  }
  const parent = scene.tree.byCode.get(facts.unit)?.parent
  return parent ? { topic, parent, days: scene.settings.escalationDays, ...about } : null
}

async function noticeLine(
  composing: Composing,
  row: AlertRow,
  told: ToldAlert,
  term: Term,
): Promise<NoticeLine> {
  const { moment } = composing.scene
  const window = termToDate(term, moment.today)
  const query = { units: [row.unit], indicators: [row.indicator], window, term }
  const [figure] = await readFigures(composing, query)
  const needed = figure ? (await withNeed(composing, figure, term)).need : undefined
  return {
    indicator: row.indicator,
    value: row.value,
    target: row.target,
    pace: row.pace,
    expected: row.expected,
    since: civilDay(row.openedAt, moment.zone),
    need: needed ?? null,
    changeSinceTold: told.before === null ? null : round2(row.value - told.before),
    explanation: row.explanation,
  }
}

async function coveredTo(composing: Composing, unit: string): Promise<string | null> {
  const byUnit = await composing.observations.dataToByUnit(composing.scene.moment)
  return byUnit.get(unit) ?? (await composing.observations.dataTo(composing.scene.moment))
}

/** The phase or year that a stored key names, or null when it is there no more. */
function termOf(world: World, key: string): Term | null {
  const phase = world.catalog.phases.map(phaseTerm).find(term => termKey(term) === key)
  return phase ?? (/^\d{4}$/.test(key) ? yearTerm(Number(key), '') : null)
}
