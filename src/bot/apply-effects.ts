import { readScene } from '../answers/scene.ts'
import type { Member } from '../core/member.ts'
import { momentAt } from '../core/moment.ts'
import type { Moment } from '../core/moment.ts'
import type { Stores } from '../db/stores/database.ts'
import { draft } from '../notices/draft.ts'
import { TAKEN_BACK, toldDrafts } from '../notices/drafts.ts'
import { handed } from '../notices/handed.ts'
import { answered, request } from '../notices/request.ts'
import { tell } from '../notices/tell.ts'
import { followPreference } from '../watch/follow-preference.ts'
import { applyAlertAct, restoreAlerts } from './alert-actions.ts'
import type { Effect } from './effects.ts'
import { noteEffect } from './note-turn.ts'

/** Applies what a turn of the member changes. */
export async function applyEffects(
  stores: Stores,
  { member }: Member,
  effects: readonly Effect[],
  moment: Moment,
): Promise<void> {
  for (const effect of effects) {
    await noteEffect(stores.audit, effect, moment.at)
    switch (effect.do) {
      case 'subscribe':
        await stores.subscriptions.set(member, effect.kind, effect.active, moment.at)
        break
      case 'prefer':
        await stores.subscriptions.prefer(effect.preference)
        await followPreference(stores, member, moment)
        break
      case 'alerts':
        await applyAlertAct(stores, effect, member, moment)
        if (effect.action.do === 'explain') await answerRequests(stores, unitsOf(effect.alerts), moment)
        break
      case 'restore_alerts':
        await undoAlerts(stores, member, effect, moment)
        break
      case 'request':
        await askFor(stores, member, effect, moment)
        break
      case 'withdraw_request':
        await withdrawRequest(stores, member, effect, moment.at)
        break
      case 'hand_on':
        await give(stores, { ...effect, by: member, at: moment.at }, moment)
        break
      case 'take_back':
        await stores.outbox.withdrawUnder(`${handed.name}:${effect.unit}:${effect.officer}:${effect.did}:`)
        break
      case 'remind':
        await remind(stores, effect, moment)
        break
      case 'forget_reminder':
        await stores.outbox.withdrawUnder(`${handed.name}:${effect.unit}:${effect.officer}:${effect.at}:`)
        for (const row of effect.instead) await stores.outbox.finish(row, { state: 'queued' })
        break
      case 'draft':
        await handIn(stores, effect, moment)
        break
      case 'take_back_draft':
        await takeBack(stores, effect, moment)
        break
      case 'redrive':
      case 'give_up':
        for (const row of effect.rows) await sendAgain(stores, effect.do, row, moment.at)
        break
      case 'note_refused':
        break
      case 'keep_unanswered':
        await stores.unanswered.add(effect.text, moment.at)
        break
    }
  }
}

/** Takes back what the member did about alerts. */
async function undoAlerts(
  stores: Stores,
  member: string,
  effect: Extract<Effect, { do: 'restore_alerts' }>,
  moment: Moment,
): Promise<void> {
  await restoreAlerts(stores, { ...effect, member, at: momentAt(effect.did, moment.zone) }, moment.at)
  await reopenRequests(stores, unitsOf(effect.alerts), moment)
}

function unitsOf(alerts: readonly { unit: string }[]): Set<string> {
  return new Set(alerts.map(alert => alert.unit))
}

/** Alerts, by their numbers, go to an officer at a moment, milliseconds: from a leader, or as the officer wished. */
async function give(
  stores: Stores,
  {
    unit,
    officer,
    by,
    at,
    alerts,
    unreached,
  }: { unit: string; officer: string; by: string; at: number; alerts: readonly number[]; unreached?: true },
  moment: Moment,
): Promise<void> {
  const facts = { unit, officer, alerts: [...alerts], by, at, unreached }
  const scene = await readScene(stores, moment)
  await tell({ ...stores, scene }, handed, facts, { notBefore: at, now: moment.at })
}

/** One reminder in the place of those that wait; a day that was taken back may be asked for again. */
async function remind(
  stores: Stores,
  effect: Extract<Effect, { do: 'remind' }>,
  moment: Moment,
): Promise<void> {
  const { outbox } = stores
  const { unit, officer, at, instead } = effect
  for (const row of instead) await outbox.finish(row, { state: 'withdrawn' })
  const sameDay = await outbox.withPrefix(`${handed.name}:${unit}:${officer}:${at}:`)
  await give(stores, { ...effect, by: officer }, moment)
  for (const { id } of sameDay) await outbox.finish(id, { state: 'queued' })
}

async function sendAgain(
  { outbox }: Stores,
  act: 'redrive' | 'give_up',
  row: number,
  now: number,
): Promise<void> {
  if (act === 'redrive') await outbox.redrive(row, now)
  else await outbox.giveUp(row)
}

/** A draft goes to the leaders of the unit. */
async function handIn(
  stores: Stores,
  { unit, officer, alerts, text, unreached }: Extract<Effect, { do: 'draft' }>,
  moment: Moment,
): Promise<void> {
  const about = { unit, officer, at: moment.at, alerts: [...alerts], text }
  const facts = { ...about, back: false, waits: false, unreached }
  const scene = await readScene(stores, moment)
  await tell({ ...stores, scene }, draft, facts, { notBefore: moment.at, now: moment.at })
}

/** Of a draft nobody hears who has not; who has is told that it was taken back, and sends it no more. */
async function takeBack(
  stores: Stores,
  { unit, officer, did }: Extract<Effect, { do: 'take_back_draft' }>,
  moment: Moment,
): Promise<void> {
  const key = `${draft.name}:${unit}:${officer}:${did}:`
  await stores.outbox.withdrawUnder(key)
  for (const { id, state } of await stores.outbox.withPrefix(key))
    if (state === 'withdrawn') await stores.outbox.finish(id, { lastError: TAKEN_BACK })
  const scene = await readScene(stores, moment)
  for (const facts of await toldDrafts(stores.outbox, key))
    await tell(
      { ...stores, scene },
      draft,
      { ...facts, back: true },
      { notBefore: moment.at, now: moment.at },
    )
}

async function askFor(
  stores: Stores,
  asker: string,
  { unit, due, unreached }: Extract<Effect, { do: 'request' }>,
  moment: Moment,
): Promise<void> {
  const id = await stores.explanations.ask({ unit, asker, askedAt: moment.at, due })
  const scene = await readScene(stores, moment)
  const when = { notBefore: moment.at, now: moment.at }
  const facts = { request: id, unit, asker, due, again: false, unreached }
  await tell({ ...stores, scene }, request, facts, when)
}

/** The request that was made at a moment. */
async function withdrawRequest(
  { explanations }: Stores,
  asker: string,
  { unit, did }: { unit: string; did: number },
  now: number,
): Promise<void> {
  for (const { id, unit: asked, asker: by, askedAt } of await explanations.requests())
    if (asked === unit && by === asker && askedAt === did)
      await explanations.updateRequest(id, { withdrawnAt: now })
}

/** Whoever asked the units for an explanation is told that it is there. */
async function answerRequests(stores: Stores, units: ReadonlySet<string>, moment: Moment): Promise<void> {
  const scene = await readScene(stores, moment)
  for (const { id, unit, asker, answeredAt } of await stores.explanations.requests()) {
    if (!units.has(unit) || answeredAt !== null) continue
    await stores.explanations.updateRequest(id, { answeredAt: moment.at })
    const when = { notBefore: moment.at, now: moment.at }
    await tell({ ...stores, scene }, answered, { request: id, unit, asker, at: moment.at }, when)
  }
}

/** What was answered by a text that has just been taken back waits again. */
async function reopenRequests(
  { explanations }: Stores,
  units: ReadonlySet<string>,
  { at }: Moment,
): Promise<void> {
  const written = await explanations.ofUnits([...units])
  for (const { id, unit, answeredAt } of await explanations.requests()) {
    const stands = written.some(row => row.unit === unit && row.at === answeredAt)
    if (units.has(unit) && answeredAt !== null && !stands && at >= answeredAt)
      await explanations.updateRequest(id, { answeredAt: null })
  }
}
