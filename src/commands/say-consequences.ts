import type { Unit } from '../core/unit-tree.ts'
import type { Imported } from '../imports/outcome.ts'
import type { Consequences } from '../watch/consequences.ts'
import { type Call, readableTime } from './command.ts'

const SHOWN_UNITS = 8

interface Imports {
  units: readonly Unit[]
  /** Which figures each import made others; null of what is no figures. */
  touched: readonly Imported['touched'][]
  /** Whether anything was imported by which figures are judged: not people or days off alone. */
  isJudging: boolean
}

/** Which units fall or recover by what was imported, how many messages go and when, which units nobody hears for. */
export function sayConsequences(call: Call, consequences: Consequences, imports: Imports): string[] {
  const { opened, recovered, queued, firstAt, nobody } = consequences
  const { words } = call
  const isOwn = byImports(imports)
  const names = new Map(imports.units.map(({ code, name }) => [code, name]))
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

/**
 * Whether what turned is of a unit and an indicator of which the imports changed figures, or of a unit above one. What had
 * come before and was not evaluated yet turns with them, and is of others.
 */
function byImports({
  units,
  touched,
  isJudging,
}: Imports): (turned: { unit: string; indicator: string }) => boolean {
  const parents = new Map(units.map(({ code, parent }) => [code, parent]))
  const own = new Set<string>()
  for (const each of touched) {
    if (each === null) continue
    for (const code of each.units) {
      let at: string | null | undefined = code
      // Stored units hold no circle; what is already there ends the way up.
      while (at !== null && at !== undefined) {
        const fresh = each.indicators.filter(indicator => !own.has(`${at}|${indicator}`))
        if (fresh.length === 0) break
        for (const indicator of fresh) own.add(`${at}|${indicator}`)
        at = parents.get(at)
      }
    }
  }
  return ({ unit, indicator }) =>
    (isJudging && touched.every(each => each === null)) || own.has(`${unit}|${indicator}`)
}
