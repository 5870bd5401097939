import type { App } from '../app.ts'
import { DIGEST_KINDS } from '../core/digest.ts'
import type { DigestKind } from '../core/digest.ts'
import { isActive, ROLES } from '../core/member.ts'
import type { Member } from '../core/member.ts'
import { isSubscribed } from '../notices/digest.ts'
import { textOption } from './command.ts'
import type { Call, Command, Outcome } from './command.ts'
import { withApp } from './with-app.ts'

/** Who gets which digest; with a kind and `on` or `off`, turns it for the member, or for everybody of a role. */
export const subscriptions: Command = {
  name: 'subscriptions',
  usage: 'subscriptions [MEMBER|--role ROLE] [KIND on|off] [--json]',
  positionals: [0, 3],
  options: { role: { type: 'string' } },
  run: async call => {
    const asked = askedIn(call)
    if (!asked)
      return {
        status: 'usage',
        text: call.words.say('people.ops.subscriptionsHow', { kinds: DIGEST_KINDS.join(', ') }),
      }
    return await withApp(call, async app => {
      const { today } = app.moment()
      const all = (await app.db.read.catalog.get()).members.filter(one => isActive(one, today))
      const { member, role } = asked
      const meant = all.filter(
        one => (member === null || one.member === member) && (role === null || one.role === role),
      )
      if (meant.length === 0 && member !== null) {
        const text = call.words.say('cli.no_such_member', { member })
        return { status: 'refused', text, json: { error: text } }
      }
      if (asked.change) await turn(app, call, meant, asked.change)
      return await list(app, call, meant)
    })
  },
}

interface Asked {
  member: string | null
  role: string | null
  change: { kind: DigestKind; active: boolean } | null
}

function askedIn(call: Call): Asked | null {
  const role = textOption(call, 'role') ?? null
  if (role !== null && !ROLES.some(one => one === role)) return null
  const words = [...call.positionals]
  const isOdd = words.length % 2 === 1
  if (isOdd && role !== null) return null
  const member = isOdd ? (words.shift() ?? null) : null
  const [kindWord, onOff] = words
  if (kindWord === undefined) return { member, role, change: null }
  const kind = DIGEST_KINDS.find(one => one === kindWord)
  const isWhose = member !== null || role !== null
  if (!kind || !isWhose || (onOff !== 'on' && onOff !== 'off')) return null
  return { member, role, change: { kind, active: onOff === 'on' } }
}

async function turn(
  app: App,
  call: Call,
  members: readonly Member[],
  change: NonNullable<Asked['change']>,
): Promise<void> {
  const at = call.clock.now()
  await app.db.write(async stores => {
    for (const { member } of members) {
      await stores.subscriptions.set(member, change.kind, change.active, at)
      const after = change.active ? 'on' : 'off'
      await stores.audit.add({
        at,
        action: 'subscription',
        object: `member:${member}`,
        after: `${change.kind} ${after}`,
      })
    }
  })
}

async function list({ db }: App, { words }: Call, members: readonly Member[]): Promise<Outcome> {
  const chosen = await db.read.subscriptions.all()
  const json = members.map(member => ({
    member: member.member,
    kinds: DIGEST_KINDS.filter(kind => isSubscribed(member, kind, chosen)),
  }))
  const lines = json.map(({ member, kinds }) =>
    words.say('people.ops.subscription', { member, kinds: kinds.join(', ') || '–' }),
  )
  return { status: 'done', text: lines.join('\n') || words.say('people.list.nobody'), json }
}
