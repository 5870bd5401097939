/** The seed of the sample province: another number gives another province of the same character. */
const SEED = 0x1a7_2025

/** A stream of numbers in [0, 1). */
export type Random = () => number

/**
 * A stream that depends only on its name: what one unit gets does not change when another one is added.
 * FNV-1a of the name starts a mulberry32 generator (Tommy Ettinger, public domain); whole-number
 * arithmetic, so every machine gives the same numbers.
 */
export function randomOf(name: string): Random {
  let state = 0x811c9dc5 ^ SEED
  for (let i = 0; i < name.length; i += 1) state = Math.imul(state ^ name.charCodeAt(i), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A number between the two ends, evenly spread. */
export function between(random: Random, [low, high]: readonly [number, number]): number {
  return low + (high - low) * random()
}

/** A number around 0 with standard deviation 1: the sum of four even ones, never beyond ±3.5. */
export function noise(random: Random): number {
  return (random() + random() + random() + random() - 2) * Math.sqrt(3)
}
