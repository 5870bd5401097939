import type { Indicator } from '../../core/indicator.ts'
import type { ScoreBands } from '../../settings/definition.ts'
import type { SayContext } from './context.ts'

type Words = Pick<SayContext, 'words'>

/** How a unit of measure is said. */
interface UnitWords {
  value: (ctx: Words, indicator: Indicator, value: number) => string
  /** A value where it is what was asked for: of a score with its class. */
  rated: (ctx: Words & Pick<SayContext, 'bands'>, indicator: Indicator, value: number) => string
  /** A difference without its sign. */
  gap: (ctx: Words, gap: number) => string
  /** The same in as few words as a list has room for. */
  shortGap: (ctx: Words, gap: number) => string
  /** Whether a value is itself a place, which answers where one is asked for. */
  isPlace: boolean
  /** Whether a change of the value is said as a rise. */
  rises: (change: number) => boolean
  /** In what the bare differences of a list are. */
  legend: (ctx: Words) => string
  /** How it is calculated. */
  formula: (ctx: Words, indicator: Indicator) => string
  /** From how many on it has which class; null where it has none. */
  classes: (ctx: Words & Pick<SayContext, 'bands'>, indicator: Indicator) => string | null
}

/** How each unit of measure is said: `61,25%`, `86,74 điểm`, `thứ 76/193`. */
export const MEASURE_UNITS: Record<Indicator['unit'], UnitWords> = {
  percent: {
    value: ({ words }, _, value) => words.percent(value),
    rated: ({ words }, _, value) => words.percent(value),
    gap: ({ words }, gap) => words.say('figures.gapPercent', { gap }),
    shortGap: ({ words }, gap) => words.say('figures.gapPoints', { gap }),
    isPlace: false,
    rises: change => change > 0,
    legend: ({ words }) => words.say('answers.groups.gapPercent'),
    formula: divided,
    classes: () => null,
  },
  points: {
    value: ({ words }, _, value) => words.say('figures.points', { value }),
    rated: ratedScore,
    gap: ({ words }, gap) => words.say('figures.gapPoints', { gap }),
    shortGap: ({ words }, gap) => words.say('figures.gapPoints', { gap }),
    isPlace: false,
    rises: change => change > 0,
    legend: ({ words }) => words.say('answers.groups.gapPoints'),
    formula: ({ words }, { max }) => words.say('definitions.formulaPoints', { max }),
    classes: ({ words, bands }, indicator) =>
      hasClasses(indicator) ? words.say('definitions.rating', bands) : null,
  },
  place: {
    value: place,
    rated: place,
    gap: ({ words }, gap) => words.say('figures.gapPlaces', { gap }),
    shortGap: ({ words }, gap) => words.say('figures.gapPlaces', { gap }),
    isPlace: true,
    // The first place is the highest.
    rises: change => change < 0,
    legend: ({ words }) => words.say('answers.groups.gapPlaces'),
    formula: ({ words }, { max }) => words.say('definitions.formulaPlace', { max }),
    classes: () => null,
  },
}

function place({ words }: Words, { max }: Indicator, value: number): string {
  return words.say('figures.place', { value, max })
}

function divided({ words }: Words, { numeratorLabel, denominatorLabel }: Indicator): string {
  return words.say('definitions.formula', { numeratorLabel, denominatorLabel })
}

/** A score with its class of the 100-point set: "86,74/100 điểm, loại tốt". */
function ratedScore(ctx: Words & Pick<SayContext, 'bands'>, indicator: Indicator, score: number): string {
  const value = ctx.words.say('figures.pointsOf', { value: score, max: indicator.max })
  if (!hasClasses(indicator)) return value
  const rating = ctx.words.say(`figures.rating.${ratingOf(score, ctx.bands)}`)
  return ctx.words.say('figures.rated', { value, rating })
}

/** Only the score of 100 points, of which more is better, has classes. */
function hasClasses({ max, better }: Indicator): boolean {
  return max === 100 && better === 'higher'
}

/** Classes of the 100-point score (DOMAIN.md §2). */
function ratingOf(score: number, bands: ScoreBands): keyof ScoreBands | 'weak' {
  if (score >= bands.excellent) return 'excellent'
  if (score >= bands.good) return 'good'
  if (score >= bands.fair) return 'fair'
  return score >= bands.average ? 'average' : 'weak'
}
