/** Everybody × unit × intent × `peers`: what may be seen of a unit is one rule, whatever is asked. */
import { expect, test } from 'vitest'
import type { Figure } from '../../src/answers/answer.ts'
import type { Intent } from '../../src/ask/question.ts'
import { smallProvince, weeks } from './small-province.ts'
import { mayRead, PEOPLE, SETTINGS, UNITS } from './may-read.ts'
import type { Asked } from './questions.ts'
import { sized } from '../sizes.ts'

const AT = '2024-05-19 20:00'
const ONE: readonly Intent[] = sized({
  quick: ['value', 'need'],
  usual: ['value', 'gap', 'need', 'compare'],
  long: [
    'value',
    'rank',
    'target',
    'gap',
    'trend',
    'need',
    'forecast',
    'compare',
    'since',
    'why',
    'goal',
    'what_if',
  ],
})
const GROUPS: readonly Intent[] = sized({
  quick: ['ranking'],
  usual: ['ranking', 'below'],
  long: ['top', 'bottom', 'ranking', 'below', 'met', 'movers'],
})
const KINDS = ['department', 'district', 'commune'] as const

const isTold = (value: unknown): boolean => value !== null && value !== undefined

/** The names of what is not empty. */
function told(some: object): string[] {
  return Object.entries(some).flatMap(([name, one]) => (isTold(one) ? [name] : []))
}

/** What a figure tells beyond what may be seen of its unit. */
function leaks(figure: Figure, sees: ReturnType<typeof mayRead>): string[] {
  const { value, target, met, gap, numerator, denominator, rank, points, need, forecast, pace, drivers } =
    figure
  const counts = { numerator, denominator, need: need?.needed, forecast: forecast?.value, pace, drivers }
  const figures = { value, target, met, gap, points: points?.some(point => point.value !== null) || null }
  if (sees === 'all') return []
  if (sees === 'figures') return told(counts)
  return [...told(counts), ...told(figures), ...(sees === 'none' ? told({ rank }) : [])]
}

const PUBLIC: readonly Intent[] = ['value', 'rank', 'gap', 'target', 'compare', 'trend']
const PLACED: readonly Intent[] = ['value', 'rank', 'compare']

/** Whether a figure withholds what another answer shows: of a peer its value, or, by the setting, its place. */
function isRefused(figure: Figure, intent: Intent, sees: ReturnType<typeof mayRead>): boolean {
  if (sees === 'places') return PLACED.includes(intent) && figure.rank === null
  return sees !== 'none' && PUBLIC.includes(intent) && figure.reason === 'not_allowed'
}

const ROWS = UNITS.filter(unit => unit !== 'P' && !unit.startsWith('H')).flatMap((unit, at) =>
  weeks(unit, 'online_rate', { 18: [30 + at, 100], 19: [40 + at, 100], 20: [50 + at, 100] }),
)

/** Every question of a person: about each unit, and about each kind of unit. */
function questions(): Asked[] {
  const asked = { indicators: ['online_rate'], place: 1, assume: { perDay: 2 } }
  return [
    ...ONE.flatMap(intent => UNITS.map(unit => ({ ...asked, intent, units: [unit] }))),
    ...GROUPS.flatMap(intent =>
      KINDS.map(kind => ({ indicators: ['online_rate'], intent, group: { kind, within: null } })),
    ),
  ]
}

test.each(SETTINGS)(
  'peers: %s – no answer tells more of a unit than may be seen, and none refuses what another tells',
  async peers => {
    const { ask, db } = await smallProvince(ROWS)
    await db.write(async ({ settings }) => await settings.set('peers', peers))
    const wrong: unknown[] = []
    for (const person of PEOPLE)
      for (const asked of questions()) {
        const { figures } = await ask(person, AT, asked)
        const of = asked.units?.[0]
        for (const figure of figures.filter(({ unit }) => of === undefined || unit === of)) {
          const { unit } = figure
          const sees = mayRead(person, unit, peers)
          const leaked = leaks(figure, sees)
          const refused = of !== undefined && isRefused(figure, asked.intent, sees)
          if (leaked.length > 0 || refused)
            wrong.push({ person, intent: asked.intent, unit, leaked, refused })
        }
      }
    expect(wrong).toEqual([])
  },
)
