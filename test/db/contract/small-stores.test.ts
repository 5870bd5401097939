import { describe, expect, test } from 'vitest'
import { databases } from './databases.ts'

describe.each(databases)('small stores of $name', ({ empty }) => {
  describe('explanations', () => {
    const text = {
      unit: 'U1',
      indicator: 'x',
      term: 'C/1',
      episode: 1,
      text: 'vì mất mạng',
      author: 'gd',
      at: 5,
    }

    test('stand one beside the other; what was taken back stands no more', async () => {
      const { db } = await empty()
      const [first, second] = await db.write(async ({ explanations }) => [
        await explanations.add(text),
        await explanations.add({ ...text, text: 'đã sửa', at: 6 }),
      ])
      const known = await db.read.explanations.ofUnits(['U2', 'U1'])
      expect(known.map(row => [row.id, row.text])).toEqual([
        [first, 'vì mất mạng'],
        [second, 'đã sửa'],
      ])
      await db.write(async ({ explanations }) => await explanations.withdraw(first, 7))
      expect(await db.read.explanations.ofUnits(['U1'])).toEqual([
        { ...text, id: second, text: 'đã sửa', at: 6, withdrawnAt: null },
      ])
    })

    test('are asked for with a last day, and a request knows what became of it', async () => {
      const { db } = await empty()
      const asked = { unit: 'U1', asker: 'bcd', askedAt: 1, due: '2024-05-17' }
      const id = await db.write(async ({ explanations }) => await explanations.ask(asked))
      await db.write(async ({ explanations }) => await explanations.updateRequest(id, { answeredAt: 9 }))
      expect(await db.read.explanations.requests()).toEqual([
        { ...asked, id, remindedAt: null, answeredAt: 9, withdrawnAt: null },
      ])
      await db.write(async ({ explanations }) => await explanations.updateRequest(id, { withdrawnAt: 10 }))
      expect(await db.read.explanations.requests()).toEqual([])
    })
  })

  describe('alerts', () => {
    const alert = {
      unit: 'U1',
      indicator: 'x',
      term: 'C/1',
      state: 'below',
      pace: 'behind',
      value: 40.25,
      expected: 45,
      target: 50,
      episode: 1,
      openedAt: 1,
      changedAt: 1,
      toldAt: null,
      toldState: null,
      newestRow: 0,
      steady: 1,
      damped: false,
      acknowledgedAt: null,
      acknowledgedBy: null,
      snoozedUntil: null,
      explanation: null,
      escalatedAt: null,
    } as const

    test('are kept by term and by unit, and change', async () => {
      const { db } = await empty()
      const [first, second] = await db.write(async ({ alerts }) => [
        await alerts.insert(alert),
        await alerts.insert({ ...alert, unit: 'U2', term: '2024' }),
      ])
      expect(await db.read.alerts.ofTerm('C/1')).toEqual([{ id: first, ...alert }])
      const units = Array.from({ length: 2500 }, (_, index) => `U${2500 - index}`)
      expect((await db.read.alerts.ofUnits(units)).map(row => row.id)).toEqual([first, second])
      expect(await db.read.alerts.ofUnits([])).toEqual([])
      await db.write(({ alerts }) => alerts.update(first, { state: 'recovered', pace: null, toldAt: 9 }))
      await db.write(({ alerts }) => alerts.update(first, {}))
      expect((await db.read.alerts.ofTerm('C/1'))[0]).toMatchObject({
        state: 'recovered',
        pace: null,
        toldAt: 9,
        toldState: null,
        newestRow: 0,
        steady: 1,
        damped: false,
      })
    })

    test('are one for each unit, indicator and term', async () => {
      const { db } = await empty()
      const twice = db.write(async ({ alerts }) => {
        await alerts.insert(alert)
        await alerts.insert(alert)
      })
      await expect(twice).rejects.toThrow('UNIQUE')
      expect(await db.read.alerts.ofTerm('C/1')).toEqual([])
    })

    test('know when their term was last evaluated', async () => {
      const { db } = await empty()
      expect(await db.read.alerts.lastEvaluation('C/1')).toBeNull()
      await db.write(({ alerts }) => alerts.recordEvaluation('C/1', 5))
      await db.write(({ alerts }) => alerts.recordEvaluation('C/1', 7))
      expect(await db.read.alerts.lastEvaluation('C/1')).toBe(7)
    })
  })

  test('a conversation is the last one that was put', async () => {
    const { db } = await empty()
    expect(await db.read.conversations.get('telegram:1')).toBeNull()
    await db.write(({ conversations }) => conversations.put('telegram:1', '{"a":1}', 5))
    await db.write(({ conversations }) => conversations.put('telegram:1', '{"a":2}', 6))
    expect(await db.read.conversations.get('telegram:1')).toEqual({ state: '{"a":2}', at: 6 })
  })

  test('subscriptions are one for each member and kind', async () => {
    const { db } = await empty()
    await db.write(async ({ subscriptions }) => {
      await subscriptions.set('gd', 'weekly', true, 1)
      await subscriptions.set('gd', 'daily', true, 2)
      await subscriptions.set('gd', 'weekly', false, 3)
    })
    expect(await db.read.subscriptions.all()).toEqual([
      { member: 'gd', kind: 'weekly', active: false, at: 3 },
      { member: 'gd', kind: 'daily', active: true, at: 2 },
    ])
  })

  test('how a person gets digests is kept as it was chosen last', async () => {
    const { db } = await empty()
    const chosen = { member: 'gd', hour: '09:00', weekday: null, pausedUntil: null, onlyNews: false }
    await db.write(async ({ subscriptions }) => {
      await subscriptions.prefer({ ...chosen, member: 'ct' })
      await subscriptions.prefer(chosen)
      await subscriptions.prefer({ ...chosen, pausedUntil: '2024-06-03', onlyNews: true })
    })
    expect(await db.read.subscriptions.preferences()).toEqual([
      { ...chosen, member: 'ct' },
      { ...chosen, pausedUntil: '2024-06-03', onlyNews: true },
    ])
  })

  test('a schedule remembers the latest slot, also when an earlier one is made up for', async () => {
    const { db } = await empty()
    expect(await db.read.schedule.last('weekly')).toBeNull()
    await db.write(({ schedule }) => schedule.complete('weekly', 200, 201))
    await db.write(({ schedule }) => schedule.complete('weekly', 100, 202))
    expect(await db.read.schedule.last('weekly')).toEqual({ slot: 200, at: 202 })
    await db.write(({ schedule }) => schedule.adopt('weekly', 150, 203))
    expect(await db.read.schedule.last('weekly')).toEqual({ slot: 150, at: 203 })
  })

  test('unanswered texts are counted, the most frequent first, and cannot fill the disk', async () => {
    const { db } = await empty()
    await db.write(async ({ unanswered }) => {
      await unanswered.add('giá vàng', 1)
      await unanswered.add('giá vàng', 3)
      await unanswered.add('giá vàng', 2)
      await unanswered.add('x'.repeat(10_000), 4)
      // Cut in the middle of a pair of surrogates.
      await unanswered.add(`${'y'.repeat(499)}😀`, 5)
    })
    expect(await db.read.unanswered.list(10)).toEqual([
      { text: 'giá vàng', times: 3, lastAt: 3 },
      { text: `${'y'.repeat(499)}�`, times: 1, lastAt: 5 },
      { text: 'x'.repeat(500), times: 1, lastAt: 4 },
    ])
    await db.write(async ({ unanswered }) => {
      for (let n = 0; n < 5000; n++) await unanswered.add(`text ${n}`, 10 + n)
    })
    const list = await db.read.unanswered.list(10_000)
    expect(list).toHaveLength(4503)
    expect(list[0]).toEqual({ text: 'text 4999', times: 1, lastAt: 5009 })
    expect(list.map(each => each.text)).not.toContain('text 0')
  })

  test('imports are listed newest first, with a journal', async () => {
    const { db } = await empty()
    const record = {
      kind: 'units',
      file: 'units.csv',
      hash: 'ab',
      at: 1,
      rows: 2,
      added: 2,
      changed: 0,
      unchanged: 0,
    }
    const changes = Array.from({ length: 2500 }, (_, index) => ({
      key: `U${index}`,
      before: null,
      after: '{}',
    }))
    const [first, second, third] = await db.write(async ({ imports }) => {
      const ids = [
        await imports.add(record),
        await imports.add(record),
        await imports.add({ ...record, kind: 'members' }),
      ]
      for (const id of ids) await imports.addChanges(id, changes)
      return ids
    })
    expect((await db.read.imports.list()).map(each => each.id)).toEqual([third, second, first])
    expect(await db.read.imports.changes(first ?? 0)).toEqual(changes)
    const keys = changes.map(change => change.key)
    expect(await db.read.imports.thatChanged('units', keys)).toEqual([first, second])
    expect(await db.read.imports.thatChanged('units', ['U9999'])).toEqual([])
    await db.write(({ imports }) => imports.markUndone(second ?? 0, 9))
    expect(await db.read.imports.get(second ?? 0)).toEqual({ ...record, id: second, undoneAt: 9 })
    expect(await db.read.imports.thatChanged('units', ['U1'])).toEqual([first])
    expect(await db.read.imports.get(99)).toBeNull()
  })
})
