import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { App } from './app.ts'
import type { Channel, ChannelName, Command } from './channels/channel.ts'
import { HOUR_MS } from './core/durations.ts'
import { ROLES } from './core/member.ts'
import { errorName } from './lib/error-name.ts'
import type { Log } from './lib/log.ts'
import { onceMore } from './lib/once-more.ts'
import { menuOf } from './replies/phrases/features.ts'

/** At most so many chats in one round, so that a province that is new is through within hours and nobody's message waits. */
const ROUND = 20
const AGAIN_MS = HOUR_MS

/** Keeps the menu of each linked chat that of its person's role, whoever linked, changed or ended it. */
export interface Menus {
  /** Looks at all chats; called every minute. Never rejects. */
  tick(): Promise<void>
  /** Asks nothing more; waits for the call under way. */
  stop(): Promise<void>
}

type Parts = Pick<App, 'db' | 'clock' | 'words'> & {
  channels: ReadonlyMap<ChannelName, Channel>
  log: Log
}

/** Where a channel keeps which menu each chat was given last, by address; a digest of its commands. */
const KEPT = 'menus'
const given = z.record(z.string(), z.string())

export function createMenus(parts: Parts): Menus {
  const stopping = new AbortController()
  const resting = new Map<string, number>()
  let running: Promise<void> = Promise.resolve()
  const look = onceMore(async () => {
    try {
      for (const channel of parts.channels.values())
        await bringUpToDate(parts, { channel, resting, stopping: stopping.signal })
    } catch (error) {
      parts.log.error({ error: errorName(error) }, 'menus could not be looked after')
    }
  })
  return {
    tick: () => (running = look()),
    async stop() {
      stopping.abort()
      await running
    },
  }
}

interface Round {
  channel: Channel
  /** Until when a chat is left alone whose menu did not get through. */
  resting: Map<string, number>
  stopping: AbortSignal
}

async function bringUpToDate(parts: Parts, { channel, resting, stopping }: Round): Promise<void> {
  if (channel.menu === undefined || stopping.aborted) return
  const { db, clock } = parts
  const has = given.parse(JSON.parse((await db.read.channels.kept(channel.name, KEPT)) ?? '{}'))
  const wanted = await wantedMenus(parts, channel.name)
  const stale = [...new Set([...Object.keys(has), ...wanted.keys()])].filter(
    address => has[address] !== wanted.get(address)?.key && (resting.get(address) ?? 0) <= clock.now(),
  )
  if (stale.length === 0) return
  for (const address of stale.slice(0, ROUND)) {
    const menu = wanted.get(address)
    const outcome = stopping.aborted ? 'later' : await channel.menu(address, menu?.commands ?? null)
    if (outcome === 'later') {
      resting.set(address, clock.now() + AGAIN_MS)
      break
    }
    if (menu) has[address] = menu.key
    else delete has[address]
  }
  await db.writeTogether(async ({ channels }) => await channels.keep(channel.name, KEPT, JSON.stringify(has)))
}

interface Menu {
  key: string
  commands: readonly Command[]
}

/** The menu of each chat of the channel that is linked and there, by address. */
async function wantedMenus({ db, words }: Parts, channel: string): Promise<Map<string, Menu>> {
  const menus = new Map(
    ROLES.map(role => {
      const commands = menuOf(words, role)
      const key = createHash('sha256').update(JSON.stringify(commands)).digest('base64url').slice(0, 8)
      return [role, { key, commands }] as const
    }),
  )
  const { members } = await db.read.catalog.get()
  const roles = new Map(members.map(({ member, role }) => [member, role]))
  const wanted = new Map<string, Menu>()
  for (const chat of await db.read.chats.linked()) {
    const role = roles.get(chat.member ?? '')
    const menu = role === undefined ? undefined : menus.get(role)
    if (menu && chat.channel === channel && chat.goneAt === null) wanted.set(chat.address, menu)
  }
  return wanted
}
