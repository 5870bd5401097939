/** Tokens `from` to `to` (not included). */
export interface Run {
  from: number
  to: number
}

/** How many tokens two stretches share. */
export function overlapOf(a: Run, b: Run): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
}

/** Whether all tokens of `inner` are also of `outer`. */
export function covers(outer: Run, inner: Run): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

/** Whether `outer` holds all tokens of `inner`, and more. */
export function isWider(outer: Run, inner: Run): boolean {
  return covers(outer, inner) && outer.to - outer.from > inner.to - inner.from
}

/** Whether the token at `at` is one of the stretch. */
export function holds({ from, to }: Run, at: number): boolean {
  return from <= at && at < to
}
