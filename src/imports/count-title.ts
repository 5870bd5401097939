import { countTitles, valueTitles } from '../../locales/vi/files.ts'
import { foldName } from './names/fold-name.ts'
import { says } from './says.ts'

/** Whether the lowest title of a column says that it counts: "Số hồ sơ …", "Tổng số …", and no rate or score of them. */
export function isCountTitle(path: readonly string[]): boolean {
  const last = path.at(-1) ?? ''
  const whole = path.join(' ')
  const isValue = whole.includes('%') || says(path, valueTitles)
  const folded = `${foldName(last)} `
  return !isValue && countTitles.some(word => folded.startsWith(`${foldName(word)} `))
}
