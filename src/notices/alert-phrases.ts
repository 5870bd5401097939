import { gapAndMet } from '../answers/figures.ts'
import { phaseDays } from '../core/progress.ts'
import type { SayContext } from '../replies/phrases/context.ts'
import { isRise, shownGap, shownTarget, shownValue } from '../replies/phrases/figure-lines.ts'
import { indicatorOf, nounOf, unitTitle } from '../replies/phrases/names.ts'
import { termName } from '../replies/phrases/period-name.ts'
import type { Correction } from './alert-facts.ts'
import type { AlertLine, AlertNews } from './alert-lines.ts'

/** One alert of a message; with its unit where the message is about several. */
export function alertLine(line: AlertLine, withUnit: boolean, ctx: SayContext): string {
  const said = lineOf(line, ctx)
  return withUnit
    ? ctx.words.say('notices.alert.ofUnit', { unit: unitTitle(ctx, line.unit), line: said })
    : said
}

function lineOf(line: AlertLine, ctx: SayContext): string {
  const { words } = ctx
  const stands = line.pace === null ? metLine(line, ctx) : belowLine(line, ctx)
  switch (line.what) {
    case 'changed': {
      const target = shownValue(ctx, indicatorOf(ctx, line.indicator), line.targetBefore ?? line.target)
      return words.say('notices.alert.changed', { line: stands, before: target })
    }
    case 'escalated': {
      const since = words.say('notices.alert.since', { line: stands, since: line.since })
      return line.explanation === null
        ? since
        : words.say('notices.alert.explained', { line: since, text: line.explanation })
    }
    case 'fell':
    case 'first':
    case 'behind':
    case 'recovered':
    case 'reminder':
      return stands
  }
}

/** "Hồ sơ trực tuyến: 61,25%, chỉ tiêu 60%" */
function metLine(line: AlertLine, ctx: SayContext): string {
  const full = indicatorOf(ctx, line.indicator)
  return ctx.words.say(full.better === 'lower' ? 'notices.alert.metOver' : 'notices.alert.met', {
    indicator: full.shortName,
    value: shownValue(ctx, full, line.value),
    target: shownValue(ctx, full, line.target),
  })
}

/** What has changed since it was told last; nothing where nothing has. */
function withChange(line: AlertLine, said: string, ctx: SayContext): string {
  const difference = line.what === 'reminder' ? line.changeSinceTold : null
  if (difference === null || difference === 0) return said
  const indicator = indicatorOf(ctx, line.indicator)
  const change = shownGap(ctx, indicator, difference)
  return ctx.words.say(isRise(indicator, difference) ? 'notices.alert.rose' : 'notices.alert.sank', {
    line: said,
    change,
  })
}

/** "Hồ sơ trực tuyến: 55,1%, chỉ tiêu 60%, thiếu 4,9 điểm phần trăm (chậm tiến độ); cần thêm 580 hồ sơ, khoảng 14/ngày" */
function belowLine(line: AlertLine, ctx: SayContext): string {
  const paced = withChange(line, pacedLine(line, ctx), ctx)
  const need = needPart(line, ctx)
  return need === null ? paced : ctx.words.say('notices.alert.withNeed', { line: paced, need })
}

/** The same without what is needed. */
function pacedLine(line: AlertLine, ctx: SayContext): string {
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

/** A figure that was told and is another one now, with what that means for its target and its place. */
export function correctionLine(one: Correction, withUnit: boolean, ctx: SayContext): string {
  const { words } = ctx
  const indicator = indicatorOf(ctx, one.indicator)
  const name = withUnit
    ? words.say('notices.alert.ofUnit', { unit: unitTitle(ctx, one.unit), line: indicator.shortName })
    : indicator.shortName
  const about = { name, from: one.from, to: one.to, told: shownValue(ctx, indicator, one.told) }
  if (one.now === null) return words.say('notices.alert.takenBack', about)
  const line = words.say('notices.alert.corrected', { ...about, now: shownValue(ctx, indicator, one.now) })
  const moved = one.place !== null && one.toldPlace !== null && one.place !== one.toldPlace
  return [
    line,
    verdictPart(one, ctx),
    moved ? words.say('notices.alert.placed', { before: one.toldPlace!, place: one.place! }) : null,
  ]
    .filter(part => part !== null)
    .join('; ')
}

/** Whether it meets its target, where that is another verdict than the one that was told. */
function verdictPart({ indicator: code, told, now, target, of }: Correction, ctx: SayContext): string | null {
  const was = gapAndMet(ctx, code, told, target).met
  const { met } = gapAndMet(ctx, code, now, target)
  if (met === was || target === null) return null
  const shown = shownTarget(ctx, indicatorOf(ctx, code), target)
  if (met !== true) return ctx.words.say('notices.alert.notMet', { target: shown })
  return ctx.words.say(of === 'alert' ? 'notices.alert.noAlert' : 'notices.alert.isMet', { target: shown })
}

/** How long there still is, of the term of what is worst; nothing where nothing of it stands. */
export function endsLine(lines: readonly AlertLine[], ctx: SayContext): string | null {
  const term = lines.find(line => line.pace !== null)?.term
  if (!term) return null
  const name = termName(ctx, term)
  const { daysLeft } = phaseDays(term, ctx.today)
  if (ctx.today > term.to) return ctx.words.say('notices.alert.ended', { term: name, until: term.to })
  if (daysLeft <= 0) return ctx.words.say('notices.alert.lastDay', { term: name })
  return ctx.words.say('notices.alert.ends', { days: daysLeft, term: name, until: term.to })
}

export function dataLine({ dataTo }: AlertNews, ctx: SayContext): string | null {
  return dataTo === null ? null : ctx.words.say('figures.dataTo', { day: dataTo })
}
