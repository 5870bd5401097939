import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Figure } from '../../../src/answers/answer.ts'
import { isoWeek, monthOf } from '../../../src/core/period.ts'
import type { Attachment } from '../../../src/lib/message.ts'
import { heatOfDigest, illustrate, illustrateDigest } from '../../../src/replies/pictures/illustrate.ts'
import { renderPicture } from '../../../src/replies/pictures/render-picture.ts'
import { digestOf, lineOf } from '../any-digest.ts'
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

test('a course always has its picture: PNG, 1080 pixels wide, described in words', async () => {
  const answer = answerOf({ intent: 'trend' }, { figures: [course([31.7, null, 41.2, 49.6, 53.35])] })
  const picture = (await illustrate(answer, saying()))!
  expect(Array.from(picture.bytes.slice(0, 4))).toEqual(PNG)
  expect(sizeOf(picture)[0]).toBe(1080)
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
  expect(sizeOf((await illustrate(monthly, ctx))!)[0]).toBe(1080)
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
  const [width, low] = sizeOf((await illustrate(ranking(5), saying()))!)
  const [same, high] = sizeOf((await illustrate(ranking(40), saying()))!)
  expect([width, same]).toEqual([1080, 1080])
  expect(high).toBeGreaterThan(low + 700)
  const plain = ranking(5)
  expect(await illustrate({ ...plain, question: { ...plain.question, chart: false } }, saying())).toBeNull()
})

const league = (...figures: Figure[]) => digestOf({ leagues: [{ kind: 'district', figures }] })

test('a report: the best and worst units of each kind, or the indicators of a single one', async () => {
  const line = { figure: behind({ window: WEEK_20 }), met: null }
  const single = digestOf({
    unit: IA_GRAI,
    lines: [lineOf(line), lineOf({ ...line, figure: behind({ indicator: 'on_time_rate', value: 91 }) })],
    unitCount: 0,
  })
  const own = (await illustrateDigest(single, saying('ct-iagrai')))!
  expect(own.name).toBe('bao-cao.png')
  expect(own.description).toBe('Biểu đồ kết quả của huyện Ia Grai, tuần 20 (13–19/5/2024)')
  const [best, worst] = [behind({ value: 70, rank: 1 }), behind({ unit: DUC_CO, value: 40, rank: 17 })]
  expect(await illustrateDigest(league(best, worst), saying())).not.toBeNull()
  expect(await illustrateDigest(league(best), saying())).toBeNull()
})

test('units × indicators in colours: a row for each unit, none for a unit alone', async () => {
  const rows = catalog.units
    .slice(0, 40)
    .map(({ code }, at) => ({ figure: behind({ unit: code, gap: at - 20 }), toDate: null }))
  const heat = (await heatOfDigest(digestOf(), rows, saying()))!
  expect(heat.name).toBe('bang-mau.png')
  const [width, height] = sizeOf(heat)
  expect([width, height > 1500]).toEqual([1080, true])
  expect(await heatOfDigest(digestOf(), rows.slice(0, 1), saying())).toBeNull()
})

test('a comparison, movers and progress have a picture when one was asked for', async () => {
  const two = [behind({ change: 5, value: 70 }), behind({ unit: DUC_CO, change: -3, value: 40 })]
  const asked = async (intent: 'compare' | 'movers' | 'ranking', figures = two) =>
    (await illustrate(answerOf({ intent, chart: true }, { figures }), saying()))?.name
  expect(await asked('compare')).toBe('so-sanh.png')
  expect(await asked('movers')).toBe('tang-giam.png')
  expect(await asked('compare', two.slice(0, 1))).toBeUndefined()
  const phase = catalog.phases[1]!
  const points = [2, 9, 16].map((day, at) => ({
    from: phase.from,
    to: `2024-05-${String(day + 10)}`,
    value: 30 + at,
  }))
  const burnUp = { phase, figure: behind({ pace: { state: 'behind', expected: 40 } }), points, start: 25 }
  const towards = async (start: number | null) =>
    await illustrate(
      answerOf({ intent: 'progress', chart: true }, { burnUp: { ...burnUp, start } }),
      saying(),
    )
  expect((await towards(25))?.description).toBe('Biểu đồ tiến độ hồ sơ trực tuyến của huyện Ia Grai: 47,1%')
  expect(await towards(null)).not.toBeNull()
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

test('the chart libraries are loaded in the thread of the pictures alone', () => {
  const folder = new URL('../../../src/replies/pictures/', import.meta.url)
  const loading = readdirSync(folder).filter(name =>
    /echarts|resvg/.test(readFileSync(new URL(name, folder), 'utf8')),
  )
  expect(loading).toEqual(['picture-worker.ts'])
})
