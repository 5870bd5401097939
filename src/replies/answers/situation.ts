import type { Answer, Figure } from '../../answers/answer.ts'
import { runningPhases } from '../../core/term.ts'
import type { Message } from '../../lib/message.ts'
import { compose, type Paragraph } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isRefused, sayRefusal } from '../phrases/refusal.ts'
import { dataToLine, placeOf, shownGap, shownValue, verdict } from '../phrases/figure-lines.ts'
import { indicatorOf, lowerFirst, namesInList, unitTitle } from '../phrases/names.ts'
import { ask, askGroup, askUnit } from '../phrases/next-questions.ts'
import { periodName } from '../phrases/period-name.ts'

/** Units that are named in one line. */
const NAMED = 3
/** Indicators that are named beside the main one. */
const FEWEST = 2

/** `situation`: how things stand in at most ten lines, worst first. */
export function saySituation(answer: Answer, ctx: SayContext): Message {
  const { figures } = answer
  const [first] = figures
  if (!first) return nothingJudged(answer, ctx)
  if (isRefused(figures)) return sayRefusal(ctx, figures)
  const isOfUnit = first.pace !== undefined || figures.length === 1
  const paragraphs =
    isOfUnit && answer.groupSize === 0 ? ownBrief(answer, first, ctx) : brief(answer, first, ctx)
  return compose(
    ctx,
    [...paragraphs, [leftLine(answer, ctx), dataToLine(ctx, figures)]],
    [
      ask(ctx, 'alerts'),
      askGroup(ctx, 'below', answer.question.group, first.indicator),
      ask(ctx, 'ownNeeds'),
    ],
  )
}

/** Of a unit without a target that has a figure: that nothing can be said, how far figures reach, and where they are. */
function nothingJudged({ question, dataTo: day }: Answer, ctx: SayContext): Message {
  const { catalog, today, words } = ctx
  const isNew = day !== null && runningPhases(catalog.phases, today).some(({ from }) => day < from)
  const unit = question.units[0] ?? ctx.asker.unit
  return compose(
    ctx,
    [
      words.say('findings.situation.nothing', { unit: unitTitle(ctx, unit) }),
      isNew ? words.say('figures.knownTo', { day }) : null,
    ],
    [askUnit(ctx, 'all', unit), ask(ctx, 'progress')],
  )
}

/** Who is behind in a group or in the asker's view, each with what the line expects, a line each. */
function behindLines(answer: Answer, behind: readonly Figure[], ctx: SayContext): Paragraph {
  const { words } = ctx
  const [first] = behind
  if (!first) return noneBehind(answer, ctx)
  const counted = { matched: answer.matched, of: answer.assigned, indicator: nameOf(first.indicator, ctx) }
  return [
    words.say('findings.situation.behind', counted),
    ...namedBehind(behind, ctx).map(one => words.say('findings.situation.line', { one })),
  ]
}

/** The same in one line: "1/256 đơn vị chậm tiến độ: Sở Ngoại vụ (90,66%, đến nay cần 92,93%)". */
export function behindLine(answer: Answer, behind: readonly Figure[], ctx: SayContext): string | null {
  const [first] = behind
  if (!first) return noneBehind(answer, ctx)
  const { assigned: of, matched } = answer
  const names = namedBehind(behind.slice(0, NAMED), ctx).join(', ')
  const indicator = nameOf(first.indicator, ctx)
  return ctx.words.say('findings.situation.behindInLine', { matched, of, names, indicator })
}

function noneBehind(answer: Answer, ctx: SayContext): string | null {
  const { assigned: of, question } = answer
  const code = question.indicators[0] ?? ctx.mainIndicator ?? null
  if (of === 0 || code === null) return null
  return ctx.words.say('findings.situation.noneBehind', { of, indicator: nameOf(code, ctx) })
}

function nameOf(code: string, ctx: SayContext): string {
  return lowerFirst(indicatorOf(ctx, code).shortName)
}

function namedBehind(behind: readonly Figure[], ctx: SayContext): string[] {
  const unitOf = namesInList(
    ctx,
    behind.map(figure => figure.unit),
  )
  return behind.map(({ unit, indicator: code, value, pace }) => {
    const indicator = indicatorOf(ctx, code)
    const reached = shownValue(ctx, indicator, value ?? 0)
    if (!pace) return ctx.words.say('findings.situation.unitValue', { unit: unitOf(unit), value: reached })
    const expected = shownValue(ctx, indicator, pace.expected)
    return ctx.words.say('findings.situation.unitBehind', { unit: unitOf(unit), value: reached, expected })
  })
}

/** Of one unit its indicators that miss their targets, the widest gap first. */
export function ownLines(figures: readonly Figure[], ctx: SayContext): string[] {
  return figures.flatMap(figure => {
    if (figure.value === null || figure.gap === null || figure.gap <= 0) return []
    const indicator = indicatorOf(ctx, figure.indicator)
    return [
      ctx.words.say('findings.situation.ownLine', {
        indicator: indicator.shortName,
        value: shownValue(ctx, indicator, figure.value),
        gap: shownGap(ctx, indicator, figure.gap),
        pace: ctx.words.say(`findings.situation.paces.${figure.pace?.state ?? 'behind'}`),
      }),
    ]
  })
}

function brief(answer: Answer, first: Figure, ctx: SayContext): Paragraph[] {
  const own = answer.figures.slice(1).filter(figure => figure.unit === first.unit)
  const behind = answer.figures.filter(figure => figure.unit !== first.unit)
  return [
    { title: overall(first, ctx) },
    ownLines(own, ctx),
    metLine(answer, first, ctx),
    // Beside what is missed by the unit itself those behind are one line.
    own.length > 0 ? behindLine(answer, behind, ctx) : behindLines(answer, behind, ctx),
  ]
}

/** "Huyện Ia Grai – hồ sơ trực tuyến, giai đoạn 2 đến 17/5/2024: 45,78% – chưa đạt, thiếu 14,22 điểm phần trăm; thứ 11/17". */
function overall(first: Figure, ctx: SayContext): string {
  const { words } = ctx
  const indicator = indicatorOf(ctx, first.indicator)
  const said = words.say('findings.situation.overall', {
    unit: unitTitle(ctx, first.unit),
    indicator: lowerFirst(indicator.shortName),
    period: periodName(ctx, first.window),
    value:
      first.value === null ? words.say('figures.reason.no_data') : shownValue(ctx, indicator, first.value),
  })
  const judged = verdict(ctx, first)
  const line = judged === null ? said : `${said} – ${judged}`
  const place = placeOf(first)
  return place === null ? line : words.say('figures.line.ranked', { line, ...place })
}

/** How many units have met the main target, and which targets the fewest have met. */
function metLine(answer: Answer, first: Figure, ctx: SayContext): string | null {
  const { words } = ctx
  const running = answer.phases.find(one => one.state === 'running')
  const line = running?.met.find(one => one.indicator === first.indicator)
  if (!running || !line) return null
  const met = words.say('findings.situation.met', { ...line, indicator: nameOf(line.indicator, ctx) })
  const fewer = running.met
    .filter(one => one.met * line.of < line.met * one.of)
    .toSorted((a, b) => a.met / a.of - b.met / b.of)
    .slice(0, FEWEST)
    .map(one => words.say('findings.situation.metOf', { ...one, indicator: nameOf(one.indicator, ctx) }))
  return fewer.length === 0 ? met : words.say('findings.situation.fewest', { met, list: fewer.join('; ') })
}

function ownBrief(answer: Answer, first: Figure, ctx: SayContext): Paragraph[] {
  const unit = unitTitle(ctx, first.unit)
  const { matched, assigned, figures } = answer
  if (matched === 0) return [{ title: ctx.words.say('findings.situation.allMet', { unit, of: assigned }) }]
  const title = ctx.words.say('findings.situation.own', { unit, matched, of: assigned })
  return [{ title }, ownLines(figures, ctx).slice(0, 6)]
}

function leftLine({ phases }: Answer, { words }: SayContext): string | null {
  const running = phases.find(phase => phase.state === 'running')
  if (!running) return null
  const phase = lowerFirst(running.phase.phaseName)
  return words.say('findings.situation.left', { days: running.daysLeft, phase })
}
