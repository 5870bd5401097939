import { describe, expect, test } from 'vitest'
import { databases } from './databases.ts'

describe.each(databases)('opening $name', ({ empty, says }) => {
  test('once more finds what was written, both ways, and both answer', async () => {
    const { db, again } = await empty()
    await db.write(({ settings }) => settings.set('sample', '1'))
    const other = await again()
    expect(await other.read.settings.get('sample')).toBe('1')
    await other.write(({ settings }) => settings.set('sample', '2'))
    expect(await db.read.settings.get('sample')).toBe('2')
    await db.ping()
    await other.ping()
  })

  test('a closed one does not answer', async () => {
    const { again } = await empty()
    const other = await again()
    other.close()
    await expect(other.ping()).rejects.toThrow(says.closed)
  })
})

describe.each(databases)('a transaction of $name', ({ empty, says }) => {
  test('is not seen by readers until it is committed', async () => {
    const { db } = await empty()
    await db.write(async stores => {
      await stores.settings.set('a', '1')
      expect(await stores.settings.get('a')).toBe('1')
      expect(await db.read.settings.get('a')).toBeNull()
    })
    expect(await db.read.settings.get('a')).toBe('1')
  })

  test('is seen at once by who reads all settings here, elsewhere with the next turn of the event loop', async () => {
    const { db, again } = await empty()
    const other = await again()
    const seen = async () =>
      await Promise.all([db, other].map(async ({ read }) => (await read.settings.all()).get('a')))
    expect(await seen()).toEqual([undefined, undefined])
    await db.write(({ settings }) => settings.set('a', '1'))
    await new Promise(setImmediate)
    expect(await seen()).toEqual(['1', '1'])
    await other.write(async ({ settings }) => {
      await settings.set('a', '2')
      expect((await settings.all()).get('a')).toBe('2')
      expect(await seen()).toEqual(['1', '1'])
    })
    expect((await other.read.settings.all()).get('a')).toBe('2')
    await new Promise(setImmediate)
    expect(await seen()).toEqual(['2', '2'])
  })

  test('keeps nothing of what threw, and the next write works', async () => {
    const { db, dump } = await empty()
    const before = dump()
    const failing = db.write(async stores => {
      await stores.settings.set('a', '1')
      await stores.unanswered.add('x', 1)
      throw new Error('half way')
    })
    await expect(failing).rejects.toThrow('half way')
    expect(dump()).toEqual(before)
    await db.write(stores => stores.settings.set('a', '2'))
    expect(await db.read.settings.get('a')).toBe('2')
  })

  test('as a rehearsal sees what it changed, gives its result, and keeps nothing', async () => {
    const { db, dump } = await empty()
    await db.write(stores => stores.settings.set('a', '1'))
    const before = dump()
    const seen = await db.rehearse(async stores => {
      await stores.settings.set('a', '2')
      return await stores.settings.get('a')
    })
    expect([seen, await db.read.settings.get('a')]).toEqual(['2', '1'])
    expect(dump()).toEqual(before)
    await db.write(stores => stores.settings.set('a', '3'))
    expect(await db.read.settings.get('a')).toBe('3')
  })

  test('runs one at a time, in the order asked, each whole', async () => {
    const { db } = await empty()
    const increment = () =>
      db.write(async stores => {
        const value = Number((await stores.settings.get('n')) ?? 0)
        await new Promise(setImmediate)
        await stores.settings.set('n', String(value + 1))
        return value
      })
    const seen = await Promise.all(Array.from({ length: 50 }, increment))
    expect(seen).toEqual(Array.from({ length: 50 }, (_, index) => index))
  })

  test('inside a write is refused at once, and takes the outer one back', async () => {
    const { db } = await empty()
    const nested = db.write(async stores => {
      await stores.settings.set('a', '1')
      await db.write(inner => inner.settings.set('b', '1'))
    })
    await expect(nested).rejects.toThrow('inside write()')
    expect(await db.read.settings.get('a')).toBeNull()
  })

  test('started by a write, but after it has ended, is a write like any other', async () => {
    const { db } = await empty()
    const { promise: ended, resolve: end } = Promise.withResolvers<undefined>()
    let later: Promise<void> = Promise.resolve()
    await db.write(async () => {
      later = ended.then(() => db.write(stores => stores.settings.set('a', '1')))
    })
    end(undefined)
    await later
    expect(await db.read.settings.get('a')).toBe('1')
  })

  test('through the stores for reading is impossible', async () => {
    const { db } = await empty()
    await expect(db.read.settings.set('a', '1')).rejects.toThrow(says.readOnly)
    expect(await db.read.settings.get('a')).toBeNull()
  })

  test('refers only to what exists when it is committed', async () => {
    const { db, dump } = await empty()
    const before = dump()
    const write = db.write(stores =>
      stores.catalog.put(
        'members',
        new Map([['m', { member: 'm', name: 'M', role: 'leader', unit: 'nowhere' }]]),
      ),
    )
    await expect(write).rejects.toThrow(says.dangling)
    expect(dump()).toEqual(before)
  })
})

describe.each(databases)('what is written together in $name', ({ empty }) => {
  test('what is written together is kept together, and what fails takes only itself back', async () => {
    const { db } = await empty()
    const put = (name: string) =>
      db.writeTogether(async ({ settings }) => {
        await settings.set(name, 'on')
        if (name === 'bad') throw new Error('no')
        return name
      })
    const came = await Promise.allSettled(['first', 'bad', 'last'].map(put))
    expect(came.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect([...(await db.read.settings.all()).keys()].toSorted()).toEqual(['first', 'last'])
  })

  test('each of what is written together is noted as done by its own actor', async () => {
    const { db } = await empty()
    const note = (name: string) =>
      db.writeTogether(
        async ({ audit }) =>
          await audit.add({ at: 1, action: 'link', object: name, before: null, after: null }),
        { by: { name, chat: null } },
      )
    await Promise.all(['member:an', 'member:binh'].map(note))
    const noted = (await db.read.audit.since(0)).map(({ actor, object }) => `${object} by ${actor}`)
    expect(new Set(noted)).toEqual(new Set(['member:an by member:an', 'member:binh by member:binh']))
  })
})
