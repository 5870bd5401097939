import type { Answer, Figure } from '../../answers/answer.ts'
import type { Digest } from '../../answers/digest-facts.ts'
import type { Attachment } from '../../lib/message.ts'
import type { SayContext } from '../phrases/context.ts'
import { shownValue } from '../phrases/figure-lines.ts'
import { groupName } from '../answers/group-title.ts'
import { indicatorOf, lowerFirst, unitName } from '../phrases/names.ts'
import { periodName } from '../phrases/period-name.ts'
import { drawDigest, drawRanking } from './ranking-picture.ts'
import { drawTrend } from './trend-picture.ts'

const RANKINGS = ['top', 'bottom', 'ranking']
const FEWEST = 2

/**
 * The picture that belongs to an answer, or null: a course of one indicator with at least two values always has one,
 * a ranking when a picture was asked for.
 */
export async function illustrate(answer: Answer, ctx: SayContext): Promise<Attachment | null> {
  const { intent, chart } = answer.question
  const course = answer.figures.find(isCourse)
  if (intent === 'trend' && course && answer.figures.length === 1) return await trendAttachment(course, ctx)
  if (chart && RANKINGS.includes(intent) && answer.figures.length >= FEWEST)
    return await rankingAttachment(answer, ctx)
  return null
}

/** The picture that goes with a report, or null where there is nothing to compare. */
export async function illustrateDigest(digest: Digest, ctx: SayContext): Promise<Attachment | null> {
  const { words } = ctx
  const bytes = await drawDigest(digest, ctx)
  if (!bytes) return null
  const period = periodName(ctx, digest.overall[0]?.figure.window ?? digest.window)
  const description = words.say('charts.digestDescription', { unit: unitName(ctx, digest.unit), period })
  return { name: words.say('charts.digestFile'), type: 'image/png', bytes, description }
}

function isCourse(figure: Figure): boolean {
  return (figure.points ?? []).filter(point => point.value !== null).length >= FEWEST
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
  return {
    name: words.say('charts.trendFile'),
    type: 'image/png',
    bytes: await drawTrend(figure, ctx),
    description,
  }
}

async function rankingAttachment(answer: Answer, ctx: SayContext): Promise<Attachment | null> {
  const { words } = ctx
  const [first] = answer.figures
  if (!first) return null
  const description = words.say('charts.rankingDescription', {
    group: groupName(ctx, answer.question.group),
    indicator: lowerFirst(indicatorOf(ctx, first.indicator).shortName),
    period: periodName(ctx, first.window),
  })
  return {
    name: words.say('charts.rankingFile'),
    type: 'image/png',
    bytes: await drawRanking(answer, ctx),
    description,
  }
}
