import type { Choice } from '../../lib/message.ts'
import type { UnitKind } from '../../core/unit-tree.ts'
import type { DigestKind } from '../../core/digest.ts'
import { MAX_SEND } from './compose.ts'
import type { SayContext } from './context.ts'
import { indicatorOf, lowerFirst, unitInQuestion } from './names.ts'

type AboutFigure = 'rank' | 'why' | 'need' | 'chart' | 'lastWeek' | 'forecast' | 'target' | 'gap' | 'value'
type AboutUnit = 'all' | 'allRanks' | 'allLastWeek'
type AboutGroup = 'below' | 'met' | 'top' | 'bottom' | 'ranking'
type Plain =
  | 'more'
  | 'situation'
  | 'progress'
  | 'alerts'
  | 'help'
  | 'ownUnit'
  | 'ownNeeds'
  | 'acknowledge'
  | 'snooze'
  | 'snooze1'
  | 'snoozePeriod'
  | 'explain'
  | 'alertDetails'
  | 'yes'
  | 'no'
  | 'undo'

/** A quick reply that asks more of one unit and indicator, in full, so that it is still understood tomorrow. */
export function askFigure(ctx: SayContext, about: AboutFigure, unit: string, indicator: string): Choice {
  const names = {
    unit: unitInQuestion(ctx, unit),
    indicator: lowerFirst(indicatorOf(ctx, indicator).shortName),
  }
  const { words } = ctx
  const made = choice(
    ctx,
    words.say(`choices.${about}.label`),
    words.say(`choices.${about}.send`, names),
    words.say(`choices.${about}.short`),
  )
  return about === 'chart' ? { ...made, where: 'image' } : made
}

/** A quick reply about all indicators of a unit. */
export function askUnit(ctx: SayContext, about: AboutUnit, unit: string): Choice {
  const { words } = ctx
  const send = words.say(`choices.${about}.send`, { unit: unitInQuestion(ctx, unit) })
  return choice(ctx, words.say(`choices.${about}.label`), send, words.say(`choices.${about}.short`))
}

/** A quick reply about a group of units, `null` meaning all that the asker sees. */
export function askGroup(
  ctx: SayContext,
  about: AboutGroup,
  group: { kind: UnitKind | null; within: string | null } | null,
  indicator: string,
): Choice {
  const { words } = ctx
  const kind = group?.kind ?? 'other'
  const within = group?.within ? ` ${unitInQuestion(ctx, group.within)}` : ''
  const send = words.say(`choices.${about}.send`, {
    group: `${words.say(`units.asked.${kind}`)}${within}`,
    counted: `${words.say(`units.counted.${kind}`)}${within}`,
    indicator: lowerFirst(indicatorOf(ctx, indicator).shortName),
  })
  return choice(ctx, words.say(`choices.${about}.label`), send, words.say(`choices.${about}.short`))
}

/** How an indicator is calculated. */
export function askDefinition(ctx: SayContext, indicator: string): Choice {
  const { words } = ctx
  const send = words.say('choices.define.send', {
    indicator: lowerFirst(indicatorOf(ctx, indicator).shortName),
  })
  return choice(ctx, words.say('choices.define.label'), send, words.say('choices.define.short'))
}

/** A quick reply that is the same for everybody, or the answer to a question about an act. */
export function ask(ctx: Pick<SayContext, 'words'>, about: Plain): Choice {
  return { label: ctx.words.say(`choices.${about}.label`), send: ctx.words.say(`choices.${about}.send`) }
}

/** A digest now. */
export function askDigest(ctx: Pick<SayContext, 'words'>, kind: Exclude<DigestKind, 'phase'>): Choice {
  return { label: ctx.words.say(`choices.${kind}.label`), send: ctx.words.say(`choices.${kind}.send`) }
}

/** A long question falls back to the short one, which is understood as a follow-up. */
function choice(ctx: Pick<SayContext, 'words'>, label: string, send: string, short: string): Choice {
  return { label, send: send.length <= MAX_SEND ? ctx.words.capital(send) : short }
}
