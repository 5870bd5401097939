import { z } from 'zod'
import { compose } from '../replies/phrases/compose.ts'
import { unitTitle } from '../replies/phrases/names.ts'
import { ask } from '../replies/phrases/next-questions.ts'
import { dataKeepers, KEEPERS } from './stale.ts'
import { defineTopic, isReader } from './topic.ts'

/** So many of what is still missing are named. */
const NAMED = 5

/** Figures that were told as missing have come: to who was told so. */
export const back = defineTopic({
  name: 'back',
  /** The key of what was told; how many units have sent; codes of those that have not. */
  facts: z.object({ of: z.string(), units: z.number(), still: z.array(z.string()) }),
  key: ({ of }) => `back:${of}`,
  recipients: async (_, audience) => dataKeepers(audience),
  tellable: (facts, telling) => (isReader(telling, KEEPERS) ? facts : null),
  stillTrue: async told => await Promise.resolve(told),
  say({ units, still }, ctx) {
    const { words } = ctx
    const names = still.slice(0, NAMED).map(unit => unitTitle(ctx, unit))
    return compose(
      ctx,
      [
        { title: words.say('notices.back.title') },
        words.say('notices.back.text', { count: units }),
        still.length > 0
          ? words.say('notices.back.still', { count: still.length, names: names.join(', ') })
          : null,
      ],
      [ask(ctx, 'progress'), ask(ctx, 'help')],
    )
  },
})
