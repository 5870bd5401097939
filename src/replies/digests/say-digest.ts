import type { Digest } from '../../answers/digest-facts.ts'
import { type Message, plainText } from '../../lib/message.ts'
import { compose, type Paragraph } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { periodName } from '../phrases/period-name.ts'
import { ask, askGroup, askUnit } from '../phrases/next-questions.ts'
import { digestFinding } from './digest-finding.ts'
import { indicatorLines, sourceLine } from './digest-lines.ts'
import { gapLine, moverLines, newsLines, phaseLines } from './digest-news.ts'

/** Letters of one screen of a phone. */
const SCREEN = 900
/** Indicators that a report says in its text: as many of these as leave room for what is new. */
const MOST_LINES = 5
const FEWEST_LINES = 3

/**
 * A scheduled report → message of one screen that begins with the finding: the indicators, who moved, what is new, whether
 * the pace suffices, what is missing. Where that is too much, the fourth and fifth indicator are counted with the rest, then
 * what comes later is left to the picture and the spreadsheet.
 */
export function sayDigest(digest: Digest, ctx: SayContext): Message {
  for (let lines = Math.min(MOST_LINES, digest.lines.length); ; lines--) {
    const { message, isWhole } = withinScreen(partsOf(digest, lines, ctx), digest, ctx)
    if (isWhole || lines <= FEWEST_LINES) return message
  }
}

interface Parts {
  first: Paragraph[]
  sections: (string | null)[][]
  last: string | null
}

/** What there is to say, with so many lines of indicators. */
function partsOf(digest: Digest, lines: number, ctx: SayContext): Parts {
  const { words } = ctx
  const known = digest.lines.some(({ figure }) => figure.value !== null || figure.target !== null)
  return {
    first: [
      { title: digestFinding(digest, ctx) },
      notYetLine(digest, ctx),
      digest.late ? words.say('digests.late') : null,
    ],
    sections: [
      known ? indicatorLines(digest, lines, ctx) : [words.say('digests.noData')],
      moverLines(digest, ctx),
      newsLines(digest, ctx),
      [...phaseLines(digest, ctx), gapLine(digest, ctx)],
    ],
    last: known ? sourceLine(digest, lines, ctx) : null,
  }
}

/** That what was due has not come, and what is reported instead. */
function notYetLine({ insteadOf, window }: Digest, ctx: SayContext): string | null {
  if (insteadOf === null) return null
  const [asked, period] = [periodName(ctx, insteadOf), periodName(ctx, window)]
  return ctx.words.say('digests.notYet', { asked, period })
}

/** The message with the longest text that fits a screen, line by line, what comes first wins; and whether nothing was left out. */
function withinScreen(
  { first, sections, last }: Parts,
  digest: Digest,
  ctx: SayContext,
): { message: Message; isWhole: boolean } {
  const made = (kept: string[][]) => compose(ctx, [...first, ...kept, last], choices(digest, ctx))
  let isWhole = true
  const kept: string[][] = []
  for (const section of sections) {
    const lines: string[] = []
    kept.push(lines)
    for (const line of section.filter(one => one !== null)) {
      lines.push(line)
      if (plainText(made(kept)).length <= SCREEN) continue
      lines.pop()
      isWhole = false
    }
  }
  return { message: made(kept), isWhole }
}

function choices(digest: Digest, ctx: SayContext) {
  if (digest.unitCount === 0)
    return [askUnit(ctx, 'allRanks', digest.unit), ask(ctx, 'ownNeeds'), ask(ctx, 'alerts')]
  const about = digest.lines[0]?.figure.indicator
  return [
    about === undefined ? null : askGroup(ctx, 'below', null, about),
    about === undefined ? null : askGroup(ctx, 'ranking', null, about),
    ask(ctx, 'progress'),
    ask(ctx, 'alerts'),
  ]
}
