import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { Question } from '../../src/ask/question.ts'
import { keyOf, nameWords } from '../../src/ask/names/name-words.ts'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { buildUnitTree, UNIT_KINDS } from '../../src/core/unit-tree.ts'
import type { Unit } from '../../src/core/unit-tree.ts'
import { unitsFile } from '../../src/sample/offices.ts'

const units = parse<Record<string, string>>(unitsFile(), { columns: true }).map((row): Unit => {
  const text = (name: string): string | null => row[name] || null
  const kind = UNIT_KINDS.find(one => one === row['kind'])
  if (!kind) throw new Error(`kind ${row['kind']}`)
  return {
    code: row['code'] ?? '',
    name: row['name'] ?? '',
    shortName: row['short_name'] ?? '',
    kind,
    parent: text('parent'),
    aliases: [],
    activeFrom: text('active_from'),
    activeTo: text('active_to'),
    mergedInto: text('merged_into'),
  }
})
const tree = buildUnitTree(units)
const lexicon = buildLexicon({ units, indicators: [], phases: [] })

function read(text: string): Question {
  const context = { unit: '52', scope: '52', today: '2026-11-26', previous: null, pendingChoices: [] }
  return readQuestion(text, lexicon, context).questions[0]!
}

/** The one former commune of this name; those whose name lives on, or was twice there, are asked apart. */
const former = units.filter(
  unit =>
    unit.kind === 'commune' &&
    unit.mergedInto !== null &&
    units.filter(other => keyOf(nameWords(other.name)) === keyOf(nameWords(unit.name))).length === 1,
)

describe('names of communes that were merged on 1/7/2025', () => {
  test('lead to the commune of today, and say so', () => {
    expect(former.length).toBeGreaterThan(250)
    const wrong = former.flatMap(unit => {
      const question = read(`${unit.name.charAt(0).toLowerCase()}${unit.name.slice(1)}`)
      const right =
        question.units[0] === unit.mergedInto && question.renamed.some(one => one.named === unit.code)
      return right ? [] : [`${unit.name}: ${question.intent} ${question.units.join()}`]
    })
    expect(wrong).toEqual([])
  })

  test('a living commune of exactly that name wins, and the former one is named beside it', () => {
    const question = read('xã Ia O')
    expect(question.units).toEqual(['23782'])
    expect(question.renamed.map(({ named, now }) => [tree.byCode.get(named)?.name, now])).toEqual([
      ['Xã Ia O', '23911'],
    ])
    expect(read('xã Biển Hồ')).toMatchObject({ units: ['23590'], renamed: [] })
  })

  test('a name that two of them had is asked back, unless its district is named', () => {
    expect(read('phường Đống Đa')).toMatchObject({ intent: 'clarify', units: [] })
    expect(read('phường Đống Đa thành phố Pleiku').units).toHaveLength(1)
  })

  test('a former district is asked back with the communes of its area', () => {
    const { intent, choices } = read('huyện Chư Sê')
    expect(intent).toBe('clarify')
    expect(choices.toSorted()).toEqual(
      (units.find(unit => unit.name === 'Huyện Chư Sê')?.mergedInto ?? '').split('|').toSorted(),
    )
    expect(read('chư sê').units).toEqual(['23941'])
  })

  test('a ward of today is found within its former city', () => {
    expect(read('phường Diên Hồng thành phố Pleiku').units).toEqual(['23563'])
  })

  test('a list is no address: the former place of one is a living unit of its own', () => {
    expect(read('so sánh Pleiku, Diên Hồng, Quy Nhơn').units).toEqual(['23575', '23563', '21583'])
    expect(read('so sánh Quy Nhơn, Pleiku, Diên Hồng').units).toEqual(['21583', '23575', '23563'])
    expect(read('phường Diên Hồng, Pleiku tuần trước').units).toEqual(['23563'])
  })
})

describe('a name that goes on', () => {
  test.each(['phường Quy Nhơn Trung', 'xa phu my trung', 'xã Phù Mỹ Thượng'])('%s is asked back', text => {
    expect(read(text).intent).toBe('clarify')
  })

  test.each([
    ['phường Quy Nhơn Nam', '21592'],
    ['xã Phù Mỹ tây', '21757'],
    ['phường Quy Nhơn tháng này', '21583'],
  ])('%s is known', (text, code) => {
    expect(read(text).units).toEqual([code])
  })
})
