import type { Answer } from '../answers/answer.ts'
import type { Question } from '../ask/question.ts'
import type { SayContext } from './context.ts'
import { shownValue } from './figure-lines.ts'
import { indicatorOf, unitName } from './names.ts'

/** A group in words: "sở, ban, ngành", "đơn vị cấp xã thuộc huyện Đức Cơ", "đơn vị". */
export function groupName(ctx: SayContext, group: Question['group']): string {
  const { words } = ctx
  const peers = group?.kind ? words.say(`units.peers.${group.kind}`) : words.say('units.any')
  const province = ctx.catalog.units.find(unit => unit.code === group?.within && unit.parent === null)
  if (!group?.within || province) return peers
  return words.say('units.peersOf', { peers, parent: unitName(ctx, group.within) })
}

/** Title of a list: what was asked of which group, and the indicator. */
export function groupTitle(answer: Answer, indicatorCode: string, ctx: SayContext): string {
  const { words } = ctx
  const { question } = answer
  const indicator = indicatorOf(ctx, indicatorCode)
  const group = groupName(ctx, question.group)
  const names = { group, indicator: indicator.shortName }
  const { intent } = question
  if (intent === 'below' || intent === 'met') return conditionTitle(question, names, indicatorCode, ctx)
  if (intent !== 'top' && intent !== 'bottom') return words.say('answers.groups.ranking', names)
  const limit = answer.figures.length
  return limit === 1
    ? words.say(`answers.groups.${intent}One`, names)
    : words.say(`answers.groups.${intent}`, { limit, ...names })
}

function conditionTitle(
  question: Question,
  names: { group: string; indicator: string },
  indicatorCode: string,
  ctx: SayContext,
): string {
  const { words } = ctx
  const indicator = indicatorOf(ctx, indicatorCode)
  const { threshold, thresholdTo, intent } = question
  if (threshold === null)
    return words.say(intent === 'met' ? 'answers.groups.met' : 'answers.groups.below', names)
  const shown = shownValue(ctx, indicator, threshold)
  if (thresholdTo !== null) {
    const to = shownValue(ctx, indicator, thresholdTo)
    return words.say('answers.groups.between', { ...names, from: shown, to })
  }
  if (intent === 'met') return words.say('answers.groups.over', { ...names, threshold: shown })
  if (threshold === 0) {
    return words.say('answers.groups.nothing', { group: names.group, what: indicator.numeratorLabel })
  }
  return words.say('answers.groups.under', { ...names, threshold: shown })
}
