import type { Question } from '../../src/ask/question.ts'
import { keyOf, nameWords } from '../../src/ask/names/name-words.ts'
import type { Unit } from '../../src/core/unit-tree.ts'
import { allProvinces } from './provinces.ts'
import { kindAndName, seeded, spellings } from './spellings.ts'

/** Every commune of the country, each in twenty spellings, asked about by committees of its own and of other provinces. */

const ASKED = [
  ['tỷ lệ trực tuyến ', ''],
  ['cho em hỏi ', ' tuần này được bao nhiêu phần trăm ạ'],
  ['tỷ lệ thanh toán của ', ' là bao nhiêu'],
  ['bao nhieu ho so truc tuyen ', ' thang nay'],
  ['', ' con thieu bao nhieu ho so truc tuyen'],
  ['xep hang ', ' tuan 18'],
  ['', ' co kip khong'],
  ['nop truc tuyen ', ' dc bn %'],
  ['so sanh ', ' voi tuan truoc'],
  ['chi tiet ', ' thang 4'],
  ['', ' truc tuyen'],
  ['', ' số hóa bao nhiêu'],
  ['số hóa tuần trước của ', ''],
  ['', ''],
  ['', ' xếp thứ mấy'],
  ['thanh toán tháng 4 ', ''],
  ['', ' đạt chỉ tiêu chưa'],
] as const

/** The day on which all of them are asked. */
export const ASKED_ON = '2026-05-15'

/** One spelling of a commune's name in a question. */
export interface Spelled {
  text: string
  spelling: string
  commune: Unit
  province: Unit
  /** The province whose committee asks. */
  asker: string
}

export type Askers = 'its own province' | 'other provinces'

export interface SpelledCommunes {
  rows: Spelled[]
  outcomeOf: (row: Spelled, question: Question) => Outcome
}

/** What became of a name: the unit, a choice that has it, neither, or another unit. */
export type Outcome = 'found' | 'asked' | 'not found' | 'wrong'

/** Every `every`-th commune, from the one at `first`, in all its spellings; a row is the same whichever others there are. */
export function spelledCommunes(askers: Askers, every = 1, first = 0): SpelledCommunes {
  const { units } = allProvinces()
  const byCode = new Map(units.map(unit => [unit.code, unit]))
  const communes = units.filter(unit => unit.kind === 'commune')
  // The names that exist, without diacritics: a slip that gives another of them cannot be told from it.
  const namesOfCommunes = Map.groupBy(communes, unit => nameKey(kindAndName(unit).name))
  const random = seeded(askers === 'its own province' ? 2026 : 3321)
  const rows = communes.flatMap((commune, at) => {
    const province = byCode.get(commune.parent!)!
    const asker = askers === 'its own province' ? province.code : ['52', '68', '01', '79'][at % 4]!
    const written = spellings(commune, province, random)
    if (at % every !== first % every) return []
    return written.map((spelling, index) => {
      const [before, behind] = ASKED[(at * written.length + index) % ASKED.length]!
      return { text: `${before}${spelling}${behind}`, spelling, commune, province, asker }
    })
  })
  return { rows, outcomeOf: (row, question) => outcomeOf(row, question, namesOfCommunes) }
}

type Names = ReadonlyMap<string, readonly Unit[]>

function outcomeOf(row: Spelled, question: Question, names: Names): Outcome {
  const { intent, units, choices, group } = question
  const { commune } = row
  if (intent === 'clarify') return choices.includes(commune.code) ? 'asked' : 'not found'
  if (['unknown', 'greeting', 'help', 'define'].includes(intent)) return 'not found'
  if (units.length === 1 && units[0] === commune.code && group === null) return 'found'
  return isAnotherName(row, names) ? 'not found' : 'wrong'
}

function nameKey(name: string): string {
  return keyOf(nameWords(name))
}

/**
 * Whether the spelling, kind and place apart, is the name of other communes, also by the keys of a typing system
 * ("Tân AAn" is Tân Ân), or of the province itself.
 */
function isAnotherName({ spelling, commune, province }: Spelled, names: Names): boolean {
  const { kind, name } = kindAndName(commune)
  const typed = spelling.replace(/,.*$/, '').normalize('NFC')
  const words = nameWords(typed)
  const kindWords = [nameWords(kind), [{ fold: nameKey(kind).charAt(0) }]]
  const hasKind = kindWords.find(one => one.every(({ fold }, at) => words[at]?.fold === fold))
  const rest = keyOf(words.slice(hasKind?.length ?? 0))
  if (rest === nameKey(province.shortName)) return true
  const telex = rest.replace(/([aeod])\1/g, '$1')
  if (telex !== rest && (names.get(telex)?.length ?? 0) > 1) return true
  const others = names.get(rest) ?? []
  return rest === nameKey(name)
    ? others.some(other => typed.endsWith(kindAndName(other).name))
    : others.length > 0
}
