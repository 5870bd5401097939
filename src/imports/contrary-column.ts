import { contraryTitles, reachedTitles } from '../../locales/vi/files.ts'
import type { Indicator } from '../core/indicator.ts'
import { says } from './says.ts'

/**
 * Whether the titles of a column say the contrary of what an indicator counts: "Tỷ lệ trễ hạn", "Số hồ sơ không đạt". The
 * lowest title counts before those above it; an indicator that is itself called so counts just that.
 */
export function isContrary(path: readonly string[], indicator: Indicator): boolean {
  const { name, shortName, aliases, numeratorLabel } = indicator
  if (says([name, shortName, numeratorLabel, ...aliases], contraryTitles)) return false
  const last = path.slice(-1)
  return says(last, contraryTitles) || (says(path, contraryTitles) && !says(last, reachedTitles))
}
