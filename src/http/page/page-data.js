/**
 * @typedef {import('../page-words.ts').BrowserWords} BrowserWords
 * @typedef {{ locale: string, timeZone: string, maxText: number, words: BrowserWords }} PageData
 */

/** @type {PageData} */
const data = JSON.parse(document.getElementById('page-data')?.textContent ?? '')

export const { locale, timeZone, maxText, words } = data

/**
 * A sentence with its values put in.
 * @param {string} sentence with `{{name}}` for each value
 * @param {Record<string, string | number>} values
 */
export function fill(sentence, values) {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (all, name) => String(values[name] ?? all))
}
