/**
 * What the charts' library is told to draw, as plain data: it goes to another thread. Beside what the library knows, the
 * `axisLabel` of an axis may have `texts`.
 */
export type PictureOption = Readonly<Record<string, PlainData>>

export type PlainData =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly PlainData[]
  | { readonly [key: string]: PlainData }

/** What stands at places of an axis: at values, or at categories counted from 0. */
export type AxisTexts = readonly (readonly [at: number, text: string])[]

/** The text of the place that is nearest to a value; none without places. */
export function textAt(texts: AxisTexts, value: number): string {
  const nearest = texts.reduce<AxisTexts[number] | null>(
    (best, one) => (best === null || Math.abs(one[0] - value) < Math.abs(best[0] - value) ? one : best),
    null,
  )
  return nearest?.[1] ?? ''
}
