import { allOfWords, exceptWords, unitKindWords } from '../../../locales/vi/files.ts'
import { UNIT_KINDS, type UnitKind } from '../../core/unit-tree.ts'
import { cleanName, strictKey } from '../names/spelling.ts'

/** All units of a kind but some, as a decision names them: "Các sở, ban, ngành (trừ Thanh tra tỉnh)". */
export interface TargetGroup {
  kind: UnitKind
  /** Names of those that are not meant, as they are written. */
  except: string[]
}

const EXCEPT = new RegExp(
  String.raw`^(.*?)[\s,;(–-]+(?:${exceptWords.join('|')})(?:\s+các)?[:\s]+(.*?)\)?\s*$`,
  'iu',
)
const ALL_OF = allOfWords.map(word => `${word.toLowerCase()} `)

/** The kind of units that a text means as a whole; null where it names one unit, or nothing that is known. */
export function targetGroup(text: string): TargetGroup | null {
  const [, before = text, others = ''] = EXCEPT.exec(text.normalize('NFC')) ?? []
  const named = cleanName(before).replace(/[\s.:;,]+$/, '')
  const all = ALL_OF.find(word => named.toLowerCase().startsWith(word))
  const kind = kindOf(named, true) ?? (all === undefined ? null : kindOf(named.slice(all.length), false))
  return kind === null ? null : { kind, except: others === '' ? [] : [others] }
}

/** A word for a kind that stands alone may begin a name; several, or "cấp …", mean all. */
function kindOf(text: string, mustBeSeveral: boolean): UnitKind | null {
  const key = strictKey(text)
  const found = UNIT_KINDS.find(kind =>
    unitKindWords[kind]?.some(
      word => strictKey(word) === key && (!mustBeSeveral || /[,/]| cấp |^cấp /u.test(` ${word} `)),
    ),
  )
  return found ?? null
}
