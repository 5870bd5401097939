import type { Answer } from '../../answers/answer.ts'
import type { Question } from '../../ask/question.ts'
import type { SayContext } from '../phrases/context.ts'
import { shownValue } from '../phrases/figure-lines.ts'
import { indicatorOf, unitName } from '../phrases/names.ts'

/** A group in words: "sở, ban, ngành", "đơn vị cấp xã thuộc huyện Đức Cơ", "đơn vị". */
export function groupName(ctx: SayContext, group: Question['group']): string {
  const { words } = ctx
  const kind = group?.kind ? words.say(`units.peers.${group.kind}`) : words.say('units.any')
  const peers = group?.word ?? kind
  if (!group?.within || ctx.tree.byCode.get(group.within)?.parent === null) return peers
  return words.say('units.peersOf', { peers, parent: unitName(ctx, group.within) })
}

/** Title of a list: what was asked of which group, and the indicator. */
export function groupTitle(answer: Answer, indicator: string, ctx: SayContext): string {
  const head = groupHead(answer, ctx, indicator)
  // "chưa có hồ sơ nộp trực tuyến" names the indicator already.
  if (answer.question.threshold === 0 && answer.question.intent === 'below') return head
  return ctx.words.say('answers.groups.title', { head, indicator: indicatorOf(ctx, indicator).shortName })
}

/** The title without the indicator: "5 sở, ban, ngành cao nhất", "Đơn vị cấp xã chưa đạt chỉ tiêu". */
export function groupHead(
  answer: Answer,
  ctx: SayContext,
  indicator = answer.figures[0]?.indicator ?? '',
): string {
  const { words } = ctx
  const { question } = answer
  const group = groupName(ctx, question.group)
  const { intent } = question
  if (intent === 'below' || intent === 'met') return conditionHead(question, group, indicator, ctx)
  if ((intent !== 'top' && intent !== 'bottom') || answer.figures.length === 0)
    return words.say('answers.groups.ranking', { group })
  const limit = answer.figures.length
  return limit === 1
    ? words.say(`answers.groups.${intent}One`, { group })
    : words.say(`answers.groups.${intent}`, { limit, group })
}

function conditionHead(question: Question, group: string, indicatorCode: string, ctx: SayContext): string {
  const { words } = ctx
  const { threshold: asked, thresholdTo, intent } = question
  if (asked === null)
    return words.say(intent === 'met' ? 'answers.groups.met' : 'answers.groups.below', { group })
  const indicator = indicatorOf(ctx, indicatorCode)
  const threshold = shownValue(ctx, indicator, asked)
  if (thresholdTo !== null) {
    const to = shownValue(ctx, indicator, thresholdTo)
    return words.say('answers.groups.between', { group, from: threshold, to })
  }
  if (intent === 'met') return words.say('answers.groups.over', { group, threshold })
  if (asked === 0) return words.say('answers.groups.nothing', { group, what: indicator.numeratorLabel })
  return words.say('answers.groups.under', { group, threshold })
}
