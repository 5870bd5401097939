import { readScene } from '../answers/scene.ts'
import type { Member } from '../core/member.ts'
import type { Moment } from '../core/moment.ts'
import type { Stores } from '../db/stores/database.ts'
import { draft } from '../notices/draft.ts'
import { handed } from '../notices/handed.ts'
import { answered, request } from '../notices/request.ts'
import { tell } from '../notices/tell.ts'
import { applyAlertAct, restoreAlerts } from './alert-actions.ts'
import { toldDrafts } from './drafts.ts'
import type { Effect } from './effects.ts'
import { noteEffect } from './note-turn.ts'

type Kept = Pick<
  Stores,
  'subscriptions' | 'alerts' | 'explanations' | 'unanswered' | 'audit' | 'outbox' | 'catalog' | 'settings'
>

/** Applies what a turn of the member changes. */
export async function applyEffects(
  stores: Kept,
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
        break
      case 'alerts':
        await applyAlertAct(stores, effect, member, moment)
        if (effect.action.do === 'explain') await answerRequests(stores, unitsOf(effect.alerts), moment)
        break
      case 'restore_alerts':
        await restoreAlerts(stores, effect.alerts, member, moment.at)
        await reopenRequests(stores, unitsOf(effect.alerts), moment)
        break
      case 'request':
        await askFor(stores, member, effect, moment)
        break
      case 'withdraw_request':
        await withdrawRequest(stores, member, effect.unit, moment.at)
        break
      case 'hand_on':
        await give(stores, { ...effect, by: member, at: moment.at }, moment)
        break
      case 'take_back':
        await stores.outbox.withdrawUnder(`${handed.name}:${effect.unit}:${effect.officer}:`)
        break
      case 'remind':
        await stores.outbox.withdrawUnder(`${handed.name}:${effect.unit}:${effect.officer}:`)
        await give(stores, { ...effect, by: effect.officer }, moment)
        break
      case 'forget_reminder':
        await stores.outbox.withdrawUnder(`${handed.name}:${effect.unit}:${effect.officer}:${effect.at}:`)
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

function unitsOf(alerts: readonly { unit: string }[]): Set<string> {
  return new Set(alerts.map(alert => alert.unit))
}

/** Alerts, by their numbers, go to an officer at a moment, milliseconds: from a leader, or as the officer wished. */
async function give(
  stores: Kept,
  {
    unit,
    officer,
    by,
    at,
    alerts,
  }: { unit: string; officer: string; by: string; at: number; alerts: readonly number[] },
  moment: Moment,
): Promise<void> {
  const facts = { unit, officer, alerts: [...alerts], by, at }
  const scene = await readScene(stores, moment)
  await tell({ ...stores, scene }, handed, facts, { notBefore: at, now: moment.at })
}

async function sendAgain(
  { outbox }: Kept,
  act: 'redrive' | 'give_up',
  row: number,
  now: number,
): Promise<void> {
  if (act === 'redrive') await outbox.redrive(row, now)
  else await outbox.giveUp(row)
}

/** A draft goes to the leaders of the unit. */
async function handIn(
  stores: Kept,
  { unit, officer, alerts, text }: Extract<Effect, { do: 'draft' }>,
  moment: Moment,
): Promise<void> {
  const facts = { unit, officer, at: moment.at, alerts: [...alerts], text, back: false }
  const scene = await readScene(stores, moment)
  await tell({ ...stores, scene }, draft, facts, { notBefore: moment.at, now: moment.at })
}

/** Of a draft nobody hears who has not; who has is told that it was taken back, and sends it no more. */
async function takeBack(
  stores: Kept,
  { unit, officer }: Extract<Effect, { do: 'take_back_draft' }>,
  moment: Moment,
): Promise<void> {
  await stores.outbox.withdrawUnder(`${draft.name}:${unit}:${officer}:`)
  const scene = await readScene(stores, moment)
  for (const facts of await toldDrafts(stores.outbox, unit, officer, moment.at))
    await tell(
      { ...stores, scene },
      draft,
      { ...facts, back: true },
      { notBefore: moment.at, now: moment.at },
    )
}

async function askFor(
  stores: Kept,
  asker: string,
  { unit, due }: { unit: string; due: string },
  moment: Moment,
): Promise<void> {
  const id = await stores.explanations.ask({ unit, asker, askedAt: moment.at, due })
  const scene = await readScene(stores, moment)
  const when = { notBefore: moment.at, now: moment.at }
  await tell({ ...stores, scene }, request, { request: id, unit, asker, due, again: false }, when)
}

async function withdrawRequest(
  { explanations }: Kept,
  asker: string,
  unit: string,
  now: number,
): Promise<void> {
  const own = (await explanations.requests()).findLast(row => row.unit === unit && row.asker === asker)
  if (own) await explanations.updateRequest(own.id, { withdrawnAt: now })
}

/** Whoever asked the units for an explanation is told that it is there. */
async function answerRequests(stores: Kept, units: ReadonlySet<string>, moment: Moment): Promise<void> {
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
  { explanations }: Kept,
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
