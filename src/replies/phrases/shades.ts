/** The colour of a cell and of what is written in it, as RGB in hex. */
export interface Shade {
  fill: string
  ink: string
}

const DARK = '1B2733'
const LIGHT = 'FFFFFF'

/** From far below its target to well above it, points; apart in grey and for who cannot tell red from green. */
const SHADES: readonly (Shade & { under: number })[] = [
  { under: -20, fill: 'B35806', ink: LIGHT },
  { under: -10, fill: 'E08214', ink: DARK },
  { under: -5, fill: 'FDB863', ink: DARK },
  { under: 0, fill: 'FEE0B6', ink: DARK },
  { under: 5, fill: 'D8DAEB', ink: DARK },
]
const WELL_ABOVE: Shade = { fill: '8073AC', ink: LIGHT }
const NOT_COMPARED: Shade = { fill: 'F1F5F9', ink: '5A6775' }

/** How a value is coloured by its gap to the target, points (positive: missing); null where nothing is compared. */
export function shadeOf(gap: number | null): Shade {
  if (gap === null) return NOT_COMPARED
  return SHADES.find(shade => -gap < shade.under) ?? WELL_ABOVE
}
