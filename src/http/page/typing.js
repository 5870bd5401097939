import { get } from './dom.js'
import { words } from './page-data.js'
import { isAtEnd, toEnd } from './scroll.js'

/** An answer that comes within this time needs no sign that it is being written. */
const BEFORE_MS = 350
/** After this time without an answer, nobody is writing any more. */
const LONGEST_MS = 12_000

const sign = get('typing', HTMLElement)
const word = get('typing-word', HTMLElement)
let timer = 0

/** Shows, in a moment, that the assistant is writing, until `hideTyping` or for some seconds. */
export function showTyping() {
  clearTimeout(timer)
  if (!sign.hidden) timer = setTimeout(hideTyping, LONGEST_MS)
  else timer = setTimeout(show, BEFORE_MS)
}

export function hideTyping() {
  clearTimeout(timer)
  sign.hidden = true
  word.textContent = ''
}

function show() {
  const follow = isAtEnd()
  sign.hidden = false
  word.textContent = words.log.typing
  if (follow) toEnd()
  timer = setTimeout(hideTyping, LONGEST_MS)
}
