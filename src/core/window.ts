/** A stretch of civil days, both ends included, `YYYY-MM-DD`. */
export interface Window {
  from: string
  to: string
}

/** Whether all days of `inner` are also of `outer`. */
export function isWithin(inner: Window, outer: Window): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}
