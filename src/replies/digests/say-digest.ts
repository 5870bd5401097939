import type { Digest } from '../../answers/digest-facts.ts'
import { type Message, plainText } from '../../lib/message.ts'
import { compose, type Paragraph } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { ask, askGroup, askUnit } from '../phrases/next-questions.ts'
import { digestFinding } from './digest-finding.ts'
import { indicatorLines } from './digest-lines.ts'
import { gapLine, moverLines, newsLines, phaseLines } from './digest-news.ts'

/** Letters of one screen of a phone. */
const SCREEN = 900

/**
 * A scheduled report → message of one screen that begins with the finding: the indicators, who moved, what is new, whether
 * the pace suffices, what is missing. Where that is too much, what comes later is left to the picture and the spreadsheet.
 */
export function sayDigest(digest: Digest, ctx: SayContext): Message {
  const { words } = ctx
  const known = digest.lines.some(({ figure }) => figure.value !== null || figure.target !== null)
  const day = digest.dataTo
  const dataTo = day === null ? null : words.say(`digests.dataTo.${digest.kind}`, { day })
  return withinScreen(
    {
      first: [{ title: digestFinding(digest, ctx) }, digest.late ? words.say('digests.late') : null],
      sections: [
        known ? indicatorLines(digest, ctx) : [words.say('digests.noData')],
        moverLines(digest, ctx),
        newsLines(digest, ctx),
        phaseLines(digest, ctx),
        [gapLine(digest, ctx)],
      ],
      last: known ? dataTo : null,
    },
    digest,
    ctx,
  )
}

interface Parts {
  first: Paragraph[]
  sections: (string | null)[][]
  last: string | null
}

/** The message with the longest text that fits a screen: line by line, what comes first wins. */
function withinScreen({ first, sections, last }: Parts, digest: Digest, ctx: SayContext): Message {
  const made = (kept: string[][]) => compose(ctx, [...first, ...kept, last], choices(digest, ctx))
  return made(
    sections.reduce<string[][]>(
      (kept, section) => [
        ...kept,
        section.reduce<string[]>((lines, line) => {
          const more = line === null ? lines : [...lines, line]
          return plainText(made([...kept, more])).length <= SCREEN ? more : lines
        }, []),
      ],
      [],
    ),
  )
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
