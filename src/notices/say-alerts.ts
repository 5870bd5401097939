import type { Choice, Message } from '../lib/message.ts'
import { compose } from '../replies/phrases/compose.ts'
import type { SayContext } from '../replies/phrases/context.ts'
import { unitTitle } from '../replies/phrases/names.ts'
import { ask, askFigure, askHandOn, askUnit } from '../replies/phrases/next-questions.ts'
import { termName } from '../replies/phrases/period-name.ts'
import { NEWS } from './alert-facts.ts'
import type { AlertLine, AlertNews } from './alert-lines.ts'
import { alertLine, correctionLine, dataLine, endsLine } from './alert-phrases.ts'

/** A phone screen: so many characters of text, the paragraphs about the end and the data included. */
const SCREEN = 900
/** What always stands below the lines. */
const BELOW_LINES = 160

/** All that there is to tell a person, in one message that a phone shows at once. */
export function sayNews(news: AlertNews, ctx: SayContext): Message {
  const { words } = ctx
  const title = titleOf(news, ctx)
  const shown = fitting(sectionsOf(news, ctx), SCREEN - BELOW_LINES - title.length)
  const all = news.lines.length + news.corrections.length
  const left = all - shown.reduce((sum, { lines }) => sum + lines.length, 0)
  return compose(
    ctx,
    [
      { title },
      ...shown.map(({ intro, lines }) => [intro, ...lines]),
      left > 0 ? words.say('notices.alert.more', { count: left }) : null,
      news.gone > 0 ? words.say('notices.alert.gone', { count: news.gone }) : null,
      [endsLine(news.lines, ctx), dataLine(news, ctx)],
    ],
    choicesOf(news, ctx),
    MOST_CHOICES,
  )
}

const MOST_CHOICES = 8

interface Section {
  intro: string
  lines: string[]
}

/** What is said, the most urgent first; corrections of what was told stand behind what is new. */
function sectionsOf(news: AlertNews, ctx: SayContext): Section[] {
  const withUnit = severalUnits(news)
  const sections = NEWS.map((what): Section => {
    const lines = news.lines.filter(line => line.what === what)
    const intro = lines.length === 0 ? '' : introOf(what, lines, news, ctx)
    return { intro, lines: lines.map(line => alertLine(line, withUnit, ctx)) }
  })
  const corrected = {
    intro: ctx.words.say('notices.alert.intro.corrected', { count: news.corrections.length }),
    lines: news.corrections.map(one => correctionLine(one, withUnit, ctx)),
  }
  return [...sections, corrected].filter(section => section.lines.length > 0)
}

/** The sections as far as they fit; the first line always does. */
function fitting(all: readonly Section[], room: number): Section[] {
  const sections: Section[] = []
  let left = room
  for (const { intro, lines } of all) {
    const texts: string[] = []
    left -= intro.length + 2
    for (const text of lines) {
      const isFirst = sections.length === 0 && texts.length === 0
      if (text.length + 1 > left && !isFirst)
        return texts.length > 0 ? [...sections, { intro, lines: texts }] : sections
      texts.push(text)
      left -= text.length + 1
    }
    sections.push({ intro, lines: texts })
  }
  return sections
}

function introOf(
  what: AlertLine['what'],
  lines: readonly AlertLine[],
  news: AlertNews,
  ctx: SayContext,
): string {
  const count = lines.length
  const { words } = ctx
  if (what === 'escalated') {
    const units = new Set(lines.map(line => line.unit)).size
    return words.say('notices.alert.intro.escalated', { count, units, days: news.escalationDays })
  }
  if (what === 'first')
    return words.say('notices.alert.intro.first', { count, term: termName(ctx, lines[0]!.term) })
  return words.say(`notices.alert.intro.${what}`, { count })
}

function severalUnits({ lines, corrections }: AlertNews): boolean {
  return new Set([...lines, ...corrections].map(line => line.unit)).size > 1
}

/** The finding: of one unit what is the matter with it, of several how many. */
function titleOf(news: AlertNews, ctx: SayContext): string {
  const { words } = ctx
  const [worst] = news.lines
  if (news.over) return words.say('notices.alert.title.over')
  if (!worst) return correctedTitle(news.corrections, ctx)
  const term = termName(ctx, worst.term)
  const units = new Set(news.lines.map(line => line.unit)).size
  const what = worst.what === 'first' || worst.what === 'behind' ? 'fell' : worst.what
  if (units === 1) return words.say(`notices.alert.title.${what}`, { unit: unitTitle(ctx, worst.unit), term })
  if (what === 'escalated') return words.say('notices.alert.title.escalatedSeveral', { units })
  return words.say('notices.alert.title.several', { units, count: news.lines.length, term })
}

/** Of one unit its name, of several how many they are. */
export function correctedTitle(
  corrections: readonly AlertNews['corrections'][number][],
  ctx: SayContext,
): string {
  const units = [...new Set(corrections.map(one => one.unit))]
  const [only = ''] = units
  return units.length === 1
    ? ctx.words.say('notices.alert.title.corrected', { unit: unitTitle(ctx, only) })
    : ctx.words.say('notices.alert.title.correctedSeveral', { units: units.length })
}

/** What can be done about it: by a leader about alerts of the own unit that stand; others can look. */
function choicesOf({ lines, corrections }: AlertNews, ctx: SayContext): (Choice | null)[] {
  const { asker } = ctx
  const own = lines.find(line => line.pace !== null && line.unit === asker.unit && line.what !== 'escalated')
  const [worst] = [...lines, ...corrections]
  if (!worst) return []
  if (!own || asker.role !== 'leader')
    return [askUnit(ctx, 'all', worst.unit), ask(ctx, 'alerts'), ask(ctx, 'progress')]
  return [
    ask(ctx, 'acknowledge'),
    ask(ctx, 'snooze1'),
    ask(ctx, 'snooze'),
    ask(ctx, 'snoozePeriod'),
    ask(ctx, 'explain'),
    askHandOn(ctx),
    askFigure(ctx, 'chart', own.unit, own.indicator),
    ask(ctx, 'alertDetails'),
  ]
}
