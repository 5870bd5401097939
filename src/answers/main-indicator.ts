import { MAIN_BY_DEFAULT } from '../settings/settings.ts'
import type { Scene } from './scene.ts'

/** The main one of these indicators: what groups are ordered by; null when there are none. */
export function mainIndicatorOf(scene: Scene, among: readonly string[]): string | null {
  const { mainIndicator: chosen } = scene.settings
  const main = [chosen, ...MAIN_BY_DEFAULT].find(
    code => among.includes(code ?? '') && scene.indicators.has(code ?? ''),
  )
  return main ?? among[0] ?? null
}
