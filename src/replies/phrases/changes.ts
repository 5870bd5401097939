import type { SayContext } from './context.ts'
import { isRise, shownGap } from './figure-lines.ts'
import { indicatorOf } from './names.ts'

/** "tăng 5,2 điểm phần trăm", "giảm 3 điểm", "không đổi". */
export function changeWords(ctx: SayContext, indicator: string, change: number): string {
  if (change === 0) return ctx.words.say('findings.flat')
  const of = indicatorOf(ctx, indicator)
  const gap = shownGap(ctx, of, change)
  return ctx.words.say(isRise(of, change) ? 'findings.up' : 'findings.down', { gap })
}

/** "tăng 3 bậc", "giảm 2 bậc", "không đổi". */
export function placesWords(ctx: SayContext, rankChange: number): string {
  if (rankChange === 0) return ctx.words.say('findings.flat')
  return ctx.words.say(rankChange > 0 ? 'findings.placesUp' : 'findings.placesDown', {
    places: Math.abs(rankChange),
  })
}

/** A signed number with at most two decimals: "+1,25", "−0,4". */
export function signed(ctx: Pick<SayContext, 'words'>, value: number): string {
  const size = ctx.words.decimal(Math.abs(value))
  return value > 0 ? `+${size}` : value < 0 ? `−${size}` : size
}
