import type { AuditStore } from '../db/stores/audit.ts'
import type { Effect } from './effects.ts'
import type { Turn } from './turn.ts'

/** Keeps in the audit what a turn changes; an explanation with the one that it follows. */
export async function noteEffect(audit: AuditStore, effect: Effect, at: number): Promise<void> {
  if (effect.do === 'subscribe') {
    const after = effect.active ? 'on' : 'off'
    await audit.add({ at, action: 'subscription', object: `digest:${effect.kind}`, after })
  }
  if (effect.do === 'prefer') {
    const { member: _, ...after } = effect.preference
    await audit.add({ at, action: 'subscription', object: 'digest', after: JSON.stringify(after) })
  }
  if (effect.do === 'note_refused') await audit.add({ at, action: 'refused', object: `act:${effect.act}` })
  if (effect.do === 'request')
    await audit.add({ at, action: 'request', object: `unit:${effect.unit}`, after: effect.due })
  if (effect.do === 'hand_on')
    await audit.add({ at, action: 'request', object: `member:${effect.officer}`, after: effect.unit })
  if (effect.do === 'draft')
    await audit.add({ at, action: 'draft', object: `unit:${effect.unit}`, after: effect.text })
  if (effect.do === 'take_back_draft') await audit.add({ at, action: 'undo', object: `unit:${effect.unit}` })
  if (effect.do === 'remind')
    await audit.add({ at, action: 'snooze', object: `member:${effect.officer}`, after: String(effect.days) })
  if (effect.do === 'forget_reminder')
    await audit.add({ at, action: 'undo', object: `member:${effect.officer}` })
  if (effect.do === 'redrive' || effect.do === 'give_up')
    await audit.add({
      at,
      action: effect.do === 'redrive' ? 'send' : 'undo',
      object: 'outbox:dead',
      after: effect.rows.join(' '),
    })
  if (effect.do === 'take_back')
    await audit.add({ at, action: 'undo', object: `member:${effect.officer}`, before: effect.unit })
  if (effect.do === 'withdraw_request') await audit.add({ at, action: 'undo', object: `unit:${effect.unit}` })
  if (effect.do === 'restore_alerts')
    for (const { unit, indicator, term } of effect.alerts)
      await audit.add({ at, action: 'undo', object: `alert:${unit}/${indicator}/${term}` })
  if (effect.do !== 'alerts') return
  const { action, alerts } = effect
  for (const { unit, indicator, term, explanation } of alerts) {
    const entry = { at, action: action.do, object: `alert:${unit}/${indicator}/${term}` }
    if (action.do === 'explain') await audit.add({ ...entry, before: explanation, after: action.text })
    else await audit.add({ ...entry, after: action.do === 'snooze' ? String(action.days) : null })
  }
}

/** Keeps in the audit of which units the figures were refused. */
export async function noteRefusals(audit: AuditStore, { answers }: Turn, at: number): Promise<void> {
  const refused = answers.flatMap(({ figures }) => figures.filter(({ reason }) => reason === 'not_allowed'))
  for (const unit of new Set(refused.map(figure => figure.unit))) {
    await audit.add({ at, action: 'refused', object: `unit:${unit}` })
  }
}
