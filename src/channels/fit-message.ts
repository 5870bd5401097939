import type { Message, Where } from '../lib/message.ts'
import type { Abilities } from './channel.ts'

/** What a channel can show at most. */
export const SHOWS_ALL = { images: 'upload', files: 'upload' } as const

/**
 * The message as it can be shown: without the picture and the file that the channel cannot carry, and without the
 * paragraphs and choices that speak of them, or that stand in for them where it can.
 */
export function fitMessage(message: Message, can: Pick<Abilities, 'images' | 'files'>): Message {
  const { image, file } = message
  const [images, files] = [can.images !== 'none', can.files !== 'none']
  const here: Record<Where, boolean> = { image: images, no_image: !images, file: files, no_file: !files }
  const shown = ({ where }: { where?: Where }): boolean => where === undefined || here[where]
  return {
    blocks: message.blocks.filter(shown).map(anywhere),
    choices: message.choices.filter(shown).map(anywhere),
    ...(image && images ? { image } : {}),
    ...(file && files ? { file } : {}),
  }
}

/** Without the mark of where it is shown, which has been obeyed. */
function anywhere<T extends { where?: Where }>(part: T): Omit<T, 'where'> {
  const { where: _where, ...rest } = part
  return rest
}
