import { get } from './dom.js'
import { words } from './page-data.js'
import { divider, makeRow, writeMeta } from './rows.js'
import { dayKey, dayName } from './times.js'

/**
 * @typedef {import('../../channels/web/web-line.ts').WebMessage} WebMessage
 * @typedef {{
 *   message: Omit<WebMessage, 'id'> & { id: number | null },
 *   state: 'sending' | 'sent' | 'failed',
 *   reason: string,
 *   retry: (() => void) | null,
 *   row: HTMLElement,
 *   day: HTMLElement | null,
 * }} Item one message in the log; `id` is null until the server has it
 */

/** Messages of one speaker within this time stand together. */
const TOGETHER_MS = 5 * 60_000

const root = get('log', HTMLElement)
const unreadLine = divider('unread', words.log.unread)

/** @type {Item[]} */
let items = []

/** Empties the log. */
export function clearLog() {
  items = []
  root.replaceChildren()
}

export function isLogEmpty() {
  return items.length === 0
}

/** The newest id of the log that the server gave, or null. */
export function newestId() {
  return items.reduce((newest, { message }) => Math.max(newest, message.id ?? 0), 0) || null
}

/** The last message when it is the assistant's: its choices are those that can be tapped. */
export function lastFromBot() {
  const last = items.at(-1)?.message
  return last?.from === 'bot' ? last : null
}

/**
 * Puts in a message from the server, once, and resolves what the person had sent into it. Call `arrange` after it.
 * @param {WebMessage} message
 * @param {string} member
 * @returns {HTMLElement | null} its row when it is new
 */
export function put(message, member) {
  if (items.some(item => item.message.id === message.id)) return null
  const own = message.clientId && items.find(item => item.message.clientId === message.clientId)
  if (own) {
    own.message = message
    own.state = 'sent'
    moveToEnd(own)
    return null
  }
  const urlOf = (/** @type {string} */ slot) =>
    `/chat/${slot}/${message.id}?member=${encodeURIComponent(member)}`
  return add({ message, state: 'sent', reason: '', retry: null, row: makeRow(message, urlOf), day: null })
}

/**
 * Shows at once what the person sends, before the server has it.
 * @param {string} clientId
 * @param {string} shown
 * @param {() => void} retry sends it again
 */
export function putOwn(clientId, shown, retry) {
  const line = {
    from: /** @type {const} */ ('person'),
    blocks: [{ text: shown }],
    choices: [],
    image: null,
    file: null,
  }
  const message = { ...line, id: null, at: Date.now(), clientId }
  add({ message, state: 'sending', reason: '', retry, row: makeRow(message, () => ''), day: null })
}

/**
 * Says what became of what the person sent. What the server has stays sent.
 * @param {string} clientId
 * @param {Item['state']} state
 * @param {string} [reason]
 * @param {boolean} [final] sending it again would change nothing
 */
export function setState(clientId, state, reason = '', final = false) {
  const item = items.find(({ message }) => message.clientId === clientId)
  if (!item || item.message.id !== null) return
  item.state = state
  item.reason = reason
  if (final) item.retry = null
  arrange()
}

/**
 * Draws the line before the first message of the assistant after this one; null takes it away.
 * @param {number | null} afterId
 * @returns {boolean} whether there is such a message
 */
export function markUnread(afterId) {
  const first =
    afterId === null
      ? null
      : items.find(({ message }) => message.from === 'bot' && (message.id ?? 0) > afterId)
  if (first) first.row.before(unreadLine)
  else unreadLine.remove()
  return Boolean(first)
}

/** Sets what depends on the neighbours: days, who stands together, the word under the last message. */
export function arrange() {
  const now = Date.now()
  items.forEach((item, at) => {
    const { message, row } = item
    const before = items[at - 1]
    const after = items[at + 1]
    setDay(item, before && dayKey(before.message.at) === dayKey(message.at) ? null : dayName(message.at, now))
    row.classList.toggle('first', !before || item.day !== null || !standTogether(before, item))
    row.classList.toggle(
      'last',
      !after || dayKey(after.message.at) !== dayKey(message.at) || !standTogether(item, after),
    )
    row.dataset['state'] = item.state
    if (message.from === 'person') writeMeta(row, message.at, stateWord(item, !after), retryOf(item))
    else writeMeta(row, message.at)
  })
}

/** @param {Item} item */
function add(item) {
  items.push(item)
  root.append(item.row)
  return item.row
}

/** @param {Item} item */
function moveToEnd(item) {
  if (items.at(-1) === item) return
  items = [...items.filter(one => one !== item), item]
  root.append(item.row)
}

/**
 * @param {Item} item
 * @param {string | null} name
 */
function setDay(item, name) {
  if (name === null) {
    item.day?.remove()
    item.day = null
    return
  }
  item.day ??= divider('day', name)
  if (item.day.textContent !== name) item.day.replaceWith((item.day = divider('day', name)))
  const place = item.row.previousElementSibling === unreadLine ? unreadLine : item.row
  if (item.day.nextElementSibling !== place) place.before(item.day)
}

/**
 * @param {Item} one
 * @param {Item} next
 */
function standTogether(one, next) {
  return one.message.from === next.message.from && next.message.at - one.message.at < TOGETHER_MS
}

/**
 * @param {Item} item
 * @param {boolean} isLast
 */
function stateWord({ state, reason }, isLast) {
  if (state === 'sending') return words.sending.sending
  if (state === 'failed') return reason || words.sending.failed
  return isLast ? words.sending.sent : ''
}

/** @param {Item} item */
function retryOf({ state, retry }) {
  return state === 'failed' && retry ? retry : undefined
}
