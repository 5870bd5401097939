import type { Answer, BurnUp, Figure } from '../../answers/answer.ts'
import type { Digest } from '../../answers/digest-facts.ts'
import type { TableRow } from '../../answers/digest-table.ts'
import type { Attachment } from '../../lib/message.ts'
import { groupName } from '../phrases/group-name.ts'
import type { SayContext } from '../phrases/context.ts'
import { shownValue } from '../phrases/figure-lines.ts'
import { indicatorOf, lowerFirst, unitName } from '../phrases/names.ts'
import { periodName } from '../phrases/period-name.ts'
import { drawBurnUp } from './burn-up-picture.ts'
import { drawDigest } from './digest-picture.ts'
import { drawHeat } from './heat-picture.ts'
import { drawComparison, drawMovers, drawRanking } from './ranking-picture.ts'
import { drawTrend } from './trend-picture.ts'

const RANKINGS = ['top', 'bottom', 'ranking', 'below', 'met']
const FEWEST = 2

/**
 * The picture that belongs to an answer, or null: a course of one indicator with at least two values always has one, a
 * table, a comparison, movers and progress when a picture was asked for.
 */
export async function illustrate(answer: Answer, ctx: SayContext): Promise<Attachment | null> {
  const { question, figures, burnUp } = answer
  const { intent, chart } = question
  const course = figures.find(isCourse)
  if (intent === 'trend' && course && figures.length === 1) return await trendAttachment(course, ctx)
  if (!chart) return null
  if (burnUp) return await progressAttachment(burnUp, ctx)
  const shown = ofOneIndicator(figures)
  if (shown.length < FEWEST) return null
  if (RANKINGS.includes(intent)) return await rankingAttachment({ ...answer, figures: shown }, ctx)
  if (intent === 'compare') return await comparisonAttachment(shown, ctx)
  if (intent === 'movers' && question.by !== 'place')
    return await moversAttachment({ ...answer, figures: shown }, ctx)
  return null
}

/** The picture that goes with a report, or null where there is nothing to compare. */
export async function illustrateDigest(digest: Digest, ctx: SayContext): Promise<Attachment | null> {
  const bytes = await drawDigest(digest, ctx)
  return (
    bytes && png(ctx.words.say('charts.digestFile'), bytes, describe('charts.digestDescription', digest, ctx))
  )
}

/** The table of all units × indicators in colours, or null without units below. */
export async function heatOfDigest(
  digest: Digest,
  rows: readonly TableRow[],
  ctx: SayContext,
): Promise<Attachment | null> {
  const bytes = await drawHeat(digest, rows, ctx)
  return (
    bytes && png(ctx.words.say('charts.heatFile'), bytes, describe('charts.heatDescription', digest, ctx))
  )
}

function describe(
  key: 'charts.digestDescription' | 'charts.heatDescription',
  { unit, window }: Digest,
  ctx: SayContext,
): string {
  return ctx.words.say(key, { unit: unitName(ctx, unit), period: periodName(ctx, window) })
}

function png(name: string, bytes: Uint8Array, description: string): Attachment {
  return { name, type: 'image/png', bytes, description }
}

function isCourse(figure: Figure): boolean {
  return (figure.points ?? []).filter(point => point.value !== null).length >= FEWEST
}

/** The figures of the first indicator that have a value, the best first where units are compared. */
function ofOneIndicator(figures: readonly Figure[]): Figure[] {
  const [first] = figures
  return figures.filter(figure => figure.indicator === first?.indicator && figure.value !== null)
}

async function trendAttachment(figure: Figure, ctx: SayContext): Promise<Attachment> {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const values = (figure.points ?? []).flatMap(point => (point.value === null ? [] : [point.value]))
  const description = words.say('charts.trendDescription', {
    indicator: lowerFirst(indicator.shortName),
    unit: unitName(ctx, figure.unit),
    period: periodName(ctx, figure.window),
    first: shownValue(ctx, indicator, values[0] ?? 0),
    last: shownValue(ctx, indicator, values.at(-1) ?? 0),
  })
  return png(words.say('charts.trendFile'), await drawTrend(figure, ctx), description)
}

async function progressAttachment(burnUp: BurnUp, ctx: SayContext): Promise<Attachment> {
  const { words } = ctx
  const { figure } = burnUp
  const indicator = indicatorOf(ctx, figure.indicator)
  const description = words.say('charts.progressDescription', {
    indicator: lowerFirst(indicator.shortName),
    unit: unitName(ctx, figure.unit),
    value: shownValue(ctx, indicator, figure.value ?? 0),
  })
  return png(words.say('charts.progressFile'), await drawBurnUp(burnUp, ctx), description)
}

async function rankingAttachment(answer: Answer, ctx: SayContext): Promise<Attachment | null> {
  const [first] = answer.figures
  if (!first) return null
  const about = { group: groupName(ctx, answer.question.group), ...aboutOf(first, ctx) }
  const description = ctx.words.say('charts.rankingDescription', about)
  return png(ctx.words.say('charts.rankingFile'), await drawRanking(answer, ctx), description)
}

async function comparisonAttachment(figures: readonly Figure[], ctx: SayContext): Promise<Attachment | null> {
  const [first] = figures
  if (!first) return null
  const isLower = indicatorOf(ctx, first.indicator).better === 'lower'
  const inOrder = figures.toSorted((a, b) => ((b.value ?? 0) - (a.value ?? 0)) * (isLower ? -1 : 1))
  const description = ctx.words.say('charts.comparisonDescription', aboutOf(first, ctx))
  return png(ctx.words.say('charts.comparisonFile'), await drawComparison(inOrder, ctx), description)
}

async function moversAttachment(answer: Answer, ctx: SayContext): Promise<Attachment | null> {
  const [first] = answer.figures
  if (!first) return null
  const description = ctx.words.say('charts.moversDescription', aboutOf(first, ctx))
  return png(ctx.words.say('charts.moversFile'), await drawMovers(answer, ctx), description)
}

function aboutOf({ indicator, window }: Figure, ctx: SayContext): { indicator: string; period: string } {
  return {
    indicator: lowerFirst(indicatorOf(ctx, indicator).shortName),
    period: periodName(ctx, window),
  }
}
