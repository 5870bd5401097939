import { z } from 'zod'
import type { Message, NoticeForm } from '../../lib/message.ts'
import { plainText } from '../../lib/message.ts'

const param = z.strictObject({
  /** What fills the field. */
  from: z.enum(['member', 'unit', 'title', 'text']),
  /** Longest value that the approved form takes, letters. */
  max: z.int().min(1).max(400),
})
const template = z.strictObject({
  topic: z.string().min(1),
  /** The number of the approved form. */
  template_id: z.string().regex(/^\w+$/),
  /** What one message costs, đồng; for showing only. */
  price: z.strictObject({ uid: z.number().min(0), phone: z.number().min(0) }).optional(),
  params: z.record(z.string().regex(/^\w+$/), param),
})

/** The forms that the operator had approved, by the topic of a notice that each carries. */
export type Template = z.infer<typeof template>

/** Whether a form in this state, as the platform names it, carries messages. */
export function isGood(status: string): boolean {
  return /^(ENABLE|enable|1)$/.test(status)
}

/** Reads the declaration; null when it is not one, or two forms are for one topic. */
export function readTemplates(value: unknown): Template[] | null {
  const read = z.array(template).safeParse(value)
  if (!read.success) return null
  const topics = new Set(read.data.map(({ topic }) => topic))
  return topics.size === read.data.length ? read.data : null
}

/** A form filled in for a notice; null where none is declared for it, or a field would stay empty. */
export function filled(
  templates: readonly Template[],
  message: Message,
): { template: Template; data: Record<string, string> } | null {
  const { notice } = message
  const chosen = templates.find(({ topic }) => topic === notice?.topic)
  if (notice === undefined || chosen === undefined) return null
  const data: Record<string, string> = {}
  for (const [name, { from, max }] of Object.entries(chosen.params)) {
    const value = valueOf(from, message, notice)
    if (value === '') return null
    data[name] =
      value.length <= max
        ? value
        : `${value
            .slice(0, max - 1)
            .toWellFormed()
            .trimEnd()}…`
  }
  return { template: chosen, data }
}

function valueOf(from: z.infer<typeof param>['from'], message: Message, notice: NoticeForm): string {
  const [title, ...rest] = message.blocks
  switch (from) {
    case 'member':
      return notice.member
    case 'unit':
      return notice.unit
    case 'title':
      return oneLine(title?.text ?? '')
    case 'text':
      return oneLine(plainText({ ...message, blocks: rest }))
  }
}

/** Forms take one line of plain text. */
function oneLine(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}
