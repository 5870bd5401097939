import type { Message, Where } from '../lib/message.ts'
import type { Abilities } from './channel.ts'

/** What a channel can show at most. */
export const SHOWS_ALL = { images: 'upload', files: 'upload' } as const

/**
 * The message as it can be shown: without the picture and the file that the channel cannot carry, and without the
 * paragraphs and choices that speak of them, or that stand in for them where it can.
 */
export function fitMessage(message: Message, can: Pick<Abilities, 'images' | 'files'>): Message {
  const fitted = shown(message, can)
  if (fitted.image === undefined) return fitted
  return { ...fitted, withoutImage: message.withoutImage ?? shown(message, { ...can, images: 'none' }) }
}

function shown(message: Message, can: Pick<Abilities, 'images' | 'files'>): Message {
  const { image, file, withoutImage: _, ...rest } = message
  const [images, files] = [can.images !== 'none', can.files !== 'none']
  const here: Record<Where, boolean> = { image: images, no_image: !images, file: files, no_file: !files }
  const isHere = ({ where }: { where?: Where }): boolean => where === undefined || here[where]
  return {
    ...rest,
    blocks: message.blocks.filter(isHere).map(anywhere),
    choices: message.choices.filter(isHere).map(anywhere),
    ...(image && images ? { image } : {}),
    ...(file && files ? { file } : {}),
  }
}

/** Without the mark of where it is shown, which has been obeyed. */
function anywhere<T extends { where?: Where }>(part: T): Omit<T, 'where'> {
  const { where: _where, ...rest } = part
  return rest
}

/** Letters of a message that was made short. */
const SHORT = 600

/** The message as one short text: its first paragraphs, without picture, file and choices, and a word that there is more. */
export function shortMessage(message: Message, more: string): Message {
  const rest = message.withoutImage ?? fitMessage(message, { images: 'none', files: 'none' })
  const blocks: Message['blocks'] = []
  let size = 0
  for (const block of rest.blocks) {
    size += block.text.length
    if (blocks.length > 0 && size > SHORT) break
    blocks.push(block)
  }
  const cut = blocks.map(block => ({ ...block, text: block.text.slice(0, SHORT).toWellFormed() }))
  return { ...(rest.purpose ? { purpose: rest.purpose } : {}), blocks: [...cut, { text: more }], choices: [] }
}
