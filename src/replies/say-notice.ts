import type { AboutUnit, Notice, NoticeLine } from '../answers/notice.ts'
import type { Message } from '../lib/message.ts'
import type { Paragraph } from './phrases/compose.ts'
import { compose, MAX_LINES } from './phrases/compose.ts'
import type { SayContext } from './phrases/context.ts'
import { shownGap, shownValue } from './phrases/figure-lines.ts'
import { indicatorOf, nounOf, unitName, unitTitle } from './phrases/names.ts'
import { ask, askUnit } from './phrases/next-questions.ts'
import { termName } from './phrases/period-name.ts'

/** A notice → message: the unit and the term first, one line for each indicator, then how long there still is. */
export function sayNotice(notice: Notice, ctx: SayContext): Message {
  switch (notice.topic) {
    case 'alert':
      return about(notice, ctx, [alertIntro(notice, ctx), ...notice.lines.map(line => belowLine(line, ctx))])
    case 'reminder':
      return about(notice, ctx, [
        reminderIntro(notice, ctx),
        ...notice.lines.map(line => reminderLine(line, ctx)),
      ])
    case 'escalation':
      return escalation(notice, ctx)
    case 'recovered':
      return about(
        notice,
        ctx,
        notice.lines.map(line => recoveredLine(line, ctx)),
      )
    case 'stale':
      break
  }
  return stale(notice, ctx)
}

type UnitNotice = Exclude<Notice, { topic: 'stale' }>

function about(notice: UnitNotice, ctx: SayContext, lines: Paragraph): Message {
  const { words } = ctx
  const title = words.say(`notices.${notice.topic}.title`, {
    unit: unitTitle(ctx, notice.unit),
    term: termName(ctx, notice.term),
  })
  const foot = [notice.topic === 'recovered' ? null : endsLine(notice, ctx), dataTo(notice, ctx)]
  return compose(ctx, [{ title }, lines, foot], choices(notice, ctx))
}

function alertIntro(notice: AboutUnit & { first: boolean }, ctx: SayContext): string {
  const count = notice.lines.length
  if (!notice.first) return ctx.words.say('notices.alert.fell', { count })
  return ctx.words.say('notices.alert.first', { count, term: termName(ctx, notice.term) })
}

function reminderIntro(notice: AboutUnit, ctx: SayContext): string {
  return ctx.words.say('notices.reminder.still', { count: notice.lines.length })
}

/** "Hồ sơ trực tuyến: 55,1%, chỉ tiêu 60%, thiếu 4,9 điểm phần trăm (chậm tiến độ); cần thêm 580 hồ sơ, khoảng 14/ngày" */
function belowLine(line: NoticeLine, ctx: SayContext): string {
  const { words } = ctx
  const paced = pacedLine(line, ctx)
  const need = needPart(line, ctx)
  return need === null ? paced : words.say('notices.alert.withNeed', { line: paced, need })
}

function pacedLine(line: NoticeLine, ctx: SayContext): string {
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

function needPart(line: NoticeLine, ctx: SayContext): string | null {
  const { need } = line
  if (!need || need.needed === null || need.needed === 0) return null
  const indicator = indicatorOf(ctx, line.indicator)
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

function reminderLine(line: NoticeLine, ctx: SayContext): string {
  const said = belowLine(line, ctx)
  if (line.changeSinceTold === null) return said
  return ctx.words.say('notices.reminder.since', {
    line: said,
    change: changeSince(line, line.changeSinceTold, ctx),
  })
}

function changeSince(line: NoticeLine, difference: number, ctx: SayContext): string {
  if (difference === 0) return ctx.words.say('notices.reminder.same')
  const change = shownGap(ctx, indicatorOf(ctx, line.indicator), difference)
  return ctx.words.say(difference > 0 ? 'notices.reminder.rose' : 'notices.reminder.fell', { change })
}

function recoveredLine(line: NoticeLine, ctx: SayContext): string {
  const full = indicatorOf(ctx, line.indicator)
  return ctx.words.say('notices.recovered.line', {
    indicator: full.shortName,
    value: shownValue(ctx, full, line.value),
    target: shownValue(ctx, full, line.target),
  })
}

function escalation(notice: Extract<Notice, { topic: 'escalation' }>, ctx: SayContext): Message {
  const { words } = ctx
  const text = words.say('notices.escalation.text', {
    parent: unitName(ctx, notice.parent),
    count: notice.lines.length,
    days: notice.days,
  })
  const title = words.say('notices.escalation.title', { unit: unitTitle(ctx, notice.unit) })
  const lines = notice.lines.flatMap(line => [
    words.say('notices.escalation.line', { line: pacedLine(line, ctx), since: line.since }),
    line.explanation === null ? null : words.say('notices.explained', { text: line.explanation }),
  ])
  return compose(
    ctx,
    [{ title }, text, lines, [endsLine(notice, ctx), dataTo(notice, ctx)]],
    [askUnit(ctx, 'all', notice.unit), ask(ctx, 'alerts')],
  )
}

function stale(notice: Extract<Notice, { topic: 'stale' }>, ctx: SayContext): Message {
  const { words } = ctx
  const { units, days } = notice
  const shown = units.slice(0, MAX_LINES)
  const more = units.length - shown.length
  return compose(
    ctx,
    [
      { title: words.say('notices.stale.title') },
      [
        words.say('notices.stale.text', { count: units.length, days }),
        ...shown.map(({ unit, dataTo: day }) =>
          day === null
            ? words.say('notices.stale.never', { unit: unitTitle(ctx, unit) })
            : words.say('notices.stale.line', { unit: unitTitle(ctx, unit), day }),
        ),
        more > 0 ? words.say('answers.more', { count: more }) : null,
      ],
      words.say('notices.stale.how'),
    ],
    [ask(ctx, 'progress'), ask(ctx, 'help')],
  )
}

function endsLine(notice: AboutUnit, ctx: SayContext): string {
  const term = termName(ctx, notice.term)
  if (notice.daysLeft <= 0) return ctx.words.say('notices.alert.lastDay', { term })
  return ctx.words.say('notices.alert.ends', { days: notice.daysLeft, term, until: notice.term.to })
}

function dataTo(notice: AboutUnit, ctx: SayContext): string | null {
  return notice.dataTo === null ? null : ctx.words.say('figures.dataTo', { day: notice.dataTo })
}

function choices(notice: UnitNotice, ctx: SayContext) {
  if (notice.topic === 'recovered') return [askUnit(ctx, 'all', notice.unit), ask(ctx, 'alerts')]
  return [ask(ctx, 'acknowledge'), ask(ctx, 'snooze'), askUnit(ctx, 'all', notice.unit), ask(ctx, 'ownNeeds')]
}
