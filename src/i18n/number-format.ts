/** Numbers as a region writes them (`vi-VN`: `1.240`, `40,3`): at most 2 decimals, no trailing zeros, no "-0". */
export function numberFormats(region: string) {
  const decimals = new Intl.NumberFormat(region, { maximumFractionDigits: 2, signDisplay: 'negative' })
  const whole = new Intl.NumberFormat(region, { maximumFractionDigits: 0, signDisplay: 'negative' })
  return {
    /** Percent, given as 40.3 for 40,3 %. */
    percent: (value: number) => `${decimals.format(value)}%`,
    decimal: (value: number) => decimals.format(value),
    count: (value: number) => whole.format(value),
    plain: (value: number) => String(value),
  }
}
