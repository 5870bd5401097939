import { describe, expect, test } from 'vitest'
import { databases } from './databases.ts'

const CHART = { name: 'bieu-do.png', type: 'image/png', bytes: new Uint8Array([1, 2]), until: 1_000 }

describe.each(databases)('channels of $name', ({ empty }) => {
  test('a published file is there until its time, under its own key alone, and is forgotten after it', async () => {
    const { db } = await empty()
    await db.write(async ({ channels }) => {
      await channels.publish({ key: 'aaa', ...CHART })
      await channels.publish({ key: 'bbb', ...CHART, until: 2_000 })
    })
    const { channels } = db.read
    expect(await channels.published('aaa', 999)).toMatchObject({ name: 'bieu-do.png', type: 'image/png' })
    expect([...((await channels.published('aaa', 999))?.bytes ?? [])]).toEqual([1, 2])
    expect(await channels.published('aaa', 1_000)).toBeNull()
    expect(await channels.published('aa', 1)).toBeNull()
    expect(await db.write(async stores => await stores.channels.forgetPublished(1_500))).toBe(1)
    expect(await channels.published('bbb', 1_500)).not.toBeNull()
  })

  test('a value is swapped by exactly one of those who saw the same one before', async () => {
    const { db } = await empty()
    const swap = (from: string | null, to: string, channel = 'zalo-oa') =>
      db.write(async ({ channels }) => await channels.swap(channel, 'tokens', { from, to }))
    expect(await Promise.all([swap(null, 'a'), swap(null, 'b'), swap(null, 'c', 'other')])).toEqual([
      true,
      false,
      true,
    ])
    expect([await swap('b', 'd'), await swap('a', 'e'), await swap('a', 'f')]).toEqual([false, true, false])
    expect(await db.read.channels.kept('zalo-oa', 'tokens')).toBe('e')
    expect(await db.read.channels.kept('other', 'tokens')).toBe('c')
  })

  test('counts are of a channel, a month and a thing', async () => {
    const { db } = await empty()
    const after = await db.write(async ({ channels }) => {
      await channels.count('zalo-bot', '2026-11', 'sent', 2)
      await channels.count('zalo-bot', '2026-11', 'received', 1)
      await channels.count('zalo-bot-2', '2026-11', 'sent', 7)
      return await channels.count('zalo-bot', '2026-11', 'sent', 3)
    })
    expect(after).toBe(5)
    expect(await db.read.channels.counts('zalo-bot', '2026-11')).toEqual({ sent: 5, received: 1 })
    expect(await db.read.channels.counts('zalo-bot', '2026-12')).toEqual({})
  })

  test('when a person last wrote never goes back; a phone number stays; leaving and coming back is known', async () => {
    const { db } = await empty()
    const hoa = { channel: 'zalo-oa', address: '25125' }
    await db.write(async ({ channels }) => {
      await channels.heard({ ...hoa, heardAt: 50, follows: true, phone: '84912345678' })
      await channels.heard({ ...hoa, heardAt: 20, follows: false })
    })
    expect(await db.read.channels.contact('zalo-oa', '25125')).toEqual({
      ...hoa,
      heardAt: 50,
      follows: false,
      phone: '84912345678',
    })
    expect(await db.read.channels.contact('zalo-oa', '7')).toBeNull()
    expect(await db.read.channels.people('zalo-oa')).toBe(1)
  })
})
