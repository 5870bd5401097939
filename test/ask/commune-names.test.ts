import { describe, expect, onTestFailed, test } from 'vitest'
import { keyOf, nameWords } from '../../src/ask/names/name-words.ts'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import type { Unit } from '../../src/core/unit-tree.ts'
import { allProvinces } from './provinces.ts'
import { kindAndName, seeded, spellings } from './spellings.ts'

/** Every commune of the country, each in twenty spellings, asked about by committees of its own and of other provinces. */

const { units } = allProvinces()
const lexicon = buildLexicon(allProvinces())
const communes = units.filter(unit => unit.kind === 'commune')
/** The names that exist, without diacritics: a slip that gives another of them cannot be told from it. */
const namesOfCommunes = Map.groupBy(communes, unit => nameKey(kindAndName(unit).name))
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

function nameKey(name: string): string {
  return keyOf(nameWords(name))
}

/** The question that a committee of the province asks with the text. */
function read(text: string, province: string): Question {
  const context = { unit: province, scope: province, today: '2026-05-15', previous: null, pendingChoices: [] }
  return readQuestion(text, lexicon, context).questions[0]!
}

type Named = ReturnType<typeof kindAndName>
type Outcome = 'found' | 'asked' | 'not found' | 'wrong'

function outcome(text: string, meant: Unit, province: string): Outcome {
  const { intent, units: answered, choices, group } = read(text, province)
  if (intent === 'clarify') return choices.includes(meant.code) ? 'asked' : 'not found'
  if (['unknown', 'greeting', 'help', 'define'].includes(intent)) return 'not found'
  return answered.length === 1 && answered[0] === meant.code && group === null ? 'found' : 'wrong'
}

/**
 * Whether the spelling, kind and place apart, is the name of other communes, also by the keys of a typing system
 * ("Tân AAn" is Tân Ân), or of the province itself.
 */
function isAnotherName(text: string, { kind, name }: Named, province: Unit): boolean {
  const typed = text.replace(/,.*$/, '').normalize('NFC')
  const words = nameWords(typed)
  const kindWords = [nameWords(kind), [{ fold: nameKey(kind).charAt(0) }]]
  const hasKind = kindWords.find(one => one.every(({ fold }, at) => words[at]?.fold === fold))
  const rest = keyOf(words.slice(hasKind?.length ?? 0))
  if (rest === nameKey(province.shortName)) return true
  const telex = rest.replace(/([aeod])\1/g, '$1')
  if (telex !== rest && (namesOfCommunes.get(telex)?.length ?? 0) > 1) return true
  const others = namesOfCommunes.get(rest) ?? []
  return rest === nameKey(name)
    ? others.some(other => typed.endsWith(kindAndName(other).name))
    : others.length > 0
}

describe.each([
  ['its own province', (own: string) => own],
  ['other provinces', (_: string, at: number) => ['52', '68', '01', '79'][at % 4]!],
] as const)('asked about by %s', (_, askerOf) => {
  test('is found or among the choices, and never answered with another unit', () => {
    const random = seeded(askerOf('0', 1) === '0' ? 2026 : 3321)
    const counts: Record<Outcome, number> = { found: 0, asked: 0, 'not found': 0, wrong: 0 }
    const wrong: string[] = []
    let total = 0
    for (const [at, commune] of communes.entries()) {
      const province = lexicon.units.get(commune.parent!)!
      for (const text of spellings(commune, province, random)) {
        const [before, behind] = ASKED[total++ % ASKED.length]!
        const asked = `${before}${text}${behind}`
        const found = outcome(asked, commune, askerOf(province.code, at))
        const told =
          found === 'wrong' && isAnotherName(text, kindAndName(commune), province) ? 'not found' : found
        counts[told]++
        if (told === 'wrong') wrong.push(`${asked} (${commune.name}, ${province.shortName})`)
      }
    }
    onTestFailed(() => console.error(counts, wrong.join('\n')))
    expect(total).toBe(communes.length * 20)
    expect((counts.found + counts.asked) / total).toBeGreaterThanOrEqual(0.98)
    expect(wrong).toEqual([])
  }, 240_000)
})

describe('a name that reads as other words is asked for', () => {
  test.each([
    ['82', 'Thp Mười', 'Xã Tháp Mười'],
    ['31', 'nop truc tuyen chi minh dc bn %', 'Xã Chí Minh'],
    ['31', 'nop truc tuyen xa gi loc dc bn %', 'Xã Gia Lộc'],
    ['52', 'Phù Mỹ ông số hóa bao nhiêu', 'Xã Phù Mỹ Đông'],
    ['52', 'phường quy nhơn nam co kip khong', 'Phường Quy Nhơn Nam'],
    ['33', 'xep hang Nam Tiên Hưng (Hưng Yên) tuan 18', 'Xã Nam Tiên Hưng'],
    ['79', 'chi tiet phuong thu dua mot thang 4', 'Phường Thủ Dầu Một'],
    ['68', 'xa krong o truc tuyen', 'Xã Krông Nô'],
    ['24', 'Can Đức co kip khong', 'Xã Cao Đức'],
    ['14', 'phuong binh co kip khong', 'Xã Phương Bình'],
    ['52', 'số hóa tuần trước của xa bacs ha', 'Xã Bạch Hà'],
  ])('%s: %s', (province, text, meant) => {
    const context = {
      unit: province,
      scope: province,
      today: '2026-05-15',
      previous: null,
      pendingChoices: [],
    }
    const { intent, choices } = readQuestion(text, lexicon, context).questions[0]!
    expect(intent).toBe('clarify')
    expect(choices.map(code => lexicon.units.get(code)!.name)).toContain(meant)
  })

  test('nothing is stopped by a word beside which a name with a slip may stand', () => {
    expect(read('Vĩnh huỷ con thieu bao nhieu ho so truc tuyen', '44').intent).toBe('clarify')
  })

  test.each([
    'xa nao thap nhat ve thanh toan',
    'cho em hỏi tuần này số hóa bao nhiêu',
    'ben minh dat chi tieu chua',
    'xã mình còn thiếu bao nhiêu hồ sơ trực tuyến',
    'tỷ lệ trực tuyến của tỉnh là bao nhiêu',
  ])('everyday words are no names: %s', text => {
    expect(read(text, '52').intent).not.toBe('clarify')
  })
})
