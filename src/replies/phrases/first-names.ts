import type { SayContext } from './context.ts'
import { namesInList } from './names.ts'

/** The first so many of the units by name, and how many more there are. */
export function firstNames(ctx: SayContext, units: readonly string[], most: number): string {
  const shown = units.slice(0, most)
  return andMore(ctx, shown.map(namesInList(ctx, shown)).join(', '), units.length - shown.length)
}

/** "Pleiku, An Khê và 3 đơn vị nữa". */
export function andMore({ words }: SayContext, names: string, count: number): string {
  return count > 0 ? words.say('digests.andMore', { names, count }) : names
}
