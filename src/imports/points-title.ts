import { percentPointTitles, pointTitles } from '../../locales/vi/files.ts'
import { foldText } from './names/fold-name.ts'
import { says } from './says.ts'

/** Less in brackets is the number of a column or of a note. */
const LEAST_POINTS = 5

/** "Số hóa hồ sơ (22)", "Tiến độ (tối đa 20 điểm)": the most points that a title says; null where it says none. */
export function mostPoints(title: string): number | null {
  const most = Number(/\( ?(?:toi da )?(\d{1,2})(?: ?(?:diem|d))? ?\)$/.exec(foldText(title))?.[1] ?? 0)
  return most >= LEAST_POINTS ? most : null
}

/** Whether a column holds points: its title says so, or the most that there are, and none of its numbers is above that. */
export function holdsPoints(title: string, numbers: readonly (number | null)[]): boolean {
  if (says([title], pointTitles) && !says([title], percentPointTitles) && !title.includes('%')) return true
  const most = mostPoints(title)
  const filled = numbers.filter(number => number !== null)
  return most !== null && filled.length > 0 && filled.every(number => number <= most)
}
