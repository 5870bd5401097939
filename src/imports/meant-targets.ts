import {
  assigningTitles,
  assigningWords,
  notAssigningWords,
  notReportingWords,
  reportingWords,
} from '../../locales/vi/files.ts'
import { granularityOf } from '../core/period.ts'
import { cellText, type Line } from './files/cell.ts'
import { foldText } from './names/fold-name.ts'
import { isBare } from './names/spelling.ts'
import { shortened } from './shortened.ts'
import { onlyPeriod } from './table-period.ts'

/** Why a table that has the columns of an annex of targets is not taken for one. */
export type NoTargets =
  | { code: 'targets_or_report'; params: { said: string } }
  | { code: 'targets_unsaid'; params: Record<string, never> }

/** A report by the sign of its number: `310/BC-UBND`. */
const REPORT_NUMBER = /\d\/(?:20\d{2}\/)?BC(?:-|\b)/u

/**
 * A table of percents by unit may be what units are to reach or what they have reached: only a title that assigns makes it
 * one of targets, and none that reports, or that names a week or a month. Null where targets are meant.
 */
export function doubtOfTargets(titles: readonly Line[], header: readonly Line[]): NoTargets | null {
  const [above, within] = [textsOf(titles), textsOf(header)]
  const reporting = above.find(reports)
  if (reporting !== undefined) return { code: 'targets_or_report', params: { said: short(reporting) } }
  const ofPeriod = above.find(isOfPeriod)
  if (ofPeriod !== undefined) return { code: 'targets_or_report', params: { said: short(ofPeriod) } }
  const assigns = [...above, ...within].some(text => has(without(text, notAssigningWords), assigningWords))
  return assigns ? null : { code: 'targets_unsaid', params: {} }
}

/** Whether a title begins as those do that assign. */
export function isAssigning(titles: readonly Line[]): boolean {
  return textsOf(titles).some(beginsAssigning)
}

function beginsAssigning(text: string): boolean {
  const spelled = isBare(text) ? foldText : lower
  const plain = spelled(text).replace(/^(?:phụ lục|phu luc|biểu|bieu|bảng|bang)? ?[\divx.]*[:.–-]? ?/u, '')
  return assigningTitles.some(words => plain.startsWith(spelled(words)))
}

/** The name of an indicator in a title that assigns ("… kết quả giải quyết") is no report. */
function reports(text: string): boolean {
  const plain = beginsAssigning(text) ? without(text, notReportingWords) : text
  return has(plain, reportingWords) || REPORT_NUMBER.test(text)
}

function textsOf(lines: readonly Line[]): string[] {
  return [...new Set(lines.flatMap(({ cells }) => cells.map(cellText)))].filter(text => text !== '')
}

/** Whether one of the words stands in the text, which may have been typed without marks. */
function has(text: string, words: readonly string[]): boolean {
  const [there, spelled] = isBare(text) ? [foldText(text), foldText] : [lower(text), lower]
  return words.some(word => new RegExp(String.raw`(?<!\p{L})${spelled(word)}(?!\p{L})`, 'u').test(there))
}

function without(text: string, words: readonly string[]): string {
  const spelled = isBare(text) ? foldText : lower
  return words.reduce((left, word) => left.replaceAll(spelled(word), ' '), spelled(text))
}

function lower(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ')
}

function isOfPeriod(text: string): boolean {
  const period = onlyPeriod(text, '2000')
  const size = period === null ? null : granularityOf(period)
  return size === 'week' || size === 'month'
}

/** A title is quoted with so many letters. */
const QUOTED = 80

function short(text: string): string {
  return shortened(text.replaceAll(/\s+/g, ' '), QUOTED)
}
