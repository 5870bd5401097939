import type { ChannelKeep } from '../channel-keep.ts'

const NAME = 'first bot'

/**
 * Names updates so that each is taken once. Every bot counts its updates for itself: the first that was ever used keeps the
 * plain numbers, those of another one carry which bot's they are.
 */
export function createUpdateNames(
  token: string,
  keep: Pick<ChannelKeep, 'value' | 'swap'> | undefined,
): (id: string) => Promise<string> {
  const [bot = ''] = token.split(':')
  let first: string | null = null
  return async id => {
    if (keep === undefined) return id
    if (first === null) await keep.swap(NAME, null, bot)
    first ??= await keep.value(NAME)
    return first === bot ? id : `${id}@${bot}`
  }
}
