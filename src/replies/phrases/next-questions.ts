import type { Figure } from '../../answers/answer.ts'
import { maySee, scopeOf } from '../../answers/scope.ts'
import { isActive, type Member } from '../../core/member.ts'
import type { Choice } from '../../lib/message.ts'
import type { UnitKind } from '../../core/unit-tree.ts'
import type { DigestKind } from '../../core/digest.ts'
import { MAX_SEND } from './compose.ts'
import type { SayContext } from './context.ts'
import { indicatorOf, lowerFirst, unitInQuestion } from './names.ts'

type AboutFigure =
  | 'rank'
  | 'why'
  | 'need'
  | 'chart'
  | 'lastWeek'
  | 'lastMonth'
  | 'forecast'
  | 'target'
  | 'gap'
  | 'value'
type AboutUnit = 'all' | 'allRanks' | 'allLastWeek' | 'allLastMonth'
type AboutGroup = 'below' | 'met' | 'top' | 'bottom' | 'ranking' | 'groupTarget'
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
  | 'draft'
  | 'explainedBy'
  | 'notExplainedBy'
  | 'sendDraft'
  | 'alertDetails'
  | 'yes'
  | 'no'
  | 'undo'
  | 'redrive'

/** What is only answered to who sees all of a unit. */
const OF_ONES_OWN: readonly AboutFigure[] = ['need', 'forecast', 'why']

/**
 * A quick reply that asks more of one unit and indicator, in full, so that it is still understood tomorrow; null where
 * the asker would be refused, or nobody is there to be ranked among.
 */
export function askFigure(
  ctx: SayContext,
  about: AboutFigure,
  unit: string,
  indicator: string,
): Choice | null {
  if (OF_ONES_OWN.includes(about) && !maySee(ctx, ctx.asker, unit)) return null
  if (about === 'rank' && isAlone(ctx, unit)) return null
  return figureQuestion(ctx, about, unit, indicator)
}

/** The same whether or not it can be answered. */
export function figureQuestion(ctx: SayContext, about: AboutFigure, unit: string, indicator: string): Choice {
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
export function askUnit(ctx: SayContext, about: AboutUnit, unit: string): Choice | null {
  const { words } = ctx
  if (about === 'allRanks' && isAlone(ctx, unit)) return null
  const send = words.say(`choices.${about}.send`, { unit: unitInQuestion(ctx, unit) })
  return choice(ctx, words.say(`choices.${about}.label`), send, words.say(`choices.${about}.short`))
}

/** A quick reply about a group of units, `null` meaning all that the asker sees; null where none of it is seen. */
export function askGroup(
  ctx: SayContext,
  about: AboutGroup,
  group: { kind: UnitKind | null; within: string | null } | null,
  indicator: string,
): Choice | null {
  const { words } = ctx
  const kind = group?.kind ?? 'other'
  if (group?.kind && !seesKind(ctx, group.kind, about === 'below' || about === 'met')) return null
  const within = group?.within ? ` ${unitInQuestion(ctx, group.within)}` : ''
  const send = words.say(`choices.${about}.send`, {
    group: `${words.say(`units.asked.${kind}`)}${within}`,
    counted: `${words.say(`units.counted.${kind}`)}${within}`,
    indicator: lowerFirst(indicatorOf(ctx, indicator).shortName),
  })
  return choice(ctx, words.say(`choices.${about}.label`), send, words.say(`choices.${about}.short`))
}

/** Whether the asker sees units of a kind one by one: the own one and those below, and peers. */
function seesKind(ctx: SayContext, kind: UnitKind, isOfVerdicts: boolean): boolean {
  const { tree, asker, peers } = ctx
  if (!tree.byCode.has(asker.unit)) return false
  const top = scopeOf(ctx, asker)
  if (tree.subtree(top).some(unit => unit.code !== top && unit.kind === kind)) return true
  if (peers === 'none' || (isOfVerdicts && peers === 'places')) return false
  return tree.peers(asker.unit).some(unit => unit.kind === kind)
}

function isAlone({ tree }: SayContext, unit: string): boolean {
  return tree.byCode.has(unit) && tree.peers(unit).length < 2
}

/** Whether the province reports by month, so that what is compared is a month apart. */
export function isMonthly(figures: readonly Pick<Figure, 'rankSince'>[]): boolean {
  return figures.some(({ rankSince }) => rankSince === 'month')
}

/** What can be asked where nothing is known of one indicator. */
export function withoutValue(ctx: SayContext, unit: string) {
  return [askUnit(ctx, 'all', unit), ask(ctx, 'progress')]
}

/** What can be asked of a unit to which no target was assigned. */
export function withoutTarget(
  ctx: SayContext,
  { unit, indicator, value }: { unit: string; indicator: string; value: number | null },
) {
  if (value === null) return withoutValue(ctx, unit)
  return [
    askFigure(ctx, 'chart', unit, indicator),
    askFigure(ctx, 'rank', unit, indicator),
    askUnit(ctx, 'all', unit),
    ask(ctx, 'progress'),
  ]
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

/** The officers of each unit of a catalog, looked for once: every alert that is sent asks for them. */
const officers = new WeakMap<SayContext['catalog'], Map<string, Member[]>>()

function officersOf(catalog: SayContext['catalog'], unit: string): Member[] {
  const known =
    officers.get(catalog) ??
    Map.groupBy(
      catalog.members.filter(({ role }) => role === 'officer'),
      one => one.unit,
    )
  officers.set(catalog, known)
  return known.get(unit) ?? []
}

/** To hand alerts on to an officer of the asker's unit: by name where there is one; null where there is none. */
export function askHandOn({ words, catalog, asker, today }: SayContext): Choice | null {
  const [officer, another] = officersOf(catalog, asker.unit).filter(one => isActive(one, today))
  if (!officer) return null
  const to = another ? words.say('choices.handOn.officer') : officer.name
  return { label: words.say('choices.handOn.label'), send: words.say('choices.handOn.send', { to }) }
}

/** A digest now. */
export function askDigest(ctx: Pick<SayContext, 'words'>, kind: Exclude<DigestKind, 'phase'>): Choice {
  return { label: ctx.words.say(`choices.${kind}.label`), send: ctx.words.say(`choices.${kind}.send`) }
}

/** A long question falls back to the short one, which is understood as a follow-up. */
function choice(ctx: Pick<SayContext, 'words'>, label: string, send: string, short: string): Choice {
  return { label, send: send.length <= MAX_SEND ? ctx.words.capital(send) : short }
}
