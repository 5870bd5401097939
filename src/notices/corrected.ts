import { z } from 'zod'
import { maySee } from '../answers/scope.ts'
import { compose } from '../replies/phrases/compose.ts'
import type { SayContext } from '../replies/phrases/context.ts'
import { correction } from './alert-facts.ts'
import type { Correction } from './alert-facts.ts'
import { shownOnce } from './alert-lines.ts'
import { correctionLine } from './alert-phrases.ts'
import { correctedTitle } from './say-alerts.ts'
import { sayable } from './topic.ts'

/** So many figures are named. */
const NAMED = 5

/** Figures that a digest told a group and that are others now. */
export const corrected = sayable({
  name: 'corrected',
  facts: z.object({
    /** The unit of which the group gets digests. */
    group: z.string(),
    corrections: z.array(correction),
    /** Which figures it was judged by: grows with each import and undo. */
    seen: z.number(),
  }),
  tellable(facts, { scene, member }) {
    return { ...facts, corrections: facts.corrections.filter(one => maySee(scene, member, one.unit)) }
  },
  async stillTrue({ corrections }) {
    const shown = shownOnce(corrections)
    return await Promise.resolve(shown.length === 0 ? null : shown)
  },
  say(corrections: readonly Correction[], ctx: SayContext) {
    const { words } = ctx
    const left = corrections.length - NAMED
    return compose(ctx, [
      { title: correctedTitle(corrections, ctx) },
      [
        words.say('notices.alert.intro.corrected', { count: corrections.length }),
        ...corrections.slice(0, NAMED).map(one => correctionLine(one, true, ctx)),
        left > 0 ? words.say('notices.corrected.more', { count: left }) : null,
      ],
    ])
  },
})
