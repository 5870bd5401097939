import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Figure } from '../../../src/answers/answer.ts'
import type { Digest } from '../../../src/answers/digest-facts.ts'
import { isoWeek, monthOf } from '../../../src/core/period.ts'
import type { Attachment } from '../../../src/lib/message.ts'
import { illustrate, illustrateDigest } from '../../../src/replies/pictures/illustrate.ts'
import { renderPicture } from '../../../src/replies/pictures/render-picture.ts'
import { answerOf, behind, catalog, DUC_CO, IA_GRAI, saying, WEEK_20 } from '../province.ts'

const PNG = [0x89, 0x50, 0x4e, 0x47]

function sizeOf({ bytes }: Attachment): [width: number, height: number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

function course(values: readonly (number | null)[], more: Partial<Figure> = {}): Figure {
  return behind({ points: values.map((value, index) => ({ ...isoWeek(2024, 15 + index)!, value })), ...more })
}

function ranking(count: number) {
  const communes = catalog.units.filter(unit => unit.kind === 'commune').slice(0, count)
  const figures = communes.map(({ code }, index) =>
    behind({ unit: code, value: 90 - index, rank: index + 1 }),
  )
  return answerOf({ intent: 'ranking', chart: true }, { figures })
}

test('a course always has its picture: PNG, 1200×750, described in words', async () => {
  const answer = answerOf({ intent: 'trend' }, { figures: [course([31.7, null, 41.2, 49.6, 53.35])] })
  const picture = (await illustrate(answer, saying()))!
  expect(Array.from(picture.bytes.slice(0, 4))).toEqual(PNG)
  expect(sizeOf(picture)).toEqual([1200, 750])
  expect(picture.name).toBe('bieu-do.png')
  expect(picture.description).toBe(
    'Biểu đồ hồ sơ trực tuyến của huyện Ia Grai, giai đoạn 2 đến 19/5/2024: từ 31,7% đến 53,35%',
  )
})

test('targets of the phases passed are drawn, and months like weeks', async () => {
  const phases = catalog.phases.map(phase => ({ campaign: phase.campaign, phase: phase.phase }))
  const rows = phases.map((phase, index) => ({
    ...phase,
    year: null,
    unit: IA_GRAI,
    kind: null,
    indicator: 'online_rate',
    target: 50 + 10 * index,
    document: '629/KH-UBND',
    except: [],
  }))
  const values = [31.7, 38, 41.2, 49.6, 53.35, 55, 58, 61, 64]
  const answer = answerOf({ intent: 'trend' }, { figures: [course(values)] })
  const ctx = saying()
  const draw = async (targets: typeof rows) =>
    (await illustrate(answer, { ...ctx, catalog: { ...catalog, targets } }))!
  const [without, both] = [await draw([]), await draw(rows)]
  const same = await draw(rows.map(row => ({ ...row, target: 50 })))
  expect(new Set([without, both, same].map(one => Buffer.from(one.bytes).toString('base64'))).size).toBe(3)
  const months = ['2024-01-05', '2024-02-05', '2024-03-05'].map((day, index) => ({
    ...monthOf(day),
    value: index,
  }))
  const monthly = answerOf({ intent: 'trend' }, { figures: [behind({ points: months, target: null })] })
  expect(sizeOf((await illustrate(monthly, ctx))!)).toEqual([1200, 750])
})

test('one value is no course, several indicators are no one picture', async () => {
  const one = answerOf({ intent: 'trend' }, { figures: [course([31.7, null])] })
  expect(await illustrate(one, saying())).toBeNull()
  const two = answerOf(
    { intent: 'trend' },
    { figures: [course([1, 2]), course([1, 2], { indicator: 'on_time_rate' })] },
  )
  expect(await illustrate(two, saying())).toBeNull()
})

test('a ranking has a picture when one was asked for, and grows with its units', async () => {
  expect(sizeOf((await illustrate(ranking(5), saying()))!)).toEqual([1200, 750])
  const [width, height] = sizeOf((await illustrate(ranking(40), saying()))!)
  expect(width).toBe(1200)
  expect(height).toBeGreaterThan(1200)
  const plain = ranking(5)
  expect(await illustrate({ ...plain, question: { ...plain.question, chart: false } }, saying())).toBeNull()
})

test('a report: the best and worst units, or the indicators of a single one', async () => {
  const line = { figure: behind(), met: null, change: null }
  const digest: Digest = {
    kind: 'weekly',
    unit: IA_GRAI,
    day: '2024-05-20',
    window: WEEK_20,
    late: false,
    edge: null,
    phases: [],
    overall: [line, { ...line, figure: behind({ indicator: 'on_time_rate', value: 91 }) }],
    mainIndicator: 'online_rate',
    best: [],
    worst: [],
    rises: [],
    falls: [],
    newlyBelow: [],
    gaps: [],
    unitCount: 0,
    dataTo: '2024-05-19',
  }
  const own = (await illustrateDigest(digest, saying('ct-iagrai')))!
  expect(own.name).toBe('bao-cao.png')
  expect(own.description).toBe('Biểu đồ kết quả của huyện Ia Grai, giai đoạn 2 đến 19/5/2024')
  const [best, worst] = [behind({ value: 70, rank: 1 }), behind({ unit: DUC_CO, value: 40, rank: 17 })]
  const overall = [{ ...line, met: { met: 1, of: 17 } }]
  expect(
    await illustrateDigest({ ...digest, overall, best: [best], worst: [worst] }, saying()),
  ).not.toBeNull()
  expect(await illustrateDigest({ ...digest, overall, best: [best] }, saying())).toBeNull()
})

test('other answers have none', async () => {
  expect(await illustrate(answerOf({ intent: 'value' }, { figures: [behind()] }), saying())).toBeNull()
})

const drawn = (words: string) =>
  renderPicture({ title: { text: words, textStyle: { fontSize: 60 } } }, 400, 100)

test('the text of a picture is really drawn: without it the picture is another', async () => {
  const [vietnamese, other, blank] = [
    await drawn('Chỉ tiêu ửỡệ'),
    await drawn('Kế hoạch ậẵọ'),
    await drawn(''),
  ]
  expect(Buffer.from(vietnamese).equals(other)).toBe(false)
  expect(vietnamese.length).toBeGreaterThan(blank.length * 2)
})

test('pictures asked for at once come one after the other, and a broken one does not stop the next', async () => {
  const broken = renderPicture({ series: [{ type: 'line', data: [1] }] }, 100, 100)
  const sound = renderPicture({ title: { text: 'a' } }, 100, 100)
  await expect(broken).rejects.toThrow('xAxis')
  expect(Array.from((await sound).slice(0, 4))).toEqual(PNG)
})

test('the chart libraries are loaded with the first picture only', () => {
  const source = readFileSync(
    new URL('../../../src/replies/pictures/render-picture.ts', import.meta.url),
    'utf8',
  )
  const eager = source.split('\n').filter(line => /^import (?!type)/.test(line))
  expect(eager).toEqual(["import { createRequire } from 'node:module'"])
})
