/** A small generator, so that every run sees the same cases: whole numbers from `from` to `to`, both included. */
export function seeded(seed: number): (from: number, to: number) => number {
  let state = (seed * 7919 + 17) % 2_147_483_647
  return (from, to) => {
    state = (state * 48_271) % 2_147_483_647
    return from + (state % (to - from + 1))
  }
}
