/** Every number of a reply is in its answer or a difference of two of them, and every percent names its days. */
import { expect, test } from 'vitest'
import { readScene } from '../../../src/answers/scene.ts'
import type { Answer } from '../../../src/answers/answer.ts'
import { perDayOf } from '../../../src/core/need.ts'
import { civilDay, momentAt } from '../../../src/core/moment.ts'
import type { Window } from '../../../src/core/window.ts'
import type { Database } from '../../../src/db/stores/database.ts'
import { createWords } from '../../../src/i18n/words.ts'
import { plainText } from '../../../src/lib/message.ts'
import { type SayContext, sayContext } from '../../../src/replies/phrases/context.ts'
import {
  comparedPeriod,
  dayRange,
  periodName,
  shortPeriodName,
} from '../../../src/replies/phrases/period-name.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { answerAt } from '../../answers/scene.ts'
import { dayOf, textOf, vietnamTime } from '../../reference/civil-days.ts'
import { Random } from '../../reference/random.ts'
import { country, mergedProvince, monthlyProvince, weeklyProvince } from '../../second/worlds.ts'
import { sized } from '../../sizes.ts'
import { ABOUT_GROUPS, ABOUT_UNITS, drawn } from './asked.ts'
import { namedWorld } from './named-worlds.ts'

const REPLIES = sized({ quick: 60, usual: 150, long: 10_000 })
const INTENTS = [...ABOUT_UNITS, ...ABOUT_GROUPS]
const words = createWords('vi')

function numbersWithin(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (Array.isArray(value)) return value.flatMap(numbersWithin)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => (key === 'sources' ? [] : numbersWithin(one)))
}

/** Every stretch of days and every single day that stands in the answer. */
function windowsWithin(value: unknown): Window[] {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? [{ from: value, to: value }] : []
  if (Array.isArray(value)) return value.flatMap(windowsWithin)
  if (typeof value !== 'object' || value === null) return []
  const own =
    'from' in value && 'to' in value && typeof value.from === 'string' && typeof value.to === 'string'
      ? [{ from: value.from, to: value.to }]
      : []
  return [...own, ...Object.values(value).flatMap(windowsWithin)]
}

function windowNames(ctx: SayContext, window: Window): string[] {
  const names = [periodName(ctx, window), comparedPeriod(ctx, window), dayRange(ctx, window)]
  return [...names, shortPeriodName(ctx, window), words.day(window.from), words.day(window.to)]
}

/** The text without its days, names of terms, documents, and the words that hold numbers of their own. */
function withoutDays(ctx: SayContext, answer: Answer, text: string): string {
  const { today } = ctx
  const days = answer.figures.flatMap(({ imported }) =>
    imported ? [civilDay(imported.at, ctx.timeZone)] : [],
  )
  const windows = [...windowsWithin([answer, days]), { from: today, to: today }]
  const names = [...new Set(windows.flatMap(window => windowNames(ctx, window)))]
  const terms = ctx.catalog.phases.flatMap(phase => [phase.phaseName, phase.document])
  const fixed = ['Khả năng 80%', 'cần ít nhất 2 kỳ', '7 ngày trước', 'năm 2024']
  return [...names, ...terms, ...fixed]
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(new RegExp(escaped(name), 'giu'), ' '), text)
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
}

function shown(text: string): number[] {
  return (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map(one => Number(one.replaceAll('.', '').replace(',', '.')))
}

function round2(x: number): number {
  return Math.round(x * 100) / 100
}

/** The numbers of an answer, the differences of its values, of its counts of units, and places in its lists. */
function known(answer: Answer): Set<number> {
  const { figures, groupSize, leftOut, matched, assigned } = answer
  const all = numbersWithin(answer).map(Math.abs)
  const values = figures.flatMap(figure =>
    [figure.value, figure.target, figure.askedTarget?.target, figure.earlier?.value, figure.valueThen].filter(
      value => typeof value === 'number',
    ),
  )
  const counts = [groupSize, leftOut, matched, assigned, figures.length, ...countsOf(answer)]
  const differences = [values, counts].flatMap(some =>
    some.flatMap(a => some.map(b => round2(Math.abs(a - b)))),
  )
  const places = Array.from({ length: figures.length + 1 }, (_, i) => i + (answer.question.offset ?? 0))
  const perDay = figures.flatMap(({ need }) => (need ? [perDayOf(need) ?? 0] : []))
  const rests = figures.flatMap(({ numerator: n, denominator: d }) =>
    n === null || d === null ? [] : [d - n],
  )
  return new Set([...all.map(round2), ...all, ...counts, ...differences, ...places, ...perDay, ...rests])
}

/** How many figures have something that replies count. */
function countsOf({ figures, alerts, phases }: Answer): number[] {
  const count = (holds: (one: Answer['figures'][number]) => boolean) => figures.filter(holds).length
  return [
    count(({ met }) => met === true),
    count(({ met }) => met !== null),
    count(({ pace }) => pace?.state === 'behind'),
    count(({ earlier }) => (earlier?.change ?? 0) > 0),
    count(({ earlier }) => (earlier?.change ?? null) !== null),
    count(({ need }) => need?.reachable !== false),
    count(({ streak }) => (streak?.periods ?? 0) > 0),
    count(({ chance }) => (chance ?? 0) >= 0.5),
    count(({ chance }) => chance !== undefined),
    new Set(figures.map(({ indicator }) => indicator)).size,
    new Set(figures.map(({ target }) => target)).size,
    ...[...Map.groupBy(figures, ({ target, indicator }) => `${indicator}|${target}`).values()].map(
      one => one.length,
    ),
    ...winsOf(figures),
    alerts.length,
    phases.length,
  ]
}

function sign([a, b]: Answer['figures']): number {
  return Math.sign((a?.value ?? 0) - (b?.value ?? 0))
}

/** Of two units side by side: in how many indicators each is higher, or lower. */
function winsOf(figures: Answer['figures']): number[] {
  const pairs = [...Map.groupBy(figures, ({ indicator }) => indicator).values()]
  const better = pairs.map(pair => sign(pair) * (pair[0]?.indicator === 'late_rate' ? -1 : 1))
  return [better.filter(one => one > 0).length, better.filter(one => one < 0).length]
}

function namesDays(ctx: SayContext, answer: Answer, text: string): boolean {
  const lower = text.toLowerCase()
  const terms = ctx.catalog.phases.map(phase => phase.phaseName.toLowerCase())
  const windows = [...windowsWithin(answer.figures), ...windowsWithin(answer.phases)]
  const names = windows.flatMap(window => windowNames(ctx, window)).map(name => name.toLowerCase())
  return [...names, ...terms].some(name => lower.includes(name))
}

test('of replies to all intents over several worlds', async () => {
  const random = new Random(77)
  const worlds = [weeklyProvince(1), monthlyProvince(2), country(3), mergedProvince(5)]
  const dbs: Database[] = []
  for (const world of worlds) dbs.push(await namedWorld(world))
  const wrong: unknown[] = []
  for (let i = 0; i < REPLIES; i++) {
    const db = random.pick(dbs)
    const today = random.whole(dayOf('2024-03-25'), dayOf('2024-06-29'))
    const moment = momentAt(vietnamTime(today, 12), 'Asia/Ho_Chi_Minh')
    const scene = await readScene(db.read, moment)
    const member = random.pick(scene.catalog.members)
    const question = drawn(random, INTENTS[i % INTENTS.length]!, { scene, member })
    const answer = await answerAt(db, moment, member, question)
    const ctx = sayContext(scene, words, member)
    const text = plainText(sayAnswer(answer, ctx))
    const numbers = known(answer)
    const strange = shown(withoutDays(ctx, answer, text)).filter(one => !numbers.has(one))
    const unnamed = /%/.test(text) && !namesDays(ctx, answer, text)
    const { intent } = question
    const lines = text.split('\n').filter(line => line !== '').length
    // Only lists that go on are longer, and what says that other days answer.
    const isList = ['below', 'met', 'ranking', 'since', 'missing', 'responses', 'situation'].includes(intent)
    const isLong = !isList && lines > (answer.insteadOf ? 9 : 8)
    // Days that have no figures are named where that is said, and nowhere else.
    const asked = answer.insteadOf ? periodName(ctx, answer.insteadOf).toLowerCase() : null
    const contradicts = asked !== null && text.toLowerCase().split(asked).length > 2
    if (strange.length > 0 || unnamed || isLong || contradicts)
      wrong.push({
        today: textOf(today),
        member: member.member,
        intent,
        strange,
        unnamed,
        isLong,
        contradicts,
        text,
      })
  }
  expect(wrong).toEqual([])
}, 900_000)
