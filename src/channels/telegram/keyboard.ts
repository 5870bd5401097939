import { createHash } from 'node:crypto'
import type { Choice } from '../../lib/message.ts'

/** The Bot API takes callback data of 1 to 64 bytes of UTF-8, and at most 100 buttons. */
const MAX_DATA_BYTES = 64
const MAX_BUTTONS = 100
/** A row holds buttons while their labels fit on a narrow phone together. */
const ROW_UNITS = 28
const MAX_IN_ROW = 3

export interface Button {
  text: string
  callback_data: string
}

/** Long texts of choices that were shown, by the short data that stands for them. */
export interface LongSends {
  /** The callback data of a choice: its text where that fits, else a key under which the text is kept. */
  dataOf(choice: Choice): string
  /** The text that a pressed button sends. A key that is no longer kept gives the button's label, the nearest thing. */
  textOf(data: string, label: string | null): string
}

/** @param limit how many long texts are kept; the oldest are forgotten. */
export function createLongSends(limit = 2_000): LongSends {
  const kept = new Map<string, string>()
  return {
    dataOf({ label, send }) {
      const text = (send === '' ? label : send).toWellFormed()
      if (Buffer.byteLength(text) <= MAX_DATA_BYTES) return text
      const key = `~${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`
      kept.delete(key)
      kept.set(key, text)
      for (const oldest of kept.keys()) {
        if (kept.size <= limit) break
        kept.delete(oldest)
      }
      return key
    },
    textOf(data, label) {
      const known = kept.get(data)
      if (known !== undefined) return known
      return /^~[\w-]{22}$/.test(data) ? (label ?? '') : data
    },
  }
}

/** Rows of buttons, short ones side by side; null when there is nothing to choose. */
export function keyboardOf(
  choices: readonly Choice[],
  sends: LongSends,
): { inline_keyboard: Button[][] } | null {
  const rows: Button[][] = []
  for (const choice of choices.filter(({ label }) => label.trim() !== '').slice(0, MAX_BUTTONS)) {
    const button = { text: choice.label.toWellFormed(), callback_data: sends.dataOf(choice) }
    const row = rows.at(-1)
    const units = row?.reduce((sum, { text }) => sum + text.length, 0) ?? 0
    if (row !== undefined && row.length < MAX_IN_ROW && units + choice.label.length <= ROW_UNITS)
      row.push(button)
    else rows.push([button])
  }
  return rows.length === 0 ? null : { inline_keyboard: rows }
}
