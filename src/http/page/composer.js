import { get, isTouch } from './dom.js'
import { fill, locale, maxText, words } from './page-data.js'

/** How near to the longest text the count is shown. */
const COUNT_FROM = 500

const form = get('composer', HTMLFormElement)
const text = get('text', HTMLTextAreaElement)
const counter = get('counter', HTMLElement)
const send = get('send', HTMLButtonElement)

/**
 * Calls back with what was written, when it is sent: Enter or the button; Shift + Enter begins a line.
 * @param {(text: string) => void} whenSent
 */
export function listenToComposer(whenSent) {
  form.addEventListener('submit', event => {
    event.preventDefault()
    const written = text.value.trim()
    if (!written) return
    text.value = ''
    update()
    whenSent(written)
    text.focus()
  })
  text.addEventListener('keydown', event => {
    // An input method (Telex, VNI) ends its own word with Enter: that one does not send. Safari says 229 for it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    form.requestSubmit()
  })
  text.addEventListener('input', update)
  update()
}

/** Puts the cursor into the field, where that does not open a keyboard over the chat. */
export function focusComposer() {
  if (!isTouch()) text.focus()
}

export function clearComposer() {
  text.value = ''
  update()
}

function update() {
  text.style.height = 'auto'
  text.style.height = `${text.scrollHeight + text.offsetHeight - text.clientHeight}px`
  const count = text.value.length
  send.disabled = text.value.trim() === ''
  counter.hidden = count < maxText - COUNT_FROM
  counter.textContent = fill(words.composer.counter, {
    count: count.toLocaleString(locale),
    max: maxText.toLocaleString(locale),
  })
  counter.classList.toggle('over', count > maxText)
}
