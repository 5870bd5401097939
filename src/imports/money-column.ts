import {
  dossierWords,
  feeTitles,
  measureCaptions,
  moneyScaleWords,
  moneyTitles,
} from '../../locales/vi/files.ts'
import type { Indicator } from '../core/indicator.ts'
import { isBare } from './names/spelling.ts'
import { says } from './says.ts'

/** "đồng" as a unit: behind a scale, alone in brackets, or all that is said of the unit. "(đ)" may be points. */
const UNIT = String.raw`(?:(?:1[.\s]?000\s*)(?:đồng|đ)|đồng|vnđ|vnd)(?!\p{L})`
const IN_MONEY = [
  String.raw`(?:${moneyScaleWords.join('|')})\s+đồng(?!\p{L})`,
  String.raw`\(\s*${UNIT}\s*\)`,
  // A province may begin with the same word.
  String.raw`(?:${measureCaptions.join('|')})\s*:?\s*\(?\s*${UNIT}\s*(?:$|[),;.])`,
  String.raw`(?<!\p{L})(?:vnđ|vnd)(?!\p{L})`,
]
const MARKED = new RegExp(IN_MONEY.join('|'), 'iu')
/** The same typed without marks. */
const BARE = new RegExp(IN_MONEY.map(withoutMarks).join('|'), 'iu')

/** Whether a text says that what stands below is money: "Đơn vị tính: triệu đồng", "Đã nộp (đồng)". */
function saysMoney(text: string): boolean {
  const parts = text.normalize('NFC').replaceAll(/\s+/g, ' ').split(' ; ')
  return parts.some(part => (isBare(part) ? BARE : MARKED).test(part))
}

/**
 * Whether a column holds amounts and no dossiers: its titles say so, or what stands above the table does and they name no
 * dossiers. "Hồ sơ phải nộp phí" are dossiers, "Số phí phải nộp" is money.
 */
export function isMoney(path: readonly string[], above: string): boolean {
  if (saysMoney(path.join(' ; ')) || says(path, moneyTitles)) return true
  if (says(path, dossierWords)) return false
  return saysMoney(above) || says(path, feeTitles)
}

/** Whether an indicator is about what is paid: a rate beside amounts may be one of money then. */
export function isOfPayment({ name, denominatorLabel }: Indicator): boolean {
  return says([name, denominatorLabel], feeTitles) || says([name], moneyTitles)
}

function withoutMarks(pattern: string): string {
  return pattern.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd')
}
