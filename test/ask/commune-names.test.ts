import { describe, expect, onTestFailed, test } from 'vitest'
import { keyOf, nameWords } from '../../src/ask/name-words.ts'
import { buildLexicon } from '../../src/ask/lexicon.ts'
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

type Named = ReturnType<typeof kindAndName>
type Outcome = 'found' | 'asked' | 'not found' | 'wrong'

function outcome(text: string, meant: Unit, province: string): Outcome {
  const context = { unit: province, scope: province, today: '2026-05-15', previous: null, pendingChoices: [] }
  const { intent, units: answered, choices, group } = readQuestion(text, lexicon, context).questions[0]!
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
  const key = nameKey(typed)
  const bare = [nameKey(kind), nameKey(kind).charAt(0), ''].find(one => key.startsWith(one))!
  const rest = key.slice(bare.length)
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
