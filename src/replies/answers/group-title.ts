import type { Answer } from '../../answers/answer.ts'
import { percentOf } from '../../core/rounding.ts'
import type { Question } from '../../ask/question.ts'
import type { SayContext } from '../phrases/context.ts'
import { conditionWords } from '../phrases/conditions.ts'
import { shownValue } from '../phrases/figure-lines.ts'
import { groupName } from '../phrases/group-name.ts'
import { indicatorOf, lowerFirst } from '../phrases/names.ts'
import { periodName } from '../phrases/period-name.ts'

/** What a list found, in one sentence: how many of which group, by what, in which window. */
export function groupTitle(answer: Answer, code: string, ctx: SayContext): string {
  const { words } = ctx
  const { question } = answer
  const indicator = indicatorOf(ctx, code)
  const answering = answer.figures[0]?.window ?? null
  // Where other days answer than were asked about, these are named.
  const window = answer.insteadOf ? answering : (question.period ?? answering)
  const names = {
    what: isAbout(question) ? selected(question, code, ctx) : ordered(answer, code, ctx),
    indicator: lowerFirst(indicator.shortName),
  }
  // "chưa có hồ sơ nộp trực tuyến" names the indicator already, and so do the conditions.
  const named =
    question.count !== null ||
    (isAbout(question) && (question.threshold === 0 || question.conditions.length > 0 || question.every))
  const head = named ? names.what : words.say('answers.groups.about', names)
  const counted =
    isAbout(question) && countedOf(answer) > 0
      ? words.say(isShare(question) ? 'answers.groups.shared' : 'answers.groups.counted', {
          matched: answer.matched,
          of: countedOf(answer),
          share: percentOf(answer.matched, countedOf(answer)),
          head,
        })
      : words.capital(head)
  if (window === null) return counted
  return words.say('answers.groups.inPeriod', { head: counted, period: periodName(ctx, window) })
}

/** "50% số xã đạt chưa": how much of the group it is. */
function isShare({ parts }: Question): boolean {
  return parts.some(({ part }) => part === 'share')
}

/** The same without the indicator and the window: "5 sở, ban, ngành cao nhất". */
export function groupHead(answer: Answer, ctx: SayContext): string {
  const code = answer.figures[0]?.indicator ?? ''
  const head = isAbout(answer.question) ? selected(answer.question, code, ctx) : ordered(answer, code, ctx)
  return ctx.words.capital(head)
}

/** Who is chosen by a condition, and not by an order. */
function isAbout({ intent }: Question): boolean {
  return intent === 'below' || intent === 'met'
}

/** Of how many a list selects: of targets those that have one, else those with a value. */
function countedOf(answer: Answer): number {
  return isOfTargets(answer) ? answer.assigned : answer.groupSize - answer.leftOut
}

/** Whether units are told apart by their targets, so that those without one do not count. */
export function isOfTargets({ question }: Pick<Answer, 'question'>): boolean {
  return (
    question.threshold === null &&
    question.conditions.length === 0 &&
    (question.intent === 'below' || question.intent === 'met')
  )
}

/** "5 sở, ban, ngành cao nhất", "bảng xếp hạng 20 sở, ban, ngành". */
function ordered({ question, figures, groupSize, leftOut }: Answer, code: string, ctx: SayContext): string {
  const { words } = ctx
  const group = groupName(ctx, question.group)
  const { intent } = question
  if (question.count !== null) return byCount({ question, figures }, code, ctx)
  if (groupSize === leftOut) return words.say('answers.groups.table', { group })
  if ((intent !== 'top' && intent !== 'bottom') || figures.length === 0)
    return words.say('answers.groups.ranking', { group, of: groupSize - leftOut })
  const lower = indicatorOf(ctx, code).better === 'lower'
  const usual = intent === 'top' ? (lower ? 'best' : 'highest') : lower ? 'worst' : 'lowest'
  const order = question.order ?? usual
  const limit = figures.length
  return limit === 1
    ? words.say(`answers.groups.one.${order}`, { group })
    : words.say(`answers.groups.many.${order}`, { limit, group })
}

/** What is counted: "hồ sơ tiếp nhận", "hồ sơ đã giải quyết (trừ hồ sơ giải quyết đúng hạn)". */
export function countName({ count }: Question, code: string, ctx: SayContext): string {
  const { numeratorLabel: numerator, denominatorLabel: denominator } = indicatorOf(ctx, code)
  return ctx.words.say(`answers.groups.countOf.${count ?? 'denominator'}`, { numerator, denominator })
}

/** "3 đơn vị cấp huyện nhiều hồ sơ tiếp nhận nhất", "số hồ sơ tiếp nhận của sở, ban, ngành". */
function byCount(
  { question, figures }: Pick<Answer, 'question' | 'figures'>,
  code: string,
  ctx: SayContext,
): string {
  const { words } = ctx
  const what = countName(question, code, ctx)
  const names = { what, group: groupName(ctx, question.group), limit: figures.length }
  if (question.intent === 'ranking') return words.say('answers.groups.countTable', names)
  const order = question.order === 'lowest' ? 'fewest' : 'most'
  return words.say(`answers.groups.${figures.length === 1 ? 'one' : 'many'}.${order}`, names)
}

/** "đơn vị cấp huyện chưa đạt chỉ tiêu", "sở, ban, ngành dưới 50%", "… thiếu trên 10 điểm phần trăm". */
function selected(question: Question, code: string, ctx: SayContext): string {
  const { words } = ctx
  const { threshold: asked, thresholdTo, intent, conditions } = question
  const group = groupName(ctx, question.group)
  if (conditions.length > 0) {
    const list = conditions.map(condition => conditionWords(ctx, condition, code))
    return words.say('answers.groups.holding', {
      group,
      conditions: list.reduce((some, more) => words.say('answers.groups.and', { some, more })),
    })
  }
  if (question.every) {
    const name = lowerFirst(indicatorOf(ctx, code).shortName)
    const which = intent === 'met' ? 'answers.groups.metEvery' : 'answers.groups.belowAny'
    return words.say(which, { group, indicator: name })
  }
  if (asked === null)
    return words.say(intent === 'met' ? 'answers.groups.met' : 'answers.groups.below', { group })
  const indicator = indicatorOf(ctx, code)
  const threshold = shownValue(ctx, indicator, asked)
  if (thresholdTo !== null) {
    const to = shownValue(ctx, indicator, thresholdTo)
    return words.say('answers.groups.between', { group, from: threshold, to })
  }
  if (intent === 'met') return words.say('answers.groups.over', { group, threshold })
  if (asked === 0) return words.say('answers.groups.nothing', { group, what: indicator.numeratorLabel })
  return words.say('answers.groups.under', { group, threshold })
}
