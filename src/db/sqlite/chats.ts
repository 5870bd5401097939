import { and, asc, eq, gt, isNotNull, isNull, lt, or } from './drizzle.ts'
import { chats, digestGroups, invites, outbox, wrongCodes } from './schema.ts'
import { type ChatRow, type ChatStore, isLook } from '../stores/chats.ts'
import { columnsOf } from './columns-of.ts'
import type { Connection } from './connection.ts'

type Invitations = Pick<
  ChatStore,
  'addInvite' | 'findInvite' | 'liveInvites' | 'cutInvites' | 'endInvite' | 'takeInvite' | 'countCode'
>

const SETTLED = { pending: null, pendingAt: null }

export function chatStore(db: Connection): ChatStore {
  const byAddress = db.$client.prepare<[string, string], ChatRow>(
    `SELECT ${columnsOf(chats)} FROM chat WHERE channel = ? AND address = ?`,
  )

  const byId = db.$client.prepare<[number], ChatRow>(`SELECT ${columnsOf(chats)} FROM chat WHERE id = ?`)

  const noteSeen = db.$client.prepare<[number, string, string]>(
    'UPDATE chat SET seen_at = ? WHERE channel = ? AND address = ?',
  )

  return {
    async seen(channel, address, at) {
      noteSeen.run(at, channel, address)
    },
    async find(channel, address) {
      return byAddress.get(channel, address) ?? null
    },
    async get(id) {
      return byId.get(id) ?? null
    },
    async ofMember(member) {
      const linked = db.select().from(chats).where(eq(chats.member, member)).orderBy(asc(chats.id)).all()
      return linked.filter(chat => !isLook(chat))
    },
    async linked() {
      return db.select().from(chats).where(isNotNull(chats.member)).orderBy(asc(chats.id)).all()
    },
    async touch(channel, address, at) {
      const seen = at === undefined ? {} : { seenAt: at }
      return db
        .insert(chats)
        .values({ channel, address, ...seen })
        .onConflictDoUpdate({ target: [chats.channel, chats.address], set: { goneAt: null, ...seen } })
        .returning()
        .get()
    },
    async link(id, member, at, linkedAs) {
      const link = { member, linkedAt: at, linkedAs: linkedAs ?? null }
      db.update(chats)
        .set({ ...link, ...SETTLED })
        .where(eq(chats.id, id))
        .run()
    },
    async unlink(id) {
      db.update(chats)
        .set({ member: null, linkedAt: null, linkedAs: null, ...SETTLED })
        .where(eq(chats.id, id))
        .run()
    },
    async move(id, address) {
      moveChat(db, id, address)
    },
    ...marks(db),
    ...groupsOf(db),
    ...invitations(db),
  }
}

/** What is noted of a chat beside whose it is. */
function marks(
  db: Connection,
): Pick<ChatStore, 'ask' | 'mute' | 'prefer' | 'markGone' | 'markFailing' | 'markStrangerTold'> {
  return {
    async ask(id, pending, at) {
      const asked = pending === null ? SETTLED : { pending, pendingAt: at }
      db.update(chats).set(asked).where(eq(chats.id, id)).run()
    },
    async mute(id, at) {
      db.update(chats).set({ mutedAt: at }).where(eq(chats.id, id)).run()
    },
    async prefer(id, at) {
      db.update(chats).set({ preferredAt: at }).where(eq(chats.id, id)).run()
    },
    async markGone(id, at) {
      db.update(chats).set({ goneAt: at }).where(eq(chats.id, id)).run()
    },
    async markFailing(id, at) {
      const which = at === null ? eq(chats.id, id) : and(eq(chats.id, id), isNull(chats.failingSince))
      db.update(chats).set({ failingSince: at }).where(which).run()
    },
    async markStrangerTold(id, at) {
      db.update(chats).set({ strangerToldAt: at }).where(eq(chats.id, id)).run()
    },
  }
}

function groupsOf(db: Connection): Pick<ChatStore, 'groups' | 'openGroup' | 'closeGroup'> {
  return {
    groups: async () =>
      db.select().from(digestGroups).orderBy(asc(digestGroups.at), asc(digestGroups.chat)).all(),
    async openGroup(group) {
      db.insert(digestGroups)
        .values(group)
        .onConflictDoUpdate({ target: digestGroups.chat, set: group })
        .run()
    },
    async closeGroup(chat) {
      db.delete(digestGroups).where(eq(digestGroups.chat, chat)).run()
    },
  }
}

/** One-time codes, and the wrong ones that were tried. */
function invitations(db: Connection): Invitations {
  return {
    async addInvite(row) {
      db.insert(invites).values(row).run()
    },
    async findInvite(codeHash) {
      return db.select().from(invites).where(eq(invites.codeHash, codeHash)).get() ?? null
    },
    async liveInvites(member, now) {
      return db
        .select()
        .from(invites)
        .where(and(eq(invites.member, member), live(now)))
        .all()
    },
    async cutInvites(latest) {
      db.update(invites).set({ expiresAt: latest }).where(live(latest)).run()
    },
    async endInvite(codeHash, at) {
      db.update(invites).set({ endedAt: at }).where(eq(invites.codeHash, codeHash)).run()
    },
    async takeInvite(codeHash, now) {
      const taken = db
        .update(invites)
        .set({ usedAt: now })
        .where(and(eq(invites.codeHash, codeHash), live(now)))
        .returning()
        .all()
      return taken[0] ?? null
    },
    async countCode({ channel, address }, { at, since, most }) {
      const here = and(eq(wrongCodes.channel, channel), eq(wrongCodes.address, address))
      // What is later than now was noted by a clock that was wrong.
      db.delete(wrongCodes)
        .where(and(here, or(lt(wrongCodes.at, since), gt(wrongCodes.at, at))))
        .run()
      const before = db.select({ id: wrongCodes.id }).from(wrongCodes).where(here).all().length
      if (before < most) db.insert(wrongCodes).values({ channel, address, at }).run()
      return Math.min(most, before + 1)
    },
  }
}

/** The chat has another address now; of two chats that turn out to be one, one remains. */
function moveChat(db: Connection, id: number, address: string): void {
  const chat = db.select().from(chats).where(eq(chats.id, id)).get()
  if (chat === undefined || chat.address === address) return
  const other = db
    .select()
    .from(chats)
    .where(and(eq(chats.channel, chat.channel), eq(chats.address, address)))
    .get()
  if (other !== undefined) {
    // The person wrote from the new address before we heard of the move: one chat remains.
    db.update(outbox).set({ chat: id }).where(eq(outbox.chat, other.id)).run()
    db.delete(digestGroups).where(eq(digestGroups.chat, other.id)).run()
    db.delete(chats).where(eq(chats.id, other.id)).run()
  }
  const link = chat.member === null ? other : chat
  db.update(chats)
    .set({
      address,
      goneAt: null,
      failingSince: null,
      member: link?.member ?? null,
      linkedAt: link?.linkedAt ?? null,
      linkedAs: link?.linkedAs ?? null,
    })
    .where(eq(chats.id, id))
    .run()
}

/** Neither used nor taken back nor expired. */
function live(now: number) {
  return and(isNull(invites.usedAt), isNull(invites.endedAt), gt(invites.expiresAt, now))
}
