import type { Digest, League } from '../../answers/digest-facts.ts'
import { digestFinding } from '../digests/digest-finding.ts'
import { signed } from '../phrases/changes.ts'
import type { SayContext } from '../phrases/context.ts'
import { indicatorOf, namesInList, unitTitle } from '../phrases/names.ts'
import { periodName } from '../phrases/period-name.ts'
import type { Bar } from './bars-picture.ts'
import { drawBars } from './bars-picture.ts'
import { barOf, commonTarget } from './unit-bars.ts'

/** Units of a league that are shown from each end, by how many leagues there are. */
const SHOWN = [5, 5, 4, 3] as const
const LEAST_SHOWN = 2
/** Movers named each way. */
const MOVERS = 3

/**
 * The picture of a report as PNG bytes: the best and worst units of each kind and who moved most, or all indicators of a
 * single unit. Null without two values.
 */
export async function drawDigest(digest: Digest, ctx: SayContext): Promise<Uint8Array | null> {
  const own = digest.lines.map(line => line.figure).filter(figure => figure.value !== null)
  const leagues = digest.leagues.filter(league => league.figures.length > 0)
  const placed = leagues.flatMap(league => league.figures)
  const finding = digestFinding(digest, ctx)
  const about = [ctx.words.capital(periodName(ctx, digest.window))]
  if (digest.unitCount === 0 && own.length > 1) {
    const bars = own.map(figure => ({
      ...barOf(figure, indicatorOf(ctx, figure.indicator).shortName, ctx),
      strong: false,
    }))
    return await drawBars(
      { finding, about: [unitTitle(ctx, digest.unit), ...about], bars, target: null },
      ctx,
    )
  }
  if (placed.length < 2) return null
  const indicator = indicatorOf(ctx, placed[0]?.indicator ?? '').shortName
  const bars = [
    ...leagues.flatMap(league => leagueBars(league, leagues.length, ctx)),
    ...moverBars(digest, ctx),
  ]
  return await drawBars(
    { finding, about: [indicator, ...about], bars, target: commonTarget(placed, ctx) },
    ctx,
  )
}

function leagueBars({ kind, figures }: League, leagues: number, ctx: SayContext): Bar[] {
  const each = SHOWN[leagues] ?? LEAST_SHOWN
  const all = figures.length <= 2 * each
  const shown = all ? figures : [...figures.slice(0, each), ...figures.slice(-each)]
  const peers = ctx.words.capital(ctx.words.say(`units.peers.${kind}`))
  const heading = all
    ? ctx.words.say('charts.league', { peers })
    : ctx.words.say('charts.leagueEnds', { peers, all: figures.length })
  const nameOf = namesInList(
    ctx,
    shown.map(figure => figure.unit),
  )
  return [{ heading }, ...shown.map(one => barOf(one, `${one.rank ?? ''}. ${nameOf(one.unit)}`, ctx))]
}

function moverBars({ moved }: Digest, ctx: SayContext): Bar[] {
  const rises = moved.filter(one => one.change > 0).slice(0, MOVERS)
  const falls = moved.filter(one => one.change < 0).slice(-MOVERS)
  const shown = [...rises, ...falls]
  if (shown.length === 0) return []
  const nameOf = namesInList(
    ctx,
    shown.map(one => one.unit),
  )
  return [
    { heading: ctx.words.say('charts.movers') },
    ...shown.map(({ unit, change }): Bar => ({
      label: nameOf(unit),
      value: null,
      target: null,
      state: 'plain',
      shown: signed(ctx, change),
      strong: unit === ctx.asker.unit,
    })),
  ]
}
