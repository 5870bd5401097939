import { describe, expect, test } from 'vitest'
import { databases } from './databases.ts'

describe.each(databases)('the audit of $name', ({ empty }) => {
  test('who did what is kept in order, by whom the write says, else by whoever opened the database', async () => {
    const { db, again } = await empty()
    await db.write(async ({ audit }) => {
      await audit.add({ at: 1, action: 'invite', object: 'member:gd' })
    })
    await db.write(
      async ({ audit }) =>
        await audit.add({ at: 2, action: 'link', object: 'chat:7', before: 'bcd', after: 'gd' }),
      { name: 'member:gd', chat: 7 },
    )
    const operated = await again({ name: 'operator:hoa', chat: null })
    await operated.write(
      async ({ audit }) => await audit.add({ at: 3, action: 'setting', object: 'setting:peers' }),
    )
    await db.write(async ({ audit }) => await audit.add({ at: 4, action: 'refused', object: 'unit:S1' }))
    expect((await db.read.audit.since(1)).map(row => [row.at, row.actor, row.chat, row.action])).toEqual([
      [1, 'service', null, 'invite'],
      [2, 'member:gd', 7, 'link'],
      [3, 'operator:hoa', null, 'setting'],
      [4, 'service', null, 'refused'],
    ])
    expect(await db.read.audit.since(4)).toHaveLength(1)
    expect(await db.read.audit.about(['chat:7', 'chat:8'])).toEqual([
      {
        id: 2,
        at: 2,
        actor: 'member:gd',
        chat: 7,
        action: 'link',
        object: 'chat:7',
        before: 'bcd',
        after: 'gd',
      },
    ])
  })

  test('what a write took back is not in the audit either', async () => {
    const { db } = await empty()
    const failing = db.write(async ({ audit }) => {
      await audit.add({ at: 1, action: 'invite', object: 'member:gd' })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await db.read.audit.since(0)).toEqual([])
  })

  test('an import and its undoing are in it, whoever makes them', async () => {
    const { db } = await empty()
    const record = {
      kind: 'units',
      file: 'u.csv',
      hash: 'h',
      at: 5,
      rows: 1,
      added: 1,
      changed: 0,
      unchanged: 0,
    }
    const id = await db.write(async ({ imports }) => await imports.add(record), {
      name: 'operator:hoa',
      chat: null,
    })
    await db.write(async ({ imports }) => await imports.markUndone(id, 6))
    expect(await db.read.audit.about([`import:${id}`])).toMatchObject([
      { at: 5, actor: 'operator:hoa', action: 'import', after: 'units u.csv' },
      { at: 6, actor: 'service', action: 'undo' },
    ])
  })
})
