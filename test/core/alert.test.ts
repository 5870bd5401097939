import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AlertEvent,
  type AlertLife,
  type Evaluation,
  escalationDue,
  nextAlert,
  reminderDue,
} from '../../src/core/alert.ts'
import { at } from './rows.ts'

const DAY = 86_400_000
const START = at('2024-05-20 07:00').at

/** The findings of day after day; a number is the value where 50 is expected and 60 is the target. */
function live(values: readonly number[], firstOfTerm = true) {
  let alert: AlertLife | null = null
  const events: AlertEvent[] = []
  for (const [i, value] of values.entries()) {
    const next = nextAlert(alert, evaluation(value, START + i * DAY, firstOfTerm && i === 0))
    alert = next.alert
    events.push(next.event)
  }
  return { alert, events }
}

/** Every evaluation at a new time has new figures. */
function evaluation(value: number, now: number, firstOfTerm = false): Evaluation {
  const pace = value >= 60 ? 'met' : value >= 50 ? 'on_track' : 'behind'
  const rule = { better: 'higher', newestRow: now, onOldFigures: false, hysteresis: 0.5 } as const
  return { value, target: 60, expected: 50, pace, firstOfTerm, now, ...rule }
}

describe('the life of an alert', () => {
  test('below from the start: told once in the first summary, then no news', () => {
    expect(live([55, 55, 56]).events).toEqual(['opened_first', 'still_below', 'still_below'])
  })

  test('met from the start, then fallen', () => {
    const { alert, events } = live([61, 59.99, 55])
    expect(events).toEqual(['none', 'fell_below', 'still_below'])
    expect(alert).toEqual({
      state: 'below',
      pace: 'on_track',
      value: 55,
      expected: 50,
      target: 60,
      episode: 1,
      openedAt: START + DAY,
      changedAt: START + DAY,
      toldAt: START + DAY,
      toldState: 'below',
      newestRow: START + 2 * DAY,
      steady: 2,
      damped: false,
      acknowledgedAt: null,
      acknowledgedBy: null,
      snoozedUntil: null,
      explanation: null,
      escalatedAt: null,
    })
  })

  test('never below: it stands as met, and nothing is told', () => {
    const { alert, events } = live([60, 61, 60])
    expect(alert).toMatchObject({ state: 'met', pace: null, episode: 0, toldAt: null, toldState: null })
    expect(events).toEqual(['none', 'none', 'none'])
  })

  test('below for the first time later in the term has fallen', () => {
    expect(live([40], false).events).toEqual(['fell_below'])
  })

  test('turns behind, catches up, turns behind again: told each time it turns', () => {
    expect(live([55, 45, 44, 52, 49]).events).toEqual([
      'opened_first',
      'turned_behind',
      'still_below',
      'still_below',
      'turned_behind',
    ])
  })

  test('a turn that only the calendar made, while others have newer figures, is told once its own have come', () => {
    const { alert } = live([55])
    const old = nextAlert(alert, { ...evaluation(45, START + DAY), onOldFigures: true })
    expect([old.event, old.alert.pace]).toEqual(['still_below', 'behind'])
    expect(nextAlert(old.alert, evaluation(45, START + 2 * DAY)).event).toBe('turned_behind')
  })

  test('recovers once, falls again in a second episode', () => {
    const { alert, events } = live([45, 60, 62, 58, 61])
    expect(events).toEqual(['opened_first', 'recovered', 'none', 'fell_below', 'recovered'])
    expect(alert).toMatchObject({
      state: 'recovered',
      pace: null,
      value: 61,
      episode: 2,
      openedAt: START + 3 * DAY,
      changedAt: START + 4 * DAY,
      toldAt: START + 4 * DAY,
    })
  })

  test('the episode names the fact', () => {
    const met = nextAlert(null, evaluation(70, START)).alert
    const first = nextAlert(met, evaluation(45, START)).alert
    const recovered = nextAlert(first, evaluation(70, START)).alert
    const second = nextAlert(recovered, evaluation(45, START)).alert
    expect([met, first, recovered, second].map(alert => alert.episode)).toEqual([0, 1, 1, 2])
  })

  test('what a leader did covers the fact that it was done for, not the next', () => {
    const done = {
      acknowledgedAt: 1,
      acknowledgedBy: 'gd-sgtvt',
      snoozedUntil: 2,
      escalatedAt: 3,
      explanation: 'vì sao',
    }
    const open: AlertLife = { ...live([55]).alert!, ...done }
    expect(nextAlert(open, evaluation(56, START)).alert).toMatchObject(done)
    const untouched = { acknowledgedAt: null, acknowledgedBy: null, snoozedUntil: null, escalatedAt: null }
    expect(nextAlert(open, evaluation(45, START)).alert).toMatchObject({
      ...untouched,
      explanation: 'vì sao',
    })
    const recovered = nextAlert(open, evaluation(60, START)).alert
    expect(recovered).toMatchObject({ explanation: 'vì sao', snoozedUntil: null, acknowledgedAt: 1 })
    expect(nextAlert(recovered, evaluation(45, START)).alert).toMatchObject({
      ...untouched,
      explanation: null,
    })
  })

  test('a changed target is told as such, once, and never as a fall or a recovery', () => {
    const below = live([59]).alert
    const lowered = nextAlert(below, { ...evaluation(59, START), target: 58, pace: 'met' })
    expect(lowered).toMatchObject({
      event: 'target_changed',
      alert: { target: 58, state: 'recovered', episode: 2 },
    })
    const again = nextAlert(lowered.alert, { ...evaluation(59, START + DAY), target: 58, pace: 'met' })
    expect(again.event).toBe('none')
    const raised = nextAlert(again.alert, { ...evaluation(59, START), target: 70, pace: 'on_track' })
    expect(raised).toMatchObject({ event: 'target_changed', alert: { state: 'below', episode: 3 } })
    const met = live([70]).alert
    expect(nextAlert(met, { ...evaluation(70, START), target: 65, pace: 'met' })).toMatchObject({
      event: 'target_changed',
      alert: { state: 'met' },
    })
  })

  const history = fc.array(fc.constantFrom(40, 49.99, 50, 59.99, 60, 70), { minLength: 1, maxLength: 20 })

  test('the same evaluation again tells nothing and changes nothing', () => {
    fc.assert(
      fc.property(history, fc.boolean(), (values, first) => {
        const { alert } = live(values, first)
        const same = { ...evaluation(values.at(-1)!, START + 99 * DAY), newestRow: alert!.newestRow }
        const again = nextAlert(alert, same)
        expect(again.alert).toEqual(alert)
        expect(again.event).toBe(values.at(-1)! < 60 ? 'still_below' : 'none')
      }),
    )
  })

  test('falls and recoveries take turns, and the state says whether the last value is below', () => {
    fc.assert(
      fc.property(history, fc.boolean(), (values, first) => {
        const { alert, events } = live(values, first)
        expect(alert?.state === 'below').toBe(values.at(-1)! < 60)
        const turns = events.filter(event => ['opened_first', 'fell_below', 'recovered'].includes(event))
        expect(turns.every((turn, i) => (turn === 'recovered') === (i % 2 === 1))).toBe(true)
        // Every value here is clear of the target or the second of two, but for 59.99 after a recovery.
        const falls = values.filter((value, i) => value < 60 && (i === 0 || values[i - 1]! >= 60))
        expect(alert?.episode ?? 0).toBeLessThanOrEqual(falls.length)
      }),
    )
  })
})

/** Overdue dossiers: at most 10 %, lower is better. */
function overdue(value: number, now: number): Evaluation {
  const pace = value <= 10 ? 'met' : 'behind'
  return { ...evaluation(value, now), target: 10, pace, better: 'lower' }
}

describe('around the target', () => {
  test('fifty crossings of the line are told as one fall and one recovery', () => {
    const { events } = live(Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? 59.8 : 60.2)))
    expect(events.filter(event => event !== 'still_below' && event !== 'none')).toEqual([
      'opened_first',
      'recovered',
    ])
  })

  test('after a recovery, a fall of more than the hysteresis is told at once', () => {
    expect(live([59, 61, 59.5]).events.at(-1)).toBe('still_below')
    expect(live([59, 61, 59.49]).events.at(-1)).toBe('fell_below')
  })

  test('a small fall is told when a second evaluation with new figures finds it', () => {
    const { alert, events } = live([59, 61, 59.7, 59.7])
    expect(events.slice(2)).toEqual(['still_below', 'fell_below'])
    expect(alert).toMatchObject({ toldState: 'below', episode: 2 })
    const small = live([59, 61, 59.7]).alert!
    const same = { ...evaluation(59.7, START + 9 * DAY), newestRow: small.newestRow }
    expect(nextAlert(small, same).event).toBe('still_below')
  })

  test('after such a fall a small recovery waits likewise', () => {
    expect(live([59, 61, 58, 60.3]).events.at(-1)).toBe('none')
    expect(live([59, 61, 58, 60.3, 60.2]).events.at(-1)).toBe('recovered')
    expect(live([59, 61, 58, 60.51]).events.at(-1)).toBe('recovered')
  })

  test('where lower is better the signs turn', () => {
    let alert: AlertLife | null = null
    const events = [12, 9, 10.4, 9, 10.6].map((value, i) => {
      const next = nextAlert(alert, overdue(value, START + i * DAY))
      alert = next.alert
      return next.event
    })
    expect(events).toEqual(['fell_below', 'recovered', 'still_below', 'none', 'fell_below'])
  })

  test('known as behind, it is not told as behind again after a short recovery that nobody was told of', () => {
    expect(live([45, 60, 45, 60.3, 45]).events).toEqual([
      'opened_first',
      'recovered',
      'fell_below',
      'none',
      'still_below',
    ])
  })
})

describe('reminders', () => {
  const below = live([55]).alert!

  test('come after seven days, counted from what was told last', () => {
    expect(reminderDue(below, START + 7 * DAY - 1, 7)).toBe(false)
    expect(reminderDue(below, START + 7 * DAY, 7)).toBe(true)
    expect(reminderDue({ ...below, toldAt: START + 5 * DAY }, START + 7 * DAY, 7)).toBe(false)
    expect(reminderDue({ ...below, toldAt: null }, START + 7 * DAY, 7)).toBe(true)
    expect(reminderDue(below, START + 3 * DAY, 3)).toBe(true)
  })

  test('are not sent of what was acknowledged within two weeks, or explained', () => {
    const acknowledged = { ...below, acknowledgedAt: START + 7 * DAY }
    expect(reminderDue(acknowledged, START + 20 * DAY, 7)).toBe(false)
    expect(reminderDue(acknowledged, START + 21 * DAY, 7)).toBe(true)
    expect(reminderDue({ ...below, explanation: 'mất mạng' }, START + 60 * DAY, 7)).toBe(false)
  })

  test('wait while snoozed, and end with the alert', () => {
    const snoozed = { ...below, snoozedUntil: START + 9 * DAY }
    expect(reminderDue(snoozed, START + 9 * DAY - 1, 7)).toBe(false)
    expect(reminderDue(snoozed, START + 9 * DAY, 7)).toBe(true)
    expect(reminderDue(live([55, 60]).alert!, START + 30 * DAY, 7)).toBe(false)
  })
})

describe('escalation', () => {
  const behind = live([55, 45]).alert!

  test('comes after so many working days behind', () => {
    expect(escalationDue(behind, 6, 7)).toBe(false)
    expect(escalationDue(behind, 7, 7)).toBe(true)
    expect(escalationDue(behind, 2, 2)).toBe(true)
  })

  test('not when acknowledged, explained, told before, on track, or recovered', () => {
    expect(escalationDue({ ...behind, acknowledgedAt: START }, 9, 7)).toBe(false)
    expect(escalationDue({ ...behind, explanation: 'mất mạng' }, 9, 7)).toBe(false)
    expect(escalationDue({ ...behind, escalatedAt: START }, 9, 7)).toBe(false)
    expect(escalationDue(live([55]).alert!, 9, 7)).toBe(false)
    expect(escalationDue(live([45, 60]).alert!, 9, 7)).toBe(false)
  })
})
