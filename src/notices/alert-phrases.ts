import type { SayContext } from '../replies/phrases/context.ts'
import { shownGap, shownValue } from '../replies/phrases/figure-lines.ts'
import { indicatorOf, nounOf } from '../replies/phrases/names.ts'
import { ask, askUnit } from '../replies/phrases/next-questions.ts'
import { termName } from '../replies/phrases/period-name.ts'
import type { AlertLine, UnitAlerts } from './unit-alerts.ts'

/** "Hồ sơ trực tuyến: 55,1%, chỉ tiêu 60%, thiếu 4,9 điểm phần trăm (chậm tiến độ); cần thêm 580 hồ sơ, khoảng 14/ngày" */
export function belowLine(line: AlertLine, ctx: SayContext): string {
  const paced = pacedLine(line, ctx)
  const need = needPart(line, ctx)
  return need === null ? paced : ctx.words.say('notices.alert.withNeed', { line: paced, need })
}

/** The same without what is needed. */
export function pacedLine(line: AlertLine, ctx: SayContext): string {
  const { words } = ctx
  const full = indicatorOf(ctx, line.indicator)
  const values = {
    indicator: full.shortName,
    value: shownValue(ctx, full, line.value),
    target: shownValue(ctx, full, line.target),
    gap: shownGap(ctx, full, line.target - line.value),
  }
  const said = words.say(full.better === 'lower' ? 'notices.alert.lineOver' : 'notices.alert.line', values)
  if (line.pace === null) return said
  const pace = words.say(line.pace === 'behind' ? 'notices.alert.behind' : 'notices.alert.onTrack')
  return words.say('notices.alert.paced', { line: said, pace })
}

function needPart({ need, indicator: code }: AlertLine, ctx: SayContext): string | null {
  if (!need || need.needed === null || need.needed === 0) return null
  const indicator = indicatorOf(ctx, code)
  const noun = nounOf(indicator)
  const { needed, perDay } = need
  if (noun === '') return null
  if (need.reachable === false) {
    if (need.bestReachable === null) return null
    return ctx.words.say('notices.alert.unreachable', {
      best: shownValue(ctx, indicator, need.bestReachable),
    })
  }
  if (perDay === null) return ctx.words.say('notices.alert.need', { needed, noun })
  return ctx.words.say('notices.alert.needDaily', { needed, noun, perDay })
}

/** How long there still is. */
export function endsLine({ term, daysLeft }: UnitAlerts, ctx: SayContext): string {
  const name = termName(ctx, term)
  if (daysLeft <= 0) return ctx.words.say('notices.alert.lastDay', { term: name })
  return ctx.words.say('notices.alert.ends', { days: daysLeft, term: name, until: term.to })
}

export function dataLine({ dataTo }: UnitAlerts, ctx: SayContext): string | null {
  return dataTo === null ? null : ctx.words.say('figures.dataTo', { day: dataTo })
}

/** What can be done about an alert that stands. */
export function alertChoices(unit: string, ctx: SayContext) {
  return [ask(ctx, 'acknowledge'), ask(ctx, 'snooze'), askUnit(ctx, 'all', unit), ask(ctx, 'ownNeeds')]
}
