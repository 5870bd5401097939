import { describe, expect, onTestFailed, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import { sized } from '../sizes.ts'
import { allProvinces } from './provinces.ts'
import { ASKED_ON, spelledCommunes } from './spelled-communes.ts'
import type { Outcome } from './spelled-communes.ts'

const lexicon = buildLexicon(allProvinces())

/** Every so many communes are asked about. */
const EVERY = sized({ quick: 200, usual: 120, long: 1 })

/** The question that a committee of the province asks with the text. */
function read(text: string, province: string): Question {
  const context = { unit: province, scope: province, today: ASKED_ON, previous: null, pendingChoices: [] }
  return readQuestion(text, lexicon, context).questions[0]!
}

describe.each(['its own province', 'other provinces'] as const)('asked about by %s', askers => {
  test('is found or among the choices, and never answered with another unit', () => {
    const { rows, outcomeOf } = spelledCommunes(askers, EVERY, 766)
    const counts: Record<Outcome, number> = { found: 0, asked: 0, 'not found': 0, wrong: 0 }
    const wrong: string[] = []
    for (const row of rows) {
      const told = outcomeOf(row, read(row.text, row.asker))
      counts[told]++
      if (told === 'wrong') wrong.push(`${row.text} (${row.commune.name}, ${row.province.shortName})`)
    }
    onTestFailed(() => console.error(counts, wrong.join('\n')))
    expect(rows.length).toBeGreaterThanOrEqual(Math.floor(3321 / EVERY) * 20)
    expect((counts.found + counts.asked) / rows.length).toBeGreaterThanOrEqual(0.98)
    expect(wrong).toEqual([])
  })
})

describe('a name that reads as other words is asked for', () => {
  test.each([
    ['82', 'Thp Mười', 'Xã Tháp Mười'],
    ['31', 'nop truc tuyen chi minh dc bn %', 'Xã Chí Minh'],
    ['31', 'nop truc tuyen xa gi loc dc bn %', 'Xã Gia Lộc'],
    ['52', 'Phù Mỹ ông số hóa bao nhiêu', 'Xã Phù Mỹ Đông'],
    ['52', 'phường quy nhơn nam co kip khong', 'Phường Quy Nhơn Nam'],
    ['33', 'xep hang Nam Tiên Hưng (Hưng Yên) tuan 18', 'Xã Nam Tiên Hưng'],
    ['79', 'chi tiet phuong thu dua mot tuan 18', 'Phường Thủ Dầu Một'],
    ['68', 'xa krong o truc tuyen', 'Xã Krông Nô'],
    ['24', 'Can Đức co kip khong', 'Xã Cao Đức'],
    ['14', 'phuong binh co kip khong', 'Xã Phương Bình'],
    ['52', 'số hóa tuần trước của xa bacs ha', 'Xã Bạch Hà'],
    // A courtesy or a kind may be a word of it.
    ['12', 'ban bo tuan nay the nao', 'Xã Bản Bo'],
    ['24', 'so hoa thang 4 xa lien ba', 'Xã Liên Bão'],
    ['19', 'a Bằng xếp thứ mấy', 'Xã La Bằng'],
    ['66', 'E Khăl dat chi tieu chua', 'Xã Ea Khăl'],
    ['79', 'truc tuyen phuong binh ph', 'Phường Bình Phú'],
  ])('%s: %s', (province, text, meant) => {
    const { intent, choices } = read(text, province)
    expect(intent).toBe('clarify')
    expect(choices.map(code => lexicon.units.get(code)!.name)).toContain(meant)
  })

  test.each([
    ['52', 'a Chư Sê xếp thứ mấy', 'Xã Chư Sê'],
    ['52', 'e ơi Pleiku đạt chưa a', 'Phường Pleiku'],
    ['66', "Xã Ea M'Drroh, Tỉnh Đắk Lắk truc tuyen", "Xã Ea M'Droh"],
  ])('%s: beside a name that is whole a courtesy is one: %s', (province, text, meant) => {
    const { units } = read(text, province)
    expect(units.map(code => lexicon.units.get(code)!.name)).toEqual([meant])
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
