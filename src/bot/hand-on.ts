import { foldWords } from '../ask/words/fold.ts'
import type { Member } from '../core/member.ts'
import { refusedTurn } from './alert-acts.ts'
import type { PendingAct } from './conversation.ts'
import { meantAlerts, namedAlerts, noneMeant } from './meant-alerts.ts'
import { confirmTurn, doneTurn, saidTurn } from './saying.ts'
import type { Turn, TurnContext } from './turn.ts'
import { unreachedOf } from './unreached.ts'

/**
 * A leader hands the alerts that are meant on to an officer of the unit, named or the only one. Null where the words name no
 * officer: they may ask for something else. `atOnce`: it needs no yes.
 */
export async function handOnTurn(turn: TurnContext, who: string, atOnce: boolean): Promise<Turn | null> {
  const { member, scene } = turn
  const officers = [...scene.members.values()].filter(
    one => one.role === 'officer' && one.unit === member.unit && one.member !== member.member,
  )
  if (officers.length === 0 && member.role === 'leader' && officerWords(turn).includes(foldWords(who)))
    return saidTurn(turn, { about: 'noOfficer' })
  const named = officersNamed(turn, officers, who)
  const [officer] = named
  if (!officer) return null
  if (member.role !== 'leader') return refusedTurn(turn, 'hand_on')
  if (named.length > 1) {
    const names = named.map(one => one.name).join(', ')
    return saidTurn(turn, { about: 'whichOfficer', names })
  }
  const meant = await meantAlerts(turn)
  const alerts = meant.map(row => row.id)
  if (alerts.length === 0) return saidTurn(turn, noneMeant(turn))
  const about = { unit: member.unit, officer: officer.member }
  const unreached = await unreachedOf(turn, member.unit, [officer.member])
  const said = { name: officer.name, count: alerts.length, ...(unreached && { unreached }) }
  const act: PendingAct = {
    effects: [{ do: 'hand_on', ...about, alerts, ...(unreached && { unreached: true }) }],
    undo: [{ do: 'take_back', ...about }],
    done: { about: 'handedOn', ...said },
  }
  return atOnce
    ? doneTurn(turn, act)
    : confirmTurn(turn, act, { about: 'confirmHandOn', ...said, alerts: namedAlerts(turn, meant) })
}

/** All officers where the words say only "cán bộ"; else those whose name ends with what was typed, or has it in it. */
function officersNamed(turn: TurnContext, officers: readonly Member[], who: string): Member[] {
  const typed = foldWords(who)
  const general = officerWords(turn)
  if (general.includes(typed)) return [...officers]
  const title = general.find(word => typed.startsWith(`${word} `))
  const name = title === undefined ? typed : typed.slice(title.length + 1)
  const has = officers.filter(one => ` ${foldWords(one.name)} `.includes(` ${name} `))
  const ends = has.filter(one => foldWords(one.name).endsWith(` ${name}`))
  return ends.length > 0 ? ends : has
}

/** What an officer is called without a name, folded. */
function officerWords({ words }: TurnContext): string[] {
  return words.say('system.officerWords').split('|').map(foldWords)
}
