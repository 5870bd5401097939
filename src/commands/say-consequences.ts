import type { Unit } from '../core/unit-tree.ts'
import type { Consequences } from '../watch/consequences.ts'
import type { ChangeJson } from '../watch/evaluation-json.ts'
import { hasTurnedSince, type Verdicts } from '../watch/verdicts.ts'
import { type Call, readableTime } from './command.ts'

const SHOWN_UNITS = 8

interface Imported {
  units: readonly Unit[]
  /** How all stood before anything was imported. */
  before: Verdicts
}

/** Which units fall or recover by what was imported (what had turned before and was not evaluated is counted apart), how many messages go and when, which units nobody hears for. */
export function sayConsequences(call: Call, consequences: Consequences, imported: Imported): string[] {
  const { opened, recovered, queued, firstAt, nobody } = consequences
  const { words } = call
  const isOwn = (change: ChangeJson) => hasTurnedSince(imported.before, change)
  const names = new Map(imported.units.map(({ code, name }) => [code, name]))
  const named = (codes: readonly string[]) => {
    const all = [...new Set(codes)].map(code => names.get(code) ?? code)
    return all.length > SHOWN_UNITS ? `${all.slice(0, SHOWN_UNITS).join(', ')}, …` : all.join(', ')
  }
  const [below, back] = [opened.filter(isOwn), recovered.filter(isOwn)].map(each =>
    each.map(({ unit }) => unit),
  )
  const others = opened.length + recovered.length - (below?.length ?? 0) - (back?.length ?? 0)
  const concerned = new Set([...(below ?? []), ...(back ?? [])])
  const unheard = nobody.filter(unit => concerned.has(unit))
  const line = (
    key: 'follows_below' | 'follows_recovered' | 'follows_nobody',
    codes: readonly string[] = [],
  ) => (codes.length === 0 ? [] : [words.say(`cli.${key}`, { count: codes.length, units: named(codes) })])
  return [
    ...line('follows_below', below),
    ...line('follows_recovered', back),
    ...(others > 0 ? [words.say('cli.follows_others', { count: others })] : []),
    ...(queued > 0
      ? [
          words.say('cli.follows_messages', {
            count: queued,
            at: firstAt === null ? '' : readableTime(call, firstAt),
          }),
        ]
      : []),
    ...line('follows_nobody', unheard),
  ]
}
